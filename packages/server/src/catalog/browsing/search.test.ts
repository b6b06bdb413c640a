import { describe, expect, test } from 'vitest'
import type { Product } from '../model.ts'
import { createProductSearch, isWithin } from './search.ts'

describe('a word is within so many slips of another', () => {
  test.each([
    ['amazon', 'amazon', 0, true],
    ['amazon', 'amazn', 1, true],
    ['amazon', 'amaozn', 1, true],
    ['amazon', 'amzaon', 1, true],
    ['amazon', 'amazonn', 1, true],
    ['amazon', 'anazon', 1, true],
    ['amazon', 'anazom', 1, false],
    ['amazon', 'anazom', 2, true],
    ['amazon', 'zalando', 2, false],
    ['', 'ab', 2, true],
    ['', 'abc', 2, false],
  ])('%j and %j by %i: %s', (one, other, slips, expected) => {
    expect(isWithin(one, other, slips)).toBe(expected)
    expect(isWithin(other, one, slips)).toBe(expected)
  })
})

describe('a search', () => {
  const product = (id: number, name: string, brand: string, countryCode = 'US') =>
    ({ id: BigInt(id), name, brand: { id, name: brand }, countryCode }) as Product
  const products = [
    product(5, 'Amazon US', 'Amazon'),
    product(51, 'Amazon France', 'Amazon', 'FR'),
    product(7, 'Café Müller Germany', 'Café Müller', 'DE'),
    product(8, 'Google Play US', 'Google Play'),
    product(9, 'PlayStation US', 'PlayStation'),
  ]
  const names: Readonly<Record<string, string>> = {
    US: 'United States',
    FR: 'France',
    DE: 'Germany',
  }
  const search = createProductSearch(products, (code) => names[code] ?? code)
  const found = (text: string) =>
    [...search.find(text)].sort(([, a], [, b]) => b - a).map(([{ id }]) => Number(id))

  test.each([
    ['amazon', [5, 51]],
    ['AMAZON fr', [51]],
    ['united states amazon', [5]],
    ['cafe muller', [7]],
    ['googleplay', [8]],
    ['play', [8, 9]],
    ['amozon', [5, 51]],
    ['amozon frence', [51]],
    ['amazon nowhere', []],
    ['!?', []],
    ['', []],
  ])('for %j finds %j', (text, ids) => {
    expect(found(text)).toEqual(ids)
  })

  test('for an id has the product with that id first', () => {
    expect(found('5')).toEqual([5, 51])
  })
})
