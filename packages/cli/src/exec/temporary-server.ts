import { spawn } from 'node:child_process'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, withLock } from './lock.ts'
import { findServer, parseServerInfo, type ServerInfo } from './server-file.ts'

export interface ServerLease {
  info: ServerInfo
  /** True when the server was not running before and ends with its last user. */
  isTemporary: boolean
  release: () => Promise<void>
}

export interface TemporaryServerOptions {
  dataDir: string
  /** The command line that serves, program first. */
  command: readonly [string, ...string[]]
  env: NodeJS.ProcessEnv
  /** Ends a start that is under way. */
  abort: AbortSignal
  notify: (message: string) => void
}

interface Users {
  serverPid: number
  users: number[]
}

const startTimeoutMs = 60_000
const stopTimeoutMs = 10_000
const pollMs = 50

/**
 * Returns the server of the data directory, starting a temporary one when none runs.
 *
 * Several commands at once share one temporary server, since a data directory allows no second;
 * each is listed as a user of it, and the last to leave stops it, whoever started it.
 *
 * @throws with the server's own words when it does not start
 */
export async function leaseServer(options: TemporaryServerOptions): Promise<ServerLease> {
  const folder = join(options.dataDir, 'exec')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = join(folder, 'lock')
  const usersFile = join(folder, 'users.json')
  const lease = async () => {
    const running = await findServer(options.dataDir)
    const known = await readUsers(usersFile)
    const isShared = running !== undefined && known !== undefined && running.pid === known.serverPid
    if (running !== undefined && !isShared) {
      return { info: running, isTemporary: false, release: async () => {} }
    }
    const { info, serverPid } = isShared
      ? { info: running, serverPid: known.serverPid }
      : await start(options, folder)
    const users = isShared ? known.users : []
    await writeUsers(usersFile, { serverPid, users: [...users, process.pid] })
    const release = () => withLock(lock, () => leave(usersFile))
    return { info, isTemporary: true, release }
  }
  return withLock(lock, lease, options.abort)
}

async function start(options: TemporaryServerOptions, folder: string) {
  options.notify('starting a temporary OpenScrip server')
  const outPath = join(folder, 'server.out')
  const errPath = join(folder, 'server.err')
  // Files instead of pipes: the server may outlive this process for another user of it.
  const out = await open(outPath, 'w', 0o600)
  const err = await open(errPath, 'w', 0o600)
  const [program, ...args] = options.command
  // Its own process group, so that Ctrl-C ends the program before its server.
  const child = spawn(program, args, {
    env: { ...options.env, SCRIP_DATA_DIR: options.dataDir, PORT: '0' },
    stdio: ['ignore', out.fd, err.fd],
    detached: true,
  })
  let failure = ''
  child.once('error', (error) => {
    failure = error.message
  })
  child.once('exit', (code, signal) => {
    failure = `it ended with ${signal ?? `code ${code}`}`
  })
  await Promise.all([out.close(), err.close()])
  const deadline = Date.now() + startTimeoutMs
  while (failure === '' && Date.now() < deadline && !options.abort.aborted) {
    const info = await findReadyLine(outPath)
    if (info !== undefined && child.pid !== undefined) {
      child.unref()
      return { info, serverPid: info.pid ?? child.pid }
    }
    await sleep(pollMs)
  }
  const endedWith = failure
  // Gently even now: the server may have a database of its own to stop.
  if (endedWith === '' && child.pid !== undefined) await stop(child.pid)
  options.abort.throwIfAborted()
  const words = (await readFile(errPath, 'utf8')).trim()
  const reason = endedWith || `it was not ready after ${startTimeoutMs / 1000} s`
  throw new Error(`The OpenScrip server did not start: ${reason}.${words && `\n${words}`}`)
}

async function findReadyLine(path: string): Promise<ServerInfo | undefined> {
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1)
  return parseServerInfo(lines.find((line) => line.startsWith('{')) ?? '')
}

async function leave(usersFile: string): Promise<void> {
  const known = await readUsers(usersFile)
  if (known === undefined) return
  const others = known.users.filter((pid) => pid !== process.pid && isAlive(pid))
  if (others.length > 0) return writeUsers(usersFile, { ...known, users: others })
  await rm(usersFile, { force: true })
  await stop(known.serverPid)
  // It holds the credentials of the demo client.
  await rm(join(dirname(usersFile), 'server.out'), { force: true })
}

async function stop(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGTERM')
  const deadline = Date.now() + stopTimeoutMs
  while (isAlive(pid) && Date.now() < deadline) await sleep(pollMs)
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

async function readUsers(path: string): Promise<Users | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Users
  } catch {
    return undefined
  }
}

async function writeUsers(path: string, users: Users): Promise<void> {
  await writeFile(path, JSON.stringify(users), { mode: 0o600 })
}
