import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Img,
  Preview,
  Row,
  Section,
  Text,
} from '@react-email/components'
import { render } from '@react-email/render'
import { type CSSProperties, Fragment, createElement as h, type ReactElement } from 'react'
import { type Content, redeemingOf, type ToldCard, type Words, wordsOf } from './content.ts'
import { formatDate } from './formats.ts'
import { type CardPictures, type Picture, picturesOf } from './pictures.ts'
import { light, MONO, SANS, shadeOf, styleSheet, tintOf } from './theme.ts'

/** A picture that travels inside the mail. */
export interface InlineImage {
  readonly cid: string
  readonly png: Buffer
}

export interface EmailHtml {
  /** Refers to its pictures by `cid:`. */
  readonly html: string
  readonly images: readonly InlineImage[]
}

/**
 * The mail as HTML: tables and inline styles, which every client renders, with a style sheet for
 * what dark mode and narrow screens add. It asks no server for anything.
 */
export async function renderEmailHtml(content: Content): Promise<EmailHtml> {
  const images: InlineImage[] = []
  const attach = (name: string, { png }: Picture) => {
    const cid = `${name}@card`
    images.push({ cid, png })
    return `cid:${cid}`
  }
  const html = await render(mailOf(content, wordsOf(content), attach))
  return { html, images }
}

type Attach = (name: string, picture: Picture) => string

function mailOf(content: Content, words: Words, attach: Attach): ReactElement {
  const { locale, told } = content
  const body = 'cards' in told ? cardsOf(content, words, attach) : linkOf(content, words)
  return h(
    Html,
    { lang: locale },
    h(
      Head,
      null,
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      h('title', null, words.subject),
      h('style', null, styleSheet),
    ),
    h(
      Body,
      { style: { margin: 0, padding: 0 } },
      h(Preview, null, words.texts.preview(words.said)),
      h(
        Section,
        { className: 'page', style: { backgroundColor: light.page, padding: '24px 8px' } },
        h(
          Container,
          {
            className: 'paper',
            style: {
              maxWidth: 600,
              backgroundColor: light.paper,
              border: `1px solid ${light.line}`,
              borderRadius: 16,
              overflow: 'hidden',
              fontFamily: SANS,
            },
          },
          headingOf(content, words),
          faceOf(content, words),
          body,
          instructionsOf(content, words),
          footOf(words),
        ),
      ),
    ),
  )
}

const edge = { padding: '0 36px' }

function headingOf({ gift }: Content, { heading }: Words): ReactElement {
  return h(
    Section,
    { className: 'edge', style: { ...edge, padding: '36px 36px 24px' } },
    h(
      Heading,
      {
        as: 'h1',
        className: 'text',
        style: { margin: 0, fontSize: 24, lineHeight: '32px', fontWeight: 650, color: light.text },
      },
      heading,
    ),
    quiet(gift.productName, { margin: '6px 0 0' }),
  )
}

/** The face of the card: the brand's colour, its initials, and what the card is worth. */
function faceOf({ gift: { brand } }: Content, { texts, said, worth }: Words): ReactElement {
  const white = { margin: 0, color: '#ffffff' }
  const small = { ...white, fontSize: 15, lineHeight: '22px', fontWeight: 600 }
  return h(
    Section,
    { className: 'edge', style: edge },
    h(
      Section,
      { style: { backgroundColor: shadeOf(brand.hue), borderRadius: 14 } },
      h(
        Row,
        null,
        h(
          Column,
          { style: { padding: '24px 0 0 24px', width: 60 } },
          h(
            'div',
            {
              'aria-hidden': true,
              style: {
                width: 44,
                height: 44,
                lineHeight: '44px',
                borderRadius: 12,
                backgroundColor: tintOf(brand.hue),
                color: '#ffffff',
                textAlign: 'center',
                fontSize: 18,
                fontWeight: 700,
              },
            },
            brand.initials,
          ),
        ),
        h(Column, { style: { padding: '24px 24px 0 0' } }, h(Text, { style: small }, brand.name)),
      ),
      h(
        Row,
        null,
        h(
          Column,
          { style: { padding: '44px 24px 24px' } },
          h(
            Text,
            {
              className: 'amount',
              style: { ...white, fontSize: 40, lineHeight: '48px', fontWeight: 700 },
            },
            worth,
          ),
          h(Text, { style: { ...small, fontWeight: 500 } }, texts.giftCards(said.quantity)),
        ),
      ),
    ),
  )
}

function cardsOf(content: Content, words: Words, attach: Attach): ReactElement {
  const cards = 'cards' in content.told ? content.told.cards : []
  return h(
    Section,
    { className: 'edge', style: { ...edge, padding: '24px 36px 0' } },
    ...cards.map((card, index) =>
      h(
        Section,
        {
          key: index,
          className: 'field',
          style: {
            backgroundColor: light.field,
            border: `1px solid ${light.line}`,
            borderRadius: 14,
            marginBottom: 12,
          },
        },
        cardOf(card, { index, count: cards.length }, words, {
          attach,
          pictures: picturesOf(content, card),
        }),
      ),
    ),
    quiet(words.texts.keepSafe, { margin: '4px 0 0' }),
  )
}

interface Place {
  readonly index: number
  readonly count: number
}

interface Drawn {
  readonly attach: Attach
  readonly pictures: CardPictures
}

function cardOf(card: ToldCard, place: Place, words: Words, drawn: Drawn): ReactElement {
  const { texts } = words
  const { qrCode, barcode } = drawn.pictures
  const { number, pin, url } = card
  const name = `${place.index + 1}`
  const cell = { padding: '20px 24px', verticalAlign: 'top' }
  const codes = h(
    Column,
    { className: 'stack', style: cell },
    place.count > 1 &&
      quiet(texts.cardOf(place.index + 1, place.count), { margin: '0 0 12px', fontWeight: 600 }),
    number !== null && fieldOf(texts.code, number),
    pin !== null && fieldOf(texts.pin, pin),
    url !== null && buttonTo(url, texts.redeem),
  )
  const scanned =
    qrCode &&
    h(
      Column,
      { className: 'stack picture', style: { ...cell, paddingLeft: 0, width: QR_SIZE } },
      imageOf(
        drawn.attach(`qr-${name}`, qrCode),
        { width: QR_SIZE, height: QR_SIZE },
        texts.qrCode,
      ),
    )
  const tilled =
    barcode &&
    h(
      Row,
      null,
      h(
        Column,
        { style: { padding: '0 24px 20px' } },
        imageOf(drawn.attach(`barcode-${name}`, barcode), barcode, texts.barcode),
      ),
    )
  return h(Fragment, null, h(Row, null, codes, scanned), tilled)
}

const QR_SIZE = 116

function fieldOf(label: string, value: string): ReactElement {
  return h(
    'div',
    { key: label, style: { marginBottom: 12 } },
    quiet(label, { margin: 0, fontSize: 13 }),
    h(
      Text,
      {
        className: 'text code select',
        style: {
          margin: '2px 0 0',
          fontFamily: MONO,
          fontSize: 22,
          lineHeight: '30px',
          fontWeight: 600,
          letterSpacing: '0.04em',
          wordBreak: 'break-all',
          color: light.text,
        },
      },
      value,
    ),
  )
}

function imageOf(src: string, { width, height }: Omit<Picture, 'png'>, alt: string): ReactElement {
  const style = { display: 'block', maxWidth: '100%', borderRadius: 8, backgroundColor: '#ffffff' }
  // Without the hint React tells browsers to load it ahead, by an element that mail clients strip.
  return h(Img, { src, alt, width, height, style, fetchPriority: 'low' })
}

function buttonTo(href: string, label: string): ReactElement {
  return h(
    Button,
    {
      href,
      style: {
        margin: '4px 0 12px',
        padding: '14px 24px',
        borderRadius: 10,
        backgroundColor: '#1f4fd8',
        color: '#ffffff',
        fontSize: 16,
        fontWeight: 600,
        textAlign: 'center',
        textDecoration: 'none',
      },
    },
    label,
  )
}

function linkOf({ told, locale }: Content, { texts }: Words): ReactElement | undefined {
  if ('cards' in told) return undefined
  return h(
    Section,
    { className: 'edge', style: { ...edge, padding: '28px 36px 0', textAlign: 'center' } },
    buttonTo(told.url, texts.openGift),
    quiet(texts.linkNote(formatDate(locale, told.until)), { margin: '8px 0 0' }),
  )
}

function instructionsOf(content: Content, { texts }: Words): ReactElement | undefined {
  const { steps, language, note } = redeemingOf(content)
  if (steps.length === 0) return undefined
  return h(
    Section,
    { className: 'edge', style: { ...edge, padding: '28px 36px 0' } },
    h(
      Heading,
      {
        as: 'h2',
        className: 'text',
        style: { margin: 0, fontSize: 17, lineHeight: '24px', fontWeight: 650, color: light.text },
      },
      texts.howToRedeem,
    ),
    note !== undefined && quiet(note, { margin: '4px 0 0' }),
    h(
      'ol',
      {
        lang: language,
        className: 'text',
        style: { margin: '8px 0 0', paddingLeft: 22, color: light.text },
      },
      ...steps.map((step) =>
        h(
          'li',
          { key: step, style: { margin: '0 0 6px', fontSize: 15, lineHeight: '23px' } },
          step,
        ),
      ),
    ),
  )
}

function footOf({ texts, ask }: Words): ReactElement {
  return h(
    Section,
    { className: 'edge', style: { ...edge, padding: '24px 36px 32px' } },
    h(
      'div',
      { className: 'line', style: { borderTop: `1px solid ${light.line}`, paddingTop: 20 } },
      quiet(`${texts.questions} ${ask}`, { margin: 0 }),
    ),
  )
}

function quiet(text: string, style: CSSProperties): ReactElement {
  const base: CSSProperties = {
    fontSize: 14,
    lineHeight: '22px',
    color: light.quiet,
    overflowWrap: 'anywhere',
  }
  return h(Text, { key: text, className: 'quiet', style: { ...base, ...style } }, text)
}
