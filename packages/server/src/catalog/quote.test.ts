import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DialectName, dialects } from '../accounts/index.ts'
import { getCurrency } from '../core/currency.ts'
import { parseDecimal } from '../core/decimal.ts'
import { formatMicros, parseMicros } from '../core/money.ts'
import { type QuoteRequest, quote, RATE_PLACES } from './quote.ts'

/** An order as it was published, every number as text; what is absent is zero or one. */
interface Published {
  readonly order: string
  readonly dialect: DialectName
  readonly currency: string
  readonly unitPrice: string
  readonly quantity?: number
  readonly rate?: string
  readonly discount?: string
  readonly feePercentage?: string
  readonly fee?: string
  readonly sms?: string
}

interface Expected {
  readonly amount: string
  readonly discountAmount?: string
  readonly cost?: string
}

function read(text: string): bigint {
  const micros = parseMicros(text)
  if (micros === undefined) throw new Error(`${text} is no amount`)
  return micros
}

function requestOf(published: Omit<Published, 'order'>): QuoteRequest {
  const { rate = '1', discount = '0', feePercentage = '0', fee = '0', sms = '0' } = published
  return {
    rules: dialects[published.dialect].pricing,
    currency: getCurrency(published.currency),
    quantity: BigInt(published.quantity ?? 1),
    unitPrice: read(published.unitPrice),
    rate: parseDecimal(rate, RATE_PLACES) ?? 0n,
    discountPercentage: read(discount),
    senderFeePercentage: read(feePercentage),
    senderFee: read(fee),
    smsFee: read(sms),
  }
}

const gross = { dialect: '2022-06' } as const
const net = { dialect: '2026-10', currency: 'USD' } as const
const card = { ...net, discount: '2', fee: '1' }

/** Every published order whose inputs are known and whose sums were found to be exact. */
const recorded: readonly (Published & Expected)[] = [
  {
    ...{ order: 'the quickstart', ...gross, currency: 'NGN', unitPrice: '5', rate: '570' },
    ...{ discount: '0.9', fee: '285', sms: '4.45' },
    ...{ amount: '3139.45', discountAmount: '25.65', cost: '3113.80' },
  },
  {
    ...{ order: 'the API reference of 2022', ...gross, currency: 'NGN', unitPrice: '59.99' },
    ...{ rate: '570', discount: '5', fee: '285', sms: '56.91' },
    ...{ amount: '34536.21', discountAmount: '1709.72' },
  },
  {
    ...{ order: '563 of 2021', dialect: '2021-11', currency: 'INR', unitPrice: '59.99' },
    ...{ rate: '74.3251', discount: '5.95', fee: '37.16255' },
    ...{ amount: '4495.9253', discountAmount: '265.29638' },
  },
  {
    ...{ order: '815 of the Java SDK', ...gross, currency: 'USD', unitPrice: '15' },
    ...{ rate: '1.1348', discount: '2.9', fee: '0.5', amount: '17.52', discountAmount: '0.49' },
  },
  {
    ...{ order: '814 of the Java SDK', ...gross, currency: 'USD', unitPrice: '50' },
    ...{ rate: '1.1348', discount: '2.9', fee: '0.5', amount: '57.24', discountAmount: '1.65' },
  },
  {
    ...{ order: '611499 of 2024, live', ...net, unitPrice: '5.02', feePercentage: '2' },
    ...{ fee: '1', amount: '6.1204', cost: '6.1204' },
  },
  {
    ...{ order: '39018 of 2024, sandbox', ...net, unitPrice: '44', fee: '6' },
    ...{ amount: '50', cost: '50' },
  },
  { order: 'Red Lobster', ...net, unitPrice: '5', fee: '1', amount: '6' },
  { order: 'Xbox Live', ...net, unitPrice: '5', discount: '5', fee: '1', amount: '5.75' },
  {
    ...{ order: 'two of Xbox Live', ...net, unitPrice: '5', quantity: 2 },
    ...{ discount: '5', fee: '1', amount: '11.5' },
  },
  {
    ...{ order: 'Razer Gold', ...net, unitPrice: '5', discount: '1' },
    ...{ feePercentage: '1', fee: '1', amount: '6' },
  },
  {
    ...{ order: 'Xbox US', ...net, unitPrice: '10', discount: '1.5' },
    ...{ feePercentage: '1', fee: '1', amount: '10.95' },
  },
  { order: 'Target', ...net, unitPrice: '1', feePercentage: '1', fee: '1', amount: '2.01' },
  { order: 'Amazon US', ...net, unitPrice: '5.25', amount: '5.25' },
  { order: 'Mastercard of 1.234', ...card, unitPrice: '1.234', amount: '2.20932' },
  { order: 'Mastercard of 1.20014', ...card, unitPrice: '1.20014', amount: '2.17614' },
  {
    ...{ order: 'two Mastercards', ...card, unitPrice: '1.20013', quantity: 2 },
    ...{ amount: '4.35225', cost: '4.352255' },
  },
  {
    ...{ order: 'three Mastercards', ...card, unitPrice: '1.20013', quantity: 3 },
    ...{ amount: '6.52838', cost: '6.528382' },
  },
  {
    ...{ order: 'App Store France', ...net, unitPrice: '5', rate: '1.176776', fee: '1' },
    ...{ amount: '6.88388' },
  },
  {
    ...{ order: 'Amazon UAE', ...net, unitPrice: '5', rate: '0.272294', discount: '1.2' },
    ...{ fee: '1', amount: '2.34513' },
  },
  {
    ...{ order: 'Google Play KSA', ...net, unitPrice: '20', rate: '0.272148', fee: '1' },
    ...{ amount: '6.44296' },
  },
  // These two are exact with a rate that is finer than the six decimals it was published with.
  {
    ...{ order: 'Netflix Spain', ...net, unitPrice: '25', rate: '1.1767764', fee: '1' },
    ...{ amount: '30.41941' },
  },
  {
    ...{ order: 'Roblox Finland', ...net, unitPrice: '10', rate: '1.1767764', discount: '5' },
    ...{ fee: '1', amount: '12.17938' },
  },
]

describe('a recorded order is priced to the last digit', () => {
  test.each(recorded)('$order: $amount', ({ amount, discountAmount, cost, ...published }) => {
    const priced = quote(requestOf(published))
    expect(formatMicros(priced.amount)).toBe(formatMicros(read(amount)))
    if (discountAmount !== undefined) {
      expect(formatMicros(priced.discount)).toBe(formatMicros(read(discountAmount)))
    }
    if (cost !== undefined) expect(formatMicros(priced.cost)).toBe(formatMicros(read(cost)))
  })
})

describe('the parts of a price', () => {
  const inputs = { unitPrice: '5', discount: '0.9', feePercentage: '1.5', fee: '0.3333' }

  test.each([
    // Face 756, fee 11.34 + 0.3333, discount 6.804.
    ['JPY', '151.2', { face: '756', fee: '12', discount: '7', amount: '768', cost: '761' }],
    ['NGN', '570', { face: '2850', fee: '43.08', discount: '25.65', amount: '2893.08' }],
    // Face 1.535, fee 0.023025 + 0.3333, discount 0.013815.
    ['KWD', '0.307', { face: '1.535', fee: '0.356', discount: '0.014', amount: '1.891' }],
  ])('gross, in %s, are each rounded to its minor unit', (currency, rate, parts) => {
    const priced = quote(requestOf({ ...inputs, dialect: '2022-06', currency, rate }))
    for (const [part, amount] of Object.entries(parts)) {
      expect(priced).toHaveProperty(part, read(amount))
    }
  })

  test.each([
    // Exactly 756 + 11.34 - 6.804 + 0.3333.
    ['JPY', '151.2', { fee: '12', discount: '7', amount: '760.8693', cost: '760.8693' }],
    ['NGN', '570', { fee: '43.08', discount: '25.65', amount: '2867.4333' }],
    // Exactly 1.535 + 0.023025 - 0.013815 + 0.3333.
    ['KWD', '0.307', { fee: '0.356', discount: '0.014', amount: '1.87751', cost: '1.87751' }],
  ])('net, in %s, are shown rounded and charged exactly', (currency, rate, parts) => {
    const priced = quote(requestOf({ ...inputs, dialect: '2026-10', currency, rate }))
    for (const [part, amount] of Object.entries(parts)) {
      expect(priced).toHaveProperty(part, read(amount))
    }
  })

  test('the flat fee is per card and the SMS per order', () => {
    for (const dialect of ['2021-11', '2022-06', '2026-10'] as const) {
      const priced = quote(
        requestOf({ dialect, currency: 'USD', unitPrice: '10', quantity: 3, fee: '0.5', sms: '1' }),
      )
      expect(priced).toMatchObject({
        fee: read('1.5'),
        smsFee: read('1'),
        amount: read('32.5'),
        cost: read('32.5'),
      })
    }
  })
})

const currency = fc.constantFrom('JPY', 'NGN', 'KWD').map(getCurrency)
const percentage = fc.bigInt({ min: 0n, max: 100_000_000n })

const requests = (...names: DialectName[]) =>
  fc.record({
    rules: fc.constantFrom(...names).map((name) => dialects[name].pricing),
    currency,
    quantity: fc.bigInt({ min: 1n, max: 100n }),
    unitPrice: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    rate: fc.bigInt({ min: 1n, max: 10n ** 17n }),
    discountPercentage: percentage,
    senderFeePercentage: percentage,
    senderFee: fc.bigInt({ min: 0n, max: 10n ** 10n }),
    smsFee: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  })

const all = requests('2021-11', '2022-06', '2026-10')

describe('whatever is bought', () => {
  test('a gross price is the sum of its parts, and its cost is that without the discount', () => {
    fc.assert(
      fc.property(requests('2021-11', '2022-06'), (request) => {
        const { face, fee, smsFee, discount, amount, cost } = quote(request)
        expect(amount).toBe(face + fee + smsFee)
        expect(cost).toBe(amount - discount)
      }),
    )
  })

  test('a gross part has no more decimals than its dialect allows', () => {
    fc.assert(
      fc.property(requests('2021-11', '2022-06'), (request) => {
        const { face, fee, discount } = quote(request)
        const places = request.rules.places === 'minor' ? request.currency.minorPlaces : 5
        const unit = 10n ** BigInt(6 - places)
        for (const part of [face, fee, discount]) expect(part % unit).toBe(0n)
      }),
    )
  })

  test('a net cost is the exact price to half a micro-unit, and the amount to half of 10⁻⁵', () => {
    fc.assert(
      fc.property(requests('2026-10'), (request) => {
        const { quantity, unitPrice, rate, senderFee, smsFee } = request
        const kept = 100_000_000n - request.discountPercentage + request.senderFeePercentage
        // In units of 10⁻²⁰ of a micro-unit, in which the price is a whole number.
        const unit = 10n ** 20n
        const exact = quantity * unitPrice * rate * kept + (quantity * senderFee + smsFee) * unit
        const { amount, cost } = quote(request)
        const off = (rounded: bigint) => {
          const difference = rounded * unit - exact
          return 2n * (difference < 0n ? -difference : difference)
        }
        expect(off(cost)).toBeLessThanOrEqual(unit)
        expect(off(amount)).toBeLessThanOrEqual(10n * unit)
        expect(amount % 10n).toBe(0n)
      }),
    )
  })

  test('more of it never costs less', () => {
    fc.assert(
      fc.property(all, fc.bigInt({ min: 0n, max: 10n }), (request, more) => {
        const { quantity } = request
        const one = quote(request)
        const other = quote({ ...request, quantity: quantity + more })
        expect(other.cost).toBeGreaterThanOrEqual(one.cost)
        expect(other.amount).toBeGreaterThanOrEqual(one.amount)
      }),
    )
  })

  test('a higher face value never costs less', () => {
    fc.assert(
      fc.property(all, fc.bigInt({ min: 0n, max: 10n ** 6n }), (request, more) => {
        const one = quote(request)
        const other = quote({ ...request, unitPrice: request.unitPrice + more })
        expect(other.cost).toBeGreaterThanOrEqual(one.cost)
        expect(other.amount).toBeGreaterThanOrEqual(one.amount)
      }),
    )
  })

  test('a higher discount never costs more, and a higher fee never less', () => {
    fc.assert(
      fc.property(all, percentage, (request, other) => {
        const [low, high] = [request.discountPercentage, other].toSorted((a, b) => (a < b ? -1 : 1))
        const at = (change: Partial<QuoteRequest>) => quote({ ...request, ...change }).cost
        const { senderFee } = request
        expect(at({ discountPercentage: high ?? 0n })).toBeLessThanOrEqual(
          at({ discountPercentage: low ?? 0n }),
        )
        expect(at({ senderFee: senderFee + 1n })).toBeGreaterThanOrEqual(at({ senderFee }))
      }),
    )
  })

  test('nothing in a price is ever negative', () => {
    fc.assert(
      fc.property(all, (request) => {
        for (const part of Object.values(quote(request) as object)) {
          expect(part).toBeGreaterThanOrEqual(0n)
        }
      }),
    )
  })

  test('some cards cost the same as one of their total, when there is no fee per card', () => {
    fc.assert(
      fc.property(all, (request) => {
        const { quantity, unitPrice } = request
        const some = quote({ ...request, senderFee: 0n })
        const one = { quantity: 1n, unitPrice: quantity * unitPrice, senderFee: 0n }
        expect(quote({ ...request, ...one })).toEqual(some)
      }),
    )
  })
})
