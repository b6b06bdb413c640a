import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divideHalfUp, formatDecimal, parseDecimal } from '../../core/decimal.ts'
import { convert, RATE_PLACES, type Rate, roundRate } from '../quote.ts'
import { findRate, type Snapshot } from '../snapshot.ts'
import { inferRate, type RateEvidence } from './rates.ts'

const CENTS = 2

function rate(text: string): Rate {
  return parseDecimal(text, RATE_PLACES) ?? 0n
}

/** Evidence as it is published: `row('0.000056', '100000: 5.60')`. */
function row(published: string | null, ...prices: string[]): RateEvidence {
  return {
    rate: published === null ? null : rate(published),
    prices: prices.map((text) => {
      const [face = 0n, price = 0n] = text.split(': ').map((part) => parseDecimal(part, 6))
      return { face, price }
    }),
  }
}

function infer(...rows: RateEvidence[]): string | undefined {
  const inferred = inferRate(rows, CENTS)
  return inferred === undefined ? undefined : formatDecimal(inferred, RATE_PLACES, 0)
}

describe('a rate', () => {
  test('is the published one when that gives the published prices', () => {
    expect(infer(row('1.176776', '5: 5.88', '10: 11.77'))).toBe('1.176776')
  })

  test('has the digits that six decimals leave out, from the prices', () => {
    expect(infer(row('0.000056', '100000: 5.60', '300000: 16.79', '500000: 27.98'))).toBe(
      '0.00005596',
    )
  })

  test('is shown again as it was published', () => {
    const inferred = rate(infer(row('0.000038', '75000: 2.89', '200000: 7.70')) ?? '')
    expect(roundRate(inferred, 6)).toBe(rate('0.000038'))
  })

  test('is told by the prices alone, in as few digits as they need', () => {
    expect(infer(row(null, '10: 11.30', '100: 113.00'))).toBe('1.13')
  })

  test('that is published as zero is told by the prices', () => {
    expect(infer(row('0', '1000000: 0.23'))).toBe('0.00000023')
  })

  test('is not known from a zero and nothing else', () => {
    expect(infer(row('0'))).toBeUndefined()
    expect(infer(row(null))).toBeUndefined()
    expect(infer(row('0', '10: 0.00'))).toBeUndefined()
    expect(infer()).toBeUndefined()
  })

  test('that moved between the rows is that of the last', () => {
    expect(infer(row('1.1', '100: 110.00'), row('1.2', '100: 120.00'))).toBe('1.2')
  })

  test('is not that of a row with a slipped decimal point, wherever it stands', () => {
    const rows = [
      row('1.176776', '5: 5.88'),
      row('1.176779', '5: 5.88'),
      row('1176776', '5: 5.88'),
      row('1.176776', '5: 588.00'),
      row(null, '5: 588.00'),
    ]
    for (const [place] of rows.entries()) {
      const turned = [...rows.slice(place), ...rows.slice(0, place)]
      expect(infer(...turned)).toMatch(/^1\.17677[69]$/)
    }
  })

  test('is published as zero by any number of rows, where another row tells it', () => {
    expect(infer(row('0'), row('0', '1000000: 0.23'), row('0', '10: 0.00'))).toBe('0.00000023')
  })

  test('is the published one when no rate gives the prices', () => {
    expect(infer(row('570', '25: 10264.50', '50: 20529.00'))).toBe('570')
  })
})

const realRate = fc.bigInt({ min: 1_000_000n, max: 10n ** 18n })
const faces = fc.array(fc.bigInt({ min: 1n, max: 10n ** 8n }), { minLength: 1, maxLength: 8 })

describe('whatever the rate and the face values', () => {
  test('every price and the rate are what was published', () => {
    const lists = fc.array(faces, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(realRate, lists, fc.constantFrom(0, 2), (real, rows, places) => {
        const published = roundRate(real, 6)
        const evidence = rows.map((cents) => ({
          rate: published,
          prices: cents
            .map((each) => each * 10_000n)
            .map((face) => ({ face, price: convert(face, real, places) })),
        }))
        const inferred = inferRate(evidence, places) ?? 0n
        expect(roundRate(inferred, 6)).toBe(published)
        for (const { face, price } of evidence.flatMap(({ prices }) => prices)) {
          expect(convert(face, inferred, places)).toBe(price)
        }
      }),
    )
  })

  test('a rate that is kept per US dollar comes back to its last decimal', () => {
    // From a currency of ten dollars to one of 90,000 per dollar; the dearest is worth 3.30.
    const perUsd = fc.bigInt({ min: 10n ** 17n, max: 9n * 10n ** 22n })
    const pairs = perUsd.chain((ofSender) =>
      fc.tuple(
        fc.constant(ofSender),
        fc.bigInt({ min: 1_000n, max: (33n * ofSender) / 10n ** 7n }),
      ),
    )
    fc.assert(
      fc.property(pairs, ([ofSender, real]) => {
        const ofCard = divideHalfUp(ofSender * 10n ** 12n, real)
        expect(findRate(snapshotOf({ SND: ofSender, CRD: ofCard }), 'CRD', 'SND')).toBe(real)
      }),
    )
  })
})

function snapshotOf(perUsd: Record<string, bigint>): Snapshot {
  return {
    categories: [],
    products: new Map(),
    brands: new Map(),
    perUsd: new Map(Object.entries(perUsd)),
    smsPricesUsd: new Map(),
    priceLists: new Map(),
  }
}
