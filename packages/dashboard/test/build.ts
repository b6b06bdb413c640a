import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const folder = fileURLToPath(new URL('..', import.meta.url))
const lock = join(folder, 'node_modules/.building')

/** What the build is made of. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', '../sdk/src']

/** Builds the dashboard when its sources are newer than its build: no test sees an old one. */
export async function ensureBuilt(): Promise<void> {
  if (isFresh()) return
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  while (!take()) {
    await setTimeout(200)
    if (isFresh()) return
  }
  try {
    // In a process of its own: this one is a test, and React would be built for tests.
    await promisify(execFile)(process.execPath, [join(folder, 'scripts/prepare.js')])
  } finally {
    rmdirSync(lock)
  }
}

/** Several test files run at once; one of them builds. A lock that was left behind is old. */
function take(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 60_000) rmdirSync(lock)
    return false
  }
}

function isFresh(): boolean {
  const built = statSync(join(folder, 'dist/index.html'), { throwIfNoEntry: false })
  if (built === undefined) return false
  return sources.every((source) => newestBelow(join(folder, source)) <= built.mtimeMs)
}

function newestBelow(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(own.mtimeMs, ...names.map((name) => statSync(join(path, name)).mtimeMs))
}
