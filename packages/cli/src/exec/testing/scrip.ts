import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEADLINE_MS } from '../../../../server/test/until.ts'

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Running {
  child: ChildProcess
  ended: Promise<Ended>
}

type Env = Record<string, string | undefined>

const main = fileURLToPath(new URL('main.ts', import.meta.url))
export const clients = fileURLToPath(new URL('clients', import.meta.url))

/** Starts `scrip exec` in an environment that has no proxy or certificate settings of its own. */
export function startScrip(args: string[], env: Env): Running {
  return startNode([main, 'exec', ...args], env)
}

export async function scrip(args: string[], env: Env): Promise<Ended> {
  return startScrip(args, env).ended
}

export function startNode(args: string[], env: Env): Running {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, ...output }))
  })
  return { child, ended }
}

/** A folder whose name has a space in it, as home folders on some systems have. */
export function makeFolder(): { path: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'scrip-test-'))
  const remove = () => rmSync(parent, { recursive: true, force: true })
  return { path: join(parent, 'data dir'), remove }
}

/** Why a runtime cannot be tested here, or undefined when it can. */
export function whyMissing(program: string, args: string[]): string | undefined {
  const { status, error } = spawnSync(program, args, { stdio: 'ignore', timeout: DEADLINE_MS })
  if (error !== undefined) return `${program} is not installed`
  return status === 0 ? undefined : `${program} ${args.join(' ')} fails`
}
