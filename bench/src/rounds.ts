import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from './checks.ts'
import { openStack } from './cleanup.ts'
import { runLoad } from './load/load.ts'
import type { LoadResult } from './load/plan.ts'
import type { Options, TargetId } from './options.ts'
import { type ProcessorTime, readProcessorTime } from './processor-time.ts'
import { targets } from './targets.ts'

/** One target, measured once. */
export interface Sample {
  readonly target: TargetId
  readonly round: number
  readonly result: LoadResult
  readonly checks: readonly Check[]
  /** For each answer, in microseconds; absent where it cannot be told. */
  readonly processorTime?: ProcessorTime
}

export type Progress = (step: { target: TargetId; round: number; doing: string }) => void

/** Requests were refused or the load broke off: there is no figure. */
export class BrokenRun extends Error {}

/**
 * Measures every target once per round, in turn, so that noise of the machine
 * hits all alike. Each has the machine for itself: it is started for its turn,
 * on an empty database, and stopped before the next one starts.
 *
 * Samples are handed over one by one, so that those before a failure are kept.
 */
export async function* measureRounds(options: Options, progress: Progress): AsyncGenerator<Sample> {
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const target of options.targets) yield await measure(target, { options, round, progress })
  }
}

interface Turn {
  readonly options: Options
  readonly round: number
  readonly progress: Progress
}

async function measure(target: TargetId, turn: Turn): Promise<Sample> {
  const stack = openStack()
  try {
    return await measureWith(stack, target, turn)
  } finally {
    await stack.disposeAsync()
  }
}

async function measureWith(
  stack: AsyncDisposableStack,
  target: TargetId,
  { options, round, progress }: Turn,
): Promise<Sample> {
  const dataDir = await makeDataDir(options.dir, stack)
  progress({ target, round, doing: 'starting' })
  const { server, request, check, measure } = await targets[target].start({
    options,
    dataDir,
    stack,
  })
  const { hostname: host, port } = new URL(server.ready.url)
  const { connections, warmupSeconds, seconds } = options
  progress({ target, round, doing: 'measuring' })
  const plan = { ...request, host, port: Number(port), connections, warmupSeconds, seconds }
  const before = readProcessorTime(server.pid)
  const result = await (measure ?? runLoad)(plan, stack).catch((cause: Error) => {
    throw new BrokenRun(`${targets[target].label}: ${cause.message}\n${server.tail()}`, { cause })
  })
  refuseRefusals(target, result)
  // Who measures in a way of its own lets the server work outside of what it counts, too.
  const time = measure === undefined && perAnswer(server, before, result)
  progress({ target, round, doing: 'checking' })
  const checks = (await check?.(result)) ?? []
  progress({ target, round, doing: 'stopping' })
  return { target, round, result, checks, ...(time && { processorTime: time }) }
}

function perAnswer(
  { pid }: { readonly pid: number },
  before: ProcessorTime | undefined,
  { answersEver }: LoadResult,
): ProcessorTime | undefined {
  const after = readProcessorTime(pid)
  if (before === undefined || after === undefined) return undefined
  return {
    server: (after.server - before.server) / answersEver,
    database: (after.database - before.database) / answersEver,
  }
}

function refuseRefusals(target: TargetId, { refusals, firstRefusal, answers }: LoadResult): void {
  const counts = Object.entries(refusals).map(([status, count]) => `${count} × ${status}`)
  if (counts.length === 0 && answers > 0) return
  const what = counts.length === 0 ? 'no answers' : `refused requests (${counts.join(', ')})`
  throw new BrokenRun(`${targets[target].label}: ${what}\n${firstRefusal ?? ''}`)
}

/** A directory that another user can reach through, as PostgreSQL does not run as root. */
async function makeDataDir(parent: string, stack: AsyncDisposableStack): Promise<string> {
  const room = await mkdtemp(join(parent, 'scrip-bench-'))
  stack.defer(() => rm(room, { recursive: true, force: true }))
  await chmod(room, 0o711)
  const dataDir = join(room, 'data')
  await mkdir(dataDir)
  return dataDir
}
