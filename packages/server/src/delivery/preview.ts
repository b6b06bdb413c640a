import type { Card } from '../vault/index.ts'
import type { Channel, Gift, Telling } from './model.ts'
import { renderMessage, standAlone } from './rendering.ts'

export interface PreviewRequest {
  readonly channel: Channel
  /** BCP 47, such as `fr` or `es-MX`. */
  readonly locale: string
  readonly telling: Telling
  readonly quantity: number
}

export interface Preview {
  readonly subject: string | null
  /** Stands by itself in a browser; null for text messages. */
  readonly html: string | null
  readonly text: string
}

const gift: Gift = {
  orderId: 3116n,
  senderName: 'John Doe',
  productName: 'IKEA Germany',
  brand: { name: 'IKEA', initials: 'I', hue: 222 },
  unitPrice: 25_000_000n,
  currency: 'EUR',
  quantity: 1,
  parts: 'codeAndPin',
  instructions: {
    concise: 'Show the card at the till of a store, or enter the number and PIN online.',
    verbose:
      '1. In a store of the country of the card, show the card number on your phone at the till.\n' +
      '2. Online, put your items into the bag, go to the payment step and choose Gift card.\n' +
      '3. Enter the card number and the PIN, and pay any difference with another method.',
  },
}

const cards: readonly [Card, Card] = [
  { number: '6279 4410 8823 0196', pin: '482 913', url: null },
  { number: '6279 4410 7135 5482', pin: '307 664', url: null },
]

/** A message about made-up cards, as a recipient would get it. */
export async function previewMessage(request: PreviewRequest): Promise<Preview> {
  const { channel, locale, telling, quantity } = request
  const own = Array.from({ length: quantity }, (_, index) => cards[index % 2 === 0 ? 0 : 1])
  const told =
    telling === 'code'
      ? { cards: own }
      : { url: `https://cards.example/claim/${'x'.repeat(32)}`, until: new Date('2026-12-31Z') }
  const rendered = await renderMessage({
    channel,
    locale,
    gift: { ...gift, quantity },
    told,
    support: 'help@cards.example',
  })
  return { subject: rendered.subject, html: standAlone(rendered), text: rendered.text }
}

/** The pages of a claim link about the same cards, by what has become of it. */
export async function previewClaimPages(locale: string): Promise<Record<string, string>> {
  const { renderClaimPage } = await import('./templates/page.ts')
  const until = new Date('2026-12-31Z')
  return {
    ready: renderClaimPage({ state: 'ready', gift, locale, until }).html,
    open: renderClaimPage({ state: 'open', gift, locale, cards: [cards[0]] }).html,
    used: renderClaimPage({ state: 'used', locale }).html,
    gone: renderClaimPage({ state: 'gone' }).html,
  }
}
