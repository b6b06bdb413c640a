import { setTimeout as sleep } from 'node:timers/promises'
import { type Db, PgBoss } from 'pg-boss'
import { type Connection, runStatement, type Tx } from '../storage/database.ts'

/** Work that is done again and again, by one server process at a time. */
export interface RecurringJob {
  readonly name: string
  /** Five fields, in UTC. */
  readonly cron: string
  run(): Promise<unknown>
}

/** Work that is done once for each time it is asked for, by any server process. */
export interface QueuedJob<Data extends object> {
  readonly name: string
  /** How many of them are done together, of which one process has two lots at a time. */
  readonly lot: number
  /** How long one may take; after that its process is taken for dead and it is done again. */
  readonly secondsMax: number
  /** Must bear to be called twice for one job. A failure is repeated. */
  run(data: Data): Promise<void>
}

/** A job that is asked for. */
export interface Due<Data extends object> {
  readonly data: Data
  readonly at: Date
  /** Of several that wait under one key, one is enough. */
  readonly key: string
}

/** Jobs of all server processes, kept by pg-boss in the schema `jobs` of the same database. */
export interface Jobs<Data extends object> {
  /** Begins in the background, as often as it takes: a server serves before its jobs are ready. */
  start(): void
  /**
   * Queues jobs in the transaction that causes them. In a process that runs no jobs, or cannot
   * run any yet, it does nothing: what is due must be found by whoever does.
   */
  enqueue(tx: Tx, jobs: readonly Due<Data>[]): Promise<void>
  /** Resolves when the jobs that run here have ended. */
  stop(): Promise<void>
}

export interface JobsOptions<Data extends object> {
  readonly connection: Connection
  readonly recurring: readonly RecurringJob[]
  readonly queued: QueuedJob<Data>
  onError(error: unknown): void
}

const STOP_MS = 5_000

/** How soon it is begun again when the database could not be used. */
const RETRY_MS = 1_000

/** How soon a job that nobody announces is begun. */
const POLL_SECONDS = 1

export function createJobs<Data extends object>(options: JobsOptions<Data>): Jobs<Data> {
  const { connection, recurring, queued, onError } = options
  const stopping = new AbortController()
  let boss: PgBoss | undefined
  let firstTry = Promise.resolve()
  let tries: Promise<void> = firstTry

  async function start(): Promise<PgBoss> {
    const boss = new PgBoss({
      ...(connection as { readonly connectionString?: string }),
      application_name: 'openscrip jobs',
      schema: 'jobs',
      max: 2,
    })
    boss.on('error', onError)
    try {
      await begin(boss)
      return boss
    } catch (error) {
      await boss.stop({ graceful: false, close: true }).catch(onError)
      throw error
    }
  }

  async function begin(boss: PgBoss): Promise<void> {
    await boss.start()
    for (const { name, cron, run } of recurring) {
      await boss.createQueue(name, { policy: 'exclusive' })
      await boss.schedule(name, cron)
      await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
        await run()
      })
    }
    await work(boss, queued, onError)
  }

  async function tryOnce(): Promise<void> {
    try {
      boss = await start()
    } catch (error) {
      onError(error)
    }
  }

  async function tryAgain(): Promise<void> {
    while (boss === undefined) {
      await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      await tryOnce()
    }
  }

  return {
    start() {
      firstTry = tryOnce()
      tries = firstTry.then(tryAgain)
    },
    async enqueue(tx, jobs) {
      await firstTry
      const rows = jobs.map(({ data, at, key }) => ({ data, startAfter: at, singletonKey: key }))
      await boss?.insert(queued.name, rows, { db: within(tx) })
    },
    async stop() {
      stopping.abort()
      await tries
      await boss?.stop({ graceful: true, timeout: STOP_MS, close: true })
    },
  }
}

async function work<Data extends object>(
  boss: PgBoss,
  job: QueuedJob<Data>,
  onError: (error: unknown) => void,
): Promise<void> {
  const { name, lot, secondsMax } = job
  await boss.createQueue(name, {
    // One waits under a key while another runs: its successor.
    policy: 'short',
    expireInSeconds: secondsMax,
    retryLimit: 1_000,
    retryDelay: secondsMax,
  })
  const options = {
    // A lot that is held up by one of its jobs does not hold up the other.
    localConcurrency: 2,
    batchSize: lot,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: POLL_SECONDS,
    perJobResults: true,
  } as const
  await boss.work<Data, unknown, typeof options>(name, options, (jobs) =>
    Promise.all(
      jobs.map(async ({ id, data }) => {
        try {
          await job.run(data)
          return { id, status: 'completed' as const }
        } catch (error) {
          onError(error)
          return { id, status: 'failed' as const }
        }
      }),
    ),
  )
}

/** Lets pg-boss write in a transaction of ours. */
function within(tx: Tx): Db {
  return { executeSql: async (text, values) => ({ rows: await runStatement(tx, text, values) }) }
}
