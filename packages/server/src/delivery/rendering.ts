import type { Card } from '../vault/index.ts'
import type { Channel, Gift } from './model.ts'
import { type Content, maskedCards, type Told, wordsOf } from './templates/content.ts'
import type { EmailHtml } from './templates/email.ts'
import { previewOf, renderEmailText, renderSms } from './templates/text.ts'

/** A message as its recipient gets it. */
export interface Rendered {
  /** Null for text messages, as the HTML is. */
  readonly subject: string | null
  readonly html: string | null
  readonly text: string
  /** What the HTML shows by `cid:`. */
  readonly images: EmailHtml['images']
}

export interface RenderRequest {
  readonly channel: Channel
  readonly locale: string
  readonly gift: Gift
  readonly told: ToldAs
  readonly support: string | undefined
}

/** Cards in clear, dots in their place, or a link. */
export type ToldAs = { readonly cards: readonly Card[] } | 'masked' | LinkTold

export interface LinkTold {
  readonly url: string
  readonly until: Date
}

export async function renderMessage(request: RenderRequest): Promise<Rendered> {
  const { channel, locale, gift, told, support } = request
  const isMasked = told === 'masked'
  const content: Content = {
    gift,
    locale,
    told: isMasked ? { cards: maskedCards(gift) } : (told satisfies Told),
    isMasked,
    support,
  }
  if (channel === 'sms') {
    return { subject: null, html: null, text: renderSms(content), images: [] }
  }
  const { html, images } = await (await loadHtml()).renderEmailHtml(content)
  return { subject: wordsOf(content).subject, html, text: renderEmailText(content), images }
}

/** A line that says what a message is about; nothing is opened for it. */
export function previewMessage({
  channel,
  locale,
  gift,
}: Pick<RenderRequest, 'channel' | 'locale' | 'gift'>): string {
  const told = { cards: maskedCards(gift) }
  return previewOf(channel, { gift, locale, told, isMasked: true, support: undefined })
}

/** React and its components cost 50 MB and half a second; a server that writes no mail needs none. */
const loadHtml = () => import('./templates/email.ts')

/** The HTML with its pictures inside, for a browser. */
export function standAlone({ html, images }: Rendered): string | null {
  if (html === null) return null
  return images.reduce(
    (text, { cid, png }) =>
      text.replaceAll(`cid:${cid}`, `data:image/png;base64,${png.toString('base64')}`),
    html,
  )
}

export const schemes = ['light', 'dark'] as const

/** A mail as a reader in this scheme sees it, whatever scheme its reader's own machine has. */
export function inScheme(html: string, scheme: (typeof schemes)[number]): string {
  return html
    .replaceAll(
      '@media (prefers-color-scheme: dark)',
      scheme === 'dark' ? '@media all' : '@media not all',
    )
    .replaceAll('color-scheme: light dark', `color-scheme: ${scheme}`)
}
