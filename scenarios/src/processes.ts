import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // A killed process whose parent has not heard of it yet is dead all the same.
  return !isZombie(pid)
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return true
  }
}

/** Why the process table cannot be read here, or undefined when it can. */
export const noProcessTable =
  process.platform === 'linux' ? undefined : 'needs the process table of Linux'

/** The processes that work in a folder, as every process of PostgreSQL does in its cluster. */
export function processesIn(folder: string): number[] {
  return pids().filter((pid) => {
    const workingFolder = linkOf(`/proc/${pid}/cwd`)
    return workingFolder === folder || workingFolder?.startsWith(`${folder}/`)
  })
}

function pids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** State of a TCP socket that listens, in /proc/net/tcp. */
const LISTENING = '0A'

/** The TCP ports that these processes listen on, by the sockets that they hold open. */
export function listeningPorts(processes: readonly number[]): number[] {
  const held = new Set(processes.flatMap(socketsOf))
  const ports = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTENING && held.has(columns[9] ?? ''))
      .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16)),
  )
  return [...new Set(ports)]
}

/** Inodes of the sockets that a process holds open. */
function socketsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
    const socket = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${descriptor}`) ?? '')
    return socket?.[1] === undefined ? [] : [socket[1]]
  })
}
