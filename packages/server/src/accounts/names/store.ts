import { sql } from 'kysely'
import type { Executor } from '../../storage/database.ts'

/** What people know somebody by whose id is in a record. */
export interface Named {
  readonly id: string
  readonly kind: 'client' | 'token' | 'user'
  readonly name: string
}

/**
 * Clients and access tokens of an account, revoked ones too, and people, members or not any more;
 * ids that are none are left out.
 */
export async function listNamed(
  db: Executor,
  accountId: bigint,
  ids: readonly string[],
  userIds: readonly string[],
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, 'client' as kind, name from clients
     where account_id = ${accountId} and id = any(${ids}::text[])
     union all
    select id, 'token', name from access_tokens
     where account_id = ${accountId} and id = any(${ids}::text[])
     union all
    select id, 'user', email from users where id = any(${userIds}::text[])`.execute(db)
  return rows
}
