import Type, { type Static } from 'typebox'
import { modes } from '../../accounts/index.ts'
import { jsonNumber } from '../../core/decimal.ts'
import { RECEIVED_MAX, type ReceiverAnswer, receiverAnswers, type StoredReceived } from './model.ts'
import type { ShownReceiver } from './service.ts'

const Answer = Type.Enum([...receiverAnswers], {
  description:
    'What it answers: a status, or nothing within the five seconds that a delivery waits.',
})

export const ReceiverIn = Type.Object(
  { answer: Type.Optional(Answer) },
  { title: 'NewWebhookReceiver', examples: [{ answer: '200' as ReceiverAnswer }] },
)

export const ReceiverChangeIn = Type.Object(
  { answer: Answer },
  { title: 'WebhookReceiverUpdate', examples: [{ answer: '500' as ReceiverAnswer }] },
)

export const ReceiverOut = Type.Object(
  {
    id: Type.String(),
    url: Type.String({ description: 'Where it receives, and shows what it has received.' }),
    answer: Answer,
    mode: Type.Enum([...modes]),
    endpointIds: Type.Array(Type.String(), { description: 'The endpoints that point at it.' }),
    createdAt: Type.String({ description: 'ISO 8601, in UTC.' }),
    expiresAt: Type.String({ description: 'When it is gone; ISO 8601, in UTC.' }),
  },
  { title: 'WebhookReceiver' },
)

export const ReceivedOut = Type.Object(
  {
    id: Type.Integer(),
    headers: Type.Record(Type.String(), Type.String(), {
      description: 'Without those that authorise.',
    }),
    body: Type.String({ description: 'As text.' }),
    bytes: Type.Integer({ minimum: 0, description: 'How long the body was.' }),
    signature: Type.Enum(['verified', 'wrong', 'none'], {
      description:
        '`verified`: made with the secret of an endpoint that points here. `wrong`: with none of ' +
        'them. `none`: not signed.',
    }),
    endpointId: Type.Union([Type.String(), Type.Null()], { description: 'Who has signed it.' }),
    answered: Type.Enum([...receiverAnswers]),
    at: Type.String({ description: 'ISO 8601, in UTC.' }),
  },
  { title: 'ReceivedWebhook' },
)

export const ReceivedListOut = Type.Object(
  {
    content: Type.Array(ReceivedOut),
    hasMore: Type.Boolean({ description: 'Whether rows follow: those before the last id.' }),
  },
  { title: 'ReceivedWebhooks', description: `The last ${RECEIVED_MAX} requests are kept.` },
)

export function toReceiverOut({
  receiver,
  url,
  endpointIds,
}: ShownReceiver): Static<typeof ReceiverOut> {
  const { id, answer, owner, createdAt, expiresAt } = receiver
  return {
    id,
    url,
    answer,
    mode: owner.mode,
    endpointIds: [...endpointIds],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}

export function toReceivedOut({ id, at, ...rest }: StoredReceived): Static<typeof ReceivedOut> {
  return { id: jsonNumber(id.toString()), ...rest, at: at.toISOString() }
}
