import { sql } from 'kysely'
import type { Executor, Tx } from '../storage/database.ts'
import { type Range, readRange } from './clients/addresses.ts'
import type { ManagedClient } from './clients/model.ts'
import { getDialect } from './dialects.ts'
import type { Account, Client, Mode } from './model.ts'

interface ClientRow {
  readonly account_id: bigint
  readonly id: string
  readonly mode: Mode
  readonly dialect: string
  readonly secret_hash: Buffer
  readonly previous_secret_hash: Buffer | null
  readonly previous_secret_until: Date | null
  readonly allowed_ips: readonly string[]
  readonly scopes: readonly string[]
  readonly is_revoked: boolean
  readonly is_suspended: boolean
  readonly kid: string
  readonly key_created_at: Date
}

function toClient(row: ClientRow): Client {
  return {
    accountId: row.account_id,
    id: row.id,
    mode: row.mode,
    dialect: getDialect(row.dialect),
    secretHash: row.secret_hash,
    previousSecretHash: row.previous_secret_hash,
    previousSecretUntil: row.previous_secret_until,
    allowedIps: row.allowed_ips.map(readStoredRange),
    scopes: row.scopes,
    isRevoked: row.is_revoked,
    isSuspended: row.is_suspended,
    tokenKey: { kid: row.kid, createdAt: row.key_created_at },
  }
}

/** @throws for what is none: to leave it out would open or close the client to somebody */
function readStoredRange(text: string): Range {
  const range = readRange(text)
  if (range === undefined) throw new Error(`A client is bound to ${text}, which is no network`)
  return range
}

/** Of a client `c` of an account `a`. */
const isSuspended = sql`(c.mode = 'live' and a.live_enabled_at is null)`

const selectClients = sql`
  select c.account_id, c.id, c.mode, c.dialect, c.secret_hash, c.previous_secret_hash,
         c.previous_secret_until, c.allowed_ips, c.scopes,
         c.revoked_at is not null as is_revoked,
         ${isSuspended} as is_suspended,
         k.kid, k.created_at as key_created_at
    from clients c
    join accounts a on a.id = c.account_id
    join lateral (
      select kid, created_at from token_keys
       where account_id = c.account_id and client_id = c.id
       order by created_at desc limit 1
    ) k on true`

export async function findClient(db: Executor, id: string): Promise<Client | undefined> {
  const { rows } = await sql<ClientRow>`${selectClients} where c.id = ${id} limit 1`.execute(db)
  return rows[0] && toClient(rows[0])
}

export async function findClientByKey(db: Executor, kid: string): Promise<Client | undefined> {
  const { rows } = await sql<ClientRow>`
    ${selectClients}
     where (c.account_id, c.id) = (
       select account_id, client_id from token_keys where kid = ${kid} limit 1)`.execute(db)
  return rows[0] && toClient(rows[0])
}

export interface ClientSummary {
  readonly accountId: bigint
  readonly id: string
  readonly mode: Mode
  readonly name: string
  readonly dialect: string
  readonly createdAt: Date
  readonly revokedAt: Date | null
  /** Whether it is a live client of an account whose live mode is not enabled. */
  readonly isSuspended: boolean
}

export async function listClients(db: Executor): Promise<ClientSummary[]> {
  const { rows } = await sql<ClientSummary>`
    select c.account_id as "accountId", c.id, c.mode, c.name, c.dialect,
           c.created_at as "createdAt", c.revoked_at as "revokedAt", ${isSuspended} as "isSuspended"
      from clients c
      join accounts a on a.id = c.account_id
     order by c.account_id, c.created_at, c.id`.execute(db)
  return rows
}

export interface NewClient {
  readonly accountId: bigint
  readonly id: string
  readonly mode: Mode
  readonly name: string
  readonly dialect: string
  readonly secretHash: Buffer
  readonly allowedIps: readonly string[]
  readonly scopes: readonly string[]
  readonly createdBy: string | null
  readonly createdAt: Date
}

export async function insertClient(db: Executor, client: NewClient): Promise<void> {
  await sql`
    insert into clients
      (account_id, id, mode, name, dialect, secret_hash, allowed_ips, scopes, created_by, created_at)
    values (${client.accountId}, ${client.id}, ${client.mode}, ${client.name},
            ${client.dialect}, ${client.secretHash}, ${client.allowedIps}::text[],
            ${client.scopes}::text[], ${client.createdBy}, ${client.createdAt})`.execute(db)
}

/** Replaces the secret, and whatever secret there was before it. */
export async function updateSecret(db: Executor, clientId: string, hash: Buffer): Promise<void> {
  await sql`
    update clients
       set secret_hash = ${hash}, previous_secret_hash = null, previous_secret_until = null
     where id = ${clientId}`.execute(db)
}

type RevokedClient = Pick<
  ManagedClient,
  'accountId' | 'mode' | 'id' | 'name' | 'dialect' | 'allowedIps' | 'scopes'
>

/** @returns undefined when there is no such client, or when it was revoked before */
export async function revokeClient(
  db: Executor,
  clientId: string,
  at: Date,
): Promise<RevokedClient | undefined> {
  const { rows } = await sql<RevokedClient>`
    update clients set revoked_at = ${at} where id = ${clientId} and revoked_at is null
    returning account_id as "accountId", mode, id, name, dialect,
              allowed_ips as "allowedIps", scopes`.execute(db)
  return rows[0]
}

/** Asked inside a transaction that must not happen for a client that is revoked or suspended. */
export async function isRefused(
  db: Executor,
  client: { readonly accountId: bigint; readonly clientId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from clients c
      join accounts a on a.id = c.account_id
     where c.account_id = ${client.accountId} and c.id = ${client.clientId}
       and (c.revoked_at is not null or ${isSuspended})`.execute(db)
  return rows.length > 0
}

export interface NewTokenKey {
  readonly accountId: bigint
  readonly clientId: string
  readonly kid: string
  readonly createdAt: Date
}

/** Adds a key unless the client got a newer one than `olderThan` meanwhile. */
export async function insertTokenKey(
  db: Executor,
  key: NewTokenKey,
  olderThan = key.createdAt,
): Promise<void> {
  await sql`
    insert into token_keys (account_id, kid, client_id, created_at)
    select ${key.accountId}, ${key.kid}, ${key.clientId}, ${key.createdAt}
     where not exists (
       select from token_keys
        where account_id = ${key.accountId} and client_id = ${key.clientId}
          and created_at > ${olderThan})`.execute(db)
}

export async function insertAccount(
  db: Executor,
  account: Pick<Account, 'name' | 'countryCode' | 'currency' | 'createdAt'>,
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into accounts (name, country_code, currency, created_at)
    values (${account.name}, ${account.countryCode}, ${account.currency}, ${account.createdAt})
    returning id`.execute(db)
  if (rows[0] === undefined) throw new Error('The account was not inserted')
  return rows[0].id
}

const accountColumns = sql`
  id, name, country_code as "countryCode", currency, live_enabled_at as "liveEnabledAt",
  live_disabled_at as "liveDisabledAt", created_at as "createdAt"`

export async function findAccount(db: Executor, id: bigint): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${accountColumns} from accounts where id = ${id}`.execute(db)
  return rows[0]
}

/**
 * Locks the account until the transaction ends, against others who lock it. Whoever writes rows
 * that belong to it does not wait: they may hold what this transaction is going to lock.
 */
export async function lockAccount(tx: Tx, id: bigint): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${accountColumns} from accounts where id = ${id} for no key update`.execute(tx)
  return rows[0]
}

export async function updateAccountName(db: Executor, id: bigint, name: string): Promise<void> {
  await sql`update accounts set name = ${name} where id = ${id}`.execute(db)
}

/** Writes since when an account may use live mode, or not any more. */
export async function updateLive(
  db: Executor,
  { id, liveEnabledAt, liveDisabledAt }: Pick<Account, 'id' | 'liveEnabledAt' | 'liveDisabledAt'>,
): Promise<void> {
  await sql`
    update accounts set live_enabled_at = ${liveEnabledAt}, live_disabled_at = ${liveDisabledAt}
     where id = ${id}`.execute(db)
}

/** The newest first, with how many people manage each; by name, or by the whole id. */
export async function listAccounts(
  db: Executor,
  { text, before, limit }: AccountQuery,
): Promise<ListedAccount[]> {
  const { rows } = await sql<ListedAccount>`
    select ${accountColumns},
           (select count(*)::int from members m where m.account_id = a.id) as members,
           (select u.email from members m join users u on u.id = m.user_id
             where m.account_id = a.id and m.role = 'owner'
             order by m.created_at limit 1) as owner
      from accounts a
     where (${before}::bigint is null or id < ${before})
       and (${text}::text is null or position(lower(${text}) in lower(name)) > 0
            or id::text = ${text})
     order by id desc limit ${limit}`.execute(db)
  return rows
}

export interface AccountQuery {
  /** Part of the name, or the whole id. */
  readonly text: string | null
  readonly before: bigint | null
  readonly limit: number
}

export interface ListedAccount extends Account {
  readonly members: number
  readonly owner: string | null
}

export async function accountExists(db: Executor, id: bigint): Promise<boolean> {
  const { rows } = await sql`select from accounts where id = ${id}`.execute(db)
  return rows.length > 0
}

/** Makes every server process forget what it holds of this client, when the transaction commits. */
export async function notifyChanged(db: Executor, clientId: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${clientId})`.execute(db)
}

/** The same of every live client of an account. */
export async function notifyLiveChanged(db: Executor, accountId: bigint): Promise<void> {
  await sql`
    select pg_notify(${CHANNEL}, id) from clients
     where account_id = ${accountId} and mode = 'live' and revoked_at is null`.execute(db)
}

export const CHANNEL = 'client_changed'
