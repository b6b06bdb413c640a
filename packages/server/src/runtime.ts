import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'
import { makeAccessToken, makeSecret } from './accounts/index.ts'
import type { Config } from './config.ts'
import { randomIds } from './core/ids.ts'
import type { Connection } from './storage/database.ts'
import { leaseCluster, type Role } from './storage/embedded/lease.ts'
import { refuseForeignFolder } from './storage/embedded/placement.ts'
import { loadSecrets, makeDataDir, type Secrets } from './storage/secrets.ts'
import { replaceFile } from './storage/whole-file.ts'

/** A condition of the machine that keeps OpenScrip from starting; the message is for the user. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** What stands below a server or a tool: a data directory, secrets, and a database that answers. */
export interface Foundation {
  readonly connection: Connection
  readonly masterKey: Buffer
  readonly secrets: Secrets
  /** Stops what was started here; a database that somebody else started goes on. */
  release(): Promise<void>
}

export interface FoundationOptions {
  readonly config: Config
  readonly log: Logger
  /**
   * `server`: the data directory is for this process alone. `tool`: a running
   * server is no obstacle, and its database is used.
   */
  readonly role: Role
}

/** @throws StartError with a sentence for the user */
export async function prepareFoundation(options: FoundationOptions): Promise<Foundation> {
  const { config } = options
  const secrets = openDataDir(config.dataDir)
  const masterKey = config.masterKey ?? Buffer.from(secrets.masterKey, 'base64')
  const found = { masterKey, secrets }
  if (config.databaseUrl !== undefined) {
    const connection = { connectionString: config.databaseUrl }
    await requireDatabase(connection)
    return { ...found, connection, release: async () => undefined }
  }
  return { ...found, ...(await startOwnDatabase(options)) }
}

function openDataDir(dataDir: string): Secrets {
  try {
    makeDataDir(dataDir)
    const refusal = refuseForeignFolder(dataDir)
    if (refusal !== undefined) throw new StartError(refusal)
    return loadSecrets(dataDir, () => ({
      masterKey: randomBytes(32).toString('base64'),
      demoClientId: randomIds.alphanumeric(32),
      demoClientSecret: makeSecret(randomIds),
      demoManageToken: makeAccessToken(randomIds),
    }))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new StartError(
        `The data directory ${dataDir} cannot be written by this user. ` +
          'Set SCRIP_DATA_DIR to a directory of your own.',
      )
    }
    if (code === 'ENOTDIR' || code === 'EEXIST') {
      throw new StartError(`The data directory ${dataDir} is not a directory.`)
    }
    throw error
  }
}

const VERSION_MIN = 150_000

async function requireDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    if (Number(rows[0]?.server_version_num) < VERSION_MIN) {
      throw new StartError('The PostgreSQL of DATABASE_URL is older than version 15.')
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `The database of DATABASE_URL does not answer: ${error instanceof Error ? reasonOf(error) : error}. ` +
        'Check the address and that PostgreSQL runs, or unset DATABASE_URL to use the built-in one.',
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Node reports one error per address it tried, and no message of its own. */
function reasonOf(error: Error): string {
  const inner = (error as { errors?: Error[] }).errors?.[0]
  return (error.message || inner?.message || error.name).replace(/\.$/, '')
}

async function startOwnDatabase({ config, log, role }: FoundationOptions) {
  const lease = await leaseCluster(config.dataDir, role, log)
  if (lease === undefined) throw new StartError(describeOther(config.dataDir))
  return {
    connection: lease.connection,
    release: () => lease.release(config.shutdownTimeoutMs),
  }
}

/** What a running server says about itself, for programs: `scrip exec` finds it by this. */
export interface ServerRecord {
  readonly url: string
  readonly clientId: string | null
  readonly clientSecret: string | null
  /** Access token of the demo account for the Management API. */
  readonly manageToken: string | null
  readonly dashboardUrl: string
  /** Signs the owner of the demo account in to the dashboard, once. */
  readonly signInUrl: string | null
  readonly dataDir: string
  readonly pid: number
  readonly version: string
}

const recordFile = (dataDir: string) => join(dataDir, 'server.json')

export function writeServerRecord(record: ServerRecord): void {
  replaceFile(recordFile(record.dataDir), `${JSON.stringify(record, null, 2)}\n`)
}

/** Removes the record if it is this process's own. */
export function removeServerRecord(dataDir: string): void {
  if (readServerRecord(dataDir)?.pid === process.pid) rmSync(recordFile(dataDir), { force: true })
}

export function readServerRecord(dataDir: string): ServerRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(dataDir), 'utf8')) as ServerRecord
  } catch {
    return undefined
  }
}

function describeOther(dataDir: string): string {
  const other = readServerRecord(dataDir)
  const who =
    other === undefined
      ? 'Another OpenScrip'
      : `Another OpenScrip server (${other.url}, process ${other.pid})`
  return (
    `${who} already uses the data directory ${dataDir}. ` +
    'Stop it, or set SCRIP_DATA_DIR to another directory for this one.'
  )
}
