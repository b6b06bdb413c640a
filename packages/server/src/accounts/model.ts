import type { Range } from './clients/addresses.ts'
import type { Dialect } from './dialects.ts'

/** Every account has both, with nothing in common: credentials, wallet, orders, codes. */
export type Mode = 'test' | 'live'

export const modes: readonly Mode[] = ['test', 'live']

/** Who is calling: established once per request, passed to every use case. */
export interface Principal {
  readonly accountId: bigint
  readonly mode: Mode
  readonly clientId: string
  readonly dialect: Dialect
}

/** An account in one of its modes: what everything that an account has belongs to. */
export type Owner = Pick<Principal, 'accountId' | 'mode'>

/** A customer of the platform. */
export interface Account {
  readonly id: bigint
  readonly name: string
  /** ISO 3166, two letters. */
  readonly countryCode: string
  /** What its wallets are opened in; null for an account that was opened without one. */
  readonly currency: string | null
  /** Since when it may use live mode; null for not yet, or not any more. */
  readonly liveEnabledAt: Date | null
  /** Since when it may not use live mode any more; null for whoever may, or never might. */
  readonly liveDisabledAt: Date | null
  readonly createdAt: Date
}

/** What happens to clients that others may want to know. */
export interface AccountEvent {
  readonly type: 'client.created' | 'client.updated' | 'client.rotated' | 'client.revoked'
  readonly data: object
}

/** API credentials of one account in one mode. */
export interface Client {
  readonly accountId: bigint
  /** The `client_id` of the wire. */
  readonly id: string
  readonly mode: Mode
  readonly dialect: Dialect
  readonly secretHash: Buffer
  /** What it was before it was rotated; proves the client as well until then. */
  readonly previousSecretHash: Buffer | null
  readonly previousSecretUntil: Date | null
  /** Where it may be used from; empty for everywhere. */
  readonly allowedIps: readonly Range[]
  /** What it may do; `*` for everything. */
  readonly scopes: readonly string[]
  readonly isRevoked: boolean
  /** A live client of an account that may not use live mode: it is refused for as long. */
  readonly isSuspended: boolean
  /** The key that new tokens are signed with. */
  readonly tokenKey: TokenKey
}

/** Names the key of a token; the key itself is derived from the master key. */
export interface TokenKey {
  readonly kid: string
  readonly createdAt: Date
}

/**
 * Names what an account has one of in each mode: a wallet, a data key, a lane of orders.
 * Its form never changes, because it is bound into the wrapping of data keys.
 */
export function keyOf({ accountId, mode }: Owner): string {
  return `${accountId}/${mode}`
}
