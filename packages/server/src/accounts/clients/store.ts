import { sql } from 'kysely'
import type { Executor, Tx } from '../../storage/database.ts'
import type { Owner } from '../model.ts'
import type { ManagedClient } from './model.ts'

const columns = sql`
  account_id as "accountId", id, mode, name, dialect, allowed_ips as "allowedIps", scopes,
  created_at as "createdAt", created_by as "createdBy", last_used_at as "lastUsedAt",
  previous_secret_until as "previousSecretUntil", revoked_at as "revokedAt"`

/** Those that work first, then those that are revoked; each in the order in which they were made. */
export async function listManaged(
  db: Executor,
  { accountId, mode }: Owner,
  limit: number,
): Promise<ManagedClient[]> {
  const { rows } = await sql<ManagedClient>`
    select ${columns} from clients
     where account_id = ${accountId} and mode = ${mode}
     order by revoked_at desc nulls first, created_at, id limit ${limit}`.execute(db)
  return rows
}

export async function findManaged(
  db: Executor,
  { accountId, mode }: Owner,
  id: string,
): Promise<ManagedClient | undefined> {
  const { rows } = await sql<ManagedClient>`
    select ${columns} from clients
     where account_id = ${accountId} and mode = ${mode} and id = ${id}`.execute(db)
  return rows[0]
}

/** Locks a client until the transaction ends. */
export async function lockManaged(
  tx: Tx,
  { accountId, mode }: Owner,
  id: string,
): Promise<ManagedClient | undefined> {
  const { rows } = await sql<ManagedClient>`
    select ${columns} from clients
     where account_id = ${accountId} and mode = ${mode} and id = ${id}
       for no key update`.execute(tx)
  return rows[0]
}

export async function countActive(tx: Tx, { accountId, mode }: Owner): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from clients
     where account_id = ${accountId} and mode = ${mode} and revoked_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function updateManaged(tx: Tx, client: ManagedClient): Promise<void> {
  await sql`
    update clients
       set name = ${client.name}, dialect = ${client.dialect},
           allowed_ips = ${client.allowedIps}::text[], scopes = ${client.scopes}::text[]
     where account_id = ${client.accountId} and id = ${client.id}`.execute(tx)
}

/** Gives a client another secret; the one that it had works until then. @param until null for no longer */
export async function rotateSecret(
  tx: Tx,
  { accountId, id }: Pick<ManagedClient, 'accountId' | 'id'>,
  secretHash: Buffer,
  until: Date | null,
): Promise<void> {
  await sql`
    update clients
       set previous_secret_hash = case when ${until}::timestamptz is null then null else secret_hash end,
           previous_secret_until = ${until}, secret_hash = ${secretHash}
     where account_id = ${accountId} and id = ${id}`.execute(tx)
}

/** When a client was used last. */
export interface Use extends Pick<Owner, 'accountId'> {
  readonly clientId: string
  readonly at: Date
}

/** Writes when clients were used; what another process has seen later stays. */
export async function updateLastUsed(db: Executor, uses: readonly Use[]): Promise<void> {
  await sql`
    update clients c set last_used_at = greatest(c.last_used_at, u.at)
      from unnest(${uses.map(({ accountId }) => accountId)}::bigint[],
                  ${uses.map(({ clientId }) => clientId)}::text[],
                  ${uses.map(({ at }) => at)}::timestamptz[]) as u (account_id, id, at)
     where c.account_id = u.account_id and c.id = u.id`.execute(db)
}
