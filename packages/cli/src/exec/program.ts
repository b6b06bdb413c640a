import { spawn } from 'node:child_process'
import { accessSync } from 'node:fs'
import { constants } from 'node:os'
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
      options.complain(explainSpawnError(program, error))
      // The shell's numbers for "not found" and "not executable".
      resolve({ code: error.code === 'ENOENT' ? 127 : 126 })
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

function explainSpawnError(program: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') {
    // The same code is given for a working directory that has been deleted.
    return isHere() ? `${program}: no such program.` : 'The working directory is gone.'
  }
  if (error.code === 'EACCES') return `${program} is not executable.`
  return `${program} cannot be started: ${error.message}.`
}

function isHere(): boolean {
  try {
    accessSync('.')
    return true
  } catch {
    return false
  }
}
