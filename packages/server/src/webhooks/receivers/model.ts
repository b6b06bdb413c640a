import type { Owner } from '../../accounts/index.ts'

/** What a receiver answers: a status, or nothing before the sender has lost patience. */
export const receiverAnswers = ['200', '500', '410', 'timeout'] as const

export type ReceiverAnswer = (typeof receiverAnswers)[number]

/** An address at this server that keeps what is sent to it, to be looked at. */
export interface Receiver {
  readonly owner: Owner
  readonly id: string
  /** The end of its address, which nobody can guess. */
  readonly token: string
  readonly answer: ReceiverAnswer
  readonly createdAt: Date
  /** It is gone after that, with everything that it has received. */
  readonly expiresAt: Date
}

/**
 * Whether what came was signed: by an endpoint that points here, by nobody who does, or not at
 * all.
 */
export type SignatureState = 'verified' | 'wrong' | 'none'

/** A request that a receiver got. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly bytes: number
  readonly signature: SignatureState
  /** Who has signed it. */
  readonly endpointId: string | null
  readonly answered: ReceiverAnswer
  readonly at: Date
}

export interface StoredReceived extends Received {
  readonly id: bigint
}

/** How long a receiver lives. */
export const LIFE_MS = 24 * 3_600_000

/** How many requests are kept of each. */
export const RECEIVED_MAX = 100
