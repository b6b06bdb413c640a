import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The folders in which a running PostgreSQL leaves its process id. */
interface Folders {
  readonly cluster: string
  readonly socket: string
}

const clusterLock = ({ cluster }: Pick<Folders, 'cluster'>) => join(cluster, 'postmaster.pid')
const socketLock = ({ socket }: Folders) => join(socket, '.s.PGSQL.5432.lock')

/** The process that says it runs the cluster, whether it lives or not. */
export function readPostmaster(folders: Pick<Folders, 'cluster'>): number | undefined {
  return readPid(clusterLock(folders))
}

/** Whether the process that says it runs the cluster lives. */
export function isAlive(folders: Pick<Folders, 'cluster'>): boolean {
  try {
    const pid = readPostmaster(folders)
    return pid !== undefined && process.kill(pid, 0) && !isZombie(pid)
  } catch {
    return false
  }
}

/**
 * Removes the lock files of a process that is dead and still counts as one: PostgreSQL would wait
 * for its end. What else of it is alive, PostgreSQL finds out by its shared memory.
 */
export function forgetDead(folders: Folders): void {
  for (const lock of [clusterLock(folders), socketLock(folders)]) {
    try {
      const pid = readPid(lock)
      if (pid !== undefined && isZombie(pid)) removeOf(pid, lock)
    } catch {
      // Gone, or its process is: PostgreSQL sees that itself.
    }
  }
}

/** Takes the file away first: somebody else may have started PostgreSQL since it was read. */
function removeOf(pid: number, lock: string): void {
  const aside = `${lock}.${process.pid}`
  renameSync(lock, aside)
  try {
    if (readPid(aside) !== pid) linkSync(aside, lock)
  } finally {
    rmSync(aside)
  }
}

function readPid(lock: string): number | undefined {
  return existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : undefined
}

/**
 * Dead, and its parent has not asked what became of it: whoever is the first process of a container
 * may never do so for a PostgreSQL that has outlived its server.
 */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    // It has ended meanwhile, or nobody may look.
    return false
  }
}
