import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { DEADLINE_MS } from '../../packages/server/test/until.ts'

/** The launcher of the `scrip` command, as users call it. */
export const launcher = fileURLToPath(new URL('../../packages/cli/bin/scrip.js', import.meta.url))

/** How a process ended and everything it wrote. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A process that runs, and what it has written so far. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  stdout(): string
  stderr(): string
}

export type Env = Readonly<Record<string, string>>

export interface LaunchOptions {
  readonly env?: Env
  readonly cwd?: string
  /** The Node.js that runs the launcher; the test's own by default. */
  readonly node?: string
  readonly launcher?: string
  /** Gives the process a group of its own, as a terminal does. */
  readonly ownGroup?: boolean
}

/** Starts the `scrip` command. Of the tests' own environment it sees no settings. */
export function launchScrip(args: readonly string[], options: LaunchOptions = {}): Running {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = spawn(options.node ?? process.execPath, [options.launcher ?? launcher, ...args], {
    env: { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.ownGroup ?? false,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const ended = once(child, 'close').then(
    ([code, signal]: (number | NodeJS.Signals | null)[]): Ended => ({
      code: typeof code === 'number' ? code : null,
      signal: typeof signal === 'string' ? signal : null,
      ...output,
    }),
  )
  // Whoever awaits it hears of a failure; nobody has to.
  ended.catch(() => undefined)
  return { child, ended, stdout: () => output.stdout, stderr: () => output.stderr }
}

/** Runs a `scrip` command to its end; one that does not end is killed and fails the test. */
export async function runScrip(
  args: readonly string[],
  options: LaunchOptions = {},
): Promise<Ended> {
  const running = launchScrip(args, options)
  const timer = setTimeout(() => running.child.kill('SIGKILL'), DEADLINE_MS)
  const ended = await running.ended.finally(() => clearTimeout(timer))
  if (ended.signal === 'SIGKILL') {
    throw new Error(`scrip ${args.join(' ')} did not end within ${DEADLINE_MS} ms`)
  }
  return ended
}
