import { instructionsFor } from '../catalog/index.ts'
import type { Card } from '../vault/index.ts'
import type { Claim } from './claims/service.ts'
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

const SUPPORT = 'help@cards.example'

const gift: Gift = {
  orderId: 3116n,
  senderName: 'John Doe',
  productName: 'IKEA Germany',
  brand: { name: 'IKEA', initials: 'I', hue: 222 },
  unitPrice: 25_000_000n,
  currency: 'EUR',
  quantity: 1,
  parts: 'codeAndPin',
  instructions: instructionsFor('tillOrSite', { brand: 'IKEA', at: 'ikea.com' }),
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
    support: SUPPORT,
  })
  return { subject: rendered.subject, html: standAlone(rendered), text: rendered.text }
}

/** The pages of a claim link about the same cards, by what has become of it. */
export async function previewClaimPages(locale: string): Promise<Record<string, string>> {
  const { renderClaimPage } = await import('./templates/page.ts')
  const until = new Date('2026-12-31Z')
  const draw = (claim: Claim) => renderClaimPage(claim, SUPPORT).html
  return {
    ready: draw({ state: 'ready', gift, locale, until }),
    open: draw({ state: 'open', gift, locale, cards: [cards[0]] }),
    used: draw({ state: 'used', gift, locale }),
    gone: draw({ state: 'gone' }),
  }
}
