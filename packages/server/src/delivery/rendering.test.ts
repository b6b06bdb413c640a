import { describe, expect, test } from 'vitest'
import { instructionsFor } from '../catalog/index.ts'
import type { Gift } from './model.ts'
import { type Rendered, type RenderRequest, renderMessage } from './rendering.ts'
import { shadeOf } from './templates/theme.ts'

const gift: Gift = {
  orderId: 1n,
  senderName: null,
  productName: 'Amazon US',
  brand: { name: 'Amazon', initials: 'A', hue: 36 },
  unitPrice: 5_000_000n,
  currency: 'USD',
  quantity: 1,
  parts: 'code',
  instructions: { concise: '', verbose: 'Show the code at the till.' },
}

function write(
  number: string,
  { locale = 'en-US', channel = 'email', ...more }: Partial<Gift & Written> = {},
): Promise<Rendered> {
  const own = { ...gift, ...more }
  const card = { number, pin: own.parts === 'code' ? null : '1234', url: null }
  const told = { cards: Array.from({ length: own.quantity }, () => card) }
  return renderMessage({ channel, locale, gift: own, told, support: undefined })
}

type Written = Pick<RenderRequest, 'locale' | 'channel'>

describe('a mail', () => {
  test('has a picture of every code that a camera reads, and is written with any other', async () => {
    expect((await write('ABCD-1234')).images.map(({ cid }) => cid)).toEqual([
      'qr-1@card',
      'barcode-1@card',
    ])
    for (const odd of ['', 'x'.repeat(3_000)]) expect((await write(odd)).images).toEqual([])
  })

  test('says nothing about how to redeem where nobody knows', async () => {
    const instructions = { concise: '', verbose: '' }
    const { html, text } = await write('ABCD-1234', { instructions })
    expect(html + text).not.toContain('How to redeem')
    expect((await write('ABCD-1234')).text).toContain('How to redeem\n1. Show the code')
  })

  test('explains in the language of its reader, where somebody has written that', async () => {
    const known = instructionsFor('account', { brand: 'Amazon', at: 'amazon.fr' })
    const french = await write('ABCD-1234', { locale: 'fr-FR', instructions: known })
    expect(french.html).toContain('<ol lang="fr"')
    expect(french.text).toContain('1. Connectez-vous à votre compte Amazon sur amazon.fr')
    expect(french.html + french.text).not.toContain('anglais')
  })

  test('says when the instructions are in English, to whoever reads something else', async () => {
    const french = await write('ABCD-1234', { locale: 'fr-FR' })
    expect(french.html).toMatch(/qu’en anglais\..*<ol lang="en"/s)
    expect(french.text).toMatch(/qu’en anglais\.\n1\. Show the code/)
    expect((await write('ABCD-1234')).text).toContain('How to redeem\n1. Show the code')
  })

  test('says how many cards there are beside what one is worth', async () => {
    const { html, text } = await write('ABCD-1234', { quantity: 2 })
    for (const part of [html, text]) expect(part).toContain('2\u00a0× $5.00 USD')
    expect((await write('ABCD-1234')).html).not.toContain('×')
  })

  test.each([
    ['Visit https://evil.example/win now', 'Visit evil example/win now'],
    ['www.evil.example', 'www evil example'],
    ['evil.com', 'evil com'],
    ['me@evil.co.uk', 'me@evil co uk'],
    ['javascript:alert(1)', 'alert(1)'],
    ['10.0.0.1/x', '10 0 0 1/x'],
    ['evil。com', 'evil com'],
    ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
    ['St. John & Co.', 'St. John & Co.'],
    ['Zoë', 'Zoë'],
  ])('makes no link of the sender %s', async (senderName, shown) => {
    const { subject, html, text } = await write('ABCD-1234', { senderName })
    for (const part of [subject, text]) expect(part).toContain(shown)
    expect(html).not.toContain('evil.')
    if (shown !== senderName) expect(subject + text).not.toContain(senderName)
  })

  test('has letters that can be read on the colour of every brand', () => {
    for (let hue = 0; hue < 360; hue++) {
      expect(1.05 / (luminanceOf(shadeOf(hue)) + 0.05), `hue ${hue}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('a text message', () => {
  test.each([
    ['en-US', 'Acme sent you 3 gift cards for Amazon, $5.00 USD each.'],
    ['de-DE', 'Acme schenkt Ihnen 3 Geschenkkarten von Amazon, je 5,00 USD.'],
    ['fr-FR', 'Acme vous offre 3 cartes cadeaux Amazon, 5,00 $US chacune.'],
    ['es-ES', 'Acme te ha enviado 3 tarjetas regalo de Amazon, 5,00 US$ cada una.'],
    ['pt-BR', 'Acme enviou 3 gift cards Amazon, US$ 5,00 cada.'],
  ])('in %s says the number of cards once', async (locale, intro) => {
    const { text } = await write('A1', { channel: 'sms', locale, senderName: 'Acme', quantity: 3 })
    expect(text.split('\n')[0]).toBe(intro)
  })

  test('has every code and every PIN on a line of its own', async () => {
    const { text } = await write('A1', { channel: 'sms', parts: 'codeAndPin', quantity: 2 })
    expect(text.split('\n').slice(1)).toEqual(['Code: A1', 'PIN: 1234', 'Code: A1', 'PIN: 1234'])
  })
})

/** WCAG 2.2, relative luminance. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
