import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { until } from '../../packages/server/test/until.ts'
import { isAlive, processesIn } from './processes.ts'

/** The embedded PostgreSQL of a data directory, seen from outside. */
export interface Cluster {
  /** Its real folder; undefined before it is made. */
  folder(): string | undefined
  /** The process id of its postmaster; undefined when none runs. */
  pid(): number | undefined
  /** A DATABASE_URL for it. */
  url(): string
  /** Kills the postmaster without warning; its children end by themselves when they notice. */
  kill(): void
  /** Holds every process of it still, as a disk that does not answer would, while `work` runs. */
  whileHanging(work: () => Promise<void>): Promise<void>
  /** Ends it and removes its files, wherever they are. */
  remove(): Promise<void>
}

export function clusterOf(dataDir: string): Cluster {
  function folder(): string | undefined {
    try {
      return realpathSync(join(dataDir, 'postgres'))
    } catch {
      return undefined
    }
  }

  function pid(): number | undefined {
    const cluster = folder()
    if (cluster === undefined) return undefined
    try {
      const [first] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n', 1)
      const number = Number(first)
      return number > 1 && isAlive(number) ? number : undefined
    } catch {
      return undefined
    }
  }

  function signal(name: NodeJS.Signals): void {
    const postmaster = pid()
    if (postmaster !== undefined) process.kill(postmaster, name)
  }

  function socketFolder(): string | undefined {
    const cluster = folder()
    if (cluster === undefined) return undefined
    try {
      const settings = readFileSync(join(cluster, 'postgresql.conf'), 'utf8')
      return /^unix_socket_directories = '(.*)'$/m.exec(settings)?.[1]?.replaceAll("''", "'")
    } catch {
      return undefined
    }
  }

  return {
    folder,
    pid,
    url() {
      const host = socketFolder()
      if (host === undefined) throw new Error(`There is no cluster in ${dataDir}`)
      return `postgres://openscrip@/postgres?host=${encodeURIComponent(host)}`
    },
    kill: () => signal('SIGKILL'),
    async whileHanging(work) {
      const held = processesIn(`${folder()}`)
      const tell = (name: NodeJS.Signals) => {
        for (const one of held.filter(isAlive)) process.kill(one, name)
      }
      tell('SIGSTOP')
      await work().finally(() => tell('SIGCONT'))
    },
    async remove() {
      const [cluster, socket] = [folder(), socketFolder()]
      // Orderly enough to take its shared memory with it, and without waiting for clients.
      signal('SIGQUIT')
      await until('PostgreSQL ends after SIGQUIT', () => pid() === undefined)
      if (cluster !== undefined) rmSync(cluster, { recursive: true, force: true })
      if (socket !== undefined && basename(socket).startsWith('openscrip-')) {
        rmSync(socket, { recursive: true, force: true })
      }
    },
  }
}
