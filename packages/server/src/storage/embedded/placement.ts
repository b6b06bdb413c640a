import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { canEnter, giveTo, type Owner } from './owner.ts'

/** Where root's clusters and binaries go when the checkout lies where only root can enter. */
const SHARED_ROOT = '/var/lib/openscrip'

/** A Unix socket's path has room for 107 bytes; the file's own name takes 17 of them. */
const SOCKET_FOLDER_MAX = 88

/**
 * The folder of the cluster: `<data directory>/postgres`. When the cluster's
 * owner could not reach that, it is a link to a folder that the owner can
 * reach, so that removing the data directory still starts afresh.
 *
 * A new cluster is made beside its place and moved there when it is whole: a
 * start that is killed leaves no half of one, and of two starts one wins.
 */
export async function placeCluster(
  dataDir: string,
  owner: Owner | undefined,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const place = join(dataDir, 'postgres')
  if (existsSync(place)) return realpathSync(place)
  const isReachable = canEnter(dataDir, owner)
  const draft = isReachable
    ? `${place}.${process.pid}.new`
    : join(SHARED_ROOT, 'clusters', randomUUID())
  mkdirSync(dirname(draft), { recursive: true, mode: 0o755 })
  rmSync(draft, { recursive: true, force: true })
  makeOwned(draft, owner)
  await make(draft)
  if (isReachable) moveUnlessThere(draft, place, renameSync)
  else moveUnlessThere(draft, place, linkTo)
  return realpathSync(place)
}

function linkTo(target: string, place: string): void {
  // A link whose target somebody removed is in the way of the new one.
  if (!existsSync(place)) rmSync(place, { force: true })
  symlinkSync(target, place)
}

/** The binaries, copied to a place that the owner can reach if need be. */
export function placeBinaries(binaries: Binaries, owner: Owner | undefined): Binaries {
  if (canEnter(binaries.root, owner)) return binaries
  const root = join(SHARED_ROOT, `postgresql-${binaries.version}`)
  if (!existsSync(root)) {
    mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 })
    const copy = `${root}.${process.pid}`
    cpSync(binaries.root, copy, { recursive: true, verbatimSymlinks: true })
    moveUnlessThere(copy, root, renameSync)
  }
  const moved = (path: string) => join(root, path.slice(binaries.root.length))
  return {
    ...binaries,
    root,
    initdb: moved(binaries.initdb),
    pgCtl: moved(binaries.pgCtl),
    postgres: moved(binaries.postgres),
  }
}

/** Two processes may make the same thing at once: whoever is first wins, and the other uses that. */
function moveUnlessThere(
  made: string,
  place: string,
  move: (from: string, to: string) => void,
): void {
  try {
    move(made, place)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
}

/**
 * The folder of the Unix socket: the cluster itself, which only its owner can
 * enter, or a private folder with a short name where the path would be too long
 * or has characters that PostgreSQL's settings give a meaning to.
 */
export function placeSocket(cluster: string, owner: Owner | undefined): string {
  if (cluster.length <= SOCKET_FOLDER_MAX && /^[\w./-]+$/.test(cluster)) return cluster
  const digest = createHash('sha256').update(cluster).digest('hex').slice(0, 16)
  // Not the folder that TMPDIR names: the next server must find the socket wherever it starts.
  const folder = `/tmp/openscrip-${digest}`
  if (!existsSync(folder)) {
    // Its owner's before anybody finds it.
    const draft = `${folder}.${process.pid}`
    makeOwned(draft, owner)
    moveUnlessThere(draft, folder, renameSync)
  }
  const status = lstatSync(folder)
  const uid = owner?.uid ?? process.getuid?.() ?? status.uid
  if (!status.isDirectory() || status.uid !== uid || (status.mode & 0o077) !== 0) {
    throw new Error(`${folder} is needed for the database's socket but belongs to someone else.`)
  }
  return folder
}

function makeOwned(folder: string, owner: Owner | undefined): void {
  mkdirSync(folder, { mode: 0o700 })
  giveTo(folder, owner)
}

/** A sentence when the data directory is not this user's own; undefined when it is. */
export function refuseForeignFolder(dataDir: string): string | undefined {
  const uid = process.getuid?.()
  if (uid === undefined) return undefined
  const owner = statSync(dataDir).uid
  if (owner === uid) return undefined
  return (
    `The data directory ${dataDir} belongs to another user (uid ${owner}; this is uid ${uid}). ` +
    'Start OpenScrip as that user, or set SCRIP_DATA_DIR to a directory of your own.'
  )
}
