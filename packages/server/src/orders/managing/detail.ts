import Type, { type Static } from 'typebox'
import { dialectNames, type RecordedActor } from '../../accounts/index.ts'
import { Nullable } from '../../core/schema.ts'
import { messageStates } from '../../delivery/index.ts'
import { revealedVia } from '../../vault/index.ts'
import type { StoredTransfer } from '../../wallet/index.ts'
import type { History } from './history.ts'
import {
  ActorOut,
  idNumber,
  money,
  summaryProperties,
  Time,
  toActorOut,
  toEntriesOut,
  toSummaryOut,
  transferProperties,
} from './schema.ts'

const TransferOut = Type.Object(
  {
    id: Type.Integer(),
    at: Time(),
    ...transferProperties,
    balanceAfter: Type.Number({ description: 'Of the wallet.' }),
    currencyCode: Type.String(),
  },
  { title: 'OrderTransfer', description: 'What the order wrote into the ledger.' },
)

const CardOut = Type.Object(
  {
    position: Type.Integer({ minimum: 1 }),
    parts: Nullable(
      Type.Enum(['code', 'codeAndPin', 'link']),
      'What the card consists of; null when the product is not in the catalogue any more.',
    ),
  },
  { title: 'MaskedCard', description: 'A card whose code stays in the vault.' },
)

const RevealOut = Type.Object(
  {
    at: Time(),
    by: ActorOut,
    via: Type.Enum([...revealedVia], {
      description:
        'By the API, in a message, in the inbox of test mode, by a claim link, or for somebody who ' +
        'manages the account.',
    }),
    reason: Nullable(Type.String(), 'Null where nobody was asked for one.'),
  },
  { title: 'CardReveal', description: 'That somebody has seen the cards.' },
)

const countOf = (states: readonly string[]) =>
  Type.Object(Object.fromEntries(states.map((state) => [state, Type.Integer({ minimum: 0 })])))

const deliveryStates = ['pending', 'delivered', 'failed'] as const

export const OrderDetailOut = Type.Object(
  {
    ...summaryProperties,
    face: Type.Number({ description: 'All face values in the currency of the wallet.' }),
    fee: Type.Number(),
    smsFee: Type.Number(),
    discount: Type.Number(),
    balanceBefore: Type.Number({ description: 'Of the wallet.' }),
    balanceAfter: Type.Number(),
    isPreOrder: Type.Boolean(),
    senderName: Nullable(Type.String(), 'Null when there is none.'),
    recipientUserId: Nullable(Type.String(), 'Who is topped up; null when there is none.'),
    dialect: Type.Enum([...dialectNames], { description: 'How the price was put together.' }),
    supplier: Type.String({ description: 'Where the cards came from.' }),
    transfers: Type.Array(TransferOut),
    cards: Type.Array(CardOut),
    reveals: Type.Array(RevealOut, { description: 'Who has seen the cards, the last first.' }),
    hasMoreReveals: Type.Boolean({ description: 'Whether there were more before those.' }),
    messages: Type.Object(
      { total: Type.Integer({ minimum: 0 }), ...countOf(messageStates).properties },
      { title: 'OrderMessages', description: 'How many messages there are, by state.' },
    ),
    webhooks: Type.Object(
      { events: Type.Integer({ minimum: 0 }), ...countOf(deliveryStates).properties },
      {
        title: 'OrderWebhooks',
        description: 'How many events tell of the order, and deliveries of them by state.',
      },
    ),
  },
  { title: 'OrderDetail' },
)

export function toDetailOut(history: History): Static<typeof OrderDetailOut> {
  const { order, actors, parts, reveals, messages, webhooks, events } = history
  const { fee, smsFee, discount, cost } = order
  return {
    ...toSummaryOut({ order, placedBy: actorOf(actors, order.clientId) }),
    // What is left over by rounding the parts belongs to the face values, as in the ledger.
    face: money(cost + discount - fee - smsFee),
    fee: money(fee),
    smsFee: money(smsFee),
    discount: money(discount),
    balanceBefore: money(order.oldBalance),
    balanceAfter: money(order.newBalance),
    isPreOrder: order.isPreOrder,
    senderName: order.senderName,
    recipientUserId: order.recipientUserId,
    dialect: order.dialect,
    supplier: order.supplier,
    transfers: history.transfers.map(toTransferOut),
    cards: history.positions.map((position) => ({ position, parts: parts ?? null })),
    reveals: reveals.map(({ at, by, via, reason }) => ({
      at: at.toISOString(),
      by: toActorOut(actorOf(actors, by)),
      via,
      reason,
    })),
    hasMoreReveals: history.hasMoreReveals,
    messages: {
      total: messages.length,
      ...countBy(
        messageStates,
        messages.map(({ message }) => message.state),
      ),
    },
    webhooks: {
      events: events.length,
      ...countBy(
        deliveryStates,
        webhooks.deliveries.map(({ state }) => state),
      ),
    },
  }
}

/** Every id of a history has an actor. */
export function actorOf(actors: History['actors'], id: string): RecordedActor {
  return actors.get(id) ?? { kind: 'client', id, name: null }
}

function toTransferOut(transfer: StoredTransfer): Static<typeof TransferOut> {
  return {
    id: idNumber(transfer.id),
    at: transfer.at.toISOString(),
    kind: transfer.kind,
    entries: toEntriesOut(transfer),
    balanceAfter: money(transfer.balance),
    currencyCode: transfer.currency,
  }
}

function countBy(names: readonly string[], found: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    names.map((name) => [name, found.filter((candidate) => candidate === name).length]),
  )
}
