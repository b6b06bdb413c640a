import Type, { type Static } from 'typebox'
import { jsonNumber } from '../core/decimal.ts'
import { Nullable } from '../core/schema.ts'
import { type LedgerVerification, stateOf, verificationStates, type Waiting } from './model.ts'
import type { HealthReport } from './service.ts'

const time = Type.String({ description: 'ISO 8601, in UTC.' })

export const VerificationOut = Type.Object(
  {
    id: Type.Integer(),
    state: Type.Enum([...verificationStates]),
    startedAt: time,
    finishedAt: Nullable(time, 'Null while it runs.'),
    startedBy: Type.String({ description: '`schedule`, or the name of who asked.' }),
    wallets: Nullable(Type.Integer(), 'How many were verified.'),
    transfers: Nullable(Type.Integer(), 'How many were verified.'),
    orders: Nullable(Type.Integer(), 'How many were verified.'),
    discrepancies: Type.Array(Type.String(), { description: 'Sentences; at most a hundred.' }),
    error: Nullable(Type.String(), 'Why it did not come to an end.'),
  },
  { title: 'LedgerVerification' },
)

const WaitingOut = Type.Object(
  {
    count: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Counted up to 10,000.' }),
    dueLater: Type.Integer({
      minimum: 0,
      description: 'Of them, those that are not due yet: most wait for another attempt.',
    }),
    lateSince: Nullable(time, 'When the first of them was due; null when nothing is late.'),
  },
  { title: 'Waiting' },
)

export const HealthOut = Type.Object(
  {
    checkedAt: time,
    version: Type.String({ description: 'Of this program.' }),
    uptimeSeconds: Type.Integer({ minimum: 0 }),
    residentBytes: Type.Integer({ description: 'Memory of this process.' }),
    heapBytes: Type.Integer({ description: 'The part of it that objects are in.' }),
    disk: Nullable(
      Type.Object({ freeBytes: Type.Integer(), totalBytes: Type.Integer() }, { title: 'Disk' }),
      'Of the data directory; null when there is none.',
    ),
    database: Type.Object(
      {
        postgresVersion: Type.String(),
        schemaVersion: Type.Integer({ minimum: 1 }),
        milliseconds: Type.Number({ description: 'How long it takes to answer.' }),
        sizeBytes: Type.Integer(),
        connections: Type.Integer(),
        connectionsMax: Type.Integer(),
      },
      { title: 'DatabaseHealth' },
    ),
    waiting: Type.Object(
      { jobs: WaitingOut, deliveries: WaitingOut, messages: WaitingOut, events: WaitingOut },
      {
        title: 'Backlog',
        description:
          'Jobs; deliveries of webhooks; messages to recipients; accounts whose newest orders have ' +
          'no event yet.',
      },
    ),
    ledger: Nullable(VerificationOut, 'The last verification; null before the first.'),
  },
  { title: 'Health' },
)

const count = (value: bigint | undefined) =>
  value === undefined ? null : jsonNumber(value.toString())

export function toVerificationOut(
  verification: LedgerVerification,
  now: Date,
): Static<typeof VerificationOut> {
  const { id, startedAt, finishedAt, startedBy, result, error } = verification
  return {
    id: jsonNumber(id.toString()),
    state: stateOf(verification, now),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    startedBy,
    wallets: count(result?.wallets),
    transfers: count(result?.transfers),
    orders: count(result?.orders),
    discrepancies: [...(result?.discrepancies ?? [])],
    error,
  }
}

export function toHealthOut(report: HealthReport): Static<typeof HealthOut> {
  const { checkedAt, disk, database, backlog, ledger, ...process } = report
  const { sizeBytes, ...rest } = database
  return {
    checkedAt: checkedAt.toISOString(),
    ...process,
    disk: disk ?? null,
    database: { ...rest, sizeBytes: jsonNumber(sizeBytes.toString()) },
    waiting: {
      jobs: toWaitingOut(backlog.jobs),
      deliveries: toWaitingOut(backlog.deliveries),
      messages: toWaitingOut(backlog.messages),
      events: toWaitingOut(backlog.events),
    },
    ledger: ledger === undefined ? null : toVerificationOut(ledger, checkedAt),
  }
}

function toWaitingOut({ count, dueLater, lateSince }: Waiting): Static<typeof WaitingOut> {
  return { count, dueLater, lateSince: lateSince?.toISOString() ?? null }
}
