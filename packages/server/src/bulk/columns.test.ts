import { expect, test } from 'vitest'
import { createReader, suggestMapping } from './columns.ts'

test.each([
  [
    ['Product ID', 'Value', 'E-Mail', 'Phone Number'],
    {
      productId: 'Product ID',
      unitPrice: 'Value',
      recipientEmail: 'E-Mail',
      recipientPhone: 'Phone Number',
    },
  ],
  [
    ['brand', 'COUNTRY', 'Amount', 'Qty', 'to', 'From', 'ref'],
    {
      product: 'brand',
      country: 'COUNTRY',
      unitPrice: 'Amount',
      quantity: 'Qty',
      recipientEmail: 'to',
      senderName: 'From',
      customIdentifier: 'ref',
    },
  ],
  [['whatever', 'else'], {}],
])('columns are known by what people call them: %j', (columns, mapping) => {
  expect(suggestMapping(columns)).toEqual(mapping)
})

test('our own files need no mapping', () => {
  const columns = ['productId', 'quantity', 'recipientPhoneCountry', 'customIdentifier', 'error']
  expect(Object.values(suggestMapping(columns))).toEqual(columns.slice(0, -1))
})

test('a record says what its columns and the defaults say', () => {
  const read = createReader(
    { columns: ['v', 'mail'] },
    { unitPrice: 'v', recipientEmail: 'mail' },
    { productId: '5', unitPrice: '10', senderName: '' },
  )
  expect(read({ line: 2, cells: ['7', 'jane@example.com'] })).toEqual({
    productId: '5',
    unitPrice: '7',
    recipientEmail: 'jane@example.com',
  })
  expect(read({ line: 3, cells: [''] })).toEqual({ productId: '5', unitPrice: '10' })
})

test('a mapping to a column that is not there is refused', () => {
  expect(() => createReader({ columns: ['a'] }, { quantity: 'b' }, {})).toThrow('field quantity')
})
