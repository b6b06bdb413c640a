import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { pino } from 'pino'
import { inject } from 'vitest'
import type { DialectName, Mode, Role, Scope } from '../src/accounts/index.ts'
import { type App, type AppOptions, createApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import {
  type Connection,
  createDatabase,
  type Database,
  transact,
} from '../src/storage/database.ts'
import { TEMPLATE } from './cluster.ts'
import { type Check, createValidator, type Document } from './contract.ts'

// Many tests provoke errors that the server rightly logs; LOG_LEVEL shows them.
const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' })

/** A database of its own for one test file, cloned from the template in a few milliseconds. */
export interface TestDatabase {
  readonly connection: Connection
  /** For servers in other processes. */
  readonly url: string
  drop(): Promise<void>
}

/** @param template `template0` for a database with nothing in it */
export async function createTestDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const host = inject('socketDir')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(host, (admin) =>
    sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin),
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

/**
 * A whole server in this process, on a database of its own; requests go through `http.inject`,
 * which rejects when an answer is not as `/openapi.json` has it.
 */
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
  const app = await startApp(testDatabase, overrides, settings)
  return {
    ...app,
    async close() {
      await app.close()
      await testDatabase.drop()
    },
  }
}

/** A further server on the first one's database, as another process would be. Close it first. */
export function createSecondApp(
  { testDatabase }: Pick<TestApp, 'testDatabase'>,
  overrides: NonNullable<AppOptions['overrides']> = {},
  settings: Record<string, string> = {},
): Promise<TestApp> {
  return startApp(testDatabase, overrides, settings)
}

/** The master key of every server in the tests. */
export const MASTER_KEY = Buffer.alloc(32, 7)

async function startApp(
  testDatabase: TestDatabase,
  overrides: NonNullable<AppOptions['overrides']>,
  settings: Record<string, string>,
): Promise<TestApp> {
  const config = readConfig({ SCRIP_DATA_DIR: '/nowhere', ...settings })
  const app: App = await createApp({
    config,
    connection: testDatabase.connection,
    masterKey: MASTER_KEY,
    log,
    ownUrl: () => urlOf(app.http),
    overrides,
  })
  await holdToContract(app.http)
  return {
    ...app,
    testDatabase,
    config,
    openAccount: (options) => openAccount(app, options),
  }
}

/** Where it listens, in the tests in which it does. */
function urlOf({ server }: FastifyInstance): string {
  const address = server.listening ? (server.address() as AddressInfo) : { port: 4000 }
  return `http://127.0.0.1:${address.port}`
}

/** Not part of the API: these are for whoever runs the server, or describe it. */
const NOT_DESCRIBED =
  /^\/(|healthz|readyz|openapi\.json|docs(\/.*)?|dashboard(\/.*)?|claim\/.*|receive\/.*|manage\/v1\/auth\/.*)$/

/** The same for every server: the routes are. */
let check: Check | undefined

async function holdToContract(http: FastifyInstance): Promise<void> {
  const inject = http.inject.bind(http) as typeof http.inject
  if (check === undefined) {
    const document = await inject('/openapi.json')
    check = createValidator(document.json() as Document)
  }
  const isAsDocumented = check
  const checked = async (request: InjectOptions | string) => {
    const response = await inject(request)
    const { method = 'GET', url = '' } = typeof request === 'string' ? { url: request } : request
    const path = String(url)
    if (NOT_DESCRIBED.test(path)) return response
    const contentType = response.headers['content-type'] as string | undefined
    const { statusCode: status, body } = response
    const problems = isAsDocumented({ method, path, status, contentType, body })
    if (problems.length > 0) throw new Error(problems.join('\n'))
    return response
  }
  http.inject = checked as typeof http.inject
}

async function openAccount(app: App, options: OpenAccountOptions = {}): Promise<TestAccount> {
  const { mode = 'test', dialect = '2022-06', currency = 'NGN' } = options
  const { balance = 1_000_000_000_000n } = options
  const created = await transact(app.database, async (tx) => {
    const accountId = await app.accounts.open(tx, { name: 'Test', countryCode: 'NG' })
    await app.wallets.open(tx, { accountId, mode, currency })
    if (balance > 0n) await app.wallets.fund(tx, { accountId, mode, amount: balance })
    // Before there is a client, so that no notification of it comes late and is taken for another.
    if (mode === 'live') await app.opening.enableLive(tx, accountId)
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

/** The order of the quickstart, 5 USD of Amazon US to an e-mail address and an American phone. */
export const quickstartOrder = {
  productId: 5,
  countryCode: 'US',
  quantity: 1,
  unitPrice: 5,
  customIdentifier: 'gift-card-amazon-order',
  senderName: 'John Doe',
  recipientEmail: 'anyone@email.com',
  recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
}

/** The smallest order there is: 10 USD of Amazon US and nobody to send it to. */
export const plainOrder = { productId: 5, quantity: 1, unitPrice: 10 }

type Caller = Pick<TestAccount, 'headers'>

/** Headers of somebody who may do all of this, or everything, to an account. */
export async function manager(
  { accessTokens, database }: Pick<App, 'accessTokens' | 'database'>,
  { accountId }: Pick<TestAccount, 'accountId'>,
  scopes: readonly Scope[] = ['*'],
): Promise<Caller> {
  const token = await transact(database, (tx) =>
    accessTokens.create(tx, { accountId, name: 'Test', scopes }),
  )
  return { headers: { authorization: `Bearer ${token}` } }
}

export interface TestPerson {
  readonly id: string
  readonly email: string
  readonly headers: Readonly<Record<string, string>>
}

/** A person who is signed in to the dashboard; of no account at first. */
export async function openPerson(
  app: Pick<App, 'http' | 'people' | 'database'>,
  email = `person-${randomBytes(6).toString('hex')}@example.com`,
): Promise<TestPerson> {
  const { identity } = app.people
  const { userId: id, token } = await identity.createSignInLink(app.database, {
    name: 'Jane Doe',
    email,
  })
  const origin = 'http://127.0.0.1:4000'
  const response = await app.http.inject({
    method: 'POST',
    url: '/manage/v1/auth/sign-in/link',
    // Each from another machine, as signing in is limited for one.
    headers: { origin, host: '127.0.0.1:4000', 'x-forwarded-for': randomAddress() },
    payload: { token },
  })
  if (response.statusCode !== 200) throw new Error(`Nobody is signed in: ${response.body}`)
  const cookie = cookieOf(response)
  return { id, email, headers: { cookie, origin } }
}

const randomAddress = () => `203.${randomBytes(3).join('.')}`

/** The session of an answer, as a `Cookie` header. */
export function cookieOf({ cookies }: LightMyRequestResponse): string {
  return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

/** A person with a role in an account. */
export async function openMember(
  app: Pick<App, 'http' | 'people' | 'database'>,
  { accountId }: Pick<TestAccount, 'accountId'>,
  role: Role,
  email?: string,
): Promise<TestPerson> {
  const person = await openPerson(app, email)
  await transact(app.database, (tx) =>
    app.people.members.add(tx, { accountId, userId: person.id, role }),
  )
  return person
}

/** Sends a request of the Management API. */
export function manage(
  { http }: Pick<App, 'http'>,
  { headers }: { readonly headers: Readonly<Record<string, string>> },
  request: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`,
  body?: object,
): Promise<LightMyRequestResponse> {
  const [method, path] = request.split(' ') as ['GET', string]
  return http.inject({
    method,
    url: `/manage/v1${path}`,
    headers,
    ...(body !== undefined && { payload: body }),
  })
}

/** Sends an order; a text or bytes are sent as they are. */
export function order(
  { http }: Pick<App, 'http'>,
  { headers }: Caller,
  body: object | string | Buffer,
  contentType = 'application/json',
): Promise<LightMyRequestResponse> {
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  return http.inject({
    method: 'POST',
    url: '/orders',
    headers: { ...headers, 'content-type': contentType },
    payload,
  })
}

export function get(
  { http }: Pick<App, 'http'>,
  { headers }: Caller,
  url: string,
  more: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return http.inject({ method: 'GET', url, headers: { ...headers, ...more } })
}

/** Places an order that must succeed, and answers its id. */
export async function buy(
  app: Pick<App, 'http'>,
  caller: Caller,
  body: object = plainOrder,
): Promise<number> {
  const response = await order(app, caller, body)
  if (response.statusCode !== 200) throw new Error(`The order was refused: ${response.body}`)
  return (response.json() as { transactionId: number }).transactionId
}

/** Everything that an order writes: if this is the same before and after, nothing was written. */
export async function readBooks({ database }: Pick<App, 'database'>): Promise<Books> {
  const { rows } = await sql<Books>`
    select (select count(*) from orders) as orders,
           (select count(*) from transfers) as transfers,
           (select count(*) from cards) as cards,
           (select coalesce(sum(balance), 0)::bigint from wallets) as balance`.execute(database)
  if (rows[0] === undefined) throw new Error('The books could not be read')
  return rows[0]
}

export interface Books {
  readonly orders: bigint
  readonly transfers: bigint
  readonly cards: bigint
  readonly balance: bigint
}

/** The error envelope, without the time. */
export interface ErrorBody {
  readonly message: string
  readonly path: string
  readonly errorCode: string | null
  readonly details: readonly { readonly field: string }[]
}
