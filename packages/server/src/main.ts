import type { AddressInfo } from 'node:net'
import { type Logger, pino } from 'pino'
import { type App, type AppOptions, createApp } from './app.ts'
import type { Config } from './config.ts'
import { type DemoCredentials, ensureDemo } from './demo.ts'
import {
  type Foundation,
  prepareFoundation,
  removeServerRecord,
  type ServerRecord,
  StartError,
  writeServerRecord,
} from './runtime.ts'
import { version } from './version.ts'

/** A server that listens. */
export interface RunningServer extends ServerRecord {
  /** Answers what is in flight, then stops everything that was started, within the deadline. */
  stop(): Promise<void>
}

/**
 * Starts a whole server from its settings: data directory, database, schema,
 * demo account, HTTP. It serves requests when this resolves.
 *
 * @param overrides what is not to be as it is in production, such as the clock
 * @throws StartError, ConfigError, SchemaError or WrongMasterKeyError with a
 *   sentence for the user; everything that had been started is stopped again
 */
export async function startServer(
  config: Config,
  overrides: NonNullable<AppOptions['overrides']> = {},
): Promise<RunningServer> {
  const log = createLog(config)
  const foundation = await prepareFoundation({ config, log, role: 'server' })
  let app: App | undefined
  try {
    let url = ''
    const { connection, masterKey } = foundation
    app = await createApp({
      config,
      connection,
      masterKey,
      log,
      ownUrl: () => config.publicUrl ?? url,
      overrides,
    })
    const demo = config.demo ? await ensureDemo(app, config, generated(foundation)) : undefined
    url = await listen(app, config)
    app.start()
    const record = toRecord(config, url, demo)
    writeServerRecord(record)
    return { ...record, stop: () => stop(config, log, foundation, app) }
  } catch (error) {
    await stop(config, log, foundation, app)
    throw error
  }
}

function generated({ secrets }: Foundation) {
  return {
    clientId: secrets.demoClientId,
    clientSecret: secrets.demoClientSecret,
    manageToken: secrets.demoManageToken,
  }
}

function toRecord(config: Config, url: string, demo: DemoCredentials | undefined): ServerRecord {
  return {
    url,
    clientId: demo?.clientId ?? null,
    clientSecret: demo?.clientSecret ?? null,
    manageToken: demo?.manageToken ?? null,
    dashboardUrl: `${url}/dashboard/`,
    signInUrl: demo?.signInPath === undefined ? null : `${url}${demo.signInPath}`,
    dataDir: config.dataDir,
    pid: process.pid,
    version,
  }
}

export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      // Nothing logs these on purpose; this is for the day somebody logs a whole request.
      redact: {
        paths: [
          '*.authorization',
          '*.client_secret',
          '*.clientSecret',
          '*.cardNumber',
          '*.pinCode',
        ],
        censor: '[redacted]',
      },
    },
    // Standard output belongs to the banner and to --json.
    pino.destination({ dest: 2, sync: true }),
  )
}

/** The parts of an error that help; a driver's error also carries its whole connection. */
function describeError(error: unknown): object {
  if (typeof error !== 'object' || error === null) return { message: String(error) }
  // Not every library throws what is an Error.
  const { name, message, stack, code, constraint } = error as Record<string, unknown>
  return { name, message, code, constraint, stack }
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    await app.http.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${port} on ${host} is taken by another program. ` +
          'Set PORT to a free one, or to 0 to let the system pick.',
      )
    }
    if (code === 'EACCES') {
      throw new StartError(
        `Port ${port} needs more rights than this user has. Set PORT above 1023.`,
      )
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartError(`HOST ${host} is no address of this machine.`)
    }
    throw error
  }
  const address = app.http.server.address() as AddressInfo
  const wildcard = address.address === '0.0.0.0' || address.address === '::'
  const name = wildcard ? 'localhost' : address.address
  return `http://${name.includes(':') ? `[${name}]` : name}:${address.port}`
}

async function stop(
  config: Config,
  log: Logger,
  foundation: Foundation,
  app: App | undefined,
): Promise<void> {
  removeServerRecord(config.dataDir)
  await within(config.shutdownTimeoutMs, app?.close()).catch((error: unknown) =>
    log.warn({ err: error }, 'requests were still in flight and have been cut off'),
  )
  await foundation.release()
}

async function within(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The deadline has passed')), milliseconds)
  })
  await Promise.race([work, deadline]).finally(() => clearTimeout(timer))
}
