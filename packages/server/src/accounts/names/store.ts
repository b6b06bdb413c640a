import { sql } from 'kysely'
import type { Executor } from '../../storage/database.ts'

/** What people know somebody by whose id is in a record. */
export interface Named {
  readonly id: string
  readonly kind: 'client' | 'token' | 'user' | 'bulk_order'
  readonly name: string
}

/** Ids by what they are of; those of access tokens stand among those of clients. */
export interface NamedIds {
  readonly clients: readonly string[]
  readonly users: readonly string[]
  readonly bulkOrders: readonly string[]
}

/**
 * Clients, access tokens and bulk orders of an account, revoked ones too, and people, members or
 * not any more; ids that are none are left out.
 */
export async function listNamed(
  db: Executor,
  accountId: bigint,
  { clients, users, bulkOrders }: NamedIds,
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, 'client' as kind, name from clients
     where account_id = ${accountId} and id = any(${clients}::text[])
     union all
    select id, 'token', name from access_tokens
     where account_id = ${accountId} and id = any(${clients}::text[])
     union all
    select id::text, 'bulk_order', name from bulk_orders
     where account_id = ${accountId} and id = any(${bulkOrders}::bigint[])
     union all
    select id, 'user', email from users where id = any(${users}::text[])`.execute(db)
  return rows
}
