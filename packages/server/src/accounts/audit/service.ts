import type { Clock } from '../../core/clock.ts'
import type { Database } from '../../storage/database.ts'
import { type AuditEntry, type AuditFilter, forLog, type Write, type WriteResult } from './model.ts'
import * as store from './store.ts'

/**
 * Who wrote what. A write is recorded before it is done and its result after that, so there is no
 * write without a line, also when the server dies in between.
 */
export interface Audit {
  /** @throws when it cannot be recorded; then it must not be done */
  begin(write: Write): Promise<WriteToFinish>
  /** Records what is done already, or was done elsewhere. */
  record(write: Write, result: WriteResult): Promise<void>
  /** The newest first. */
  list(accountId: bigint, filter: AuditFilter, limit: number): Promise<readonly AuditEntry[]>
  /** All that fit, the newest first, read as they are taken. */
  export(accountId: bigint, filter: AuditFilter): AsyncGenerator<AuditEntry>
}

export interface WriteToFinish {
  finish(result: WriteResult): Promise<void>
}

const PORTION = 500

export function createAudit(database: Database, clock: Clock): Audit {
  async function begin(write: Write): Promise<WriteToFinish> {
    const { accountId, request, target, userAgent } = write
    const kept = {
      ...write,
      request: forLog(request),
      target: target === null ? null : String(forLog(target)),
      userAgent: String(forLog(userAgent)),
    }
    const id = await store.insertWrite(database, kept, clock.now())
    return {
      finish: ({ before, after, ...result }) =>
        store.updateResult(database, accountId, id, {
          ...result,
          ...(before !== undefined && { before: forLog(before) }),
          ...(after !== undefined && { after: forLog(after) }),
        }),
    }
  }

  return {
    begin,
    async record(write, result) {
      await (await begin(write)).finish(result)
    },
    list: (accountId, filter, limit) => store.listEntries(database, accountId, filter, limit),
    async *export(accountId, filter) {
      for (let before = filter.before; ; ) {
        const next = before === undefined ? filter : { ...filter, before }
        const entries = await store.listEntries(database, accountId, next, PORTION)
        yield* entries
        before = entries.at(-1)?.id
        if (entries.length < PORTION) return
      }
    },
  }
}
