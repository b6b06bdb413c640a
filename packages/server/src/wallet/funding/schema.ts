import Type, { type Static } from 'typebox'
import { type Actor, modes } from '../../accounts/index.ts'
import { jsonNumber } from '../../core/decimal.ts'
import { formatMicros } from '../../core/money.ts'
import { Nullable } from '../../core/schema.ts'
import { type FundingRequest, fundingStates, isAnotherPerson } from './model.ts'
import type { RequestPage } from './service.ts'

const DecisionOut = Type.Object(
  {
    by: Type.String({ description: 'Who decided, by their name.' }),
    at: Type.String({ description: 'ISO 8601, in UTC.' }),
    reason: Nullable(Type.String(), 'Why it was declined.'),
    funded: Nullable(Type.Number(), 'What was put into the wallet; null unless it was approved.'),
    transferId: Nullable(Type.Integer(), 'By which transfer.'),
  },
  { title: 'FundingDecision' },
)

export const FundingRequestOut = Type.Object(
  {
    id: Type.Integer(),
    account: Type.Object({ id: Type.Integer(), name: Type.String() }),
    mode: Type.Enum([...modes]),
    state: Type.Enum([...fundingStates]),
    amount: Type.Number({ description: 'What was asked for.' }),
    currencyCode: Type.String({ description: 'ISO 4217.' }),
    note: Nullable(Type.String(), 'What the account says about it.'),
    reference: Type.String({
      description: 'What the bank transfer must name: a reference as ISO 11649 has them.',
    }),
    requestedBy: Type.String({ description: 'Who asked, by their name.' }),
    isOwn: Type.Boolean({
      description: 'Whether the person who calls has asked for it: another one has to approve it.',
    }),
    createdAt: Type.String({ description: 'ISO 8601, in UTC.' }),
    decision: Nullable(DecisionOut, 'Null while it is pending.'),
  },
  { title: 'FundingRequest' },
)

export const FundingPageOut = Type.Object(
  {
    content: Type.Array(FundingRequestOut),
    hasMore: Type.Boolean({
      description: 'Whether older ones follow: those `before` the last id.',
    }),
    instructions: Nullable(Type.String(), 'How to pay, in the words of whoever runs the server.'),
  },
  { title: 'FundingRequestPage' },
)

export const FundingQueueOut = Type.Object(
  { content: Type.Array(FundingRequestOut), hasMore: Type.Boolean() },
  { title: 'FundingQueue' },
)

export function toFundingQueueOut(
  { requests, hasMore }: RequestPage,
  actor: Actor,
): Static<typeof FundingQueueOut> {
  return { content: requests.map((request) => toFundingRequestOut(request, actor)), hasMore }
}

/** As `actor` sees it. */
export function toFundingRequestOut(
  request: FundingRequest,
  actor: Actor,
): Static<typeof FundingRequestOut> {
  const { owner, id, accountName, state, amount, currency, note, reference } = request
  const { requestedBy, createdAt, decision } = request
  return {
    id: jsonNumber(id.toString()),
    account: { id: jsonNumber(owner.accountId.toString()), name: accountName },
    mode: owner.mode,
    state,
    amount: jsonNumber(formatMicros(amount)),
    currencyCode: currency,
    note,
    reference,
    requestedBy: requestedBy.name,
    isOwn: !isAnotherPerson(actor, request),
    createdAt: createdAt.toISOString(),
    decision: decision && {
      by: decision.by.name,
      at: decision.at.toISOString(),
      reason: decision.reason,
      funded: decision.funded === null ? null : jsonNumber(formatMicros(decision.funded)),
      transferId: decision.transferId === null ? null : jsonNumber(decision.transferId.toString()),
    },
  }
}
