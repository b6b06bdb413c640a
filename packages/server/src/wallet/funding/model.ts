import { type Actor, actorIdOf, type Owner } from '../../accounts/index.ts'
import { jsonNumber } from '../../core/decimal.ts'
import { formatMicros, type Micros } from '../../core/money.ts'
import type { Fact } from '../../events/index.ts'

export const fundingStates = ['pending', 'approved', 'declined', 'cancelled'] as const

export type FundingState = (typeof fundingStates)[number]

/** More would be a mistake, or a nuisance to whoever has to decide. */
export const PENDING_MAX = 20

/** An account's wish for live money, which it pays for by bank transfer. */
export interface FundingRequest {
  readonly owner: Owner
  readonly id: bigint
  readonly accountName: string
  readonly state: FundingState
  readonly amount: Micros
  readonly currency: string
  readonly note: string | null
  readonly reference: string
  readonly requestedBy: Person
  readonly createdAt: Date
  /** Null while nobody has decided. */
  readonly decision: Decision | null
}

/** An actor as records name it, and as people know it. */
export interface Person {
  readonly id: string
  readonly name: string
}

export interface Decision {
  readonly by: Person
  readonly at: Date
  /** Why it was declined. */
  readonly reason: string | null
  /** What was put into the wallet, by which transfer; null unless it was approved. */
  readonly funded: Micros | null
  readonly transferId: bigint | null
}

/**
 * The reference of a request for its bank transfer: ISO 11649, whose check digits let banks and
 * people find a wrong digit. It holds the account and the request.
 */
export function referenceOf(accountId: bigint, requestId: bigint): string {
  const number = `${accountId}${requestId.toString().padStart(6, '0')}`
  // R and F are 27 and 15; the two digits that are looked for count as zero.
  const check = 98n - (BigInt(`${number}271500`) % 97n)
  return `RF${check.toString().padStart(2, '0')}${number}`
}

/** Whether an actor may approve: a person does not approve what they asked for themselves. */
export function isAnotherPerson(actor: Actor, { requestedBy }: FundingRequest): boolean {
  return actor.kind !== 'user' || requestedBy.id !== actorIdOf(actor)
}

const factTypes = {
  pending: 'funding.requested',
  approved: 'funding.approved',
  declined: 'funding.declined',
  cancelled: 'funding.cancelled',
} as const

/** What is told when a request has come into its state. */
export function factOf({ state, id, amount, currency, reference, decision }: FundingRequest): Fact {
  const funded = decision?.funded ?? null
  return {
    type: factTypes[state],
    data: {
      fundingRequestId: jsonNumber(id.toString()),
      amount: jsonNumber(formatMicros(amount)),
      currencyCode: currency,
      reference,
      funded: funded === null ? null : jsonNumber(formatMicros(funded)),
      reason: decision?.reason ?? null,
    },
  }
}
