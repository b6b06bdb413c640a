import { Html, hashOf, html } from '../../core/html.ts'
import type { Claim } from '../claims/service.ts'
import type { Gift } from '../model.ts'
import { type Content, redeemingOf, type ToldCard, wordsOf } from './content.ts'
import { formatDate } from './formats.ts'
import { type Texts, textsOf } from './locales/index.ts'
import { type Picture, picturesOf } from './pictures.ts'
import { MONO, SANS, shadeOf, tintOf } from './theme.ts'

/** A page and the one style sheet that it may use. */
export interface ClaimPage {
  readonly html: string
  /** For the Content-Security-Policy. */
  readonly styleHash: string
}

/**
 * The page that a claim link leads to. It works without script, and asks nobody for anything.
 * @param support address for questions; undefined when there is none
 */
export function renderClaimPage(claim: Claim, support: string | undefined): ClaimPage {
  switch (claim.state) {
    case 'gone':
      return gonePage(support)
    case 'used':
      return usedPage(contentOf(claim, support))
    case 'ready':
      return readyPage(contentOf(claim, support), claim.until)
    case 'open':
      return openPage(contentOf(claim, support, claim.cards), claim.cards)
  }
}

/** Whoever has no link has no language either. */
const FALLBACK = 'en'

function gonePage(support: string | undefined): ClaimPage {
  const texts = textsOf(FALLBACK)
  const { gone, goneNote } = texts.claim
  const ask = `${texts.questions} ${texts.ask({ address: support })}`
  return page(FALLBACK, gone, notice(gone, goneNote, ask))
}

function usedPage(content: Content): ClaimPage {
  const { texts, ask } = wordsOf(content)
  const { used, usedNote } = texts.claim
  return page(content.locale, used, notice(used, usedNote, `${texts.claim.notYou} ${ask}`))
}

function readyPage(content: Content, until: Date): ClaimPage {
  const { gift, locale } = content
  const { texts, heading } = wordsOf(content)
  const body = html`<h1>${heading}</h1>${face(content)}
<form method="post"><button type="submit">${texts.claim.show}</button></form>
<p class="quiet">${texts.claim.showNote}</p>
<p class="quiet">${texts.claim.until(formatDate(locale, until))}</p>`
  return page(locale, heading, body, gift)
}

function openPage(content: Content, cards: readonly ToldCard[]): ClaimPage {
  const { gift, locale } = content
  const { texts, heading, ask } = wordsOf(content)
  const shown = cards.map((card, index) => {
    const { qrCode, barcode } = picturesOf(content, card)
    const title =
      cards.length > 1 ? html`<h2>${texts.cardOf(index + 1, cards.length)}</h2>` : html``
    return html`<section class="card">${title}${values(card, texts)}
<div class="pictures">${image(qrCode, 'qr', texts.qrCode)}${image(barcode, 'barcode', texts.barcode)}</div></section>`
  })
  const body = html`<h1>${heading}</h1>${face(content)}
<p class="keep">${texts.claim.keep}</p>
${shown}
<p class="quiet">${texts.keepSafe}</p>
${instructions(content, texts)}
<p class="quiet foot">${texts.questions} ${ask}</p>`
  return page(locale, heading, body, gift)
}

function instructions(content: Content, texts: Texts): Html {
  const { steps, language, note } = redeemingOf(content)
  if (steps.length === 0) return html``
  return html`<h2>${texts.howToRedeem}</h2>
${note === undefined ? html`` : html`<p class="quiet note">${note}</p>`}
<ol lang="${language}">${steps.map((step) => html`<li>${step}</li>`)}</ol>`
}

function contentOf(
  { gift, locale }: { readonly gift: Gift; readonly locale: string },
  support: string | undefined,
  cards: readonly ToldCard[] = [],
): Content {
  return { gift, locale, told: { cards }, isMasked: false, support }
}

function face(content: Content): Html {
  const { brand, productName } = content.gift
  const { said, texts, worth } = wordsOf(content)
  return html`<div class="face">
<p class="brand"><span class="badge" aria-hidden="true">${brand.initials}</span>${productName}</p>
<p class="amount">${worth}</p>
<p>${texts.giftCards(said.quantity)}</p>
</div>`
}

function values({ number, pin, url }: ToldCard, texts: Texts): Html {
  const value = (label: string, text: string) =>
    html`<dt>${label}</dt><dd><code>${text}</code></dd>`
  const codes = [
    ...(number === null ? [] : [value(texts.code, number)]),
    ...(pin === null ? [] : [value(texts.pin, pin)]),
  ]
  const link =
    url === null
      ? html``
      : html`<a class="button" rel="noreferrer" href="${url}">${texts.redeem}</a>`
  return html`<dl>${codes}</dl>${link}`
}

function image(picture: Picture | undefined, name: string, alt: string): Html {
  if (picture === undefined) return html``
  const source = `data:image/png;base64,${picture.png.toString('base64')}`
  return html`<img class="${name}" src="${source}" alt="${alt}">`
}

function notice(title: string, text: string, ask: string): Html {
  return html`<h1>${title}</h1><p>${text}</p><p class="quiet">${ask}</p>`
}

function page(locale: string, title: string, body: Html, gift?: Gift): ClaimPage {
  const style = styleOf(gift?.brand.hue ?? 222)
  const text = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body><main>${body}</main></body>
</html>
`
  return { html: text.text, styleHash: hashOf(style) }
}

const styleOf = (hue: number) => `
:root { color-scheme: light dark; --page: #f3f4f6; --paper: #fff; --text: #16181d; --quiet: #5b616e; --line: #e3e5ea; --field: #f6f7f9; --button: #1f4fd8; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0f1115; --paper: #191c22; --text: #eceef2; --quiet: #a7adba; --line: #2e333d; --field: #22262e; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 12px; background: var(--page); color: var(--text); font: 16px/1.5 ${SANS}; }
main { max-width: 480px; margin: 4vh auto 0; padding: 32px; background: var(--paper); border: 1px solid var(--line); border-radius: 16px; }
h1 { margin: 0 0 20px; font-size: 24px; line-height: 1.3; }
h2 { margin: 28px 0 8px; font-size: 17px; }
p { margin: 0; }
.quiet { margin-top: 12px; color: var(--quiet); font-size: 14px; }
.keep { margin-top: 20px; font-weight: 600; }
.note { margin: 0 0 8px; }
.foot { margin-top: 24px; padding-top: 20px; border-top: 1px solid var(--line); }
.face { padding: 24px; border-radius: 14px; background: ${shadeOf(hue)}; color: #fff; }
.brand { display: flex; align-items: center; gap: 12px; font-weight: 600; }
.badge { display: grid; place-items: center; width: 44px; height: 44px; border-radius: 12px; background: ${tintOf(hue)}; font-size: 18px; font-weight: 700; }
.amount { margin-top: 40px; font-size: 36px; font-weight: 700; line-height: 1.2; }
button, .button { display: block; width: 100%; margin-top: 24px; padding: 14px 24px; border: 0; border-radius: 10px; background: var(--button); color: #fff; font: 600 16px/1.5 ${SANS}; text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { filter: brightness(1.1); }
button:focus-visible, .button:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
.card { margin-top: 20px; padding: 20px 24px; background: var(--field); border: 1px solid var(--line); border-radius: 14px; }
.card h2 { margin-top: 0; font-size: 14px; color: var(--quiet); }
dl { margin: 0; }
dt { color: var(--quiet); font-size: 13px; }
dd { margin: 0 0 12px; }
code { font: 600 22px/1.4 ${MONO}; letter-spacing: .04em; overflow-wrap: anywhere; user-select: all; -webkit-user-select: all; }
.card .button { margin: 4px 0 12px; }
.pictures { display: flex; flex-wrap: wrap; gap: 12px; }
.pictures img { display: block; max-width: 100%; height: auto; border-radius: 8px; background: #fff; }
.qr { width: 132px; }
ol { margin: 0; padding-left: 22px; font-size: 15px; }
li { margin-bottom: 6px; }
@media (max-width: 480px) { code { font-size: 18px; } main { margin-top: 0; padding: 24px 20px; } }
`
