import { sql } from 'kysely'
import type { Owner } from '../../accounts/index.ts'
import { bulkInsert } from '../../storage/bulk.ts'
import type { Executor, Tx } from '../../storage/database.ts'
import type { MessageKey } from '../model.ts'

/** A link that shows the cards of an order once. */
export interface ClaimLink extends Owner {
  readonly messageId: bigint
  readonly expiresAt: Date
  readonly claimedAt: Date | null
  readonly revokedAt: Date | null
}

export interface NewClaimLink extends Owner {
  readonly messageId: bigint
  readonly tokenHash: Buffer
  readonly expiresAt: Date
}

const insertStatement = bulkInsert<NewClaimLink>('claim_links', [
  ['account_id', 'bigint', (link) => link.accountId],
  ['mode', 'mode', (link) => link.mode],
  ['message_id', 'bigint', (link) => link.messageId],
  ['token_hash', 'bytea', (link) => link.tokenHash],
  ['expires_at', 'timestamptz', (link) => link.expiresAt],
])

export async function insertLinks(tx: Tx, links: readonly NewClaimLink[]): Promise<void> {
  await tx.getExecutor().executeQuery(insertStatement(links))
}

const linkColumns = sql`
  account_id as "accountId", mode, message_id as "messageId", expires_at as "expiresAt",
  claimed_at as "claimedAt", revoked_at as "revokedAt"`

export async function findLink(db: Executor, tokenHash: Buffer): Promise<ClaimLink | undefined> {
  const { rows } = await sql<ClaimLink>`
    select ${linkColumns} from claim_links where token_hash = ${tokenHash} limit 1`.execute(db)
  return rows[0]
}

export async function listLinks(
  db: Executor,
  { accountId, mode }: Owner,
  messageIds: readonly bigint[],
): Promise<ClaimLink[]> {
  const { rows } = await sql<ClaimLink>`
    select ${linkColumns} from claim_links
     where account_id = ${accountId} and mode = ${mode}
       and message_id = any(${messageIds}::bigint[])`.execute(db)
  return rows
}

/** Marks a link as used. @returns false when it was used, withdrawn or out of date before */
export async function claim(tx: Tx, { accountId, mode, messageId }: ClaimLink, now: Date) {
  const { numAffectedRows = 0n } = await sql`
    update claim_links set claimed_at = ${now}
     where account_id = ${accountId} and mode = ${mode} and message_id = ${messageId}
       and claimed_at is null and revoked_at is null and expires_at > ${now}`.execute(tx)
  return numAffectedRows > 0n
}

/** Withdraws a link unless it was used; one that is withdrawn stays so. @returns false when it was used */
export async function revoke(tx: Tx, { accountId, mode, id }: MessageKey, now: Date) {
  const { numAffectedRows = 0n } = await sql`
    update claim_links set revoked_at = coalesce(revoked_at, ${now})
     where account_id = ${accountId} and mode = ${mode} and message_id = ${id}
       and claimed_at is null`.execute(tx)
  return numAffectedRows > 0n
}
