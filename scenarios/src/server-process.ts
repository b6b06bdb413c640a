import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEADLINE_MS, until } from '../../packages/server/test/until.ts'
import { type Cluster, clusterOf } from './cluster.ts'
import {
  type Ended,
  type Env,
  type LaunchOptions,
  launchScrip,
  type Running,
  runScrip,
} from './scrip.ts'

/** What `scrip serve --json` says about the server. */
export interface ServerInfo {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Access token of the demo account for the Management API. */
  readonly manageToken: string
  readonly dashboardUrl: string
  /** Signs the owner of the demo account in, once. */
  readonly signInUrl: string
  readonly dataDir: string
  readonly pid: number
  readonly version: string
}

/** A real server in a process of its own. */
export interface ServerProcess extends Running {
  readonly info: ServerInfo
  /** Asks it to stop and answers how it ended. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
  /** Ends it without warning; its PostgreSQL goes on. */
  kill(): Promise<Ended>
}

/** A data directory of its own under the system's temporary folder, and what runs on it. */
export interface Installation {
  readonly dataDir: string
  readonly cluster: Cluster
  /** Starts a server and waits until it says that it serves. */
  start(env?: Env, options?: LaunchOptions): Promise<ServerProcess>
  /** Starts `scrip serve --json` and waits for nothing. */
  launch(env?: Env, options?: LaunchOptions): Running
  /** Runs another `scrip` command on the data directory. */
  scrip(args: readonly string[], env?: Env): Promise<Ended>
  /** Kills what still runs and removes every file. */
  remove(): Promise<void>
}

export interface InstallationOptions {
  /** Path of the data directory below the temporary folder; the folder itself by default. */
  readonly path?: string
  readonly env?: Env
}

export function createInstallation(options: InstallationOptions = {}): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'scrip-scenario-'))
  // The user that root's PostgreSQL runs as has to get in.
  chmodSync(folder, 0o711)
  const dataDir = options.path === undefined ? folder : join(folder, options.path)
  const cluster = clusterOf(dataDir)
  const launched: Running[] = []
  const settings = { PORT: '0', LOG_LEVEL: 'warn', SCRIP_DATA_DIR: dataDir, ...options.env }

  function launch(env: Env = {}, launchOptions: LaunchOptions = {}): Running {
    const running = launchScrip(['serve', '--json'], {
      ...launchOptions,
      env: { ...settings, ...env },
    })
    launched.push(running)
    return running
  }

  return {
    dataDir,
    cluster,
    launch,
    start: (env, launchOptions) => untilServing(launch(env, launchOptions)),
    scrip: (args, env = {}) => runScrip(args, { env: { ...settings, ...env } }),
    async remove() {
      for (const { child } of launched) child.kill('SIGKILL')
      await Promise.all(launched.map((running) => running.ended.catch(() => undefined)))
      await cluster.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilServing(running: Running): Promise<ServerProcess> {
  const info = await Promise.race([
    until('the server says that it serves', () => readInfo(running.stdout())),
    running.ended.then(({ code, stderr }) => {
      throw new Error(`The server ended with code ${code} instead of serving:\n${stderr}`)
    }),
  ]).catch((error: unknown) => {
    running.child.kill('SIGKILL')
    throw error
  })
  return {
    ...running,
    info,
    stop: (signal = 'SIGTERM') => endBy(running, signal),
    kill: () => endBy(running, 'SIGKILL'),
  }
}

function readInfo(stdout: string): ServerInfo | undefined {
  const end = stdout.indexOf('\n')
  return end === -1 ? undefined : (JSON.parse(stdout.slice(0, end)) as ServerInfo)
}

async function endBy(running: Running, signal: NodeJS.Signals): Promise<Ended> {
  running.child.kill(signal)
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      running.child.kill('SIGKILL')
      reject(new Error(`The server did not end within ${DEADLINE_MS} ms of ${signal}`))
    }, DEADLINE_MS)
  })
  return Promise.race([running.ended, deadline]).finally(() => clearTimeout(timer))
}
