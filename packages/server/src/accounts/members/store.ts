import { sql } from 'kysely'
import type { Executor, Tx } from '../../storage/database.ts'
import type { Role } from '../roles.ts'
import type { Invitation, Member, Membership } from './model.ts'

const selectMembers = sql`
  select m.account_id as "accountId", m.user_id as "userId", u.name, u.email, m.role,
         coalesce(u.two_factor_enabled, false) as "isTwoFactorEnabled", m.created_at as "createdAt"
    from members m
    join users u on u.id = m.user_id`

export async function listMembers(db: Executor, accountId: bigint): Promise<Member[]> {
  const { rows } = await sql<Member>`
    ${selectMembers} where m.account_id = ${accountId}
     order by m.created_at, m.user_id`.execute(db)
  return rows
}

export async function findMember(
  db: Executor,
  accountId: bigint,
  userId: string,
): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    ${selectMembers} where m.account_id = ${accountId} and m.user_id = ${userId}`.execute(db)
  return rows[0]
}

/** The accounts of a person, the oldest membership first. */
export async function listMemberships(db: Executor, userId: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select m.account_id as "accountId", a.name as "accountName", m.role
      from members m
      join accounts a on a.id = m.account_id
     where m.user_id = ${userId}
     order by m.created_at, m.account_id`.execute(db)
  return rows
}

/** Locks a person, against others who lock the person. */
export async function lockPerson(tx: Tx, userId: string): Promise<void> {
  await sql`select from users where id = ${userId} for no key update`.execute(tx)
}

/** Locks who the account's owners are, so that of two who leave at once one stays. */
export async function lockOwners(tx: Tx, accountId: bigint): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select user_id as id from members
     where account_id = ${accountId} and role = 'owner'
     order by user_id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

/** One who is a member already stays as he is. */
export async function insertMember(
  db: Executor,
  member: Pick<Member, 'accountId' | 'userId' | 'role' | 'createdAt'>,
): Promise<void> {
  await sql`
    insert into members (account_id, user_id, role, created_at)
    values (${member.accountId}, ${member.userId}, ${member.role}, ${member.createdAt})
    on conflict do nothing`.execute(db)
}

export async function updateRole(
  db: Executor,
  accountId: bigint,
  userId: string,
  role: Role,
): Promise<void> {
  await sql`
    update members set role = ${role}
     where account_id = ${accountId} and user_id = ${userId}`.execute(db)
}

export async function deleteMember(db: Executor, accountId: bigint, userId: string): Promise<void> {
  await sql`
    delete from members where account_id = ${accountId} and user_id = ${userId}`.execute(db)
}

export async function hasMember(db: Executor, accountId: bigint, email: string): Promise<boolean> {
  const { rows } = await sql`
    select from members m join users u on u.id = m.user_id
     where m.account_id = ${accountId} and u.email = ${email}`.execute(db)
  return rows.length > 0
}

const invitationColumns = sql`
  account_id as "accountId", id, email, role, invited_by as "invitedBy",
  created_at as "createdAt", expires_at as "expiresAt"`

const isOpen = (now: Date) => sql`
  accepted_at is null and revoked_at is null and expires_at > ${now}`

export async function listInvitations(
  db: Executor,
  accountId: bigint,
  now: Date,
): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${invitationColumns} from invitations
     where account_id = ${accountId} and ${isOpen(now)}
     order by created_at, id`.execute(db)
  return rows
}

export async function insertInvitation(
  db: Executor,
  invitation: Invitation & { readonly tokenHash: Buffer },
): Promise<void> {
  const { accountId, id, email, role, tokenHash, invitedBy, createdAt, expiresAt } = invitation
  await sql`
    insert into invitations
      (account_id, id, email, role, token_hash, invited_by, created_at, expires_at)
    values (${accountId}, ${id}, ${email}, ${role}, ${tokenHash}, ${invitedBy},
            ${createdAt}, ${expiresAt})`.execute(db)
}

/** Of an account, those that can still be accepted and fit what follows. */
const revokeOpen = (accountId: bigint, now: Date) => sql`
  update invitations set revoked_at = ${now}
   where account_id = ${accountId} and ${isOpen(now)}`

/** An earlier invitation of the same address is replaced by the next. */
export async function revokeInvitationsOf(
  db: Executor,
  accountId: bigint,
  email: string,
  now: Date,
): Promise<void> {
  await sql`${revokeOpen(accountId, now)} and email = ${email}`.execute(db)
}

/** What a person has asked others to be ends when the person may ask no more. */
export async function revokeInvitationsBy(
  db: Executor,
  accountId: bigint,
  email: string,
  now: Date,
): Promise<void> {
  await sql`${revokeOpen(accountId, now)} and invited_by = ${email}`.execute(db)
}

export async function revokeInvitation(
  db: Executor,
  accountId: bigint,
  id: string,
  now: Date,
): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    ${revokeOpen(accountId, now)} and id = ${id} returning ${invitationColumns}`.execute(db)
  return rows[0]
}

export async function isInvited(db: Executor, email: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from invitations where email = ${email} and ${isOpen(now)} limit 1`.execute(db)
  return rows.length > 0
}

export interface OpenInvitation extends Invitation {
  readonly accountName: string
}

export async function findInvitation(
  db: Executor,
  tokenHash: Buffer,
  now: Date,
): Promise<OpenInvitation | undefined> {
  const { rows } = await sql<OpenInvitation>`
    select i.account_id as "accountId", i.id, i.email, i.role, i.invited_by as "invitedBy",
           i.created_at as "createdAt", i.expires_at as "expiresAt", a.name as "accountName"
      from invitations i
      join accounts a on a.id = i.account_id
     where i.token_hash = ${tokenHash} and i.accepted_at is null and i.revoked_at is null
       and i.expires_at > ${now}
     limit 1`.execute(db)
  return rows[0]
}

/** @returns false when somebody else has just accepted or withdrawn it */
export async function acceptInvitation(
  db: Executor,
  { accountId, id }: Pick<Invitation, 'accountId' | 'id'>,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update invitations set accepted_at = ${now}
     where account_id = ${accountId} and id = ${id} and ${isOpen(now)}
    returning id`.execute(db)
  return rows.length > 0
}

/** What a person made for the account ends with the membership. */
export async function revokeTokensOf(
  db: Executor,
  accountId: bigint,
  userId: string,
  now: Date,
): Promise<void> {
  await sql`
    update access_tokens set revoked_at = ${now}
     where account_id = ${accountId} and created_by = ${userId} and revoked_at is null`.execute(db)
}
