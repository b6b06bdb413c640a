import { sql } from 'kysely'
import type { Executor } from '../../storage/database.ts'

export interface AccessToken {
  readonly accountId: bigint
  readonly id: string
  readonly name: string
  readonly secretHash: Buffer
  readonly scopes: readonly string[]
  readonly expiresAt: Date | null
  readonly isRevoked: boolean
  readonly lastUsedAt: Date | null
  /** The id of the person with whose membership it ends; null for an operator's command line. */
  readonly createdBy: string | null
}

export async function findAccessToken(db: Executor, id: string): Promise<AccessToken | undefined> {
  const { rows } = await sql<AccessToken>`
    select account_id as "accountId", id, name, secret_hash as "secretHash", scopes,
           expires_at as "expiresAt", revoked_at is not null as "isRevoked",
           last_used_at as "lastUsedAt", created_by as "createdBy"
      from access_tokens where id = ${id} limit 1`.execute(db)
  return rows[0]
}

export interface NewAccessToken extends Omit<AccessToken, 'isRevoked' | 'lastUsedAt'> {
  readonly createdAt: Date
}

/** Inserts a token; one that is there already stays as it is. */
export async function insertAccessToken(db: Executor, token: NewAccessToken): Promise<void> {
  await sql`
    insert into access_tokens
      (account_id, id, name, secret_hash, scopes, created_at, expires_at, created_by)
    values (${token.accountId}, ${token.id}, ${token.name}, ${token.secretHash},
            ${token.scopes}::text[], ${token.createdAt}, ${token.expiresAt}, ${token.createdBy})
    on conflict do nothing`.execute(db)
}

export interface AccessTokenSummary {
  readonly accountId: bigint
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
  /** The e-mail address of the person who made it; null for an operator's command line. */
  readonly createdBy: string | null
}

const selectSummaries = sql`
  select t.account_id as "accountId", t.id, t.name, t.scopes, t.created_at as "createdAt",
         t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
         t.last_used_at as "lastUsedAt", u.email as "createdBy"
    from access_tokens t
    left join users u on u.id = t.created_by`

export async function listAccessTokens(db: Executor): Promise<AccessTokenSummary[]> {
  const { rows } = await sql<AccessTokenSummary>`
    ${selectSummaries} order by t.account_id, t.created_at, t.id`.execute(db)
  return rows
}

export async function listTokensOf(
  db: Executor,
  accountId: bigint,
  now: Date,
): Promise<AccessTokenSummary[]> {
  const { rows } = await sql<AccessTokenSummary>`
    ${selectSummaries}
     where t.account_id = ${accountId} and t.revoked_at is null
       and (t.expires_at is null or t.expires_at > ${now})
     order by t.created_at desc, t.id`.execute(db)
  return rows
}

export async function touchAccessToken(
  db: Executor,
  accountId: bigint,
  id: string,
  at: Date,
): Promise<void> {
  await sql`
    update access_tokens set last_used_at = ${at}
     where account_id = ${accountId} and id = ${id}`.execute(db)
}

/** @returns false when there is no such token, or when it was revoked before */
export async function revokeAccessToken(
  db: Executor,
  id: string,
  accountId: bigint | null = null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update access_tokens set revoked_at = now()
     where id = ${id} and revoked_at is null
       and (${accountId}::bigint is null or account_id = ${accountId})`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}
