import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import type { Keyring } from '../storage/keyring.ts'
import type { DialectName } from './dialects.ts'
import type { Directory } from './directory.ts'
import type { AccountEvent, Client, Mode, Owner } from './model.ts'
import * as store from './store.ts'

export interface Accounts {
  open(tx: Tx, account: { name: string; countryCode: string }): Promise<bigint>
  exists(accountId: bigint): Promise<boolean>
  /** Makes a client; its secret is in the answer and nowhere else, ever again. */
  createClient(tx: Tx, request: ClientRequest): Promise<ClientCredentials>
  /** Sets a secret that the caller chose; the old one stops working at once. */
  setSecret(tx: Tx, clientId: string, secret: string): Promise<void>
  findClient(tx: Tx, clientId: string): Promise<Client | undefined>
  isSecretOf(client: Client, secret: string): boolean
  listClients(): Promise<store.ClientSummary[]>
  /**
   * Revokes a client: its secret and every token it ever got stop working at
   * once, on every server process.
   *
   * @returns false when there is no such client, or when it was revoked before
   */
  revokeClient(clientId: string): Promise<boolean>
  /** The client with this id and secret, unless it was revoked. */
  authenticate(clientId: string, secret: string): Promise<Client | undefined>
  /** The key to sign a client's next token with; a new one when the last has served its time. */
  currentKey(client: Client): Promise<string>
  readonly directory: Directory
}

export interface ClientRequest {
  readonly accountId: bigint
  readonly mode: Mode
  readonly name: string
  readonly dialect: DialectName
  /** Chosen credentials, for programs that have theirs already; generated when absent. */
  readonly id?: string
  readonly secret?: string
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
    open: (tx, account) => store.insertAccount(tx, account),
    exists: (accountId) => store.accountExists(database, accountId),
    async createClient(tx, request) {
      const clientId = request.id ?? ids.alphanumeric(32)
      const clientSecret = request.secret ?? makeSecret(ids)
      await store.insertClient(tx, { ...request, id: clientId, secretHash: hash(clientSecret) })
      const { accountId } = request
      await store.insertTokenKey(tx, {
        accountId,
        clientId,
        kid: ids.uuid(),
        createdAt: clock.now(),
      })
      const { name, dialect } = request
      await deps.emit(tx, request, { type: 'client.created', data: { clientId, name, dialect } })
      return { clientId, clientSecret }
    },
    async setSecret(tx, clientId, secret) {
      await store.updateSecret(tx, clientId, hash(secret))
      await store.notifyChanged(tx, clientId)
    },
    findClient: store.findClient,
    isSecretOf: (client, secret) => timingSafeEqual(hash(secret), client.secretHash),
    listClients: () => store.listClients(database),
    revokeClient: (clientId) =>
      transact(database, async (tx) => {
        const revoked = await store.revokeClient(tx, clientId)
        if (revoked === undefined) return false
        await store.notifyChanged(tx, clientId)
        const { name, dialect } = revoked
        await deps.emit(tx, revoked, { type: 'client.revoked', data: { clientId, name, dialect } })
        return true
      }),
    async authenticate(clientId, secret) {
      // PostgreSQL cannot even look for an id with a NUL in it.
      const client = clientId.includes('\0') ? undefined : await directory.findById(clientId)
      const given = hash(secret)
      if (client === undefined || client.isRevoked) return undefined
      return timingSafeEqual(given, client.secretHash) ? client : undefined
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

/** Looks like the secrets that integrators know: groups of letters and digits. */
export function makeSecret(ids: Ids): string {
  return `${ids.alphanumeric(10)}-${ids.alphanumeric(31)}-${ids.alphanumeric(22)}`
}
