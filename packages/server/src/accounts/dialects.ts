import type { Micros } from '../core/money.ts'

/**
 * What differs between the years of the Gift Cards API. A client is pinned to
 * one dialect; every difference is an entry here and is read from the
 * principal, so that no other place asks which year it is.
 */
export interface Dialect {
  readonly name: DialectName
  readonly pricing: PricingRules
  /** Life of a token in test mode, in seconds. */
  readonly testTokenSeconds: number
  /** The most an order in test mode may be worth, in US dollars; undefined for no limit. */
  readonly testOrderLimitUsd: Micros | undefined
  /**
   * How what does not exist is refused (products, countries, redeem instructions, face values):
   * `coded` with 404 and a code, `uncoded` with 400 and none, as it once was.
   */
  readonly refusals: 'coded' | 'uncoded'
  /** The `errorCode` for a request without a token. */
  readonly missingToken: 'INVALID_TOKEN' | 'MISSING_TOKEN'
  /** The `errorCode` for an order that does not exist. */
  readonly unknownTransaction: 'TRANSACTION_NOT_FOUND' | null
  /** Whether cards are sent as whatever type is asked for, or only as the vendor's own. */
  readonly cardTypes: 'any' | 'vendor'
}

/** How the price of an order is put together. */
export interface PricingRules {
  /** Whether `amount` is what the order costs before (`gross`) or after (`net`) its discount. */
  readonly amount: 'gross' | 'net'
  /** Decimal places of the amounts; `minor` is the currency's own minor unit. */
  readonly places: 'minor' | 5
}

export const dialectNames = ['2021-11', '2022-06', '2026-10'] as const

export type DialectName = (typeof dialectNames)[number]

const USD_100: Micros = 100_000_000n

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  '2021-11': {
    name: '2021-11',
    pricing: { amount: 'gross', places: 5 },
    testTokenSeconds: 86_400,
    testOrderLimitUsd: undefined,
    refusals: 'uncoded',
    missingToken: 'INVALID_TOKEN',
    unknownTransaction: null,
    cardTypes: 'any',
  },
  '2022-06': {
    name: '2022-06',
    pricing: { amount: 'gross', places: 'minor' },
    testTokenSeconds: 86_400,
    testOrderLimitUsd: undefined,
    refusals: 'coded',
    missingToken: 'INVALID_TOKEN',
    unknownTransaction: null,
    cardTypes: 'any',
  },
  '2026-10': {
    name: '2026-10',
    pricing: { amount: 'net', places: 5 },
    testTokenSeconds: 3_600,
    testOrderLimitUsd: USD_100,
    refusals: 'coded',
    missingToken: 'MISSING_TOKEN',
    unknownTransaction: 'TRANSACTION_NOT_FOUND',
    cardTypes: 'vendor',
  },
}

export function getDialect(name: string): Dialect {
  const dialect = dialects[name as DialectName]
  if (dialect === undefined) throw new Error(`Unknown dialect ${name}`)
  return dialect
}
