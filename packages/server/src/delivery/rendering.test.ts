import { describe, expect, test } from 'vitest'
import type { Gift } from './model.ts'
import { type Rendered, renderMessage } from './rendering.ts'
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

function write(number: string, more: Partial<Gift> = {}): Promise<Rendered> {
  const told = { cards: [{ number, pin: null, url: null }] }
  const own = { ...gift, ...more }
  return renderMessage({ channel: 'email', locale: 'en-US', gift: own, told, support: undefined })
}

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

/** WCAG 2.2, relative luminance. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
