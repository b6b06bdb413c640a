import Type from 'typebox'
import { inputErrors } from '../../core/errors.ts'
import { manageRoute, postRoute, type Route, sessionRoute } from '../../http/index.ts'
import { accessTokenErrors } from '../access-tokens/errors.ts'
import type { Audit } from '../audit/service.ts'
import { accountErrors } from '../errors.ts'
import type { Manager } from '../manager.ts'
import { type Role, roles } from '../roles.ts'
import type { Accounts } from '../service.ts'
import { requirePerson } from '../tenancy/manage.ts'
import { memberErrors } from './errors.ts'
import { lackingFor } from './model.ts'
import {
  InvitationIn,
  InvitationOut,
  MemberOut,
  OpenInvitationOut,
  RoleIn,
  RoleOut,
  TokenIn,
  toInvitationOut,
  toMemberOut,
  toOpenInvitationOut,
  toRoleOut,
} from './schema.ts'
import type { Members } from './service.ts'

export interface MemberServices {
  readonly members: Members
  readonly accounts: Pick<Accounts, 'get'>
  readonly audit: Audit
}

/** The people of an account in the Management API. */
export function memberRoutes(services: MemberServices): Route[] {
  return [...peopleRoutes(services), ...invitationRoutes(services), ...acceptingRoutes(services)]
}

const memberId = Type.String({ examples: ['usr_1'] })

const grantErrors = [memberErrors.memberNotFound, memberErrors.ownersOnly, memberErrors.lastOwner]

function peopleRoutes({ members }: MemberServices): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/members',
      scope: 'members:read',
      operationId: 'listMembers',
      tag: 'Account',
      summary: 'List members',
      description: 'The people who manage the account, in the order in which they came.',
      response: { 'application/json': Type.Array(MemberOut) },
      errors: [],
      handle: async ({ manager }) => ({
        body: (await members.list(manager.accountId)).map(toMemberOut),
      }),
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/roles',
      scope: 'members:read',
      operationId: 'listRoles',
      tag: 'Account',
      summary: 'List roles',
      description: 'What members can be, from most to least, and what each may do in each mode.',
      response: { 'application/json': Type.Array(RoleOut) },
      errors: [],
      handle: async () => ({ body: roles.map(toRoleOut) }),
    }),
    manageRoute({
      method: 'PATCH',
      path: '/manage/v1/members/:memberId',
      scope: 'members:write',
      operationId: 'changeRole',
      tag: 'Account',
      summary: 'Change the role of a member',
      description: 'Access tokens that the person made end.',
      params: { memberId },
      body: RoleIn,
      response: { 'application/json': MemberOut },
      errors: grantErrors,
      handle: async ({ manager, params, body }) => {
        const { memberId: id = '' } = params
        refuseMore(manager, body.role)
        const change = await members.changeRole(manager.accountId, id, body.role, manager.role)
        const [before, after] = [toMemberOut(change.before), toMemberOut(change.after)]
        return { body: after, change: { before, after } }
      },
    }),
    manageRoute({
      method: 'DELETE',
      path: '/manage/v1/members/:memberId',
      scope: 'members:write',
      operationId: 'removeMember',
      tag: 'Account',
      summary: 'Remove a member',
      description:
        'The person manages the account no more; access tokens that the person made end.',
      status: 204,
      params: { memberId },
      response: {},
      errors: grantErrors,
      handle: async ({ manager, params: { memberId: id = '' } }) => {
        const removed = await members.remove(manager.accountId, id, manager.role)
        return { body: null, change: { before: toMemberOut(removed) } }
      },
    }),
  ]
}

/** A program may be good for little more than people. @throws insufficientScope */
function refuseMore({ scopes }: Manager, role: Role): void {
  const scope = lackingFor(role, scopes)
  if (scope !== undefined) throw accessTokenErrors.insufficientScope({ scope })
}

function invitationRoutes({ members, accounts }: MemberServices): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/invitations',
      scope: 'members:read',
      operationId: 'listInvitations',
      tag: 'Account',
      summary: 'List open invitations',
      description: 'Those that can still be accepted.',
      response: { 'application/json': Type.Array(InvitationOut) },
      errors: [],
      handle: async ({ manager }) => ({
        body: (await members.invitations(manager.accountId)).map(toInvitationOut),
      }),
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/invitations',
      scope: 'members:write',
      operationId: 'inviteMember',
      tag: 'Account',
      summary: 'Invite somebody',
      description:
        'By e-mail, with a link that works for seven days. An earlier invitation of the address ends.',
      status: 201,
      body: InvitationIn,
      response: { 'application/json': InvitationOut },
      errors: [
        memberErrors.alreadyMember,
        memberErrors.ownersOnly,
        memberErrors.tooManyInvitations,
      ],
      handle: async ({ manager, body: { email, role } }) => {
        if (!/^[^\s@\0]+@[^\s@\0]+$/.test(email)) throw inputErrors.invalidField({ field: 'email' })
        refuseMore(manager, role)
        const { accountId, actor } = manager
        const { name: accountName } = await accounts.get(accountId)
        const by = manager.role
        const request = { accountId, accountName, email, role, invitedBy: actor.name, by }
        return { body: toInvitationOut(await members.invite(request)) }
      },
    }),
    manageRoute({
      method: 'DELETE',
      path: '/manage/v1/invitations/:invitationId',
      scope: 'members:write',
      operationId: 'withdrawInvitation',
      tag: 'Account',
      summary: 'Withdraw an invitation',
      description: 'Its link stops working.',
      status: 204,
      params: { invitationId: Type.String({ examples: ['inv_1'] }) },
      response: {},
      errors: [memberErrors.invitationNotFound],
      handle: async ({ manager, params: { invitationId = '' } }) => {
        const withdrawn = await members.withdraw(manager.accountId, invitationId)
        return { body: null, change: { before: toInvitationOut(withdrawn) } }
      },
    }),
  ]
}

function acceptingRoutes({ members, audit }: MemberServices): Route[] {
  return [
    postRoute({
      path: '/manage/v1/invitations/look',
      access: 'none',
      operationId: 'lookAtInvitation',
      tag: 'Account',
      summary: 'What an invitation is for',
      description: 'For whoever holds its link.',
      body: TokenIn,
      response: { 'application/json': OpenInvitationOut },
      errors: [memberErrors.invitationNotFound],
      handle: async ({ body }) => ({ body: toOpenInvitationOut(await members.look(body.token)) }),
    }),
    sessionRoute({
      method: 'POST',
      path: '/manage/v1/invitations/accept',
      operationId: 'acceptInvitation',
      tag: 'Account',
      summary: 'Accept an invitation',
      description: 'The signed-in person, whom it was sent to, manages the account from now on.',
      body: TokenIn,
      response: { 'application/json': OpenInvitationOut },
      errors: [
        memberErrors.invitationNotFound,
        memberErrors.otherAddress,
        accountErrors.peopleOnly,
      ],
      handle: async ({ visitor, body, address, headers }) => {
        const person = requirePerson(visitor)
        const accepted = await members.accept(body.token, person)
        const { accountId, id: target, role } = accepted
        const actor = { kind: 'user', id: person.id, name: person.email } as const
        const userAgent = headers['user-agent'] ?? ''
        await audit.record(
          {
            ...{ accountId, actor, action: 'acceptInvitation', mode: null, target },
            ...{ request: {}, address, userAgent },
          },
          { status: 200, after: { id: person.id, email: person.email, role } },
        )
        return { body: toOpenInvitationOut(accepted) }
      },
    }),
  ]
}
