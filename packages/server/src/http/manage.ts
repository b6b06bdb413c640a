import { type Manager, type Mode, modes, type Owner, requireMode } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'

/**
 * Whose things a request of the Management API is about.
 *
 * @throws invalidField for an unknown mode
 * @throws insufficientScope in a mode in which the caller may not do this
 */
export function ownerOf(manager: Manager, mode: string = 'test'): Owner {
  if (!isMode(mode)) throw inputErrors.invalidField({ field: 'mode' })
  requireMode(manager, mode)
  return { accountId: manager.accountId, mode }
}

function isMode(mode: string): mode is Mode {
  return (modes as readonly string[]).includes(mode)
}

export interface IntegerRange {
  readonly min: number
  readonly max: number
  /** What an absent parameter stands for. */
  readonly fallback: number
}

type Query = Readonly<Record<string, string | undefined>>

/** A whole number of a query. @throws invalidField when it is none, or out of its range */
export function integerOf(query: Query, field: string, range: IntegerRange): number {
  const text = query[field]
  if (text === undefined) return range.fallback
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= range.min && value <= range.max)) throw inputErrors.invalidField({ field })
  return value
}

/** The number of an event in a query. @throws invalidField */
export function sequenceOf(query: Query, field: string): bigint | undefined {
  const text = query[field]
  if (text === undefined) return undefined
  if (!/^\d{1,18}$/.test(text)) throw inputErrors.invalidField({ field })
  return BigInt(text)
}

/** One word out of several. @throws invalidField */
export function wordOf<Word extends string>(
  query: Query,
  field: string,
  words: readonly Word[],
): Word | undefined {
  const text = query[field]
  const word = words.find((candidate) => candidate === text)
  if (text !== undefined && word === undefined) throw inputErrors.invalidField({ field })
  return word
}
