import Type from 'typebox'
import { jsonNumber } from '../../core/decimal.ts'
import { Nullable } from '../../core/schema.ts'
import type { Person, Visitor } from '../manager.ts'
import type { Membership } from '../members/model.ts'
import type { Account } from '../model.ts'
import { roles, scopesOf } from '../roles.ts'
import type { ListedAccount } from '../store.ts'

export const PersonOut = Type.Object(
  {
    id: Type.String(),
    email: Type.String(),
    name: Type.String(),
    isEmailVerified: Type.Boolean(),
    isTwoFactorEnabled: Type.Boolean(),
    isOperator: Type.Boolean({ description: 'Whether this person runs the platform.' }),
    hasPassword: Type.Boolean({ description: 'False for who came by a one-time link only.' }),
  },
  { title: 'Person' },
)

export const AccountOut = Type.Object(
  {
    id: Type.Integer(),
    name: Type.String(),
    countryCode: Type.String({ description: 'ISO 3166, two letters.' }),
    currencyCode: Nullable(Type.String({ description: 'What its wallets are opened in.' })),
    isLiveEnabled: Type.Boolean(),
    isLiveDisabled: Type.Boolean({
      description:
        'Whether live mode was disabled again: nothing is bought in it, and what was can be read.',
    }),
    createdAt: Type.String({ description: 'ISO 8601, in UTC.' }),
  },
  { title: 'Account' },
)

const RoleName = Type.Enum([...roles])

export const SessionOut = Type.Object(
  {
    user: Nullable(PersonOut),
    token: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    account: Nullable(AccountOut),
    role: Nullable(RoleName),
    scopes: Type.Object(
      { test: Type.Array(Type.String()), live: Type.Array(Type.String()) },
      { description: 'What the caller may do in each mode of the account; `*` is everything.' },
    ),
    accounts: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String(), role: RoleName }), {
      description: 'The accounts that the person manages.',
    }),
  },
  { title: 'Session' },
)

export function toAccountOut(account: Account): Type.Static<typeof AccountOut> {
  const { id, name, countryCode, currency, liveEnabledAt, liveDisabledAt, createdAt } = account
  return {
    id: jsonNumber(id.toString()),
    name,
    countryCode,
    currencyCode: currency,
    isLiveEnabled: liveEnabledAt !== null,
    isLiveDisabled: liveDisabledAt !== null,
    createdAt: createdAt.toISOString(),
  }
}

export interface SessionFacts {
  readonly visitor: Visitor
  readonly account: Account | undefined
  readonly memberships: readonly Membership[]
  readonly hasPassword: boolean
}

export function toSessionOut(facts: SessionFacts): Type.Static<typeof SessionOut> {
  const { visitor, account, memberships, hasPassword } = facts
  const { person, token } = visitor
  const own = memberships.find(({ accountId }) => accountId === account?.id)
  const operator = person?.isOperator ? ['operator:read', 'operator:write'] : []
  const granted = (mode: 'test' | 'live') =>
    token === undefined
      ? [...(own ? scopesOf(own.role, mode) : []), ...operator]
      : [...token.scopes]
  return {
    user: person === undefined ? null : toPersonOut(person, hasPassword),
    token: token === undefined ? null : { id: token.id, name: token.name },
    account: account === undefined ? null : toAccountOut(account),
    role: own?.role ?? null,
    scopes: { test: granted('test'), live: granted('live') },
    accounts: memberships.map(({ accountId, accountName, role }) => ({
      id: jsonNumber(accountId.toString()),
      name: accountName,
      role,
    })),
  }
}

function toPersonOut(person: Person, hasPassword: boolean): Type.Static<typeof PersonOut> {
  const { id, email, name, isEmailVerified, isTwoFactorEnabled, isOperator } = person
  return { id, email, name, isEmailVerified, isTwoFactorEnabled, isOperator, hasPassword }
}

export const SetupOut = Type.Object(
  {
    version: Type.String(),
    signUp: Type.Enum(['open', 'invited'], { description: 'Whether anybody may sign up.' }),
    hasMail: Type.Boolean({
      description: 'Whether mail to people is sent; if not, operators read it in their console.',
    }),
    countries: Type.Array(
      Type.Object({ code: Type.String(), name: Type.String(), currencyCode: Type.String() }),
    ),
    currencies: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  },
  { title: 'Setup' },
)

export const NewAccountIn = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    countryCode: Type.String({ minLength: 2, maxLength: 2, description: 'ISO 3166.' }),
    currencyCode: Type.String({
      minLength: 3,
      maxLength: 3,
      description: 'What its wallets are opened in; it never changes.',
    }),
  },
  {
    title: 'NewAccount',
    examples: [{ name: 'Corner Shop', countryCode: 'NG', currencyCode: 'NGN' }],
  },
)

export const AccountChangeIn = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100 }) },
  { title: 'AccountChange', examples: [{ name: 'Reference' }] },
)

export const FirstPasswordIn = Type.Object(
  { newPassword: Type.String({ maxLength: 128 }) },
  { title: 'FirstPassword', examples: [{ newPassword: 'correct horse battery staple' }] },
)

export const ListedAccountOut = Type.Object(
  {
    ...AccountOut.properties,
    members: Type.Integer(),
    owner: Nullable(Type.String({ description: 'E-mail address of the first owner.' })),
  },
  { title: 'ListedAccount' },
)

export const AccountPageOut = Type.Object(
  {
    content: Type.Array(ListedAccountOut),
    hasMore: Type.Boolean({ description: 'Whether accounts follow: those `before` the last id.' }),
  },
  { title: 'AccountPage' },
)

export function toListedAccountOut(account: ListedAccount): Type.Static<typeof ListedAccountOut> {
  return { ...toAccountOut(account), members: account.members, owner: account.owner }
}

export const MailOut = Type.Object(
  {
    id: Type.Integer(),
    to: Type.String(),
    subject: Type.String(),
    body: Type.String(),
    createdAt: Type.String(),
  },
  { title: 'UnsentMail' },
)
