import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Locks the installation, so that of two servers that start at once one sets things up. */
export async function lockInstallation(tx: Tx): Promise<void> {
  await sql`select from installation for update`.execute(tx)
}

export async function findDemoAccount(tx: Tx): Promise<bigint | undefined> {
  const { rows } = await sql<{ id: bigint | null }>`
    select demo_account_id as id from installation`.execute(tx)
  return rows[0]?.id ?? undefined
}

export async function setDemoAccount(tx: Tx, id: bigint): Promise<void> {
  await sql`update installation set demo_account_id = ${id}`.execute(tx)
}
