import { randomBytes } from 'node:crypto'
import {
  type Check,
  createValidator,
  type Document,
} from '../../../packages/server/test/contract.ts'
import { type Credentials, LIVE, requestToken, SANDBOX } from '../api.ts'
import { runSql } from '../database.ts'
import type { Env } from '../scrip.ts'
import { createInstallation, type Installation, type ServerProcess } from '../server-process.ts'
import { type Caller, createSender, type Mode, type Sender } from './caller.ts'
import { type Coverage, createCoverage } from './coverage.ts'
import { type Dialect, dialects, readDialect } from './dialects.ts'
import { readOperations } from './document.ts'

/** Accounts that the scenarios call from. */
const accounts = {
  /** The demo account; in live mode it has no wallet. */
  naira: { currency: 'NGN', test: undefined, live: undefined },
  /** In live mode as well. */
  dollar: { currency: 'USD', test: '1000000', live: '1000' },
  yen: { currency: 'JPY', test: '100000000', live: undefined },
  /** A wallet of three decimals that one large card empties. */
  dinar: { currency: 'KWD', test: '30', live: undefined },
  /** In a currency that nothing has a price in. */
  drawingRights: { currency: 'XDR', test: '10', live: undefined },
} as const

export type AccountName = keyof typeof accounts

export interface CallerSpec {
  readonly account?: AccountName
  readonly mode?: Mode
  readonly dialect: Dialect
}

/** The server that the environment names; undefined when the scenarios make their own. */
const named = readNamed()

/** Why a scenario cannot run on the server that the environment names; undefined when it can. */
export function whyNot({ account = 'naira', mode = 'test', dialect }: CallerSpec) {
  if (named === undefined) return undefined
  if (account !== 'naira') return `needs an account in ${accounts[account].currency}`
  if (mode !== 'test') return 'needs a client in live mode'
  return dialect === named.dialect ? undefined : `needs a client of ${dialect}`
}

export const needsOperator =
  named === undefined ? undefined : 'needs a server that the scenarios operate'

/** The dialects that there is a client of. */
export const dialectsHere = named === undefined ? dialects : [named.dialect]

interface NamedServer extends Credentials {
  readonly url: string
  readonly dialect: Dialect
}

function readNamed(): NamedServer | undefined {
  const { SCENARIOS_BASE_URL: url, SCENARIOS_DIALECT: dialect } = process.env
  if (!url) return undefined
  return {
    url: url.replace(/\/$/, ''),
    dialect: readDialect(dialect || '2022-06'),
    clientId: requireVariable('SCENARIOS_CLIENT_ID'),
    clientSecret: requireVariable('SCENARIOS_CLIENT_SECRET'),
  }
}

function requireVariable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`SCENARIOS_BASE_URL is set, so ${name} must be set as well.`)
  return value
}

/** The server under test, its clients, and what has been asserted about it. */
interface World {
  readonly origin: string
  readonly document: Document
  /** Holds every answer against the document. */
  readonly check: Check
  readonly coverage: Coverage
  readonly operator: Operator | undefined
}

/** What only somebody can do who runs the server. */
interface Operator {
  readonly server: ServerProcess
  /** Makes a client by `scrip client create`. */
  createClient(account: string, mode: Mode, dialect: Dialect): Promise<Credentials>
  /** Revokes a client. */
  revoke(clientId: string): Promise<void>
  /** The id of an account, which is made when it is first asked for. */
  account(name: AccountName): Promise<string>
  /** Another server on the same database. */
  startSecond(env: Env): Promise<ServerProcess>
  /** A server on a database of its own, which can be taken away from it. */
  startLonely(): Promise<{ readonly lonely: ServerProcess; dropDatabase(): Promise<void> }>
  close(): Promise<void>
}

let world: World | undefined
const callers = new Map<string, Promise<Caller>>()

export async function openWorld(): Promise<void> {
  const operator = named === undefined ? await openOwn() : undefined
  const origin = named?.url ?? operator?.server.info.url ?? ''
  const document = (await (await fetch(`${origin}/openapi.json`)).json()) as Document
  const coverage = createCoverage(readOperations(document))
  world = { origin, document, check: createValidator(document), coverage, operator }
}

export async function closeWorld(): Promise<void> {
  await world?.operator?.close()
}

export function theWorld(): World {
  if (world === undefined) throw new Error('The world is not open')
  return world
}

export function theOperator(): Operator {
  const { operator } = theWorld()
  if (operator === undefined) throw new Error('The scenarios do not operate this server')
  return operator
}

/** Somebody without a token. */
export function stranger(dialect?: Dialect): Sender {
  const { origin, check } = theWorld()
  return createSender({ origin, check, dialect })
}

/** A client with a token, made when it is first asked for. */
export function callerOf(spec: CallerSpec): Promise<Caller> {
  const { account = 'naira', mode = 'test', dialect } = spec
  const key = `${account} ${mode} ${dialect}`
  const known = callers.get(key) ?? makeCaller({ account, mode, dialect })
  callers.set(key, known)
  return known
}

async function makeCaller(spec: Required<CallerSpec>): Promise<Caller> {
  const credentials = named ?? (await makeClient(spec))
  return connectCaller(spec, credentials)
}

export async function connectCaller(
  { mode, dialect }: Required<CallerSpec>,
  credentials: Credentials,
): Promise<Caller> {
  const { origin, check } = theWorld()
  const audience = mode === 'test' ? SANDBOX : LIVE
  const { body } = await requestToken(origin, credentials, audience)
  const token = body.access_token
  const sender = createSender({ origin, check, dialect, token })
  return { ...sender, dialect, mode, credentials, token }
}

export async function makeClient({
  account,
  mode,
  dialect,
}: Required<CallerSpec>): Promise<Credentials> {
  const { server, createClient, account: accountOf } = theOperator()
  if (account === 'naira' && mode === 'test' && dialect === '2022-06') return server.info
  return createClient(await accountOf(account), mode, dialect)
}

/** Enough for every order of every scenario. */
const DEMO_BALANCE = '1000000000'

async function openOwn(): Promise<Operator> {
  const env = { SCRIP_MASTER_KEY: randomBytes(32).toString('base64') }
  const installation = createInstallation({ env: { ...env, SCRIP_DEMO_BALANCE: DEMO_BALANCE } })
  const opened: Installation[] = [installation]
  const close = async () => {
    for (const one of opened.reverse()) await one.remove()
  }
  try {
    const server = await installation.start()
    const operator = operate(installation, server)
    const url = installation.cluster.url()
    const startOther = (settings: Env): Promise<ServerProcess> => {
      const other = createInstallation({ env: { ...env, DATABASE_URL: url, ...settings } })
      opened.push(other)
      return other.start()
    }
    return {
      ...operator,
      close,
      startSecond: startOther,
      async startLonely() {
        await runSql(url, 'create database lonely')
        const lonely = await startOther({ DATABASE_URL: url.replace('/postgres?', '/lonely?') })
        const dropDatabase = async () => {
          await runSql(url, 'drop database lonely with (force)')
        }
        return { lonely, dropDatabase }
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

function operate(
  installation: Installation,
  server: ServerProcess,
): Omit<Operator, 'startSecond' | 'startLonely' | 'close'> {
  const made = new Map<AccountName, Promise<string>>()

  async function run(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await installation.scrip(args)
    if (code !== 0) throw new Error(`scrip ${args.join(' ')}: ${stderr}`)
    return stdout
  }

  async function makeAccount(name: AccountName): Promise<string> {
    const url = installation.cluster.url()
    // There is no command that makes an account.
    const [row] = await runSql(
      url,
      name === 'naira'
        ? 'select demo_account_id as id from installation'
        : `insert into accounts (name, country_code) values ('${name}', 'NG') returning id`,
    )
    const id = String(row?.id)
    const { currency, ...amounts } = accounts[name]
    for (const mode of ['test', 'live'] as const) {
      const amount = amounts[mode]
      if (amount === undefined) continue
      const options = ['--account', id, '--mode', mode, '--currency', currency]
      await run('wallet', 'fund', amount, '--json', ...options)
    }
    return id
  }

  return {
    server,
    async createClient(account, mode, dialect) {
      const options = ['--account', account, '--mode', mode, '--dialect', dialect]
      return JSON.parse(await run('client', 'create', '--json', ...options)) as Credentials
    },
    async revoke(clientId) {
      await run('client', 'revoke', clientId)
    },
    account(name) {
      const id = made.get(name) ?? makeAccount(name)
      made.set(name, id)
      return id
    },
  }
}

/** A custom identifier that the server has not seen. */
export function newIdentifier(name: string): string {
  return `${name}-${randomBytes(6).toString('hex')}`
}
