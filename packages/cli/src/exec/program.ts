import { spawn } from 'node:child_process'
import { accessSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import type { SignalRelay } from './signals.ts'

/** How a program ended: exactly one of the two is set. */
export type Outcome = { code: number } | { signal: NodeJS.Signals }

export interface ProgramOptions {
  command: readonly [string, ...string[]]
  env: NodeJS.ProcessEnv
  signals: SignalRelay
  complain: (message: string) => void
}

/** Runs the program on our own standard streams, to which we never write, and tells its end. */
export function runProgram(options: ProgramOptions): Promise<Outcome> {
  const [program, ...args] = options.command
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: options.env, stdio: 'inherit' })
    options.signals.attach(child)
    child.once('error', (error: NodeJS.ErrnoException) => {
      // A signal that could not be delivered is reported here as well.
      if (child.pid !== undefined) return
      const isMissing = error.code === 'ENOENT' || isNowhere(program, options.env.PATH)
      options.complain(isMissing ? explainMissing(program) : explainSpawnError(program, error))
      // The shell's numbers for "not found" and "not executable".
      resolve({ code: isMissing ? 127 : 126 })
    })
    child.once('exit', (code, signal) => {
      resolve(signal === null ? { code: code ?? 1 } : { signal })
    })
  })
}

/** Ends this process the way the program ended, so that a caller sees no difference. */
export function endLike(outcome: Outcome): void {
  if ('code' in outcome) {
    process.exitCode = outcome.code
    return
  }
  // Should the signal be one that this process cannot die of, the number says the same.
  process.exitCode = 128 + constants.signals[outcome.signal]
  process.kill(process.pid, outcome.signal)
}

/** The same error stands for a working directory that has been deleted. */
function explainMissing(program: string): string {
  return isThere('.') ? `${program}: no such program.` : 'The working directory is gone.'
}

function explainSpawnError(program: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES') return `${program} is not executable.`
  return `${program} cannot be started: ${error.message}.`
}

/** The system says "no access" as well when it may not look into a folder of the path. */
function isNowhere(program: string, path = ''): boolean {
  if (program.includes('/')) return false
  return path.split(delimiter).every((folder) => !isThere(join(folder, program)))
}

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
