import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 20_000
const TAIL_LINES = 30
/** Structured log lines can carry whole objects; the beginning says what broke. */
const LINE_LENGTH_MAX = 500

/** What a server says on its first line of JSON; OpenScrip adds its demo credentials. */
export interface Ready {
  readonly url: string
  readonly clientId?: string
  readonly clientSecret?: string
  readonly manageToken?: string
}

export interface ServerProcess {
  readonly ready: Ready
  readonly pid: number
  /** The last lines it wrote, to show when something broke. */
  tail(): string
  /** Ends it, forcibly after 20 s. May be called again. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly env?: NodeJS.ProcessEnv
  /** How it is asked to stop: ours end with their channel, OpenScrip by signal. */
  readonly stopBy: 'channel' | 'signal'
}

/** Starts a Node.js program and waits for the line of JSON that says where it listens. */
export async function startServer(args: string[], options: StartOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe', ...(options.stopBy === 'channel' ? (['ipc'] as const) : [])],
  })
  // Not `close`, which Node.js 26 does not emit for a child whose channel we closed ourselves.
  const ended = Promise.all([
    once(child, 'exit'),
    ...[child.stdout, child.stderr].flatMap((stream) => (stream ? [once(stream, 'close')] : [])),
  ])
  const lines: string[] = []
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      if (child.connected) child.disconnect()
      else child.kill('SIGTERM')
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    await ended
    clearTimeout(timer)
  }
  const tail = () => lines.slice(-TAIL_LINES).join('\n')
  try {
    return { ready: await untilReady(child, lines, ended), pid: child.pid ?? 0, tail, stop }
  } catch (cause) {
    await stop()
    throw new Error(`${args.join(' ')} did not start\n${tail()}`, { cause })
  }
}

function untilReady(child: ChildProcess, lines: string[], ended: Promise<unknown>): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no sign of life')), START_TIMEOUT_MS)
    const listen = (stream: Readable | null, heard: (line: string) => void) => {
      if (stream === null) return
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line.slice(0, LINE_LENGTH_MAX))
        if (lines.length > 2 * TAIL_LINES) lines.splice(0, TAIL_LINES)
        heard(line)
      })
    }
    listen(child.stderr, () => {})
    listen(child.stdout, (line) => {
      if (!line.startsWith('{"url"')) return
      clearTimeout(timer)
      resolve(JSON.parse(line))
    })
    const giveUp = (error: unknown) => {
      clearTimeout(timer)
      reject(error)
    }
    child.once('error', giveUp)
    ended.then(() => giveUp(new Error('it ended')), giveUp)
  })
}
