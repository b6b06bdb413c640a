import type { Channel } from '../model.ts'
import { type Content, redeemingOf, type ToldCard, type Words, wordsOf } from './content.ts'
import { formatDate } from './formats.ts'
import type { Texts } from './locales/index.ts'

/** The mail as plain text, for clients and people that want no HTML. */
export function renderEmailText(content: Content): string {
  const words = wordsOf(content)
  const { texts, heading, worth, ask } = words
  return [
    heading,
    `${content.gift.productName}: ${worth}`,
    tellCards(content, texts),
    ...tellInstructions(content, texts),
    `${texts.questions} ${ask}`,
    '',
  ].join('\n\n')
}

function tellInstructions(content: Content, texts: Texts): string[] {
  const { steps, note } = redeemingOf(content)
  if (steps.length === 0) return []
  const numbered = steps.map((step, index) => `${index + 1}. ${step}`)
  return [[texts.howToRedeem, ...(note === undefined ? [] : [note]), ...numbered].join('\n')]
}

function tellCards({ told, locale }: Content, texts: Texts): string {
  if (!('cards' in told)) {
    return `${texts.openGift}: ${told.url}\n${texts.linkNote(formatDate(locale, told.until))}`
  }
  const { cards } = told
  const blocks = cards.map((card, index) =>
    [
      ...(cards.length > 1 ? [texts.cardOf(index + 1, cards.length)] : []),
      ...tellCard(card, {
        code: (code) => `${texts.code}: ${code}`,
        pin: (pin) => `${texts.pin}: ${pin}`,
        redeem: (url) => `${texts.redeem}: ${url}`,
      }),
    ].join('\n'),
  )
  return [...blocks, texts.keepSafe].join('\n\n')
}

function tellCard(
  { number, pin, url }: ToldCard,
  say: Pick<Texts['sms'], 'code' | 'pin' | 'redeem'>,
): string[] {
  return [
    ...(number === null ? [] : [say.code(number)]),
    ...(url === null ? [] : [say.redeem(url)]),
    ...(pin === null ? [] : [say.pin(pin)]),
  ]
}

/** The text message: as short as it can be, because every 160 characters cost. */
export function renderSms(content: Content): string {
  const { texts, said }: Words = wordsOf(content)
  const { told } = content
  const parts =
    'cards' in told
      ? told.cards.map((card) => tellCard(card, texts.sms).join('\n'))
      : [texts.sms.open(told.url)]
  return [plain(texts.sms.intro(said)), ...parts].join('\n')
}

/** A line that says what a message is about, without any code. */
export function previewOf(channel: Channel, content: Content): string {
  const { texts, said, subject } = wordsOf(content)
  return channel === 'email' ? subject : plain(texts.sms.intro(said))
}

/** Spaces that do not break and typographic marks are outside the GSM alphabet; their plain forms say the same. */
function plain(text: string): string {
  return text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replaceAll('…', '...')
}
