import Type, { type Static } from 'typebox'
import { inputErrors } from '../../core/errors.ts'
import { Nullable } from '../../core/schema.ts'
import { dialectNames } from '../dialects.ts'
import { modes } from '../model.ts'
import { readNetwork } from './addresses.ts'
import type { ManagedClient } from './model.ts'
import { clientGrants } from './scopes.ts'
import type { NewClient } from './service.ts'

const Time = (description: string) => Type.String({ description: `${description}; ISO 8601, UTC.` })

// PostgreSQL stores no NUL.
const Name = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000]*$',
  description: 'What the client is for.',
})

const DialectOf = Type.Enum([...dialectNames], {
  description:
    'Which year of the Gift Cards API it speaks. It counts for every request from then on.',
})

const AllowedIps = Type.Array(Type.String({ minLength: 1, maxLength: 50 }), {
  maxItems: 50,
  description:
    'Addresses and networks, such as `203.0.113.7` or `2001:db8::/32`, that it may be used from; ' +
    'none for everywhere. A token request or a request from elsewhere is refused with 403.',
})

const Scopes = Type.Array(Type.Enum([...clientGrants]), {
  minItems: 1,
  maxItems: clientGrants.length,
  description:
    'What it may do: `*` for everything, also for what comes later. Anything else is refused with ' +
    '403. The `scope` of its tokens stays `developer`.',
})

export const ClientIn = Type.Object(
  {
    name: Name,
    dialect: Type.Optional(DialectOf),
    allowedIps: Type.Optional(AllowedIps),
    scopes: Type.Optional(Scopes),
  },
  {
    title: 'NewApiClient',
    examples: [{ name: 'Shop', dialect: '2022-06', allowedIps: [], scopes: ['*'] }],
  },
)

export const ClientChangeIn = Type.Object(
  {
    name: Type.Optional(Name),
    dialect: Type.Optional(DialectOf),
    allowedIps: Type.Optional(AllowedIps),
    scopes: Type.Optional(Scopes),
  },
  {
    title: 'ApiClientUpdate',
    examples: [{ name: 'Shop', allowedIps: ['203.0.113.7', '2001:db8::/32'] }],
  },
)

/** A week. */
const OVERLAP_SECONDS_MAX = 7 * 24 * 3_600

const OVERLAP_SECONDS_DEFAULT = 86_400

export const ClientRotationIn = Type.Object(
  {
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: OVERLAP_SECONDS_MAX,
        default: OVERLAP_SECONDS_DEFAULT,
        description: 'How long the secret that it has works as well.',
      }),
    ),
  },
  { title: 'ApiClientRotation', examples: [{ overlapSeconds: 3_600 }] },
)

const clientFields = {
  clientId: Type.String({
    description: 'The `client_id` of its token requests.',
    examples: ['vCDcLhKyRkWZAo2WTuIGqKFpHZQ0jZlT'],
  }),
  name: Type.String(),
  mode: Type.Enum([...modes]),
  dialect: Type.Enum([...dialectNames]),
  allowedIps: Type.Array(Type.String(), { description: 'Where it may be used from.' }),
  scopes: Type.Array(Type.Enum([...clientGrants]), { description: 'What it may do.' }),
  createdAt: Time('When it was made'),
  createdBy: Nullable(Type.String(), 'Who made it; null for the command line.'),
  lastUsedAt: Nullable(
    Type.String(),
    'When it was used last, to a minute; null for never. ISO 8601, UTC.',
  ),
  previousSecretUntil: Nullable(
    Type.String(),
    'Until when the secret before the last rotation works; null when there is none. ISO 8601, UTC.',
  ),
  revokedAt: Nullable(Type.String(), 'Since when nothing of it works; ISO 8601, UTC.'),
}

export const ClientOut = Type.Object(clientFields, { title: 'ApiClient' })

export const NewClientOut = Type.Object(
  {
    ...clientFields,
    clientSecret: Type.String({
      description: 'The `client_secret` of its token requests. It is shown this once.',
    }),
  },
  { title: 'ApiClientWithSecret' },
)

export const clientParams = { clientId: clientFields.clientId }

const timeOf = (date: Date | null) => date?.toISOString() ?? null

export function toClientOut(client: ManagedClient): Static<typeof ClientOut> {
  const { id: clientId, ...fields } = client
  return {
    clientId,
    name: fields.name,
    mode: fields.mode,
    dialect: fields.dialect as Static<typeof DialectOf>,
    allowedIps: [...fields.allowedIps],
    scopes: [...fields.scopes] as Static<typeof Scopes>,
    createdAt: fields.createdAt.toISOString(),
    createdBy: fields.createdBy,
    lastUsedAt: timeOf(fields.lastUsedAt),
    previousSecretUntil: timeOf(fields.previousSecretUntil),
    revokedAt: timeOf(fields.revokedAt),
  }
}

export function toNewClientOut({ client, secret }: NewClient): Static<typeof NewClientOut> {
  return { ...toClientOut(client), clientSecret: secret }
}

/** Networks in their shortest form, each once. @throws invalidField */
export function readAllowedIps(texts: readonly string[] | undefined): string[] | undefined {
  if (texts === undefined) return undefined
  const networks = texts.map((text) => {
    const network = readNetwork(text)
    if (network === undefined) throw inputErrors.invalidField({ field: 'allowedIps' })
    return network
  })
  return [...new Set(networks)]
}

/** Each once; with `*` the others say nothing. */
export function readScopes(
  scopes: Static<typeof Scopes> | undefined,
): readonly string[] | undefined {
  if (scopes === undefined) return undefined
  return scopes.includes('*') ? ['*'] : [...new Set(scopes)].sort()
}

export function readOverlap({ overlapSeconds }: Static<typeof ClientRotationIn>): number {
  return overlapSeconds ?? OVERLAP_SECONDS_DEFAULT
}
