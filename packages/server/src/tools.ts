import type { Static } from 'typebox'
import type {
  AccessTokenSummary,
  ClientCredentials,
  ClientGrant,
  ClientSummary,
  DialectName,
  Mode,
  Scope,
} from './accounts/index.ts'
import { type App, createApp } from './app.ts'
import {
  type AccountPriceIn,
  type AccountPriceOut,
  type ImportReport,
  type ImportRequest,
  readAccountPrice,
  readPriceId,
  toAccountPriceOut,
} from './catalog/index.ts'
import type { Config } from './config.ts'
import { systemClock } from './core/clock.ts'
import { createLog } from './main.ts'
import { prepareFoundation } from './runtime.ts'
import { type Tx, transact } from './storage/database.ts'
import { findDemoAccount } from './storage/installation.ts'
import { readSchemaVersion } from './storage/migrate.ts'
import { type Verification, verifyLedger, type Wallet } from './wallet/index.ts'

/**
 * What an operator does from the command line, on the database itself: it works
 * while a server runs, and starts the embedded database for the time being when
 * none does.
 */
export interface Tools {
  verifyLedger(): Promise<Verification>
  /** The version that the schema has now; opening the tools has brought it there. */
  schemaVersion(): Promise<number>
  listClients(): Promise<readonly ClientSummary[]>
  /**
   * Live credentials let their account use live mode.
   *
   * @throws when there is no such account, or when an operator has disabled its live mode
   */
  createClient(request: NewClientRequest): Promise<ClientCredentials>
  revokeClient(clientId: string): Promise<boolean>
  /** Makes an access token of the Management API; it is in the answer only. @throws when there is no such account */
  createToken(request: NewTokenRequest): Promise<string>
  listTokens(): Promise<readonly AccessTokenSummary[]>
  revokeToken(id: string): Promise<boolean>
  /**
   * Makes a person an operator; nobody who has not confirmed the address.
   *
   * @returns the path of the dashboard that signs a person in once who has no password, undefined
   *   for one who has
   */
  addOperator(person: { name: string; email: string }): Promise<string | undefined>
  listOperators(): Promise<readonly { email: string; name: string }[]>
  /** @returns false when nobody has this address */
  removeOperator(email: string): Promise<boolean>
  /**
   * Puts money into a wallet by a transfer, and makes the wallet first if need be; a live one lets
   * its account use live mode.
   *
   * @throws when there is no such account, or no live wallet and an operator has disabled live mode
   */
  fund(request: FundWalletRequest): Promise<Wallet>
  /** Makes the catalogue what a list of products says: all of it, or nothing of it. */
  importCatalog(request: ImportRequest): Promise<ImportReport>
  /** Prices of an account, as the Management API shows them; of the demo account when undefined. */
  listPrices(accountId: bigint | undefined): Promise<readonly ToldPrice[]>
  /** @throws an ApiError when it makes no sense */
  setPrice(accountId: bigint | undefined, price: GivenPrice): Promise<ToldPrice>
  /** @throws an ApiError when there is no such price */
  deletePrice(accountId: bigint | undefined, priceId: string): Promise<ToldPrice>
  close(): Promise<void>
}

export type GivenPrice = Static<typeof AccountPriceIn>
export type ToldPrice = Static<typeof AccountPriceOut>

export interface NewClientRequest {
  /** The demo account when absent. */
  readonly accountId?: bigint
  readonly mode: Mode
  readonly name: string
  readonly dialect: DialectName
  /** Where it may be used from; everywhere when absent. */
  readonly allowedIps?: readonly string[]
  /** What it may do; everything when absent. */
  readonly scopes?: readonly ClientGrant[]
}

export interface NewTokenRequest {
  /** The demo account when absent. */
  readonly accountId?: bigint
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresInMs?: number
}

export interface FundWalletRequest {
  /** The demo account when absent. */
  readonly accountId?: bigint
  readonly mode: Mode
  /** In micro-units; negative takes money out. */
  readonly amount: bigint
  /** Currency of the wallet if it has to be made. */
  readonly currency: string
}

/** Who has set a price that was set by a command. */
const COMMAND_LINE = 'command line'

/** @throws StartError, SchemaError or WrongMasterKeyError with a sentence for the user */
export async function openTools(config: Config): Promise<Tools> {
  const log = createLog({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel })
  const foundation = await prepareFoundation({ config, log, role: 'tool' })
  const { connection, masterKey } = foundation
  const app = await createApp({
    config,
    connection,
    masterKey,
    log,
    ownUrl: () => '',
    isTool: true,
  }).catch(async (error: unknown) => {
    await foundation.release()
    throw error
  })
  const { database, accounts, accessTokens, wallets, operating } = app
  const accountOf = (id: bigint | undefined) => requireAccount(app, id)

  return {
    verifyLedger: () => verifyLedger(database),
    schemaVersion: () => readSchemaVersion(database),
    listClients: accounts.listClients,
    async createClient({ accountId, ...request }) {
      const account = await accountOf(accountId)
      return transact(database, async (tx) => {
        // Whoever gets live credentials may use them.
        if (request.mode === 'live') await enableLive(app, tx, account)
        return accounts.createClient(tx, { ...request, accountId: account })
      })
    },
    revokeClient: accounts.revokeClient,
    async createToken({ accountId, expiresInMs, ...request }) {
      const account = await accountOf(accountId)
      const expiry = expiresInMs && {
        expiresAt: new Date(systemClock.now().getTime() + expiresInMs),
      }
      return transact(database, (tx) =>
        accessTokens.create(tx, { ...request, ...expiry, accountId: account }),
      )
    },
    listTokens: accessTokens.list,
    revokeToken: accessTokens.revoke,
    async addOperator({ name, email }) {
      const person = { name, email: email.toLowerCase() }
      if ((await app.people.isConfirmed(person.email)) === false) {
        throw new Error(
          `Somebody has signed up with ${person.email} and not confirmed that it is theirs. ` +
            'Let it be confirmed first, or use another address.',
        )
      }
      const link = await transact(database, (tx) => app.people.createSignInLink(tx, person))
      await app.people.setOperator(person.email, true)
      return link && `/dashboard/sign-in?link=${link.token}`
    },
    listOperators: app.people.listOperators,
    removeOperator: (email) => app.people.setOperator(email.toLowerCase(), false),
    async fund({ accountId, mode, amount, currency }) {
      const account = await accountOf(accountId)
      return transact(database, async (tx) => {
        await accounts.lock(tx, account)
        const [existing] = await wallets.lock(tx, [account], [mode])
        if (existing === undefined) {
          // Whoever gets live money may use it, and ask for more.
          if (mode === 'live') await enableLive(app, tx, account, currency)
          else await wallets.open(tx, { accountId: account, mode, currency })
        }
        return wallets.fund(tx, { accountId: account, mode, amount })
      })
    },
    importCatalog: app.importCatalog,
    async listPrices(accountId) {
      const prices = await operating.listPrices(await accountOf(accountId))
      return prices.map(toAccountPriceOut)
    },
    async setPrice(accountId, price) {
      const account = await accountOf(accountId)
      const { after } = await operating.setPrice(account, readAccountPrice(price), COMMAND_LINE)
      return toAccountPriceOut(after)
    },
    async deletePrice(accountId, priceId) {
      const account = await accountOf(accountId)
      return toAccountPriceOut(await operating.deletePrice(account, readPriceId(priceId)))
    },
    async close() {
      await app.close()
      await foundation.release()
    },
  }
}

/** Enables live mode of an account, unless an operator has disabled it. */
async function enableLive(
  { accounts, opening }: Pick<App, 'accounts' | 'opening'>,
  tx: Tx,
  accountId: bigint,
  currency?: string,
): Promise<void> {
  const { liveDisabledAt } = await accounts.lock(tx, accountId)
  if (liveDisabledAt !== null) {
    throw new Error(
      `Live mode of account ${accountId} was disabled. Enable it in the operator console first.`,
    )
  }
  await opening.enableLive(tx, accountId, currency)
}

async function requireAccount(
  { database, accounts }: Pick<App, 'database' | 'accounts'>,
  id: bigint | undefined,
): Promise<bigint> {
  const accountId = id ?? (await transact(database, findDemoAccount))
  if (accountId === undefined) {
    throw new Error('There is no demo account yet. Start the server once, or name an account.')
  }
  if (!(await accounts.exists(accountId))) throw new Error(`There is no account ${accountId}.`)
  return accountId
}
