import de from './data/instructions/de.json' with { type: 'json' }
import en from './data/instructions/en.json' with { type: 'json' }
import es from './data/instructions/es.json' with { type: 'json' }
import fr from './data/instructions/fr.json' with { type: 'json' }
import pt from './data/instructions/pt.json' with { type: 'json' }
import type { RedeemTexts } from './model.ts'

/** How cards of many brands are redeemed, in English. */
export const ways: Readonly<Record<string, RedeemTexts>> = en

/** The same steps in the other languages that recipients are written to in. */
export const translations: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  de,
  es,
  fr,
  pt,
}

/** What stands for `{brand}` and `{at}`: the name of a brand, and its site. */
export interface Filling {
  readonly brand: string
  readonly at: string
}

/** The instructions of a brand whose cards are redeemed like those of many. */
export function instructionsFor(way: string, filling: Filling): RedeemTexts {
  const texts = ways[way]
  if (texts === undefined) throw new Error(`There are no instructions "${way}"`)
  return { concise: fill(texts.concise, filling), verbose: fill(texts.verbose, filling) }
}

/**
 * The steps of instructions in another language; undefined where nobody has translated them. They
 * are known by their words, so a translation never says anything else than the English that the
 * API answers: what an operator has imported or changed has none.
 */
export function translate({ verbose }: RedeemTexts, language: string) {
  const steps = translations[language]
  if (steps === undefined) return undefined
  for (const { way, pattern } of patterns) {
    const { brand, at } = pattern.exec(verbose)?.groups ?? {}
    if (at !== undefined) return steps[way]?.map((step) => fill(step, { brand: brand ?? '', at }))
  }
  return undefined
}

function fill(text: string, { brand, at }: Filling): string {
  return text.replaceAll('{brand}', brand).replaceAll('{at}', at)
}

const patterns = Object.entries(ways).map(([way, { verbose }]) => ({
  way,
  pattern: patternOf(verbose),
}))

/** Finds what a text was filled with, which is the same wherever it stands. */
function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  const named = ['brand', 'at'].reduce(
    (pattern, name) =>
      pattern.replace(`{${name}}`, `(?<${name}>.+)`).replaceAll(`{${name}}`, `\\k<${name}>`),
    escaped,
  )
  return new RegExp(`^${named}$`)
}
