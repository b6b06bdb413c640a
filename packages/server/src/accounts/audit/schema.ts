import Type from 'typebox'
import { csvLine } from '../../core/csv.ts'
import { jsonNumber } from '../../core/decimal.ts'
import { modes } from '../model.ts'
import type { AuditEntry } from './model.ts'

const Anything = Type.Unsafe<unknown>({ description: 'JSON, without secrets and codes.' })

export const AuditEntryOut = Type.Object(
  {
    id: Type.Integer(),
    at: Type.String({ description: 'ISO 8601, in UTC.' }),
    actor: Type.Object({
      kind: Type.Enum(['user', 'token']),
      id: Type.String(),
      name: Type.String({ description: 'E-mail address of a person, name of a token.' }),
    }),
    action: Type.String({ description: 'The operation, such as `createWebhookEndpoint`.' }),
    mode: Type.Union([Type.Enum([...modes]), Type.Null()]),
    target: Type.Union([Type.String(), Type.Null()], { description: 'What it was done to.' }),
    request: Anything,
    before: Anything,
    after: Anything,
    address: Type.String({ description: 'Where the request came from.' }),
    userAgent: Type.String(),
    status: Type.Union([Type.Integer(), Type.Null()], {
      description: 'How it was answered; null when the server died before that.',
    }),
    errorCode: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'AuditEntry' },
)

export const AuditPageOut = Type.Object(
  {
    content: Type.Array(AuditEntryOut),
    hasMore: Type.Boolean({ description: 'Whether entries follow: those `before` the last id.' }),
  },
  { title: 'AuditPage' },
)

export function toAuditEntryOut(entry: AuditEntry): Type.Static<typeof AuditEntryOut> {
  const { accountId: _, id, at, ...rest } = entry
  return { ...rest, id: jsonNumber(id.toString()), at: at.toISOString() }
}

const columns = [
  ...['id', 'at', 'actor kind', 'actor id', 'actor', 'action', 'mode', 'target', 'status'],
  ...['error code', 'address', 'user agent', 'request', 'before', 'after'],
]

/** The entries as lines of CSV (RFC 4180), with a head; no cell is a formula to a spreadsheet. */
export async function* toCsv(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  yield csvLine(columns)
  for await (const { id, at, actor, action, mode, target, status, ...rest } of entries) {
    const { errorCode, address, userAgent, request, before, after } = rest
    yield csvLine([
      ...[id, at.toISOString(), actor.kind, actor.id, actor.name, action, mode, target, status],
      ...[errorCode, address, userAgent, ...[request, before, after].map(toCell)],
    ])
  }
}

const toCell = (value: unknown) => (value === null ? '' : JSON.stringify(value))
