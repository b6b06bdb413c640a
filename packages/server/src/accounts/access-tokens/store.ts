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
}

export async function findAccessToken(db: Executor, id: string): Promise<AccessToken | undefined> {
  const { rows } = await sql<AccessToken>`
    select account_id as "accountId", id, name, secret_hash as "secretHash", scopes,
           expires_at as "expiresAt", revoked_at is not null as "isRevoked"
      from access_tokens where id = ${id} limit 1`.execute(db)
  return rows[0]
}

export type NewAccessToken = Omit<AccessToken, 'isRevoked'>

/** Inserts a token; one that is there already stays as it is. */
export async function insertAccessToken(db: Executor, token: NewAccessToken): Promise<void> {
  await sql`
    insert into access_tokens (account_id, id, name, secret_hash, scopes, expires_at)
    values (${token.accountId}, ${token.id}, ${token.name}, ${token.secretHash},
            ${token.scopes}::text[], ${token.expiresAt})
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
}

export async function listAccessTokens(db: Executor): Promise<AccessTokenSummary[]> {
  const { rows } = await sql<AccessTokenSummary>`
    select account_id as "accountId", id, name, scopes, created_at as "createdAt",
           expires_at as "expiresAt", revoked_at as "revokedAt"
      from access_tokens order by account_id, created_at, id`.execute(db)
  return rows
}

/** @returns false when there is no such token, or when it was revoked before */
export async function revokeAccessToken(db: Executor, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update access_tokens set revoked_at = now()
     where id = ${id} and revoked_at is null`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}
