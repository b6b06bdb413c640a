import { CamelCasePlugin, sql } from 'kysely'
import type { Database, Executor } from '../../storage/database.ts'

/** The tables of better-auth, whose columns it knows by the names of its own fields. */
export function identityTables(database: Database): Database {
  return database.withPlugin(new CamelCasePlugin())
}

/**
 * Counts an attempt to sign in before it is made, so that of many at once each is counted. With the
 * last that is allowed the address is locked, and the counting begins anew.
 *
 * @returns false when the address is locked; then nothing is counted
 */
export async function countAttempt(
  db: Executor,
  { email, at, max, lockedUntil }: { email: string; at: Date; max: number; lockedUntil: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into sign_in_failures as f (email, failures, last_at)
    values (${email}, 1, ${at})
    on conflict (email) do update
       set failures = case when f.failures + 1 >= ${max} then 0 else f.failures + 1 end,
           locked_until = case when f.failures + 1 >= ${max} then ${lockedUntil}::timestamptz
                               else f.locked_until end,
           last_at = ${at}
     where f.locked_until is null or f.locked_until <= ${at}
    returning email`.execute(db)
  return rows.length > 0
}

/**
 * Counts an attempt no more. While the address is locked, which ended the counting, that is the last
 * attempt or one before it: either way one less was wrong than it takes.
 */
export async function takeBack(
  db: Executor,
  { email, at, max }: { email: string; at: Date; max: number },
): Promise<void> {
  await sql`
    update sign_in_failures
       set failures = case when locked_until > ${at} then ${max}::int - 1 else failures - 1 end,
           locked_until = null
     where email = ${email} and (failures > 0 or locked_until > ${at})`.execute(db)
}

export async function forgetFailures(db: Executor, email: string): Promise<void> {
  await sql`delete from sign_in_failures where email = ${email}`.execute(db)
}

export async function insertSignInLink(
  db: Executor,
  link: { readonly tokenHash: Buffer; readonly userId: string; readonly expiresAt: Date },
): Promise<void> {
  await sql`delete from sign_in_links where user_id = ${link.userId}`.execute(db)
  await sql`
    insert into sign_in_links (token_hash, user_id, expires_at)
    values (${link.tokenHash}, ${link.userId}, ${link.expiresAt})`.execute(db)
}

/**
 * Uses the link up. It is for who has no password: with one, it would pass by a second factor.
 *
 * @returns whose it is; undefined for one that is unknown, used or too old
 */
export async function takeSignInLink(
  db: Executor,
  tokenHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ userId: string }>`
    update sign_in_links set used_at = ${now}
     where token_hash = ${tokenHash} and used_at is null and expires_at > ${now}
       and not exists (select from user_credentials c
                        where c.user_id = sign_in_links.user_id and c.provider_id = 'credential'
                          and c.password is not null)
    returning user_id as "userId"`.execute(db)
  return rows[0]?.userId
}

/** Makes the user unless there is one with this address. @returns the id of whichever it is */
export async function ensureUser(
  db: Executor,
  user: { readonly id: string; readonly name: string; readonly email: string },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into users (id, name, email, email_verified)
    values (${user.id}, ${user.name}, ${user.email}, true)
    on conflict (email) do update set email = excluded.email
    returning id`.execute(db)
  if (rows[0] === undefined) throw new Error('The user was not inserted')
  return rows[0].id
}

export async function setOperator(
  db: Executor,
  email: string,
  isOperator: boolean,
): Promise<boolean> {
  const { rows } = await sql`
    update users set is_operator = ${isOperator} where email = ${email}
    returning id`.execute(db)
  return rows.length > 0
}

/** @returns undefined when nobody has this address */
export async function isConfirmed(db: Executor, email: string): Promise<boolean | undefined> {
  const { rows } = await sql<{ isConfirmed: boolean }>`
    select email_verified as "isConfirmed" from users where email = ${email}`.execute(db)
  return rows[0]?.isConfirmed
}

export interface Operator {
  readonly email: string
  readonly name: string
}

export async function listOperators(db: Executor): Promise<Operator[]> {
  const { rows } = await sql<Operator>`
    select email, name from users where is_operator order by email`.execute(db)
  return rows
}

export async function hasPassword(db: Executor, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select from user_credentials
     where user_id = ${userId} and provider_id = 'credential' and password is not null`.execute(db)
  return rows.length > 0
}

export async function insertUnsentMail(
  db: Executor,
  mail: { recipient: string; subject: string; body: string; at: Date; keepAfter: Date },
): Promise<void> {
  await sql`delete from unsent_mails where created_at < ${mail.keepAfter}`.execute(db)
  await sql`
    insert into unsent_mails (recipient, subject, body, created_at)
    values (${mail.recipient}, ${mail.subject}, ${mail.body}, ${mail.at})`.execute(db)
}

export interface UnsentMail {
  readonly id: bigint
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly createdAt: Date
}

export async function listUnsentMails(db: Executor, after: Date): Promise<UnsentMail[]> {
  const { rows } = await sql<UnsentMail>`
    select id, recipient, subject, body, created_at as "createdAt" from unsent_mails
     where created_at >= ${after} order by id desc limit 100`.execute(db)
  return rows
}

/** Forgets what has had its time: ended sessions, used links, old counts. */
export async function deleteOld(db: Executor, before: Date): Promise<void> {
  await sql`delete from sessions where expires_at < ${before}`.execute(db)
  await sql`delete from verifications where expires_at < ${before}`.execute(db)
  await sql`delete from sign_in_links where expires_at < ${before}`.execute(db)
  await sql`delete from unsent_mails where created_at < ${before}`.execute(db)
  await sql`delete from sign_in_failures where last_at < ${before}`.execute(db)
  await sql`delete from rate_limits where last_request < ${before.getTime()}`.execute(db)
}
