import { translate } from '../../catalog/index.ts'
import type { Gift } from '../model.ts'
import { formatAmount } from './formats.ts'
import { type Said, type Texts, textsOf } from './locales/index.ts'

/** What a message tells: the cards themselves, or a link that shows them. */
export type Told =
  | { readonly cards: readonly ToldCard[] }
  | { readonly url: string; readonly until: Date }

export interface ToldCard {
  readonly number: string | null
  readonly pin: string | null
  readonly url: string | null
}

/** Everything that a message is written from. */
export interface Content {
  readonly gift: Gift
  readonly locale: string
  readonly told: Told
  /** For somebody who may see the message but not the codes: they are dots, and are not drawn. */
  readonly isMasked: boolean
  /** Address for questions; undefined when there is none. */
  readonly support: string | undefined
}

/** What stands in the place of a code that may not be seen. */
const DOTS = '••••••••••'

export function maskedCards({ quantity, parts }: Gift): ToldCard[] {
  const isLink = parts === 'link'
  const card = { number: isLink ? null : DOTS, pin: parts === 'code' ? null : '•••••', url: null }
  return Array.from({ length: quantity }, () => card)
}

/** The parts that every form of a message has in common. */
export interface Words {
  readonly texts: Texts
  readonly said: Said
  readonly subject: string
  readonly heading: string
  /** `2 × €25.00`, or what the one card is worth. */
  readonly worth: string
  /** Whom to ask about the order. */
  readonly ask: string
}

export function wordsOf({ gift, locale, support }: Content): Words {
  const texts = textsOf(locale)
  const said: Said = {
    sender: cut(withoutAddresses(oneLine(gift.senderName ?? ''))) || undefined,
    brand: oneLine(gift.brand.name),
    amount: formatAmount(locale, gift.unitPrice, gift.currency),
    quantity: gift.quantity,
  }
  const { amount, quantity, sender } = said
  return {
    texts,
    said,
    subject: texts.subject(said),
    heading: texts.heading(said),
    worth: quantity === 1 ? amount : `${quantity}\u00a0× ${amount}`,
    ask: texts.ask({ address: support, sender, order: gift.orderId.toString() }),
  }
}

/** The names that people order under go into subjects and text messages, and turn none of them round. */
function oneLine(name: string): string {
  return name
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

/**
 * Mail programs and phones make a link of what looks like an address, and the recipient would take
 * it for ours: the dots and the scheme that make it one are left out. A full stop behind an initial
 * stays, as does one before a space.
 */
function withoutAddresses(name: string): string {
  return name
    .replace(/\p{L}[\p{L}\d+.-]*:\/\/+/gu, '')
    .replace(/\b(?:mailto|tel|sms|javascript|data):/gi, '')
    .replace(/(?<=[\p{L}\p{N}-])[.。．｡](?=[\p{L}\p{N}-]{2})/gu, ' ')
    .replace(/(?<=\d)[.。．｡](?=\d)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Names are shorter; what is longer is a message of its own, which every segment of an SMS costs for. */
const NAME_MAX = 60

function cut(name: string): string {
  const characters = [...name]
  return characters.length <= NAME_MAX ? name : `${characters.slice(0, NAME_MAX - 1).join('')}…`
}

/** How to redeem, as it can be shown to a reader. */
export interface Redeeming {
  readonly steps: readonly string[]
  readonly language: string
  /** Says that the steps are in English, to whoever reads something else. */
  readonly note: string | undefined
}

/** In the reader's language where somebody has written it in that, and in English where not. */
export function redeemingOf({ gift: { instructions }, locale }: Content): Redeeming {
  const { language } = new Intl.Locale(locale)
  const translated = translate(instructions, language)
  if (translated !== undefined) return { steps: translated, language, note: undefined }
  return { steps: stepsOf(instructions), language: 'en', note: textsOf(locale).inEnglish }
}

/** The steps of a text, without the numbers that they are written with. */
function stepsOf({ concise, verbose }: Gift['instructions']): string[] {
  const text = verbose.trim() || concise.trim()
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*\d+[.)]\s*/, '').trim())
    .filter((line) => line !== '')
}
