import { texts } from '../texts/index.ts'
import { exact, formatAmount } from './money.ts'

export interface FaceValues {
  readonly recipientCurrencyCode: string
  readonly denominationType: 'FIXED' | 'RANGE'
  readonly denominations: readonly number[]
  readonly minDenomination: number | null
  readonly maxDenomination: number | null
}

/** More do not fit into a column. */
const SHOWN = 4

/** What a card is sold at, in a line: `5, 10, 25 USD` or `5 – 500 USD`. */
export function describeValues(product: FaceValues, shown = SHOWN): string {
  const { recipientCurrencyCode: currency, denominationType } = product
  if (denominationType === 'RANGE') {
    const [from, to] = ['minDenomination', 'maxDenomination'].map((name) =>
      formatAmount(exact(product, name), 0),
    )
    return `${texts.pricing.values.range(from ?? '', to ?? '')}\u00a0${currency}`
  }
  const { denominationsText } = product as { readonly denominationsText?: readonly string[] }
  const all = (denominationsText ?? product.denominations).map((value) => formatAmount(value, 0))
  const list = `${all.slice(0, shown).join(', ')}\u00a0${currency}`
  return all.length > shown ? texts.pricing.values.more(list, all.length - shown) : list
}
