import { createHash } from 'node:crypto'
import type { Clock } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import { type Database, type Tx, transact } from '../../storage/database.ts'
import { accountErrors } from '../errors.ts'
import type { Role } from '../roles.ts'
import { lockAccount } from '../store.ts'
import { memberErrors } from './errors.ts'
import {
  ACCOUNTS_MAX,
  INVITATION_MS,
  INVITATIONS_MAX,
  type Invitation,
  type Member,
  type Membership,
  mayGrant,
} from './model.ts'
import * as store from './store.ts'

/** Which people manage which accounts, and as what. */
export interface Members {
  list(accountId: bigint): Promise<readonly Member[]>
  find(accountId: bigint, userId: string): Promise<Member | undefined>
  /** The accounts of a person, the oldest membership first. */
  membershipsOf(userId: string): Promise<readonly Membership[]>
  /**
   * Locks a person who is about to open an account until the transaction ends, so that each of
   * several at once is counted.
   *
   * @throws tooManyAccounts
   */
  lockFounder(tx: Tx, userId: string): Promise<void>
  add(tx: Tx, member: { accountId: bigint; userId: string; role: Role }): Promise<void>
  /**
   * Gives a member another role; tokens and open invitations of the person end, as they may reach
   * further. One that the member has already changes nothing.
   *
   * @throws memberNotFound, ownersOnly, lastOwner
   */
  changeRole(accountId: bigint, userId: string, role: Role, by: Granter): Promise<RoleChange>
  /** Ends a membership, and the tokens and open invitations of the person. @throws memberNotFound, ownersOnly, lastOwner */
  remove(accountId: bigint, userId: string, by: Granter): Promise<Member>
  invitations(accountId: bigint): Promise<readonly Invitation[]>
  /**
   * Invites somebody by e-mail; an earlier invitation of the address stops working.
   *
   * @throws alreadyMember, ownersOnly, tooManyInvitations
   */
  invite(request: InvitationRequest): Promise<Invitation>
  /** @throws invitationNotFound */
  withdraw(accountId: bigint, id: string): Promise<Invitation>
  /** Whether anybody's invitation of this address is open. */
  isInvited(email: string): Promise<boolean>
  /** What an invitation is for, for whoever holds its link. @throws invitationNotFound */
  look(token: string): Promise<store.OpenInvitation>
  /** Makes the person a member; one who is already keeps the role. @throws invitationNotFound, otherAddress */
  accept(token: string, person: { id: string; email: string }): Promise<store.OpenInvitation>
}

/** The role of whoever grants; undefined for a program, which grants what an admin may. */
export type Granter = Role | undefined

export interface RoleChange {
  readonly before: Member
  readonly after: Member
}

export interface InvitationRequest {
  readonly accountId: bigint
  readonly accountName: string
  readonly email: string
  readonly role: Role
  readonly invitedBy: string
  readonly by: Granter
}

export interface MembersDependencies {
  readonly database: Database
  readonly ids: Ids
  readonly clock: Clock
  /** Tells whoever is invited, with the token that accepts. */
  sendInvitation(invitation: Invitation & { accountName: string; token: string }): Promise<void>
}

const hash = (token: string) => createHash('sha256').update(token).digest()

export function createMembers(deps: MembersDependencies): Members {
  const { database, clock } = deps

  return {
    list: (accountId) => store.listMembers(database, accountId),
    find: (accountId, userId) => store.findMember(database, accountId, userId),
    membershipsOf: (userId) => store.listMemberships(database, userId),
    async lockFounder(tx, userId) {
      await store.lockPerson(tx, userId)
      const memberships = await store.listMemberships(tx, userId)
      if (memberships.filter(({ role }) => role === 'owner').length >= ACCOUNTS_MAX) {
        throw accountErrors.tooManyAccounts({ limit: ACCOUNTS_MAX })
      }
    },
    async add(tx, member) {
      await store.insertMember(tx, { ...member, createdAt: clock.now() })
    },
    changeRole: (accountId, userId, role, by) =>
      transact(database, async (tx) => {
        const before = await lockMember(tx, accountId, userId, by)
        if (!mayGrant(by, role)) throw memberErrors.ownersOnly()
        if (role === before.role) return { before, after: before }
        if (role !== 'owner') await requireOtherOwner(tx, before)
        await store.updateRole(tx, accountId, userId, role)
        await store.revokeTokensOf(tx, accountId, userId, clock.now())
        await store.revokeInvitationsBy(tx, accountId, before.email, clock.now())
        return { before, after: { ...before, role } }
      }),
    remove: (accountId, userId, by) =>
      transact(database, async (tx) => {
        const member = await lockMember(tx, accountId, userId, by)
        await requireOtherOwner(tx, member)
        await store.deleteMember(tx, accountId, userId)
        await store.revokeTokensOf(tx, accountId, userId, clock.now())
        await store.revokeInvitationsBy(tx, accountId, member.email, clock.now())
        return member
      }),
    invitations: (accountId) => store.listInvitations(database, accountId, clock.now()),
    invite: (request) => invite(deps, request),
    async withdraw(accountId, id) {
      const withdrawn = await store.revokeInvitation(database, accountId, id, clock.now())
      if (withdrawn === undefined) throw memberErrors.invitationNotFound()
      return withdrawn
    },
    isInvited: (email) =>
      store.isInvited(database, email.toLowerCase().replaceAll('\0', ''), clock.now()),
    async look(token) {
      const found = await store.findInvitation(database, hash(token), clock.now())
      if (found === undefined) throw memberErrors.invitationNotFound()
      return found
    },
    async accept(token, person) {
      const found = await this.look(token)
      if (found.email !== person.email.toLowerCase()) throw memberErrors.otherAddress()
      await transact(database, async (tx) => {
        const now = clock.now()
        if (!(await store.acceptInvitation(tx, found, now))) {
          throw memberErrors.invitationNotFound()
        }
        const { accountId, role } = found
        await store.insertMember(tx, { accountId, userId: person.id, role, createdAt: now })
      })
      return found
    },
  }
}

/** The member, whose role nobody else changes meanwhile. */
async function lockMember(tx: Tx, accountId: bigint, userId: string, by: Granter): Promise<Member> {
  await store.lockOwners(tx, accountId)
  const member = await store.findMember(tx, accountId, userId)
  if (member === undefined) throw memberErrors.memberNotFound()
  if (!mayGrant(by, member.role)) throw memberErrors.ownersOnly()
  return member
}

async function requireOtherOwner(tx: Tx, { accountId, userId, role }: Member): Promise<void> {
  if (role !== 'owner') return
  const owners = await store.lockOwners(tx, accountId)
  if (owners.every((owner) => owner === userId)) throw memberErrors.lastOwner()
}

async function invite(deps: MembersDependencies, request: InvitationRequest): Promise<Invitation> {
  const { database, ids, clock } = deps
  const { accountId, accountName, role, invitedBy, by } = request
  const email = request.email.toLowerCase()
  if (!mayGrant(by, role)) throw memberErrors.ownersOnly()
  if (await store.hasMember(database, accountId, email)) throw memberErrors.alreadyMember()
  const token = ids.alphanumeric(43)
  const createdAt = clock.now()
  const expiresAt = new Date(createdAt.getTime() + INVITATION_MS)
  const id = `inv_${ids.alphanumeric(16)}`
  const invitation = { accountId, id, email, role, invitedBy, createdAt, expiresAt }
  await transact(database, async (tx) => {
    await lockAccount(tx, accountId)
    await store.lockOwners(tx, accountId)
    await store.revokeInvitationsOf(tx, accountId, email, createdAt)
    const open = await store.listInvitations(tx, accountId, createdAt)
    if (open.length >= INVITATIONS_MAX) {
      throw memberErrors.tooManyInvitations({ limit: INVITATIONS_MAX })
    }
    await store.insertInvitation(tx, { ...invitation, tokenHash: hash(token) })
  })
  await deps.sendInvitation({ ...invitation, accountName, token })
  return invitation
}
