import { expect, test } from 'vitest'
import { csvLines } from './csv.ts'

test('a cell is quoted where it has to be', () => {
  expect(csvLines([[1, 12n, null, 'plain', 'a, b', 'say "hi"', 'two\nlines'], ['next']])).toBe(
    '1,12,,plain,"a, b","say ""hi""","two\nlines"\r\nnext\r\n',
  )
})

test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '-', '-1.', '+12.50'])(
  '%j is not computed by a spreadsheet',
  (cell) => {
    expect(csvLines([[cell]])).toBe(`"'${cell}"\r\n`)
  },
)

test.each(['-12.50', '-1', '12.50', '0'])('%s stays a number', (cell) => {
  expect(csvLines([[cell]])).toBe(`${cell}\r\n`)
})
