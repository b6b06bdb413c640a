import type { Logger } from 'pino'
import type { Connection } from '../database.ts'
import { findBinaries } from './binaries.ts'
import { isAlive } from './lock-files.ts'
import { findOwner } from './owner.ts'
import { placeBinaries, placeCluster, placeSocket } from './placement.ts'
import { connectionTo, ensureRunning, initialise, type Place, shutDown } from './postmaster.ts'

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

/**
 * Finds the cluster of the data directory running, or starts it, or makes it first.
 *
 * @throws with PostgreSQL's own words when it does not start within a minute
 */
export async function startCluster(dataDir: string, log: Logger): Promise<Cluster> {
  const owner = findOwner()
  const binaries = placeBinaries(await findBinaries(), owner)
  const cluster = await placeCluster(dataDir, owner, (folder) =>
    initialise(folder, { binaries, owner }),
  )
  const place: Place = { cluster, socket: placeSocket(cluster, owner), binaries, owner }
  await ensureRunning(place)
  return supervised(place, log)
}

const WATCH_MS = 200
const RETRY_MS_MAX = 10_000

function supervised(place: Place, log: Logger): Cluster {
  const ending = new AbortController()
  let watch: NodeJS.Timeout | undefined
  let starting: Promise<void> | undefined
  let restarting: Promise<void> | undefined

  /** One start at a time, whoever misses PostgreSQL first. */
  function start(): Promise<void> {
    starting ??= ensureRunning(place, ending.signal).finally(() => {
      starting = undefined
    })
    return starting
  }

  async function restart(): Promise<void> {
    log.warn('the embedded PostgreSQL has died and is being started again')
    for (let pauseMs = WATCH_MS; !ending.signal.aborted; pauseMs *= 2) {
      try {
        await start()
        log.info('the embedded PostgreSQL is running again')
        return
      } catch (error) {
        if (ending.signal.aborted) return
        log.error({ err: error }, 'the embedded PostgreSQL does not start')
        await pause(Math.min(pauseMs, RETRY_MS_MAX), ending.signal)
      }
    }
  }

  function look(): void {
    if (restarting !== undefined || isAlive(place)) return
    restarting = restart().finally(() => {
      restarting = undefined
    })
  }

  return {
    connection: connectionTo(place),
    ensureRunning: start,
    supervise() {
      watch ??= setInterval(look, WATCH_MS)
    },
    async endSupervision() {
      clearInterval(watch)
      ending.abort()
      await restarting
    },
    stop: (deadlineMs) => shutDown(place, deadlineMs),
  }
}

/** Resolves after a while, or at once when the signal says so. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
