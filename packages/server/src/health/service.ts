import { statfs } from 'node:fs/promises'
import type { Clock } from '../core/clock.ts'
import type { Database } from '../storage/database.ts'
import { readSchemaVersion } from '../storage/migrate.ts'
import type { Discrepancy, Verification } from '../wallet/index.ts'
import type { Backlog, DatabaseHealth, LedgerVerification } from './model.ts'
import * as store from './store.ts'

export interface Health {
  /** How the platform is now, as this process sees it. */
  look(): Promise<HealthReport>
  /**
   * Verifies the ledger of all accounts, or waits for the verification that
   * runs here. What takes longer than some seconds is answered as it is, and
   * goes on.
   */
  verifyLedger(by: string): Promise<LedgerVerification>
  /** The same to its end, for the schedule. */
  verifyLedgerDaily(): Promise<void>
  /** Resolves when nothing is verified here any more, or after some seconds. */
  drain(): Promise<void>
}

export interface HealthReport {
  readonly checkedAt: Date
  readonly version: string
  readonly uptimeSeconds: number
  readonly residentBytes: number
  readonly heapBytes: number
  /** Of the data directory; undefined when there is none. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | undefined
  readonly database: DatabaseHealth & {
    readonly milliseconds: number
    readonly schemaVersion: number
  }
  readonly backlog: Backlog
  readonly ledger: LedgerVerification | undefined
}

export interface HealthDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly version: string
  readonly dataDir: string
  /** However long it takes. */
  verify(): Promise<Verification>
  /** Hears of a ledger that is not in order. */
  onDiscrepancies(discrepancies: readonly Discrepancy[]): void
  onError(error: unknown): void
}

/** As long as somebody looks at a button that was pressed. */
const PATIENCE_MS = 5_000

export function createHealth(deps: HealthDependencies): Health {
  const { database, clock } = deps
  let running: { readonly id: Promise<bigint>; readonly end: Promise<void> } | undefined

  function begin(by: string) {
    const id = store.insertVerification(database, { startedAt: clock.now(), startedBy: by })
    const end = id
      .then((known) => verifyOnce(deps, known))
      .finally(() => {
        running = undefined
      })
    // Whoever asked hears of it by what is recorded.
    end.catch(deps.onError)
    return { id, end }
  }

  return {
    async look() {
      const checkedAt = clock.now()
      const started = performance.now()
      await store.ping(database)
      const milliseconds = Math.round((performance.now() - started) * 10) / 10
      const { rss: residentBytes, heapUsed: heapBytes } = process.memoryUsage()
      return {
        checkedAt,
        version: deps.version,
        uptimeSeconds: Math.floor(process.uptime()),
        residentBytes,
        heapBytes,
        disk: await readDisk(deps.dataDir),
        database: {
          ...(await store.readDatabase(database)),
          milliseconds,
          schemaVersion: await readSchemaVersion(database),
        },
        backlog: await readBacklog(database, checkedAt),
        ledger: await store.findLastVerification(database),
      }
    },
    async verifyLedger(by) {
      running ??= begin(by)
      const { id, end } = running
      await within(PATIENCE_MS, end)
      return store.getVerification(database, await id)
    },
    async verifyLedgerDaily() {
      running ??= begin('schedule')
      await running.end
    },
    async drain() {
      if (running !== undefined) await within(PATIENCE_MS, running.end)
    },
  }
}

async function verifyOnce(deps: HealthDependencies, id: bigint): Promise<void> {
  const { database, clock } = deps
  try {
    const { discrepancies, ...counts } = await deps.verify()
    if (discrepancies.length > 0) deps.onDiscrepancies(discrepancies)
    const sentences = discrepancies.map(
      ({ accountId, mode, check, detail }) => `Account ${accountId}, ${mode}: ${check}: ${detail}`,
    )
    const result = { ...counts, discrepancies: sentences.slice(0, SENTENCES_MAX) }
    await store.finishVerification(database, id, { at: clock.now(), result })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    await store.finishVerification(database, id, { at: clock.now(), error: message })
    throw error
  }
}

const SENTENCES_MAX = 100

async function readBacklog(database: Database, now: Date): Promise<Backlog> {
  return {
    jobs: await store.countJobs(database, now),
    deliveries: await store.countDeliveries(database, now),
    messages: await store.countMessages(database, now),
    events: await store.countStreamsBehind(database),
  }
}

async function readDisk(path: string): Promise<HealthReport['disk']> {
  try {
    const { bsize, bavail, blocks } = await statfs(path)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return undefined
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work.catch(() => undefined), patience])
  clearTimeout(timer)
}
