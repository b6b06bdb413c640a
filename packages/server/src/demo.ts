import type { Accounts } from './accounts/index.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { transact } from './storage/database.ts'
import { findDemoAccount, lockInstallation, setDemoAccount } from './storage/installation.ts'

/** The demo account's credentials, for the banner: a client of test mode, and an access token. */
export interface DemoCredentials extends ClientSecret {
  /** Undefined when it has been revoked. */
  readonly manageToken: string | undefined
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
  { database, accounts, accessTokens, wallets }: App,
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
      accountId = await accounts.open(tx, { name: 'Demo', countryCode: 'NG' })
      await wallets.open(tx, { accountId, mode: 'test', currency: config.demoCurrency })
      if (config.demoBalance > 0n) {
        await wallets.fund(tx, { accountId, mode: 'test', amount: config.demoBalance })
      }
      await setDemoAccount(tx, accountId)
    }
    await accessTokens.create(tx, { accountId, name: 'Demo', scopes: ['*'], token })
    return ensureClient({ accounts, config, accountId, clientId, clientSecret, tx })
  })
  const isValid = (await accessTokens.find(token)) !== undefined
  return { ...client, manageToken: isValid ? token : undefined }
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
