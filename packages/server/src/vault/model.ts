import type { Mode } from '../accounts/index.ts'

/** What a recipient redeems. Which parts a card has depends on the product. */
export interface Card {
  /** The code or card number. */
  readonly number: string | null
  readonly pin: string | null
  /** Where a card without a number is redeemed. */
  readonly url: string | null
}

/** Names one card for ever; bound into its seal, so that a sealed card cannot change owners. */
export interface CardId {
  readonly accountId: bigint
  readonly mode: Mode
  readonly orderId: bigint
  /** Counted from 1 within the order. */
  readonly position: number
}

export interface SealedCard extends CardId {
  readonly sealed: Buffer
}

/**
 * Why a card was opened: for the API, for a message, for its preview, for a claim link, or because
 * somebody who manages the account asked for it.
 */
export type RevealedVia = (typeof revealedVia)[number]

export const revealedVia = ['api', 'email', 'sms', 'inbox', 'claim', 'manage'] as const

/** Who has seen which cards, and how. */
export interface Reveal {
  readonly orderIds: readonly bigint[]
  /** The client, message, access token or user. */
  readonly by: string
  readonly via: RevealedVia
  /** In the words of whoever asked. */
  readonly reason?: string
  /** A row that says the same and is no older is enough; without it each opening has a row. */
  readonly recordedSince?: Date
}

/** A row of the log of who has seen an order's cards. */
export interface RecordedReveal {
  readonly by: string
  readonly via: RevealedVia
  readonly reason: string | null
  readonly at: Date
}
