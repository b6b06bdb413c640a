import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import type { Keyring } from '../storage/keyring.ts'
import { clientFact } from './clients/model.ts'
import type { Directory } from './directory.ts'
import { accountErrors } from './errors.ts'
import type { Account, AccountEvent, Client, Mode, Owner } from './model.ts'
import * as store from './store.ts'

export interface Accounts {
  open(tx: Tx, account: NewAccount): Promise<bigint>
  exists(accountId: bigint): Promise<boolean>
  /** @throws accountNotFound */
  get(accountId: bigint): Promise<Account>
  /** The newest first; for operators, as it shows everybody's. */
  list(query: store.AccountQuery): Promise<readonly store.ListedAccount[]>
  /** @throws accountNotFound */
  rename(accountId: bigint, name: string): Promise<AccountChange>
  /**
   * Lets an account use live mode, or not any more: then nothing more is bought in it, and its live
   * clients are refused with every token that they have, until it is enabled again. Whoever has its
   * wallet locked at the commit may still place what is under way.
   *
   * @throws accountNotFound
   */
  setLive(tx: Tx, accountId: bigint, isEnabled: boolean): Promise<AccountChange>
  /**
   * Locks an account until the transaction ends, against whoever else locks it: what an account may
   * have so many of is counted under this lock.
   *
   * @throws accountNotFound
   */
  lock(tx: Tx, accountId: bigint): Promise<Account>
  /**
   * The same for an owner in live mode, which stays enabled meanwhile.
   *
   * @throws liveNotEnabled when the owner is in live mode and may not be
   */
  requireLive(tx: Tx, owner: Owner): Promise<void>
  /** Makes a client; its secret is in the answer and nowhere else, ever again. */
  createClient(tx: Tx, request: ClientRequest): Promise<ClientCredentials>
  /** Sets a secret that the caller chose; the old one stops working at once. */
  setSecret(tx: Tx, clientId: string, secret: string): Promise<void>
  findClient(tx: Tx, clientId: string): Promise<Client | undefined>
  isSecretOf(client: Client, secret: string): boolean
  /** How a secret is stored. */
  hashSecret(secret: string): Buffer
  listClients(): Promise<store.ClientSummary[]>
  /**
   * Revokes a client: its secret and every token it ever got stop working at
   * once, on every server process.
   *
   * @returns false when there is no such client, or when it was revoked before
   */
  revokeClient(clientId: string): Promise<boolean>
  /** The client with this id and secret, unless it is revoked or suspended. */
  authenticate(clientId: string, secret: string): Promise<Client | undefined>
  /** The key to sign a client's next token with; a new one when the last has served its time. */
  currentKey(client: Client): Promise<string>
  readonly directory: Directory
}

export interface NewAccount {
  readonly name: string
  readonly countryCode: string
  /** What its wallets will be opened in. */
  readonly currency?: string
}

export interface AccountChange {
  readonly before: Account
  readonly after: Account
}

export interface ClientRequest {
  readonly accountId: bigint
  readonly mode: Mode
  readonly name: string
  readonly dialect: string
  /** Chosen credentials, for programs that have theirs already; generated when absent. */
  readonly id?: string
  readonly secret?: string
  /** Where it may be used from, as networks; everywhere when absent. */
  readonly allowedIps?: readonly string[]
  /** What it may do; everything when absent. */
  readonly scopes?: readonly string[]
  /** Who makes it, as people know them. */
  readonly createdBy?: string
}

export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** A key signs tokens for this long; each token outlives it by its own life. */
const KEY_ROTATION_MS = 30 * 24 * 3_600_000

export interface AccountsDependencies {
  readonly database: Database
  readonly directory: Directory
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
  /** Tells what has happened, in the transaction in which it happens. */
  emit(tx: Tx, owner: Owner, event: AccountEvent): Promise<unknown>
}

export function createAccounts(deps: AccountsDependencies): Accounts {
  const { database, directory, ids, clock } = deps
  const secretKey = deps.keyring.derive('client secrets')
  const hash = (secret: string) => createHmac('sha256', secretKey).update(secret).digest()

  return {
    directory,
    open: (tx, { currency = null, ...account }) =>
      store.insertAccount(tx, { ...account, currency, createdAt: clock.now() }),
    exists: (accountId) => store.accountExists(database, accountId),
    ...createTenancy(database, clock),
    async createClient(tx, request) {
      const clientId = request.id ?? ids.alphanumeric(32)
      const clientSecret = request.secret ?? makeSecret(ids)
      const { accountId, allowedIps = [], scopes = ['*'], createdBy = null } = request
      const createdAt = clock.now()
      const client = { ...request, id: clientId, allowedIps, scopes, createdBy, createdAt }
      await store.insertClient(tx, { ...client, secretHash: hash(clientSecret) })
      await store.insertTokenKey(tx, {
        accountId,
        clientId,
        kid: ids.uuid(),
        createdAt,
      })
      await deps.emit(tx, request, { type: 'client.created', data: clientFact(client) })
      return { clientId, clientSecret }
    },
    async setSecret(tx, clientId, secret) {
      await store.updateSecret(tx, clientId, hash(secret))
      await store.notifyChanged(tx, clientId)
    },
    findClient: store.findClient,
    isSecretOf: (client, secret) => timingSafeEqual(hash(secret), client.secretHash),
    hashSecret: hash,
    listClients: () => store.listClients(database),
    revokeClient: (clientId) =>
      transact(database, async (tx) => {
        const revoked = await store.revokeClient(tx, clientId, clock.now())
        if (revoked === undefined) return false
        await store.notifyChanged(tx, clientId)
        await deps.emit(tx, revoked, { type: 'client.revoked', data: clientFact(revoked) })
        return true
      }),
    async authenticate(clientId, secret) {
      // PostgreSQL cannot even look for an id with a NUL in it.
      const client = clientId.includes('\0') ? undefined : await directory.findById(clientId)
      const given = hash(secret)
      if (client === undefined || client.isRevoked || client.isSuspended) return undefined
      const { previousSecretHash: previous, previousSecretUntil: until } = client
      const isPrevious = previous !== null && timingSafeEqual(given, previous)
      const isInTime = until !== null && clock.now() < until
      return timingSafeEqual(given, client.secretHash) || (isPrevious && isInTime)
        ? client
        : undefined
    },
    async currentKey(client) {
      const now = clock.now()
      const { kid, createdAt } = client.tokenKey
      if (now.getTime() - createdAt.getTime() < KEY_ROTATION_MS) return kid
      await transact(database, async (tx) => {
        const key = { accountId: client.accountId, clientId: client.id, kid: ids.uuid() }
        await store.insertTokenKey(tx, { ...key, createdAt: now }, createdAt)
        await store.notifyChanged(tx, client.id)
      })
      const rotated = await store.findClient(database, client.id)
      return rotated?.tokenKey.kid ?? kid
    },
  }
}

/** What operators and owners do to an account as a whole. */
function createTenancy(
  database: Database,
  clock: Clock,
): Pick<Accounts, 'get' | 'list' | 'rename' | 'setLive' | 'lock' | 'requireLive'> {
  async function lock(tx: Tx, id: bigint): Promise<Account> {
    const account = await store.lockAccount(tx, id)
    if (account === undefined) throw accountErrors.accountNotFound()
    return account
  }

  return {
    async get(accountId) {
      const account = await store.findAccount(database, accountId)
      if (account === undefined) throw accountErrors.accountNotFound()
      return account
    },
    list: (query) => store.listAccounts(database, query),
    rename: (accountId, name) =>
      transact(database, async (tx) => {
        const before = await lock(tx, accountId)
        await store.updateAccountName(tx, accountId, name)
        return { before, after: { ...before, name } }
      }),
    async setLive(tx, accountId, isEnabled) {
      const before = await lock(tx, accountId)
      const live = liveAfter(before, isEnabled, clock.now())
      await store.updateLive(tx, { id: accountId, ...live })
      await store.notifyLiveChanged(tx, accountId)
      return { before, after: { ...before, ...live } }
    },
    lock,
    async requireLive(tx, { accountId, mode }) {
      if (mode === 'test') return
      const { liveEnabledAt } = await lock(tx, accountId)
      if (liveEnabledAt === null) throw accountErrors.liveNotEnabled()
    },
  }
}

/** Since when live mode is enabled, or not any more; what was so before stays as it was. */
function liveAfter({ liveEnabledAt, liveDisabledAt }: Account, isEnabled: boolean, now: Date) {
  if (isEnabled) return { liveEnabledAt: liveEnabledAt ?? now, liveDisabledAt: null }
  return { liveEnabledAt: null, liveDisabledAt: liveEnabledAt === null ? liveDisabledAt : now }
}

/** Looks like the secrets that integrators know: groups of letters and digits. */
export function makeSecret(ids: Ids): string {
  return `${ids.alphanumeric(10)}-${ids.alphanumeric(31)}-${ids.alphanumeric(22)}`
}
