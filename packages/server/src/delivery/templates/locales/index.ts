import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'
import type { Texts } from './texts.ts'

export type { Said, Texts } from './texts.ts'

const languages: Readonly<Record<string, Texts>> = { en, fr, es, pt, de }

/** The texts of a locale's language; English when there are none. */
export function textsOf(locale: string): Texts {
  return languages[new Intl.Locale(locale).language] ?? en
}

/**
 * The locale to write to somebody in a country: the language that most people there read, by the
 * Unicode CLDR, where there are texts in it, and English as that country writes it where there are
 * none. Nigeria is `en-NG`, Brazil `pt-BR`, Switzerland `de-CH`, Japan `en-JP`.
 */
export function localeOf(countryCode: string): string {
  const known = locales.get(countryCode)
  if (known !== undefined) return known
  const { language } = new Intl.Locale(`und-${countryCode}`).maximize()
  const locale = `${language in languages ? language : 'en'}-${countryCode}`
  locales.set(countryCode, locale)
  return locale
}

/** One for each country; asking the CLDR takes as long as everything else about a message. */
const locales = new Map<string, string>()
