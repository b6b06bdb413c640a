import { randomBytes } from 'node:crypto'
import type { Credentials } from '../api.ts'
import { runSql } from '../database.ts'
import type { Env } from '../scrip.ts'
import { createInstallation, type Installation, type ServerProcess } from '../server-process.ts'
import type { Mode } from './caller.ts'
import type { Dialect } from './dialects.ts'

/** Accounts that the scenarios call from. */
export const accounts = {
  /** The demo account; in live mode it has no wallet. */
  naira: { currency: 'NGN', test: undefined, live: undefined },
  /** In live mode as well. */
  dollar: { currency: 'USD', test: '1000000', live: '1000' },
  yen: { currency: 'JPY', test: '100000000', live: undefined },
  /** A wallet of three decimals that one large card empties. */
  dinar: { currency: 'KWD', test: '30', live: undefined },
  /** Without a wallet and a currency, so that credentials of live mode open none. */
  penniless: { currency: 'NGN', test: undefined, live: undefined },
  /** In a currency that nothing has a price in. */
  drawingRights: { currency: 'XDR', test: '10', live: undefined },
} as const

export type AccountName = keyof typeof accounts

/** What only somebody can do who runs the server. */
export interface Operator {
  readonly server: ServerProcess
  /** Makes a client by `scrip client create`. */
  createClient(account: string, mode: Mode, dialect: Dialect): Promise<Credentials>
  /** Makes an access token, of the demo account unless another is named, good for one thing. */
  createToken(scope: string, account?: AccountName): Promise<string>
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

/** Enough for every order of every scenario. */
const DEMO_BALANCE = '1000000000'

/** Starts a server of this checkout. */
export async function openOperator(): Promise<Operator> {
  const env = { SCRIP_MASTER_KEY: randomBytes(32).toString('base64') }
  const installation = createInstallation({
    env: { ...env, SCRIP_DEMO_BALANCE: DEMO_BALANCE, SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' },
  })
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
        const name = `lonely_${randomBytes(4).toString('hex')}`
        await runSql(url, `create database ${name}`)
        const lonely = await startOther({ DATABASE_URL: url.replace('/postgres?', `/${name}?`) })
        const dropDatabase = async () => {
          await runSql(url, `drop database ${name} with (force)`)
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

  function accountOf(name: AccountName): Promise<string> {
    const id = made.get(name) ?? makeAccount(name)
    made.set(name, id)
    // A second try of a test is to have a second try of this as well.
    id.catch(() => made.delete(name))
    return id
  }

  return {
    server,
    async createClient(account, mode, dialect) {
      const options = ['--account', account, '--mode', mode, '--dialect', dialect]
      return JSON.parse(await run('client', 'create', '--json', ...options)) as Credentials
    },
    async createToken(scope, account = 'naira') {
      const options = ['--name', scope, '--scope', scope, '--account', await accountOf(account)]
      const text = await run('token', 'create', '--json', ...options)
      return (JSON.parse(text) as { token: string }).token
    },
    async revoke(clientId) {
      await run('client', 'revoke', clientId)
    },
    account: accountOf,
  }
}
