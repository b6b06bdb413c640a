import { randomBytes } from 'node:crypto'
import {
  type Check,
  createValidator,
  type Document,
} from '../../../packages/server/test/contract.ts'
import { type Credentials, LIVE, requestToken, SANDBOX } from '../api.ts'
import { type Caller, createSender, type Mode, type Sender } from './caller.ts'
import { type Coverage, createCoverage } from './coverage.ts'
import { type Dialect, dialects, readDialect } from './dialects.ts'
import { readOperations } from './document.ts'
import { type AccountName, accounts, type Operator, openOperator } from './operator.ts'

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

let world: World | undefined
const callers = new Map<string, Promise<Caller>>()

export async function openWorld(): Promise<void> {
  const operator = named === undefined ? await openOperator() : undefined
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
  // A second try of a test is to have a second try of this as well.
  known.catch(() => callers.delete(key))
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

/** A custom identifier that the server has not seen. */
export function newIdentifier(name: string): string {
  return `${name}-${randomBytes(6).toString('hex')}`
}
