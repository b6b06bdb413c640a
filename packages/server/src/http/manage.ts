import { type Manager, type Mode, modes, type Owner, requireMode } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'

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

/** An id in a query, such as that of the last row of the page before. @throws invalidField */
export function idOf(query: Query, field: string): bigint | undefined {
  const text = query[field]
  const id = readId(text)
  if (text !== undefined && id === undefined) throw inputErrors.invalidField({ field })
  return id
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

/** A text of bounded length; an empty one is none. @throws invalidField */
export function textOf(query: Query, field: string, lengthMax: number): string | undefined {
  const text = query[field]
  if (text === undefined || text === '') return undefined
  // PostgreSQL cannot even look for a NUL.
  if (text.length > lengthMax || text.includes('\0')) throw inputErrors.invalidField({ field })
  return text
}

const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/

/** A time in ISO 8601, in UTC unless it says otherwise; a day is its first moment. @throws invalidField */
export function timeOf(query: Query, field: string): Date | undefined {
  const text = query[field]
  if (text === undefined || text === '') return undefined
  const hasZone = /(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes('T')
  const time = TIME.test(text) ? new Date(hasZone ? text : `${text}Z`) : undefined
  // The 31st of February is no time, not one in March.
  const isDay = new Date(`${text.slice(0, 10)}Z`).getUTCDate() === Number(text.slice(8, 10))
  if (time === undefined || Number.isNaN(time.getTime()) || !isDay) {
    throw inputErrors.invalidField({ field })
  }
  return time
}
