import { describe, expect, test } from 'vitest'
import { countAnswer, expectError, expectNotModified } from '../src/contract/assertions.ts'
import { refusals } from '../src/contract/refusals.ts'
import { stranger } from '../src/contract/world.ts'

const SVG = 'image/svg+xml'

const pictures = [
  { template: '/images/brands/{brandId}.svg', known: '2', unknown: ['999999999', '0', 'abc'] },
  { template: '/images/cards/{brandId}.svg', known: '2', unknown: ['999999999', '0', 'abc'] },
  { template: '/images/flags/{countryCode}.svg', known: 'ng', unknown: ['zz', 'usa', '1'] },
]

for (const { template, known, unknown } of pictures) {
  const of = (name: string) => template.replace(/\{\w+\}/, name)

  describe(`GET ${template}`, () => {
    test('is a picture, for anybody to keep for a day', async () => {
      const answer = await stranger().get(of(known))
      expect(answer).toMatchObject({ status: 200, contentType: SVG })
      expect(answer.text).toMatch(/^<svg [\s\S]+<\/svg>\s*$/)
      // Shown inside pages of others: nothing in it may run, or ask anybody for anything.
      expect(answer.text).not.toMatch(/<script|\son\w+=|href=|url\((?!#)/i)
      expect(answer.headers['cache-control']).toBe('public, max-age=86400')
      countAnswer(answer)
      expectNotModified(await stranger().get(of(known), { 'if-none-match': answer.headers.etag }))
    })

    test('of nothing is refused', async () => {
      for (const name of unknown) expectError(await stranger().get(of(name)), refusals.noPicture)
    })
  })
}

describe('GET /images/flags/{countryCode}.svg', () => {
  test('takes the code in upper case', async () => {
    const { get } = stranger()
    const lower = await get('/images/flags/ng.svg')
    expect((await get('/images/flags/NG.svg')).text).toBe(lower.text)
  })
})
