import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Connection } from '../database.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { findOwner, giveTo, type Owner } from './owner.ts'
import { placeBinaries, placeCluster, placeSocket } from './placement.ts'

/**
 * A PostgreSQL of our own in the data directory, reached over a Unix socket;
 * no TCP port is open. It runs apart from the server: a server that dies leaves
 * it running, and the next one takes it over.
 */
export interface Cluster {
  readonly connection: Connection
  /** Starts PostgreSQL if it does not run. */
  ensureRunning(): Promise<void>
  /** Starts PostgreSQL again whenever it has died, until `endSupervision`. */
  supervise(): void
  endSupervision(): Promise<void>
  /** Shuts down in an orderly way, and harder when that takes longer than the deadline. */
  stop(deadlineMs: number): Promise<void>
}

const START_DEADLINE_MS = 60_000
const WATCH_MS = 200

interface Place {
  readonly cluster: string
  readonly socket: string
  readonly binaries: Binaries
  readonly owner: Owner | undefined
  readonly log: Logger
}

/**
 * Finds the cluster of the data directory running, or starts it, or makes it first.
 *
 * @throws with PostgreSQL's own words when it does not start within a minute
 */
export async function startCluster(dataDir: string, log: Logger): Promise<Cluster> {
  const owner = findOwner()
  const cluster = placeCluster(dataDir, owner)
  const place: Place = {
    cluster,
    socket: placeSocket(cluster, owner),
    binaries: placeBinaries(await findBinaries(), owner),
    owner,
    log,
  }
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(place)
  await ensureRunning(place)
  return supervised(place)
}

function connectionTo(place: Place): Connection {
  return { host: place.socket, user: 'openscrip', database: 'postgres' }
}

async function initialise(place: Place): Promise<void> {
  await run(place, place.binaries.initdb, [
    ...['--pgdata', place.cluster, '--username', 'openscrip', '--encoding', 'UTF8'],
    // Sorting and lower-casing that are the same on every machine and need no system locale.
    ...['--locale-provider', 'builtin', '--locale', 'C', '--builtin-locale', 'C.UTF-8'],
    // The socket lies in a folder that only the owner can enter: who reaches it could read the
    // files as well, so a password beside them would protect nothing.
    ...['--auth', 'trust', '--no-instructions'],
  ])
}

function writeSettings(place: Place): void {
  const file = join(place.cluster, 'postgresql.conf')
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    // Fewer checkpoints, so that pages are written in full less often under load.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    // The planner's compiler costs more than it saves on statements of a millisecond.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_min_messages: 'warning',
  }
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  )
  writeFileSync(file, `# Written by OpenScrip at every start.\n${lines.join('\n')}\n`, {
    mode: 0o600,
  })
  giveTo(file, place.owner)
}

/** What a killed PostgreSQL or another process in the middle of a start leaves; it passes by itself. */
const PASSING = /shared memory block|lock file|starting up|shutting down|in recovery/

/** Loops, because PostgreSQL may be on its way up, or down, by another hand. */
async function ensureRunning(place: Place): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS
  for (;;) {
    if (await answers(place)) return
    const log = join(place.cluster, 'server.log')
    const before = sizeOf(log)
    try {
      writeSettings(place)
      await run(place, place.binaries.pgCtl, [
        ...['start', '--wait', '--silent', '--timeout', '30'],
        ...['--pgdata', place.cluster, '--log', log],
      ])
    } catch (error) {
      const said = readFrom(log, before) || String(error)
      if (!PASSING.test(said) || Date.now() > deadline) {
        throw new Error(`The embedded PostgreSQL did not start:\n${said}\nIts log is ${log}.`)
      }
      await sleep(100)
    }
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

function readFrom(file: string, offset: number): string {
  return existsSync(file) ? readFileSync(file).subarray(offset).toString('utf8').trim() : ''
}

async function answers(place: Place): Promise<boolean> {
  const client = new pg.Client({ ...connectionTo(place), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function supervised(place: Place): Cluster {
  let watch: NodeJS.Timeout | undefined
  let restarting: Promise<void> | undefined

  async function restart(): Promise<void> {
    place.log.warn('the embedded PostgreSQL has died and is being started again')
    await ensureRunning(place)
    place.log.info('the embedded PostgreSQL is running again')
  }

  function look(): void {
    if (restarting !== undefined || isAlive(readPid(place))) return
    restarting = restart()
      .catch((error: unknown) => place.log.error({ err: error }, 'PostgreSQL does not start'))
      .finally(() => {
        restarting = undefined
      })
  }

  return {
    connection: connectionTo(place),
    ensureRunning: () => ensureRunning(place),
    supervise() {
      watch ??= setInterval(look, WATCH_MS)
    },
    async endSupervision() {
      clearInterval(watch)
      await restarting
    },
    stop: (deadlineMs) => shutDown(place, deadlineMs),
  }
}

async function shutDown(place: Place, deadlineMs: number): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    run(place, place.binaries.pgCtl, [
      ...['stop', '--wait', '--silent', '--pgdata', place.cluster],
      ...['--mode', mode, '--timeout', String(seconds)],
    ])
  try {
    await stop('fast', Math.max(1, Math.floor(deadlineMs / 1000)))
  } catch (error) {
    if (!isAlive(readPid(place))) return
    place.log.warn({ err: error }, 'PostgreSQL did not stop in time and is stopped at once')
    // Nothing committed is lost: the next start replays the log.
    await stop('immediate', 5)
  }
}

function readPid(place: Place): number | undefined {
  try {
    const [first] = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n', 1)
    return Number(first)
  } catch {
    return undefined
  }
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Runs one of PostgreSQL's programs as the cluster's owner; rejects with what it printed. */
function run(place: Place, program: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...place.owner,
      cwd: place.cluster,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-4_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    // Not 'close': pg_ctl's child, PostgreSQL itself, keeps the pipes open.
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(output.trim() || `${program} ended with code ${code}`))
    })
  })
}
