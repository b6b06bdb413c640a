import type { Accounts, Members, Owner } from '../accounts/index.ts'
import { type Catalog, countries, findRate } from '../catalog/index.ts'
import { getCurrency } from '../core/currency.ts'
import type { Micros } from '../core/money.ts'
import { type Database, transact } from '../storage/database.ts'
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
   * Enables live mode, with an empty wallet, or disables it: no order is placed in it after that.
   *
   * @throws accountNotFound
   */
  setLive(accountId: bigint, isEnabled: boolean): ReturnType<Accounts['setLive']>
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
      accounts.setLive(accountId, isEnabled, async (tx, { currency }) => {
        // Waits for orders under way: when this is answered, no more are placed.
        if (!isEnabled) return void (await wallets.lock(tx, [accountId], ['live']))
        const [test, live] = await wallets.lock(tx, [accountId], ['test', 'live'])
        const isOpen = [test, live].some((wallet) => wallet?.mode === 'live')
        const known = currency ?? test?.currency
        if (!isOpen && known !== undefined) {
          await wallets.open(tx, { accountId, mode: 'live', currency: known })
        }
      }),
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
