import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import type { Executor } from '../../storage/database.ts'

/** Messages that have not reached anybody, each state counted up to a bound. */
export interface MessageHealth {
  /** Not sent yet. */
  readonly waiting: number
  readonly failed: number
  readonly bounced: number
}

/** Reads `messages_in_trouble` and no other message. @param since of failed and bounced ones */
export async function readMessageHealth(
  db: Executor,
  { accountId, mode }: Owner,
  since: Date,
  countMax: number,
): Promise<MessageHealth> {
  const newest = (state: string) => sql`
    (select state, updated_at from messages
      where account_id = ${accountId} and mode = ${mode} and state = ${sql.lit(state)}
      order by id desc limit ${countMax})`
  const states = ['queued', 'sending', 'failed', 'bounced'].map(newest)
  const { rows } = await sql<{ waiting: bigint; failed: bigint; bounced: bigint }>`
    select count(*) filter (where state in ('queued', 'sending')) as waiting,
           count(*) filter (where state = 'failed' and updated_at >= ${since}) as failed,
           count(*) filter (where state = 'bounced' and updated_at >= ${since}) as bounced
      from (${sql.join(states, sql` union all `)}) as troubled`.execute(db)
  const [counts] = rows
  return {
    waiting: Number(counts?.waiting ?? 0n),
    failed: Number(counts?.failed ?? 0n),
    bounced: Number(counts?.bounced ?? 0n),
  }
}
