import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from '../database.ts'
import { writeDraft } from '../whole-file.ts'
import type { Binaries } from './binaries.ts'
import { forgetDead, isAlive, readPostmaster } from './lock-files.ts'
import { giveTo, type Owner } from './owner.ts'

/** Where a cluster is and what runs it. */
export interface Place {
  readonly cluster: string
  /** Folder of the Unix socket. */
  readonly socket: string
  readonly binaries: Binaries
  readonly owner: Owner | undefined
}

export function connectionTo({ socket }: Pick<Place, 'socket'>): Connection {
  return { host: socket, user: 'openscrip', database: 'postgres' }
}

/** Makes the files of a cluster in an empty folder. */
export async function initialise(
  cluster: string,
  place: Pick<Place, 'binaries' | 'owner'>,
): Promise<void> {
  await run({ ...place, cluster }, place.binaries.initdb, [
    ...['--pgdata', cluster, '--username', 'openscrip', '--encoding', 'UTF8'],
    // Sorting and lower-casing that are the same on every machine and need no system locale.
    ...['--locale-provider', 'builtin', '--locale', 'C', '--builtin-locale', 'C.UTF-8'],
    // The socket lies in a folder that only the owner can enter: who reaches it could read the
    // files as well, so a password beside them would protect nothing.
    ...['--auth', 'trust', '--no-instructions'],
  ])
}

const START_DEADLINE_MS = 60_000

/** What a killed PostgreSQL or another process in the middle of a start leaves; it passes by itself. */
const PASSING = /shared memory block|lock file|starting up|shutting down|in recovery/

/**
 * Finds PostgreSQL running or starts it. Loops, because it may be on its way
 * up, or down, by another hand.
 *
 * @throws with PostgreSQL's own words when it does not start within a minute
 */
export async function ensureRunning(place: Place, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS
  for (;;) {
    signal?.throwIfAborted()
    if (await answers(place)) return
    const said = await launch(place, signal)
    if (said === undefined) return
    if (!PASSING.test(said) || Date.now() > deadline) {
      throw new Error(
        `The embedded PostgreSQL did not start:\n${said}\nIts log is ${logOf(place)}.`,
      )
    }
    await sleep(100)
  }
}

/**
 * Starts PostgreSQL as a process apart, which outlives this one, and waits
 * until it answers. Not with pg_ctl, which builds a shell command and trips
 * over paths with a dollar sign or a quote.
 *
 * @returns what it wrote to its log if it ended instead
 */
async function launch(place: Place, signal: AbortSignal | undefined): Promise<string | undefined> {
  writeSettings(place)
  forgetDead(place)
  const log = logOf(place)
  const before = existsSync(log) ? statSync(log).size : 0
  const output = openSync(log, 'a', 0o600)
  giveTo(log, place.owner)
  const child = spawn(place.binaries.postgres, ['-D', place.cluster], {
    ...environmentOf(place),
    detached: true,
    stdio: ['ignore', output, output],
  })
  child.unref()
  closeSync(output)
  let ended: string | undefined
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', (code) => {
    ended = readFrom(log, before) || `It ended with code ${code} and wrote nothing.`
  })
  while (ended === undefined) {
    if (await answers(place)) return undefined
    signal?.throwIfAborted()
    await sleep(20)
  }
  return ended
}

/** Empty when the log is gone, as it is when the data directory was deleted meanwhile. */
function readFrom(log: string, start: number): string {
  try {
    return readFileSync(log).subarray(start).toString('utf8').trim()
  } catch {
    return ''
  }
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
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`)
  // Whole or not at all: a PostgreSQL that another process starts at this moment would take an empty
  // file for its own defaults, and those are another socket and an open port.
  const draft = writeDraft(file, `# Written by OpenScrip at every start.\n${lines.join('\n')}\n`)
  giveTo(draft, place.owner)
  renameSync(draft, file)
}

export function logOf({ cluster }: Place): string {
  return join(cluster, 'server.log')
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

/** Shuts down in an orderly way, and at once when that takes longer than the deadline. */
export async function shutDown(place: Place, deadlineMs: number): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    run(place, place.binaries.pgCtl, [
      ...['stop', '--wait', '--silent', '--pgdata', place.cluster],
      ...['--mode', mode, '--timeout', String(seconds)],
    ])
  try {
    await stop('fast', Math.max(1, Math.floor(deadlineMs / 1000)))
  } catch {
    // Nothing committed is lost: the next start replays the log.
    if (isAlive(place)) await stop('immediate', 5).catch(() => killAll(place))
  }
}

/** For processes that react to no signal but this one, because they are stopped, say. */
function killAll(place: Place): void {
  const pid = readPostmaster(place)
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}

type RunPlace = Pick<Place, 'cluster' | 'owner'>

function environmentOf({ cluster, owner }: RunPlace) {
  return { ...owner, cwd: cluster, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } }
}

/** Runs one of PostgreSQL's programs as the cluster's owner; rejects with what it printed. */
function run(place: RunPlace, program: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...environmentOf(place),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-4_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(output.trim() || `${program} ended with code ${code}`))
    })
  })
}
