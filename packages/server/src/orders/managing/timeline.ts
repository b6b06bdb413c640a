import Type, { type Static } from 'typebox'
import { dialectNames } from '../../accounts/index.ts'
import { Nullable } from '../../core/schema.ts'
import { channels, type MessageTrace, messageIdOf, messageStates } from '../../delivery/index.ts'
import { eventTypes } from '../../events/index.ts'
import { type RevealedVia, revealedVia } from '../../vault/index.ts'
import { actorOf } from './detail.ts'
import type { History } from './history.ts'
import { ActorOut, idNumber, money, Time, toActorOut } from './schema.ts'

const item = <Kind extends string, Properties extends Type.TProperties>(
  kind: Kind,
  title: string,
  properties: Properties,
) => Type.Object({ at: Time(), kind: Type.Literal(kind), ...properties }, { title })

const MessageId = Type.String({ examples: ['msg_1'] })

/** What can have happened to an order; things of the same moment are in this order. */
const items = {
  placed: item('placed', 'OrderWasPlaced', {
    transactionId: Type.Integer(),
    by: ActorOut,
    dialect: Type.Enum([...dialectNames]),
    customIdentifier: Nullable(Type.String(), 'Null when there is none.'),
  }),
  transfer: item('transfer', 'MoneyWasMoved', {
    transferId: Type.Integer(),
    transferKind: Type.String({ description: '`order` or `commission`.' }),
    amount: Type.Number({ description: 'Negative for what left the wallet.' }),
    balanceAfter: Type.Number(),
    currencyCode: Type.String(),
  }),
  cards: item('cards', 'CardsWereIssued', {
    count: Type.Integer({ minimum: 0 }),
    supplier: Type.String(),
  }),
  event: item('event', 'EventWasAppended', {
    sequence: Type.Integer(),
    type: Type.Enum([...eventTypes]),
  }),
  message: item('message', 'MessageWasMade', {
    messageId: MessageId,
    channel: Type.Enum([...channels]),
    to: Type.String(),
    telling: Type.Enum(['code', 'link']),
    isOriginal: Type.Boolean({ description: 'False for one that was asked for later.' }),
    state: Type.Enum([...messageStates], { description: 'As it is now.' }),
  }),
  messageAttempt: item('messageAttempt', 'MessageWasTried', {
    messageId: MessageId,
    channel: Type.Enum([...channels]),
    number: Type.Integer({ minimum: 1 }),
    provider: Type.String(),
    outcome: Type.Enum(['accepted', 'deferred', 'failed', 'bounced']),
    answer: Type.String({ description: 'What the provider said, without codes.' }),
    milliseconds: Type.Integer({ minimum: 0 }),
  }),
  linkClaimed: item('linkClaimed', 'LinkWasClaimed', { messageId: MessageId }),
  linkRevoked: item('linkRevoked', 'LinkWasRevoked', { messageId: MessageId }),
  webhookAttempt: item('webhookAttempt', 'WebhookWasTried', {
    endpointId: Type.String(),
    attemptId: Type.Integer(),
    sequence: Type.Integer({ description: 'Of the event.' }),
    url: Type.String(),
    isDelivered: Type.Boolean(),
    status: Nullable(Type.Integer(), 'Null when there was no answer.'),
    error: Nullable(Type.String(), 'Why there was none; null when there was.'),
    milliseconds: Type.Integer({ minimum: 0 }),
  }),
  reveal: item('reveal', 'CardsWereRevealed', {
    by: ActorOut,
    via: Type.Enum([...revealedVia]),
    reason: Nullable(Type.String(), 'Null where nobody was asked for one.'),
  }),
}

const TimelineItemOut = Type.Union(
  [
    items.placed,
    items.transfer,
    items.cards,
    items.event,
    items.message,
    items.messageAttempt,
    items.linkClaimed,
    items.linkRevoked,
    items.webhookAttempt,
    items.reveal,
  ],
  { title: 'OrderTimelineItem' },
)

type Item = Static<typeof TimelineItemOut>

export const TimelineOut = Type.Object(
  {
    content: Type.Array(TimelineItemOut),
    isComplete: Type.Boolean({
      description: 'False when the first reveals or the last attempts were left out.',
    }),
  },
  { title: 'OrderTimeline' },
)

const ranks: readonly string[] = Object.keys(items)

/** Everything that happened to an order, in time. */
export function toTimelineOut(history: History): Static<typeof TimelineOut> {
  const content = [
    ...bookItems(history),
    ...history.messages.flatMap(messageItems),
    ...eventItems(history),
    ...revealItems(history),
  ]
  content.sort(
    (one, other) =>
      Date.parse(one.at) - Date.parse(other.at) ||
      ranks.indexOf(one.kind) - ranks.indexOf(other.kind),
  )
  return { content, isComplete: !history.hasMoreReveals && !history.webhooks.hasMore }
}

function bookItems({ order, actors, positions, transfers }: History): Item[] {
  const at = order.createdAt.toISOString()
  const { dialect, supplier, customIdentifier } = order
  const by = toActorOut(actorOf(actors, order.clientId))
  const transactionId = idNumber(order.id)
  const placed: Item = { at, kind: 'placed', transactionId, by, dialect, customIdentifier }
  const moved = transfers.map((transfer): Item => {
    const { id, kind, entries, balance, currency } = transfer
    return {
      // Written in one transaction with the order, some moments after it was decided.
      at,
      kind: 'transfer',
      transferId: idNumber(id),
      transferKind: kind,
      amount: money(entries.wallet ?? 0n),
      balanceAfter: money(balance),
      currencyCode: currency,
    }
  })
  const count = positions.length
  return [placed, ...moved, ...(count > 0 ? [{ at, kind: 'cards', count, supplier } as const] : [])]
}

function messageItems({ message, attempts, link }: MessageTrace): Item[] {
  const messageId = messageIdOf(message)
  const { channel, recipient: to, telling, state, copy, createdAt } = message
  const made = { messageId, channel, to, telling, isOriginal: copy === 0, state }
  const tried = attempts.map(({ messageId: _, at, ...attempt }): Item => {
    return { at: at.toISOString(), kind: 'messageAttempt', messageId, channel, ...attempt }
  })
  const ends = [
    { kind: 'linkClaimed', at: link?.claimedAt },
    { kind: 'linkRevoked', at: link?.revokedAt },
  ] as const
  return [
    { at: createdAt.toISOString(), kind: 'message', ...made },
    ...tried,
    ...ends.flatMap(({ kind, at }) => (at ? [{ at: at.toISOString(), kind, messageId }] : [])),
  ]
}

function eventItems({ events, webhooks }: History): Item[] {
  const told = events.map(({ sequence, type, at }): Item => {
    return { at: at.toISOString(), kind: 'event', sequence: idNumber(sequence), type }
  })
  const sent = webhooks.attempts.map(({ id, endpointId, sequence, at, ...attempt }): Item => {
    const { url, status, error, milliseconds } = attempt
    return {
      at: at.toISOString(),
      kind: 'webhookAttempt',
      endpointId,
      attemptId: idNumber(id),
      sequence: idNumber(sequence ?? 0n),
      url,
      isDelivered: status !== null && status >= 200 && status < 300,
      status,
      error,
      milliseconds,
    }
  })
  return [...told, ...sent]
}

/** Those of messages and links are in the timeline as what they were opened for. */
const shownOtherwise: readonly RevealedVia[] = ['email', 'sms', 'claim']

function revealItems({ reveals, actors }: History): Item[] {
  return reveals
    .filter(({ via }) => !shownOtherwise.includes(via))
    .map(({ at, by, via, reason }): Item => {
      const actor = toActorOut(actorOf(actors, by))
      return { at: at.toISOString(), kind: 'reveal', by: actor, via, reason }
    })
}
