import Type from 'typebox'
import { jsonNumber } from '../../core/decimal.ts'
import { inputErrors } from '../../core/errors.ts'
import { readId } from '../../core/ids.ts'
import { idOf, integerOf, manageRoute, type Route, sessionRoute, textOf } from '../../http/index.ts'
import type { Audit } from '../audit/service.ts'
import { accountErrors } from '../errors.ts'
import type { Person, PersonRequest, Visitor } from '../manager.ts'
import type { Members } from '../members/service.ts'
import type { Account } from '../model.ts'
import type { AccountChange, Accounts } from '../service.ts'
import {
  AccountChangeIn,
  AccountOut,
  AccountPageOut,
  FirstPasswordIn,
  MailOut,
  NewAccountIn,
  SessionOut,
  SetupOut,
  toAccountOut,
  toListedAccountOut,
  toSessionOut,
} from './schema.ts'

/** What the routes of accounts need beside accounts themselves. */
export interface Tenancy {
  readonly accounts: Accounts
  readonly members: Members
  readonly audit: Audit
  readonly setup: Setup
  readonly opening: {
    /** @throws tooManyAccounts */
    open(
      userId: string,
      tenant: { name: string; countryCode: string; currency: string },
    ): Promise<bigint>
    setLive(accountId: bigint, isEnabled: boolean): Promise<AccountChange>
  }
  readonly people: {
    hasPassword(person: Person): Promise<boolean>
    /** @returns false when the person has a password already */
    setFirstPassword(from: PersonRequest, person: Person, password: string): Promise<boolean>
    listUnsentMails(): Promise<readonly UnsentMail[]>
  }
}

export interface UnsentMail {
  readonly id: bigint
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly createdAt: Date
}

export interface Setup {
  readonly version: string
  readonly signUp: 'open' | 'invited'
  readonly hasMail: boolean
  listCountries(): readonly { code: string; name: string; currencyCode: string }[]
  isCountry(code: string): boolean
  listCurrencies(): readonly { code: string; name: string }[]
}

const LIMIT = { min: 1, max: 100, fallback: 50 }

/** Who is signed in, opening an account, and the accounts of the platform. */
export function tenancyRoutes(tenancy: Tenancy): Route[] {
  return [
    ...sessionRoutes(tenancy),
    ...openingRoutes(tenancy),
    ...accountRoutes(tenancy),
    ...operatorRoutes(tenancy),
  ]
}

function sessionRoutes({ accounts, members, people, setup }: Tenancy): Route[] {
  return [
    {
      method: 'GET',
      path: '/manage/v1/setup',
      access: 'none',
      operationId: 'getSetup',
      tag: 'Account',
      summary: 'What signing up needs to know',
      description: 'Who may sign up, and the countries and currencies to choose from.',
      response: { 'application/json': SetupOut },
      errors: [],
      handle: async () => ({
        body: {
          version: setup.version,
          signUp: setup.signUp,
          hasMail: setup.hasMail,
          countries: setup.listCountries(),
          currencies: setup.listCurrencies(),
        },
      }),
    },
    sessionRoute({
      method: 'GET',
      path: '/manage/v1/session',
      operationId: 'getSession',
      tag: 'Account',
      summary: 'Who is calling',
      description:
        'The person or token that calls, the account that its requests are about, and what it may do ' +
        'there. A person who manages several accounts chooses by the header `Scrip-Account`.',
      response: { 'application/json': SessionOut },
      errors: [accountErrors.accountNotFound],
      handle: async ({ visitor, headers }) => {
        const { person } = visitor
        const memberships = person ? await members.membershipsOf(person.id) : []
        const account = await findAccount(accounts, visitor, memberships, headers['scrip-account'])
        const hasPassword = person !== undefined && (await people.hasPassword(person))
        return { body: toSessionOut({ visitor, account, memberships, hasPassword }) }
      },
    }),
    sessionRoute({
      method: 'POST',
      path: '/manage/v1/session/password',
      operationId: 'setFirstPassword',
      tag: 'Account',
      summary: 'Choose a first password',
      description: 'For a person who signed in with a one-time link and has no password yet.',
      status: 204,
      body: FirstPasswordIn,
      response: {},
      errors: [accountErrors.hasPassword, accountErrors.passwordTooWeak, accountErrors.peopleOnly],
      handle: async ({ visitor, body, headers, address }) => {
        const person = requirePerson(visitor)
        if (body.newPassword.length < 10) throw accountErrors.passwordTooWeak()
        const { cookie = '', 'user-agent': userAgent = '' } = headers
        const from = { cookie, address, userAgent }
        const isSet = await people.setFirstPassword(from, person, body.newPassword)
        if (!isSet) throw accountErrors.hasPassword()
        return { body: null }
      },
    }),
  ]
}

/** The account that a visitor's requests are about. @throws accountNotFound */
async function findAccount(
  accounts: Accounts,
  { token }: Visitor,
  memberships: readonly { accountId: bigint }[],
  named: string | string[] | undefined,
): Promise<Account | undefined> {
  if (token !== undefined) return accounts.get(token.accountId)
  const chosen =
    named === undefined
      ? memberships[0]
      : memberships.find(({ accountId }) => accountId.toString() === named)
  if (named !== undefined && chosen === undefined) throw accountErrors.accountNotFound()
  return chosen && accounts.get(chosen.accountId)
}

/** @throws peopleOnly for a token */
export function requirePerson({ person }: Visitor): Person {
  if (person === undefined) throw accountErrors.peopleOnly()
  return person
}

function openingRoutes({ accounts, audit, opening, setup }: Tenancy): Route[] {
  return [
    sessionRoute({
      method: 'POST',
      path: '/manage/v1/accounts',
      operationId: 'openAccount',
      tag: 'Account',
      summary: 'Open an account',
      description: 'The person is its owner, and its test wallet is funded at once.',
      status: 201,
      body: NewAccountIn,
      response: { 'application/json': AccountOut },
      errors: [inputErrors.invalidField, accountErrors.tooManyAccounts, accountErrors.peopleOnly],
      handle: async ({ visitor, body, address, headers }) => {
        const person = requirePerson(visitor)
        const countryCode = body.countryCode.toUpperCase()
        const currency = body.currencyCode.toUpperCase()
        if (!setup.isCountry(countryCode)) throw inputErrors.invalidField({ field: 'countryCode' })
        if (!setup.listCurrencies().some(({ code }) => code === currency)) {
          throw inputErrors.invalidField({ field: 'currencyCode' })
        }
        const name = readName(body.name)
        const accountId = await opening.open(person.id, { name, countryCode, currency })
        const account = toAccountOut(await accounts.get(accountId))
        await audit.record(
          {
            accountId,
            actor: { kind: 'user', id: person.id, name: person.email },
            action: 'openAccount',
            mode: null,
            target: accountId.toString(),
            request: body,
            address,
            userAgent: headers['user-agent'] ?? '',
          },
          { status: 201, after: account },
        )
        return { body: account }
      },
    }),
  ]
}

/** @throws invalidField for a name of spaces alone, or with what no database keeps */
function readName(text: string): string {
  const name = text.replace(/\s+/g, ' ').trim()
  if (name === '' || name.includes('\0')) throw inputErrors.invalidField({ field: 'name' })
  return name
}

function accountRoutes({ accounts }: Tenancy): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/account',
      scope: 'account:read',
      operationId: 'getAccount',
      tag: 'Account',
      summary: 'Get the account',
      description: 'The account that the request is about.',
      response: { 'application/json': AccountOut },
      errors: [],
      handle: async ({ manager }) => ({
        body: toAccountOut(await accounts.get(manager.accountId)),
      }),
    }),
    manageRoute({
      method: 'PATCH',
      path: '/manage/v1/account',
      scope: 'account:write',
      operationId: 'updateAccount',
      tag: 'Account',
      summary: 'Rename the account',
      description: 'Its country and currency never change.',
      body: AccountChangeIn,
      response: { 'application/json': AccountOut },
      errors: [],
      handle: async ({ manager, body }) =>
        changed(await accounts.rename(manager.accountId, readName(body.name))),
    }),
  ]
}

function changed({ before, after }: AccountChange) {
  const [was, is] = [toAccountOut(before), toAccountOut(after)]
  return { body: is, change: { target: after.id.toString(), before: was, after: is } }
}

const accountId = Type.Integer({ minimum: 1, examples: [6793] })

function operatorRoutes({ accounts, opening, people }: Tenancy): Route[] {
  const setLive = (isEnabled: boolean) =>
    manageRoute({
      method: 'POST',
      path: `/manage/v1/operator/accounts/:accountId/${isEnabled ? 'enable' : 'disable'}-live`,
      scope: 'operator:write',
      operationId: isEnabled ? 'enableLive' : 'disableLive',
      tag: 'Operator',
      summary: isEnabled ? 'Enable live mode' : 'Disable live mode',
      description: isEnabled
        ? 'The account gets a live wallet and may make live credentials.'
        : 'Nothing more is bought in live mode: live credentials and their tokens are refused, bulk ' +
          'orders pause, and no money is asked for, until it is enabled again. What was bought is ' +
          'delivered and can be read in the dashboard. It waits for orders under way; 503 when they ' +
          'take too long: then it is disabled already, and to disable it again waits again.',
      params: { accountId },
      response: { 'application/json': AccountOut },
      errors: [accountErrors.accountNotFound],
      handle: async ({ params }) =>
        changed(await opening.setLive(accountIdOf(params.accountId), isEnabled)),
    })
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/operator/accounts',
      scope: 'operator:read',
      operationId: 'listAccounts',
      tag: 'Operator',
      summary: 'List all accounts',
      description: 'The newest first.',
      query: {
        q: Type.Optional(Type.String({ description: 'Part of the name, or the whole id.' })),
        before: Type.Optional(Type.Integer({ description: 'Only accounts with lower ids.' })),
        limit: Type.Optional(
          Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
        ),
      },
      response: { 'application/json': AccountPageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ query }) => {
        const limit = integerOf(query, 'limit', LIMIT)
        const before = idOf(query, 'before') ?? null
        const text = textOf(query, 'q', 100) ?? null
        const found = await accounts.list({ text, before, limit: limit + 1 })
        const content = found.slice(0, limit).map(toListedAccountOut)
        return { body: { content, hasMore: found.length > limit } }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/operator/accounts/:accountId',
      scope: 'operator:read',
      operationId: 'getAnyAccount',
      tag: 'Operator',
      summary: 'Get any account',
      description: 'As its members see it.',
      params: { accountId },
      response: { 'application/json': AccountOut },
      errors: [accountErrors.accountNotFound],
      handle: async ({ params }) => ({
        body: toAccountOut(await accounts.get(accountIdOf(params.accountId))),
      }),
    }),
    setLive(true),
    setLive(false),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/operator/mails',
      scope: 'operator:read',
      operationId: 'listUnsentMails',
      tag: 'Operator',
      summary: 'Read mail that was not sent',
      description:
        'Mail to people of the dashboard, such as invitations, of the last day: without a mail relay ' +
        'this is how it reaches anybody.',
      response: { 'application/json': Type.Array(MailOut) },
      errors: [],
      handle: async () => ({
        body: (await people.listUnsentMails()).map(({ id, recipient, createdAt, ...mail }) => ({
          id: jsonNumber(id.toString()),
          to: recipient,
          ...mail,
          createdAt: createdAt.toISOString(),
        })),
      }),
    }),
  ]
}

/** @throws accountNotFound for what is no id */
function accountIdOf(text: string | undefined): bigint {
  const id = readId(text)
  if (id === undefined) throw accountErrors.accountNotFound()
  return id
}
