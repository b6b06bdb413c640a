import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const pollMs = 50
const patienceMs = 90_000

/**
 * Runs the task while no other process runs one under the same lock file.
 *
 * The file holds the owner's process id, so the lock of a process that died is taken over.
 *
 * @throws when a living process keeps the lock for a minute and a half
 */
export async function withLock<T>(
  path: string,
  task: () => Promise<T>,
  abort?: AbortSignal,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  while (!(await tryLock(path))) {
    abort?.throwIfAborted()
    if (Date.now() > deadline) throw new Error(`Another scrip exec holds ${path}.`)
    await sleep(pollMs)
  }
  try {
    return await task()
  } finally {
    await rm(path, { force: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const owner = Number(await readFile(path, 'utf8').catch(() => ''))
  // An empty file is one that its owner is about to fill.
  if (owner > 0 && !isAlive(owner)) await rm(path, { force: true })
  return false
}
