import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { inject } from 'vitest'
import type { DialectName, Mode } from '../src/accounts/index.ts'
import { type App, type AppOptions, createApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import { type Connection, createDatabase, type Database } from '../src/storage/database.ts'
import { TEMPLATE } from './cluster.ts'

const log = pino({ level: 'warn' })

/** A database of its own for one test file, cloned from the template in a few milliseconds. */
export interface TestDatabase {
  readonly connection: Connection
  /** For servers in other processes. */
  readonly url: string
  drop(): Promise<void>
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const host = inject('socketDir')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(host, (admin) =>
    sql`create database ${sql.id(name)} template ${sql.id(TEMPLATE)}`.execute(admin),
  )
  return {
    connection: { host, user: 'openscrip', database: name },
    url: `postgres://openscrip@/${name}?host=${encodeURIComponent(host)}`,
    drop: () =>
      asAdmin(host, (admin) => sql`drop database ${sql.id(name)} with (force)`.execute(admin)),
  }
}

async function asAdmin(host: string, work: (admin: Database) => Promise<unknown>): Promise<void> {
  const connection = { host, user: 'openscrip', database: 'postgres' }
  const admin = createDatabase({ connection, poolSize: 1, log })
  await work(admin)
  await admin.destroy()
}

/** A whole server in this process, on a database of its own; requests go through `http.inject`. */
export interface TestApp extends App {
  readonly testDatabase: TestDatabase
  readonly config: Config
  /** Opens an account with a funded wallet and a client, and gets it a token. */
  openAccount(options?: OpenAccountOptions): Promise<TestAccount>
}

export interface OpenAccountOptions {
  readonly mode?: Mode
  readonly dialect?: DialectName
  readonly currency?: string
  /** In micro-units; a million units by default. */
  readonly balance?: bigint
}

export interface TestAccount {
  readonly accountId: bigint
  readonly clientId: string
  readonly clientSecret: string
  readonly token: string
  /** `Authorization` header, for `inject`. */
  readonly headers: { readonly authorization: string }
}

export async function createTestApp(
  overrides: NonNullable<AppOptions['overrides']> = {},
  settings: Record<string, string> = {},
): Promise<TestApp> {
  const testDatabase = await createTestDatabase()
  const config = readConfig({ SCRIP_DATA_DIR: '/nowhere', ...settings })
  const app = await createApp({
    config,
    connection: testDatabase.connection,
    masterKey: Buffer.alloc(32, 7),
    log,
    ownUrl: () => 'http://127.0.0.1:4000',
    overrides,
  })
  return {
    ...app,
    testDatabase,
    config,
    openAccount: (options) => openAccount(app, options),
    async close() {
      await app.close()
      await testDatabase.drop()
    },
  }
}

async function openAccount(app: App, options: OpenAccountOptions = {}): Promise<TestAccount> {
  const { mode = 'test', dialect = '2022-06', currency = 'NGN' } = options
  const { balance = 1_000_000_000_000n } = options
  const created = await app.database.transaction().execute(async (tx) => {
    const accountId = await app.accounts.open(tx, { name: 'Test', countryCode: 'NG' })
    await app.wallets.open(tx, { accountId, mode, currency })
    if (balance > 0n) await app.wallets.fund(tx, { accountId, mode, amount: balance })
    const client = await app.accounts.createClient(tx, { accountId, mode, name: 'Test', dialect })
    return { accountId, ...client }
  })
  const token = await getToken(app, created, mode)
  return { ...created, token, headers: { authorization: `Bearer ${token}` } }
}

export async function getToken(
  app: Pick<App, 'http'>,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
  mode: Mode = 'test',
): Promise<string> {
  const response = await app.http.inject({
    method: 'POST',
    url: '/oauth/token',
    payload: {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      audience: audienceOf(mode),
    },
  })
  return (response.json() as { access_token: string }).access_token
}

export function audienceOf(mode: Mode): string {
  return mode === 'test'
    ? 'https://giftcards-sandbox.reloadly.com'
    : 'https://giftcards.reloadly.com'
}
