import Type, { type Static } from 'typebox'
import { ModeIn, modes } from '../accounts/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import { inputErrors } from '../core/errors.ts'
import { Nullable } from '../core/schema.ts'
import { eventIdOf, eventTypes } from '../events/index.ts'
import { type Endpoint, ORIGINAL_ORDER_EVENT, type ShownAttempt } from './model.ts'
import type { EndpointChange } from './service.ts'

export const Time = (description: string) =>
  Type.String({ description: `${description}; ISO 8601, UTC.` })

const Url = Type.String({
  minLength: 1,
  maxLength: 2_000,
  description: 'Where events are sent: an https:// address on the public internet.',
})

const EventNames = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  minItems: 1,
  maxItems: 50,
  description:
    `Event types, \`*\` for all of them (the default), or \`${ORIGINAL_ORDER_EVENT}\` for all ` +
    'that happens to orders.',
})

// PostgreSQL stores no NUL.
const Description = Type.Union(
  [Type.String({ maxLength: 500, pattern: '^[^\\u0000]*$' }), Type.Null()],
  { description: 'For people.' },
)

export const EndpointIn = Type.Object(
  {
    url: Url,
    events: Type.Optional(EventNames),
    description: Type.Optional(Description),
    mode: ModeIn,
  },
  {
    title: 'NewWebhookEndpoint',
    examples: [{ url: 'https://shop.example/webhooks', events: [ORIGINAL_ORDER_EVENT] }],
  },
)

export const EndpointChangeIn = Type.Object(
  {
    url: Type.Optional(Url),
    events: Type.Optional(EventNames),
    description: Type.Optional(Description),
    isEnabled: Type.Optional(Type.Boolean()),
  },
  { title: 'WebhookEndpointUpdate', examples: [{ isEnabled: true }] },
)

/** A week. */
const OVERLAP_SECONDS_MAX = 7 * 24 * 3_600

export const RotationIn = Type.Object(
  {
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: OVERLAP_SECONDS_MAX,
        default: 86_400,
        description: 'How long the secret before signs as well.',
      }),
    ),
  },
  { title: 'SecretRotation', examples: [{ overlapSeconds: 3_600 }] },
)

export const ExampleIn = Type.Object(
  { type: Type.Enum([...eventTypes]) },
  { title: 'WebhookExample', examples: [{ type: 'order.successful' }] },
)

/** The most events that one request sends again. */
export const RESEND_MAX = 100_000

const Sequence = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

export const ResendIn = Type.Object(
  {
    from: Type.Optional(Sequence),
    to: Type.Optional(Sequence),
    failed: Type.Optional(Type.Literal(true)),
  },
  {
    title: 'WebhookResend',
    description:
      'Either the numbers of the first and the last event, at most ' +
      `${RESEND_MAX.toLocaleString('en')} of them, or \`failed\` for all that were given up.`,
    examples: [{ from: 1, to: 100 }],
  },
)

export const EndpointOut = Type.Object(
  {
    id: Type.String(),
    url: Type.String(),
    description: Nullable(Type.String(), 'For people.'),
    events: Type.Array(Type.String()),
    mode: Type.Enum([...modes]),
    isEnabled: Type.Boolean({ description: 'Whether events are sent.' }),
    disabledReason: Nullable(
      Type.Enum(['manual', 'failing', 'gone']),
      'Why they are not: switched off, failed again and again for three days, or answered 410.',
    ),
    failingSince: Nullable(
      Type.String(),
      'Since when every attempt has failed, without two days between any; ISO 8601, UTC.',
    ),
    previousSecretUntil: Nullable(
      Type.String(),
      'Until when the secret before the last rotation signs as well; ISO 8601, UTC.',
    ),
    createdAt: Time('When it was made'),
  },
  { title: 'WebhookEndpoint' },
)

export const NewEndpointOut = Type.Object(
  {
    ...EndpointOut.properties,
    secret: Type.String({ description: 'Signs the deliveries. Keep it where only you read it.' }),
  },
  { title: 'WebhookEndpointWithSecret' },
)

export const SecretOut = Type.Object({ secret: Type.String() }, { title: 'WebhookSecret' })

const Headers = Type.Record(Type.String(), Type.String())

export const AttemptOut = Type.Object(
  {
    id: Type.Integer(),
    endpointId: Type.String(),
    sequence: Nullable(Type.Integer(), 'The event; null for an example.'),
    eventId: Nullable(Type.String(), 'The event; null for an example.'),
    type: Type.String(),
    isDelivered: Type.Boolean({ description: 'Whether the answer was a 2xx.' }),
    url: Type.String(),
    requestHeaders: Headers,
    requestBody: Type.String({
      description: 'What was sent. It is written from the event, the same for each attempt.',
    }),
    status: Nullable(Type.Integer(), 'Of the answer; null when there was none.'),
    answerHeaders: Headers,
    answerBody: Type.String({ description: 'The first 4 KiB.' }),
    error: Nullable(
      Type.Object({ code: Type.String(), message: Type.String() }),
      'Why there was no answer.',
    ),
    milliseconds: Type.Integer(),
    at: Time('When it was begun'),
  },
  { title: 'WebhookAttempt' },
)

export const ResendOut = Type.Object(
  { count: Type.Integer({ description: 'Events that will be sent.' }) },
  { title: 'WebhookResendCount' },
)

export function toEndpointOut(endpoint: Endpoint): Static<typeof EndpointOut> {
  const { id, url, description, events, isEnabled, disabledReason } = endpoint
  return {
    id,
    url,
    description,
    events: [...events],
    mode: endpoint.owner.mode,
    isEnabled,
    disabledReason,
    failingSince: endpoint.failingSince?.toISOString() ?? null,
    previousSecretUntil: endpoint.previousSecretUntil?.toISOString() ?? null,
    createdAt: endpoint.createdAt.toISOString(),
  }
}

export function toAttemptOut(
  attempt: ShownAttempt,
  { owner }: Pick<Endpoint, 'owner'>,
): Static<typeof AttemptOut> {
  const { sequence, status, error, errorMessage } = attempt
  return {
    id: jsonNumber(attempt.id.toString()),
    endpointId: attempt.endpointId,
    sequence: sequence === null ? null : jsonNumber(sequence.toString()),
    eventId: sequence === null ? null : eventIdOf({ owner, sequence }),
    type: attempt.type,
    isDelivered: status !== null && status >= 200 && status < 300,
    url: attempt.url,
    requestHeaders: attempt.requestHeaders,
    requestBody: attempt.requestBody,
    status,
    answerHeaders: attempt.answerHeaders,
    answerBody: attempt.answerBody,
    error: error === null ? null : { code: error, message: errorMessage ?? '' },
    milliseconds: attempt.milliseconds,
    at: attempt.at.toISOString(),
  }
}

/** @throws invalidField for an unknown name */
export function readEvents(names: readonly string[] = ['*']): string[] {
  const known: readonly string[] = [...eventTypes, ORIGINAL_ORDER_EVENT, '*']
  if (!names.every((name) => known.includes(name))) {
    throw inputErrors.invalidField({ field: 'events' })
  }
  return [...new Set(names)]
}

/** @throws invalidField */
export function readChange(body: Static<typeof EndpointChangeIn>): Partial<EndpointChange> {
  const { url, events, description, isEnabled } = body
  return {
    ...(url !== undefined && { url }),
    ...(events !== undefined && { events: readEvents(events) }),
    ...(description !== undefined && { description }),
    ...(isEnabled !== undefined && { isEnabled }),
  }
}

/** @returns undefined for everything that was given up @throws missingField, invalidField */
export function readRange({ from, to, failed }: Static<typeof ResendIn>) {
  if (failed !== undefined) return undefined
  if (from === undefined) throw inputErrors.missingField({ field: 'from' })
  if (to === undefined) throw inputErrors.missingField({ field: 'to' })
  if (to < from || to - from >= RESEND_MAX) throw inputErrors.invalidField({ field: 'to' })
  return { from: BigInt(from), to: BigInt(to) }
}
