import { PgBoss } from 'pg-boss'
import type { Connection } from '../storage/database.ts'

/** Work that is done again and again, by one server process at a time. */
export interface RecurringJob {
  readonly name: string
  /** Five fields, in UTC. */
  readonly cron: string
  run(): Promise<unknown>
}

/** Jobs of all server processes, kept by pg-boss in the schema `jobs` of the same database. */
export interface Jobs {
  /** Begins in the background: a server serves before its jobs are ready. */
  start(): void
  /** Resolves when the jobs that run here have ended. */
  stop(): Promise<void>
}

export interface JobsOptions {
  readonly connection: Connection
  readonly jobs: readonly RecurringJob[]
  onError(error: unknown): void
}

const STOP_MS = 5_000

export function createJobs({ connection, jobs, onError }: JobsOptions): Jobs {
  let started: Promise<PgBoss | undefined> = Promise.resolve(undefined)

  async function start(): Promise<PgBoss> {
    const boss = new PgBoss({
      ...(connection as { readonly connectionString?: string }),
      application_name: 'openscrip jobs',
      schema: 'jobs',
      max: 2,
    })
    boss.on('error', onError)
    await boss.start()
    for (const { name, cron, run } of jobs) {
      await boss.createQueue(name, { policy: 'exclusive' })
      await boss.schedule(name, cron)
      await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
        await run()
      })
    }
    return boss
  }

  return {
    start() {
      started = start().catch((error: unknown) => {
        onError(error)
        return undefined
      })
    },
    async stop() {
      const boss = await started
      await boss?.stop({ graceful: true, timeout: STOP_MS, close: true })
    },
  }
}
