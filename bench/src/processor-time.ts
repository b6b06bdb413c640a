import { readdirSync, readFileSync } from 'node:fs'

/** Processor time that a server has used since it was started, in microseconds. */
export interface ProcessorTime {
  readonly server: number
  /** Of its PostgreSQL, 0 if it has none. */
  readonly database: number
}

/** What `stat` counts in, the same on every Linux: proc(5), USER_HZ. */
const MICROS_PER_TICK = 10_000

/** Undefined where the system has no /proc. */
export function readProcessorTime(serverPid: number): ProcessorTime | undefined {
  if (process.platform !== 'linux') return undefined
  const all = readProcesses()
  const descendants = all.filter(({ pid }) => descendsFrom(pid, serverPid, all))
  const sum = (isDatabase: boolean) =>
    descendants
      .filter(({ name }) => (name === 'postgres') === isDatabase)
      .reduce((micros, { ticks }) => micros + ticks * MICROS_PER_TICK, 0)
  return { server: sum(false), database: sum(true) }
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly ticks: number
}

function readProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))]
      } catch {
        // It has ended since it was listed.
        return []
      }
    })
}

/** A line of proc_pid_stat(5). Its second field is in parentheses and may contain some itself. */
export function parseStat(line: string): Process {
  const open = line.indexOf('(')
  const close = line.lastIndexOf(')')
  const fields = line.slice(close + 2).split(' ')
  const field = (number: number) => Number(fields[number - 3])
  return {
    pid: Number(line.slice(0, open)),
    parent: field(4),
    name: line.slice(open + 1, close),
    // In user mode and in the kernel, and the same of children that have ended.
    ticks: field(14) + field(15) + field(16) + field(17),
  }
}

function descendsFrom(pid: number, ancestor: number, all: readonly Process[]): boolean {
  if (pid === ancestor) return true
  const parent = all.find((each) => each.pid === pid)?.parent ?? 0
  return parent > 1 && descendsFrom(parent, ancestor, all)
}
