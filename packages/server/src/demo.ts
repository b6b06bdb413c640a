import type { Accounts } from './accounts/index.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { transact } from './storage/database.ts'
import { findDemoAccount, lockInstallation, setDemoAccount } from './storage/installation.ts'

/** The demo account's credentials in test mode, for the banner. */
export interface DemoCredentials {
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
  { database, accounts, wallets }: App,
  config: Config,
  generated: { readonly clientId: string; readonly clientSecret: string },
): Promise<DemoCredentials> {
  const clientId = config.demoClientId ?? generated.clientId
  const chosenSecret = config.demoClientSecret
  const clientSecret = chosenSecret ?? generated.clientSecret
  return transact(database, async (tx) => {
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
    return ensureClient({ accounts, config, accountId, clientId, clientSecret, tx })
  })
}

interface ClientSetup {
  readonly accounts: Accounts
  readonly config: Config
  readonly accountId: bigint
  readonly clientId: string
  readonly clientSecret: string
  readonly tx: Parameters<Accounts['createClient']>[0]
}

async function ensureClient(setup: ClientSetup): Promise<DemoCredentials> {
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
