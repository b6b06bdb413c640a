import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueLeaf, loadAuthority } from './authority.ts'
import { prepareEnvironment } from './environment.ts'
import { type Outcome, runProgram } from './program.ts'
import { startProxy } from './proxy.ts'
import { readRoots } from './roots.ts'
import { readServerFile } from './server-file.ts'
import { relaySignals, type SignalRelay } from './signals.ts'
import { leaseServer, type ServerLease } from './temporary-server.ts'
import { readUpstream } from './upstream.ts'

export interface ExecOptions {
  /** The program and its arguments; undefined prints the variables instead. */
  command: readonly [string, ...string[]] | undefined
  env: NodeJS.ProcessEnv
  dataDir: string
  /** Use this server instead of looking for one or starting one. */
  serverUrl?: string
  /** The command line that starts a server, program first. */
  serveCommand: readonly [string, ...string[]]
  preloadFolder: string
  offline: boolean
  quiet: boolean
  hasTerminal: boolean
  /** Writes one line for the user; `--quiet` has no effect on errors. */
  tell: (line: string) => void
  print: (line: string) => void
}

/**
 * Runs a program whose Reloadly calls reach the local server, and tells how it ended.
 *
 * Whatever was started or written for it is gone when this returns, also when it throws or a
 * signal comes.
 */
export async function runExec(options: ExecOptions): Promise<Outcome> {
  const signals = relaySignals(options)
  const cleanups: (() => Promise<unknown>)[] = []
  try {
    return await runWithCleanups(options, signals, cleanups)
  } catch (error) {
    const signal = signals.received()
    if (signal !== undefined) return { signal }
    throw error
  } finally {
    for (const cleanup of cleanups.toReversed()) await cleanup()
    signals.stop()
  }
}

async function runWithCleanups(
  options: ExecOptions,
  signals: SignalRelay,
  cleanups: (() => Promise<unknown>)[],
): Promise<Outcome> {
  const notify = (message: string) => {
    if (!options.quiet) options.tell(`scrip exec: ${message}`)
  }
  const upstream = readUpstream(options.offline ? {} : options.env)
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const authority = await loadAuthority(options.dataDir)
  const lease = await findOrStartServer(options, signals, notify)
  cleanups.push(lease.release)
  const folder = await mkdtemp(join(tmpdir(), 'scrip-exec-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  const proxy = await startProxy({
    serverUrl: new URL(lease.info.url),
    leaf: await issueLeaf(authority),
    offline: options.offline,
    upstream,
    roots: await readRoots(options.env.SSL_CERT_FILE),
    notify,
  })
  cleanups.push(proxy.close)
  const variables = await prepareEnvironment({
    original: options.env,
    proxy,
    authority: authority.certificate,
    server: lease.info,
    folder,
    preloadFolder: options.preloadFolder,
    offline: options.offline,
    quiet: options.quiet,
  })
  signals.abort.throwIfAborted()
  if (options.command === undefined) return printVariables(options, variables, signals)
  return runProgram({
    command: options.command,
    env: { ...options.env, ...variables },
    signals,
    complain: (message) => options.tell(`scrip exec: ${message}`),
  })
}

async function findOrStartServer(
  options: ExecOptions,
  signals: SignalRelay,
  notify: (message: string) => void,
): Promise<ServerLease> {
  const { serverUrl, dataDir, env } = options
  if (serverUrl === undefined) {
    const { abort } = signals
    return leaseServer({ dataDir, command: options.serveCommand, env, abort, notify })
  }
  const known = await readServerFile(dataDir)
  const isSame = known !== undefined && new URL(known.url).origin === new URL(serverUrl).origin
  const info = isSame ? { ...known, url: serverUrl } : { url: serverUrl }
  return { info, isTemporary: false, release: async () => {} }
}

/** Prints the variables for a shell or an IDE and keeps the proxy until a signal comes. */
async function printVariables(
  options: ExecOptions,
  variables: Record<string, string>,
  signals: SignalRelay,
): Promise<Outcome> {
  for (const [name, value] of Object.entries(variables)) {
    options.print(`export ${name}='${value.replaceAll("'", "'\\''")}'`)
  }
  options.tell('scrip exec: the variables work until you press Ctrl-C')
  if (signals.abort.aborted) return { code: 0 }
  // A pending promise alone does not keep the process; the proxy's sockets do.
  await new Promise((resolve) => signals.abort.addEventListener('abort', resolve))
  return { code: 0 }
}
