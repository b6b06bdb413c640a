/** One run over the whole ledger, and what it found. */
export interface LedgerVerification {
  readonly id: bigint
  readonly startedAt: Date
  readonly finishedAt: Date | null
  /** `schedule`, or the name of who asked. */
  readonly startedBy: string
  readonly result: VerificationResult | null
  /** Why it did not come to an end. */
  readonly error: string | null
}

export interface VerificationResult {
  readonly wallets: bigint
  readonly transfers: bigint
  readonly orders: bigint
  /** Sentences, at most a hundred. */
  readonly discrepancies: readonly string[]
}

export const verificationStates = ['RUNNING', 'PASSED', 'DISCREPANCIES', 'FAILED'] as const

const GIVEN_UP_MS = 86_400_000

export function stateOf(
  { startedAt, result, error }: LedgerVerification,
  now: Date,
): (typeof verificationStates)[number] {
  if (error !== null) return 'FAILED'
  if (result !== null) return result.discrepancies.length > 0 ? 'DISCREPANCIES' : 'PASSED'
  return now.getTime() - startedAt.getTime() > GIVEN_UP_MS ? 'FAILED' : 'RUNNING'
}

/** Things that wait for their turn. */
export interface Waiting {
  /** Counted up to ten thousand. */
  readonly count: number
  /** Of them, those that are not due yet: most wait for another attempt. */
  readonly dueLater: number
  /** Since when the first of them has been due; null when nothing is late. */
  readonly lateSince: Date | null
}

export interface Backlog {
  readonly jobs: Waiting
  readonly deliveries: Waiting
  readonly messages: Waiting
  /** Orders that have no event yet. */
  readonly events: Waiting
}

export interface DatabaseHealth {
  readonly postgresVersion: string
  readonly sizeBytes: bigint
  readonly connections: number
  readonly connectionsMax: number
}
