import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Connection } from '../database.ts'
import { type Cluster, startCluster } from './cluster.ts'

/**
 * A process's share in the cluster of a data directory. Any number of tools and
 * at most one server have one at a time, and whoever gives back the last one
 * stops PostgreSQL.
 *
 * Shares are locks in the database itself: PostgreSQL drops them when their
 * holder dies, however it dies, so nothing stale is ever left behind.
 */
export interface Lease {
  readonly connection: Connection
  release(deadlineMs: number): Promise<void>
}

export type Role = 'server' | 'tool'

/** Held alone by the server. */
const SERVER_LOCK = 7_352_002
/** Held by everybody together, and alone by the one that stops PostgreSQL. */
const USERS_LOCK = 7_352_003

/** A killed server's lock outlives it by a moment; one that is held longer has an owner. */
const SERVER_WAIT_MS = 5_000
const RETRY_MS = 100

/** @returns undefined when another server has the data directory */
export async function leaseCluster(
  dataDir: string,
  role: Role,
  log: Logger,
): Promise<Lease | undefined> {
  const cluster = await startCluster(dataDir, log)
  let client = await enter(cluster, role)
  if (client === undefined) return undefined
  let isReleased = false

  // PostgreSQL was killed and its locks with it: this process, which starts it again, takes them anew.
  function keep(held: pg.Client): void {
    held.on('end', () => {
      if (isReleased) return
      enter(cluster, role).then(
        (again) => {
          client = again
          if (again === undefined) log.error('another server has taken the data directory')
          else if (isReleased) void again.end()
          else keep(again)
        },
        (error: unknown) => {
          if (!isReleased) log.error({ err: error }, 'the data directory is not locked')
        },
      )
    })
  }

  keep(client)
  if (role === 'server') cluster.supervise()
  return {
    connection: cluster.connection,
    async release(deadlineMs) {
      isReleased = true
      await cluster.endSupervision()
      const isLast = await leave(client).catch(() => role === 'server')
      if (isLast) await cluster.stop(deadlineMs)
      // Not awaited: a stuck PostgreSQL never says goodbye.
      client?.end().catch(() => undefined)
    },
  }
}

/** Takes the locks of a role, starting PostgreSQL again if somebody stops it meanwhile. */
async function enter(cluster: Cluster, role: Role): Promise<pg.Client | undefined> {
  const deadline = Date.now() + SERVER_WAIT_MS
  for (;;) {
    await cluster.ensureRunning()
    const client = new pg.Client({
      ...cluster.connection,
      application_name: `openscrip ${role}`,
      // A PostgreSQL that is stuck must not keep its server from stopping.
      query_timeout: 3_000,
    })
    client.on('error', () => undefined)
    const outcome = await client
      .connect()
      .then(() => takeLocks(client, role))
      // Stopped or killed between two statements: once more from the start.
      .catch(() => 'stopping' as const)
    if (outcome === 'taken') return client
    await client.end().catch(() => undefined)
    if (outcome === 'held by another server' && Date.now() > deadline) return undefined
    await sleep(RETRY_MS)
  }
}

async function takeLocks(client: pg.Client, role: Role) {
  if (!(await tryLock(client, `pg_try_advisory_lock_shared(${USERS_LOCK})`))) return 'stopping'
  if (role === 'tool' || (await tryLock(client, `pg_try_advisory_lock(${SERVER_LOCK})`))) {
    return 'taken'
  }
  return 'held by another server'
}

/** Gives the locks back; true when nobody else is left, and nobody can enter any more. */
async function leave(client: pg.Client | undefined): Promise<boolean> {
  if (client === undefined) return false
  await client.query('select pg_advisory_unlock_all()')
  return tryLock(client, `pg_try_advisory_lock(${USERS_LOCK})`)
}

async function tryLock(client: pg.Client, call: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select ${call} as taken`)
  return rows[0]?.taken === true
}
