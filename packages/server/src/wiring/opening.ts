import type { AccountChange, Accounts, Members, Owner } from '../accounts/index.ts'
import { type Catalog, countries, findRate } from '../catalog/index.ts'
import { getCurrency } from '../core/currency.ts'
import type { Micros } from '../core/money.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import type { Wallets } from '../wallet/index.ts'

export interface NewTenant {
  readonly name: string
  readonly countryCode: string
  readonly currency: string
}

/** Opens accounts, each with what people expect to find in it. */
export interface Opening {
  /** An account with a funded test wallet, and the person as its owner. @throws tooManyAccounts */
  open(userId: string, tenant: NewTenant): Promise<bigint>
  /**
   * Enables live mode, with an empty wallet, or disables it: when that is answered no order is under
   * way any more. It is disabled before it waits for them, so when it rejects because they took too
   * long, it is disabled all the same; to disable it again waits again.
   *
   * @throws accountNotFound
   */
  setLive(accountId: bigint, isEnabled: boolean): Promise<AccountChange>
  /**
   * Enables live mode, with an empty wallet unless there is one: in the currency that is given, or
   * that of the account.
   *
   * @throws accountNotFound
   */
  enableLive(tx: Tx, accountId: bigint, currency?: string): Promise<AccountChange>
  /** In the order of their names. */
  listCountries(): readonly { code: string; name: string; currencyCode: string }[]
  isCountry(code: string): boolean
  /** Those that there is a rate for, as a wallet in any other could buy nothing. */
  listCurrencies(): readonly { code: string; name: string }[]
}

/** What a test wallet begins with, in US dollars; two digits of it in the wallet's currency. */
const TEST_FUNDS_USD = 1_000n

export function createOpening(deps: {
  readonly database: Database
  readonly accounts: Accounts
  readonly members: Members
  readonly wallets: Wallets
  readonly catalog: Catalog
}): Opening {
  const { database, accounts, members, wallets, catalog } = deps

  async function enableLive(tx: Tx, accountId: bigint, wanted?: string): Promise<AccountChange> {
    const change = await accounts.setLive(tx, accountId, true)
    const own = await wallets.lock(tx, [accountId], ['test', 'live'])
    const currency = wanted ?? change.before.currency ?? own[0]?.currency
    if (currency !== undefined && !own.some(({ mode }) => mode === 'live')) {
      await wallets.open(tx, { accountId, mode: 'live', currency })
    }
    return change
  }

  async function disableLive(accountId: bigint): Promise<AccountChange> {
    const change = await transact(database, (tx) => accounts.setLive(tx, accountId, false))
    // Whoever locks the wallet from now on sees that; this waits for those who have it.
    await transact(database, (tx) => wallets.lock(tx, [accountId], ['live']))
    return change
  }

  return {
    open: (userId, { name, countryCode, currency }) =>
      transact(database, async (tx) => {
        await members.lockFounder(tx, userId)
        const accountId = await accounts.open(tx, { name, countryCode, currency })
        const owner: Owner = { accountId, mode: 'test' }
        await wallets.open(tx, { ...owner, currency })
        await wallets.fund(tx, { ...owner, amount: testFunds(catalog, currency) })
        await members.add(tx, { accountId, userId, role: 'owner' })
        return accountId
      }),
    setLive: (accountId, isEnabled) =>
      isEnabled ? transact(database, (tx) => enableLive(tx, accountId)) : disableLive(accountId),
    enableLive,
    listCountries: () =>
      [...countries.values()].map(({ isoName: code, name, currencyCode }) => ({
        code,
        name,
        currencyCode,
      })),
    isCountry: (code) => countries.has(code),
    listCurrencies: () =>
      [...catalog.current().perUsd.keys()].sort().map((code) => {
        const { name } = getCurrency(code)
        return { code, name }
      }),
  }
}

/** A thousand dollars as somebody would say it in another currency: 1500000, not 1543210.37. */
function testFunds(catalog: Catalog, currency: string): Micros {
  const rate = findRate(catalog.current(), 'USD', currency) ?? 10n ** 12n
  const exact = (TEST_FUNDS_USD * rate) / 10n ** 12n
  const digits = (exact > 0n ? exact : 1n).toString()
  const kept = digits.length > 2 ? digits.slice(0, 2).padEnd(digits.length, '0') : digits
  return BigInt(kept) * 1_000_000n
}
