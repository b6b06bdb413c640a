import type { Accounts } from './accounts/index.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { type Tx, transact } from './storage/database.ts'
import { findDemoAccount, lockInstallation, setDemoAccount } from './storage/installation.ts'

/** The demo account's credentials, for the banner: a client of test mode, and an access token. */
export interface DemoCredentials extends ClientSecret {
  /** Undefined when it has been revoked. */
  readonly manageToken: string | undefined
  /** Path of the dashboard that signs its owner in, once; undefined when there is a password. */
  readonly signInPath: string | undefined
}

interface ClientSecret {
  readonly clientId: string
  /** Undefined when the secret is not known here: it is stored only as a hash. */
  readonly clientSecret: string | undefined
}

/**
 * Makes the demo account at the first start: a test client and a test wallet
 * that is funded by a transfer like any other. Later starts change nothing, but
 * credentials that the settings name are made to work.
 */
export async function ensureDemo(
  { database, accounts, accessTokens, wallets, people }: App,
  config: Config,
  generated: Readonly<Record<'clientId' | 'clientSecret' | 'manageToken', string>>,
): Promise<DemoCredentials> {
  const clientId = config.demoClientId ?? generated.clientId
  const chosenSecret = config.demoClientSecret
  const clientSecret = chosenSecret ?? generated.clientSecret
  const token = generated.manageToken
  const client = await transact(database, async (tx) => {
    await lockInstallation(tx)
    let accountId = await findDemoAccount(tx)
    if (accountId === undefined) {
      const currency = config.demoCurrency
      accountId = await accounts.open(tx, { name: 'Demo', countryCode: 'NG', currency })
      await wallets.open(tx, { accountId, mode: 'test', currency: config.demoCurrency })
      if (config.demoBalance > 0n) {
        await wallets.fund(tx, { accountId, mode: 'test', amount: config.demoBalance })
      }
      await setDemoAccount(tx, accountId)
    }
    await accessTokens.create(tx, { accountId, name: 'Demo', scopes: ['*'], token })
    const signInPath = await offerSignIn(tx, people, config, accountId)
    const made = await ensureClient({ accounts, config, accountId, clientId, clientSecret, tx })
    return { ...made, signInPath }
  })
  const isValid = (await accessTokens.find(token)) !== undefined
  return { ...client, manageToken: isValid ? token : undefined }
}

/** The person who owns the demo account and runs a local installation. */
const DEMO_PERSON = { name: 'Demo', email: 'demo@openscrip.localhost' }

/**
 * Instead of a default password, whoever starts a server that only this machine can reach gets a
 * link that signs in once. There are no more links when the person has chosen a password.
 */
async function offerSignIn(
  tx: Tx,
  people: App['people'],
  { host }: Config,
  accountId: bigint,
): Promise<string | undefined> {
  if (!/^(127(\.\d+){3}|localhost|::1)$/.test(host)) return undefined
  const link = await people.createSignInLink(tx, DEMO_PERSON)
  if (link === undefined) return undefined
  await people.members.add(tx, { accountId, userId: link.userId, role: 'owner' })
  return `/dashboard/sign-in?link=${link.token}`
}

interface ClientSetup {
  readonly accounts: Accounts
  readonly config: Config
  readonly accountId: bigint
  readonly clientId: string
  readonly clientSecret: string
  readonly tx: Parameters<Accounts['createClient']>[0]
}

async function ensureClient(setup: ClientSetup): Promise<ClientSecret> {
  const { accounts, config, accountId, clientId, clientSecret, tx } = setup
  const existing = await accounts.findClient(tx, clientId)
  if (existing === undefined) {
    const name = 'Demo client'
    const dialect = config.demoDialect
    const request = { accountId, mode: 'test', name, dialect, id: clientId } as const
    return accounts.createClient(tx, { ...request, secret: clientSecret })
  }
  if (existing.isRevoked) return { clientId, clientSecret: undefined }
  if (accounts.isSecretOf(existing, clientSecret)) return { clientId, clientSecret }
  // Another machine's data directory knows the secret; only a chosen one replaces it.
  if (config.demoClientSecret === undefined) return { clientId, clientSecret: undefined }
  await accounts.setSecret(tx, clientId, clientSecret)
  return { clientId, clientSecret }
}
