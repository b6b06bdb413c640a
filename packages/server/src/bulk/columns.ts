import { bulkErrors } from './errors.ts'
import type { Given, RowField } from './model.ts'
import { rowFields } from './model.ts'
import type { Table, TableRecord } from './table.ts'

/** Which column of a file has which field. */
export type Mapping = Readonly<Partial<Record<RowField, string>>>

/** What columns are called in files that people have, without spaces and signs; the likeliest first. */
const names: Readonly<Record<RowField, readonly string[]>> = {
  productId: ['productid', 'idproduct', 'sku', 'giftcardid', 'cardid'],
  product: ['product', 'productname', 'giftcard', 'card', 'brand', 'brandname', 'merchant', 'name'],
  country: ['country', 'countrycode', 'productcountry', 'region', 'market'],
  quantity: ['quantity', 'qty', 'count', 'cards', 'number', 'numberofcards'],
  unitPrice: ['unitprice', 'value', 'facevalue', 'amount', 'denomination', 'price', 'cardvalue'],
  recipientEmail: ['recipientemail', 'email', 'emailaddress', 'mail', 'recipient', 'to'],
  recipientPhone: [
    ...['recipientphone', 'recipientphonenumber', 'phonenumber', 'phone', 'mobile'],
    ...['mobilenumber', 'mobilephone', 'telephone', 'sms', 'cell'],
  ],
  recipientPhoneCountry: ['recipientphonecountry', 'phonecountry', 'recipientphonecountrycode'],
  senderName: ['sendername', 'sender', 'from', 'company'],
  userId: ['userid', 'player', 'playerid', 'accountid', 'gameid'],
  customIdentifier: ['customidentifier', 'identifier', 'reference', 'ref', 'externalid', 'id'],
}

/** The columns that are called as people call these fields; each column once. */
export function suggestMapping(columns: readonly string[]): Mapping {
  const left = new Map(columns.map((column) => [plain(column), column]))
  const mapping: Partial<Record<RowField, string>> = {}
  for (const field of rowFields) {
    const name = names[field].find((each) => left.has(each))
    if (name === undefined) continue
    mapping[field] = left.get(name) ?? ''
    left.delete(name)
  }
  return mapping
}

function plain(column: string): string {
  return column.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}

/**
 * Reads records by a mapping; what a record does not say is as the defaults have it.
 *
 * @throws unknownColumn
 */
export function createReader(
  { columns }: Pick<Table, 'columns'>,
  mapping: Mapping,
  defaults: Given,
): (record: TableRecord) => Given {
  const places = Object.entries(mapping).map(([field, column]) => {
    const place = columns.indexOf(column)
    if (place === -1) throw bulkErrors.unknownColumn({ field })
    return [field, place] as const
  })
  const fallbacks = Object.entries(defaults).filter(([, value]) => value !== '')
  return ({ cells }) => {
    const said = places.map(([field, place]) => [field, cells[place] ?? ''] as const)
    return Object.fromEntries([...fallbacks, ...said.filter(([, value]) => value !== '')]) as Given
  }
}
