import type { Mode } from '../model.ts'

/** A client as those see it who look after it. */
export interface ManagedClient {
  readonly accountId: bigint
  readonly id: string
  readonly mode: Mode
  readonly name: string
  readonly dialect: string
  readonly allowedIps: readonly string[]
  readonly scopes: readonly string[]
  readonly createdAt: Date
  /** Null for clients that were made at the command line. */
  readonly createdBy: string | null
  /** At most a minute old. */
  readonly lastUsedAt: Date | null
  /** Until when the secret before the last rotation works. */
  readonly previousSecretUntil: Date | null
  readonly revokedAt: Date | null
}

/** What may be changed about a client; what is undefined stays. */
export interface ClientChange {
  readonly name?: string | undefined
  readonly dialect?: string | undefined
  readonly allowedIps?: readonly string[] | undefined
  readonly scopes?: readonly string[] | undefined
}

/** What is told about a client in events. */
export function clientFact({
  id,
  name,
  dialect,
  allowedIps,
  scopes,
}: Pick<ManagedClient, 'id' | 'name' | 'dialect' | 'allowedIps' | 'scopes'>): object {
  return { clientId: id, name, dialect, allowedIps, scopes }
}
