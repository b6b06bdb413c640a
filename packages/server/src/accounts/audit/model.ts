import type { Actor } from '../manager.ts'
import type { Mode } from '../model.ts'

/** A write that is about to be done. */
export interface Write {
  /** Whose log it goes to. */
  readonly accountId: bigint
  readonly actor: Actor
  /** The operation of the API, such as `createWebhookEndpoint`. */
  readonly action: string
  readonly mode: Mode | null
  /** The id of what it is about, where that is known. */
  readonly target: string | null
  /** What was asked for, without secrets. */
  readonly request: unknown
  readonly address: string
  readonly userAgent: string
}

/** How a write ended. */
export interface WriteResult {
  /** The status that it was answered with. */
  readonly status: number
  readonly errorCode?: string | null
  readonly target?: string | undefined
  readonly before?: unknown
  readonly after?: unknown
}

export interface AuditEntry extends Omit<Write, 'request'> {
  readonly id: bigint
  readonly at: Date
  readonly request: unknown
  readonly before: unknown
  readonly after: unknown
  /** Null while it is being done, and for ever if the server died meanwhile. */
  readonly status: number | null
  readonly errorCode: string | null
}

export interface AuditFilter {
  readonly actorId?: string
  readonly action?: string
  readonly target?: string
  readonly from?: Date
  readonly to?: Date
  /** Only entries that are older than this one. */
  readonly before?: bigint
}

/** What is never kept, whatever it is in. */
const SECRET =
  /^(secret|clientsecret|token|password|newpassword|currentpassword|code|cardnumber|pincode|pin|redemptionurl|csv|rows)$/i

/** A text of a request is kept up to here, and so many members of a list or an object. */
const TEXT_MAX = 500
const PARTS_MAX = 50
const DEPTH_MAX = 6

/** A value of the API as the log keeps it: without secrets, and no longer than somebody reads. */
export function forLog(value: unknown): unknown {
  return value === undefined ? null : shorten(JSON.parse(JSON.stringify(value)), 0)
}

function shorten(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return shortenText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEPTH_MAX) return '…'
  if (Array.isArray(value)) return value.slice(0, PARTS_MAX).map((part) => shorten(part, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, PARTS_MAX)
      .map(([name, part]) => [
        shortenText(name),
        SECRET.test(name) ? '[redacted]' : shorten(part, depth + 1),
      ]),
  )
}

/** PostgreSQL keeps neither a NUL nor half a character. */
function shortenText(text: string): string {
  const kept = text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text
  return kept.replaceAll('\0', '').toWellFormed()
}
