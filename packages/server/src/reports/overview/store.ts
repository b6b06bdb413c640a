import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Executor } from '../../storage/database.ts'

/** Keeps the first time. */
export async function insertCatalogueStep(
  db: Executor,
  { accountId, mode }: Owner,
  at: Date,
): Promise<void> {
  await sql`
    insert into first_steps (account_id, mode, step, at)
    values (${accountId}, ${mode}, 'catalogue', ${at}) on conflict do nothing`.execute(db)
}

export interface Steps {
  /** Whether a client of the mode was ever used. */
  readonly tokenFetched: boolean
  readonly catalogueRead: boolean
}

export async function readSteps(db: Executor, { accountId, mode }: Owner): Promise<Steps> {
  const { rows } = await sql<Steps>`
    select exists (select from clients
                    where account_id = ${accountId} and mode = ${mode}
                      and last_used_at is not null) as "tokenFetched",
           exists (select from first_steps
                    where account_id = ${accountId} and mode = ${mode}
                      and step = 'catalogue') as "catalogueRead"`.execute(db)
  return rows[0] ?? { tokenFetched: false, catalogueRead: false }
}
