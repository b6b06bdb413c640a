import { describe, expect, test } from 'vitest'
import { describeBreak, findLines } from './lines.ts'

describe('the line of a refused row', () => {
  const page = `{
  "totalPages": 1,
  "content": [
    { "productId": 1 },
    {
      "productId": 2,
      "fixedRecipientDenominations": [
        5,
        -10
      ],
      "brand": { "brandId": 3,
        "brandName": "" }
    },
    17
  ]
}`
  const rows = new Set([0, 1, 2])

  test.each([
    [0, 'productId', 4],
    [1, 'productId', 6],
    [1, 'fixedRecipientDenominations', 7],
    [1, 'fixedRecipientDenominations[1]', 9],
    [1, 'brand.brandName', 12],
    [2, '', 14],
  ])('%i %s is that of the field: %i', (row, field, line) => {
    expect(findLines(page, rows)(row, field)).toBe(line)
  })

  test.each([
    [0, 'productName', 4],
    [1, 'country.isoName', 5],
    [1, 'brand.logoUrl', 11],
    [1, 'fixedRecipientDenominations[7]', 7],
  ])('%i %s is that of the object, where the field is missing: %i', (row, field, line) => {
    expect(findLines(page, rows)(row, field)).toBe(line)
  })

  test('is found in a list as in a page', () => {
    expect(findLines('[\n{},\n{"global":\n1}]', rows)(1, 'global')).toBe(3)
  })

  test('is known of any row, whatever is in it', () => {
    const deep = `[\n${'['.repeat(100_000)}${']'.repeat(100_000)}]`
    expect(findLines(deep, rows)(0, '')).toBe(2)
  })
})

test.each([
  ['{"a": 1,\n "b": [1, 2,\n}', ':3:1 is no JSON: value expected.'],
  ['[1,2', ':1:5 is no JSON: close bracket expected.'],
  ['[{"a": 1}\n {"b": 2}]', ':2:2 is no JSON: comma expected.'],
  ['[\n"half', ':2:1 is no JSON: unexpected end of string.'],
  ['[1] // all', ':1:5 is no JSON: invalid comment token.'],
  ['', ':1:1 is no JSON: value expected.'],
  ['['.repeat(1_000_000), ' is no JSON.'],
])('%# a text that breaks off says where', (text, sentence) => {
  expect(describeBreak(text)).toBe(sentence)
})
