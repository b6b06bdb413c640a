import type { Ids } from '../../core/ids.ts'
import { type Database, type Tx, transact } from '../../storage/database.ts'
import type { Owner } from '../model.ts'
import { type Accounts, type AccountsDependencies, makeSecret } from '../service.ts'
import { notifyChanged } from '../store.ts'
import { CLIENTS_MAX, clientErrors } from './errors.ts'
import { type ClientChange, clientFact, type ManagedClient } from './model.ts'
import * as store from './store.ts'
import type { Usage } from './usage.ts'

/** API clients as those look after them who manage an account. */
export interface Clients {
  /**
   * The clients of one mode: those that work, then those that were revoked last. When they were
   * used last includes what this process has seen.
   */
  list(owner: Owner): Promise<readonly ManagedClient[]>
  /** @throws clientNotFound */
  get(owner: Owner, id: string): Promise<ManagedClient>
  /**
   * Makes a client; its secret is in the answer and nowhere else, ever again.
   *
   * @throws liveNotEnabled, tooManyClients
   */
  create(owner: Owner, request: NewClientRequest): Promise<NewClient>
  /**
   * Changes a client for every request from now on, also for those with tokens that it has.
   *
   * @throws clientNotFound, clientIsRevoked
   */
  update(owner: Owner, id: string, change: ClientChange): Promise<ClientUpdate>
  /**
   * Gives a client another secret. The one that it had works for as long as is asked for; the one
   * before that works no more. Tokens go on working.
   *
   * @throws clientNotFound, clientIsRevoked
   */
  rotate(owner: Owner, id: string, overlapSeconds: number): Promise<NewClient>
  /** Revokes a client at once and for ever. @throws clientNotFound, clientIsRevoked */
  revoke(owner: Owner, id: string): Promise<ClientUpdate>
}

export interface NewClientRequest extends Required<ClientChange> {
  readonly name: string
  readonly dialect: string
  readonly allowedIps: readonly string[]
  readonly scopes: readonly string[]
  readonly createdBy: string
}

export interface NewClient {
  readonly client: ManagedClient
  readonly secret: string
}

export interface ClientUpdate {
  readonly before: ManagedClient
  readonly after: ManagedClient
}

export interface ClientsDependencies
  extends Pick<AccountsDependencies, 'database' | 'clock' | 'emit'> {
  readonly accounts: Pick<
    Accounts,
    'lock' | 'requireLive' | 'createClient' | 'hashSecret' | 'revokeClient'
  >
  readonly usage: Pick<Usage, 'flush'>
  readonly database: Database
  readonly ids: Ids
}

/** Revoked clients are kept for ever; the list shows those that somebody may still ask about. */
const LISTED_MAX = 3 * CLIENTS_MAX

export function createClients(deps: ClientsDependencies): Clients {
  const { database, clock, ids, accounts } = deps

  async function get(owner: Owner, id: string): Promise<ManagedClient> {
    await deps.usage.flush()
    const client = await store.findManaged(database, owner, id)
    if (client === undefined) throw clientErrors.clientNotFound()
    return withoutEndedSecret(client)
  }

  /** Of a secret that does not work any more there is nothing to say. */
  function withoutEndedSecret(client: ManagedClient): ManagedClient {
    const { previousSecretUntil: until } = client
    return until !== null && until <= clock.now()
      ? { ...client, previousSecretUntil: null }
      : client
  }

  /** Changes a client that works, and has every process forget what it was. */
  function change<Result>(
    owner: Owner,
    id: string,
    work: (tx: Tx, client: ManagedClient) => Promise<Result>,
  ): Promise<Result> {
    return transact(database, async (tx) => {
      const client = await store.lockManaged(tx, owner, id)
      if (client === undefined) throw clientErrors.clientNotFound()
      if (client.revokedAt !== null) throw clientErrors.clientIsRevoked()
      const result = await work(tx, withoutEndedSecret(client))
      await notifyChanged(tx, id)
      return result
    })
  }

  return {
    async list(owner) {
      await deps.usage.flush()
      const clients = await store.listManaged(database, owner, LISTED_MAX)
      return clients.map(withoutEndedSecret)
    },
    get,
    async create(owner, request) {
      const { clientId, clientSecret } = await transact(database, async (tx) => {
        await accounts.lock(tx, owner.accountId)
        await accounts.requireLive(tx, owner)
        if ((await store.countActive(tx, owner)) >= CLIENTS_MAX) throw clientErrors.tooManyClients()
        return accounts.createClient(tx, { ...owner, ...request })
      })
      return { client: await get(owner, clientId), secret: clientSecret }
    },
    update: (owner, id, wanted) =>
      change(owner, id, async (tx, before) => {
        const after = { ...before, ...withoutUndefined(wanted) }
        await store.updateManaged(tx, after)
        await deps.emit(tx, owner, { type: 'client.updated', data: clientFact(after) })
        return { before, after }
      }),
    async rotate(owner, id, overlapSeconds) {
      const secret = makeSecret(ids)
      const until =
        overlapSeconds === 0 ? null : new Date(clock.now().getTime() + overlapSeconds * 1_000)
      return change(owner, id, async (tx, before) => {
        await store.rotateSecret(tx, before, accounts.hashSecret(secret), until)
        const data = { ...clientFact(before), previousSecretUntil: until?.toISOString() ?? null }
        await deps.emit(tx, owner, { type: 'client.rotated', data })
        return { client: { ...before, previousSecretUntil: until }, secret }
      })
    },
    async revoke(owner, id) {
      const before = await get(owner, id)
      if (!(await accounts.revokeClient(id))) throw clientErrors.clientIsRevoked()
      return { before, after: await get(owner, id) }
    },
  }
}

function withoutUndefined(change: ClientChange): Partial<ManagedClient> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
