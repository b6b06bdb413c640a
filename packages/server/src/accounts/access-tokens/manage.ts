import Type from 'typebox'
import type { Clock } from '../../core/clock.ts'
import { Nullable } from '../../core/schema.ts'
import { manageRoute, type Route } from '../../http/index.ts'
import { type Database, transact } from '../../storage/database.ts'
import { includesScope, type Scope, scopes } from '../scopes.ts'
import { accessTokenErrors } from './errors.ts'
import type { AccessTokens } from './service.ts'
import type { AccessTokenSummary } from './store.ts'

/** What people may ask for; operators' rights are given on the command line alone. */
const grantable = scopes.filter((scope) => !scope.startsWith('operator:'))

const TokenIn = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    scopes: Type.Array(Type.Enum(grantable), { minItems: 1, maxItems: grantable.length }),
    expiresInDays: Type.Optional(
      Nullable(Type.Integer({ minimum: 1, maximum: 3_650, description: 'Never when absent.' })),
    ),
  },
  {
    title: 'NewAccessToken',
    examples: [
      { name: 'Nightly report', scopes: ['orders:read', 'wallet:read'], expiresInDays: 90 },
    ],
  },
)

export const AccessTokenOut = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    scopes: Type.Array(Type.String()),
    createdAt: Type.String({ description: 'ISO 8601, in UTC.' }),
    createdBy: Nullable(Type.String({ description: 'E-mail address; null for an operator.' })),
    expiresAt: Nullable(Type.String()),
    lastUsedAt: Nullable(Type.String({ description: 'To the minute.' })),
  },
  { title: 'AccessToken' },
)

const NewTokenOut = Type.Object(
  { ...AccessTokenOut.properties, token: Type.String({ description: 'Shown this once.' }) },
  { title: 'AccessTokenWithSecret' },
)

const DAY_MS = 24 * 3_600_000

/** Access tokens in the Management API. */
export function accessTokenRoutes(
  tokens: AccessTokens,
  { database, clock }: { readonly database: Database; readonly clock: Clock },
): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/access-tokens',
      scope: 'tokens:read',
      operationId: 'listAccessTokens',
      tag: 'Account',
      summary: 'List access tokens',
      description: 'Those that work, the newest first, without their secrets.',
      response: { 'application/json': Type.Array(AccessTokenOut) },
      errors: [],
      handle: async ({ manager }) => ({
        body: (await tokens.listOf(manager.accountId)).map(toTokenOut),
      }),
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/access-tokens',
      scope: 'tokens:write',
      operationId: 'createAccessToken',
      tag: 'Account',
      summary: 'Make an access token',
      description:
        'For programs. It may do no more than whoever makes it, in both modes; one that a token makes ' +
        'ends with it.',
      status: 201,
      body: TokenIn,
      response: { 'application/json': NewTokenOut },
      errors: [],
      handle: async ({ manager, body }) => {
        const { accountId, actor } = manager
        refuseMore(body.scopes, manager.scopes)
        const expiresAt = endOf(body.expiresInDays, clock.now(), manager.token?.expiresAt)
        const createdBy = actor.kind === 'user' ? actor.id : manager.token?.createdBy
        const token = await transact(database, (tx) =>
          tokens.create(tx, {
            accountId,
            name: body.name.replaceAll('\0', ''),
            scopes: body.scopes,
            ...(expiresAt != null && { expiresAt }),
            ...(createdBy != null && { createdBy }),
          }),
        )
        const made = (await tokens.listOf(accountId)).find(({ id }) => token.includes(`_${id}_`))
        if (made === undefined) throw new Error('The token was not made')
        const out = toTokenOut(made)
        return { body: { ...out, token }, change: { target: made.id, after: out } }
      },
    }),
    manageRoute({
      method: 'DELETE',
      path: '/manage/v1/access-tokens/:tokenId',
      scope: 'tokens:write',
      operationId: 'revokeAccessToken',
      tag: 'Account',
      summary: 'Revoke an access token',
      description: 'It stops working at once.',
      status: 204,
      params: { tokenId: Type.String({ examples: ['7Kp2vRmY9nWcU3dE'] }) },
      response: {},
      errors: [accessTokenErrors.tokenNotFound],
      handle: async ({ manager, params: { tokenId = '' } }) => {
        const isRevoked =
          !tokenId.includes('\0') && (await tokens.revoke(tokenId, manager.accountId))
        if (!isRevoked) throw accessTokenErrors.tokenNotFound()
        return { body: null, change: { target: tokenId } }
      },
    }),
  ]
}

/** When a token ends: as asked, and no later than the token that makes it. */
function endOf(
  days: number | null | undefined,
  now: Date,
  latest: Date | null | undefined,
): Date | null | undefined {
  const asked = days == null ? undefined : new Date(now.getTime() + days * DAY_MS)
  if (asked === undefined || latest == null) return asked ?? latest
  return asked < latest ? asked : latest
}

/** @throws insufficientScope for what the maker may not do, in either mode */
function refuseMore(
  wanted: readonly Scope[],
  { test, live }: { readonly test: readonly string[]; readonly live: readonly string[] },
): void {
  for (const scope of wanted) {
    const isOwn = [test, live].every((own) =>
      scope === '*' ? own.includes('*') : includesScope(own, scope),
    )
    if (!isOwn) throw accessTokenErrors.insufficientScope({ scope })
  }
}

function toTokenOut(token: AccessTokenSummary): Type.Static<typeof AccessTokenOut> {
  const { id, name, createdAt, createdBy, expiresAt, lastUsedAt } = token
  return {
    id,
    name,
    scopes: [...token.scopes],
    createdAt: createdAt.toISOString(),
    createdBy,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
