import type { Owner } from '../../accounts/index.ts'
import { ID_MAX } from '../../core/ids.ts'
import type { Micros } from '../../core/money.ts'
import type { Database } from '../../storage/database.ts'
import { walletErrors } from '../errors.ts'
import type { Wallet } from '../model.ts'
import type { Period } from '../period.ts'
import * as store from './store.ts'

/** A wallet's book as people read it. */
export interface Statements {
  /** Transfers, the newest first. @throws noWallet */
  list(owner: Owner, query: LineQuery): Promise<LinePage>
  /** What the wallet held just before a moment; undefined for now. @throws noWallet */
  balanceBefore(owner: Owner, moment: Date | undefined): Promise<PastBalance>
  /**
   * Everything that was posted in a period, as it is for ever: what is posted meanwhile is not in
   * it. The opening balance and the lines add up to the closing balance.
   *
   * @throws noWallet
   * @throws statementTooLong when there are more than so many lines
   */
  open(owner: Owner, period: Period, linesMax?: number): Promise<Statement>
}

export interface LineQuery {
  readonly period: Period
  readonly kind: store.StatementKind | undefined
  /** Only transfers with a lower id. */
  readonly before: bigint | undefined
  readonly limit: number
}

export interface LinePage {
  readonly lines: readonly store.Line[]
  readonly hasMore: boolean
}

export interface PastBalance {
  readonly balance: Micros
  readonly currency: string
  /** The last transfer before the moment. */
  readonly transferId: bigint | undefined
}

export interface Statement {
  readonly accountId: bigint
  readonly accountName: string
  readonly mode: Owner['mode']
  readonly currency: string
  readonly period: Period
  readonly opening: Micros
  readonly closing: Micros
  /** The oldest first. */
  readonly lines: AsyncIterable<store.Line>
  /** How many lines there are; counted only where they are bounded. */
  readonly count: number | undefined
}

export interface StatementsDependencies {
  readonly database: Database
  readonly wallets: { get(owner: Owner): Promise<Wallet> }
}

/** Lines that are read at once. */
const PORTION = 1_000

export function createStatements({ database, wallets }: StatementsDependencies): Statements {
  async function rangeOf(owner: Owner, { from, until }: Period): Promise<store.IdRange> {
    const [firstId, endId] = await Promise.all([
      from === undefined ? 0n : store.findPosition(database, owner, from),
      until === undefined ? ID_MAX : store.findPosition(database, owner, until),
    ])
    return { firstId, lastId: endId - 1n }
  }

  async function* readLines(owner: Owner, { firstId, lastId }: store.IdRange) {
    for (let next = firstId; next <= lastId; ) {
      const lines = await store.listOldest(database, owner, { firstId: next, lastId }, PORTION)
      yield* lines
      if (lines.length < PORTION) return
      next = (lines.at(-1)?.id ?? lastId) + 1n
    }
  }

  return {
    async list(owner, { period, kind, before, limit }) {
      await wallets.get(owner)
      const { firstId, lastId } = await rangeOf(owner, period)
      const isBefore = before !== undefined && before <= lastId
      const range = { firstId, lastId: isBefore ? before - 1n : lastId }
      const lines =
        kind === undefined
          ? await store.listNewest(database, owner, range, limit + 1)
          : await store.listNewestOfKind(database, owner, range, { kind, limit: limit + 1 })
      return { lines: lines.slice(0, limit), hasMore: lines.length > limit }
    },
    async balanceBefore(owner, moment) {
      const { currency } = await wallets.get(owner)
      const { lastId } = await rangeOf(owner, { from: undefined, until: moment })
      const last = await store.findLast(database, owner, lastId + 1n)
      return { balance: last?.balance ?? 0n, currency, transferId: last?.id }
    },
    async open(owner, period, linesMax) {
      const { currency } = await wallets.get(owner)
      const { firstId, lastId: limitId } = await rangeOf(owner, period)
      const [last, before, accountName] = await Promise.all([
        store.findLast(database, owner, limitId + 1n),
        store.findLast(database, owner, firstId),
        store.findAccountName(database, owner.accountId),
      ])
      const range = { firstId, lastId: last?.id ?? -1n }
      const count =
        linesMax === undefined
          ? undefined
          : await store.countUpTo(database, owner, range, linesMax + 1)
      if (linesMax !== undefined && count !== undefined && count > linesMax) {
        throw walletErrors.statementTooLong({ limit: linesMax })
      }
      return {
        ...owner,
        accountName,
        currency,
        period,
        opening: before?.balance ?? 0n,
        closing: last?.balance ?? 0n,
        lines: readLines(owner, range),
        count,
      }
    },
  }
}
