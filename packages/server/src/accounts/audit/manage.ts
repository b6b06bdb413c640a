import Type from 'typebox'
import { inputErrors } from '../../core/errors.ts'
import { idOf, integerOf, manageRoute, type Route, textOf, timeOf } from '../../http/index.ts'
import type { AuditFilter } from './model.ts'
import { AuditPageOut, toAuditEntryOut, toCsv } from './schema.ts'
import type { Audit } from './service.ts'

const LIMIT = { min: 1, max: 200, fallback: 50 }
const TEXT_MAX = 200

const filterQuery = {
  actor: Type.Optional(Type.String({ description: 'Id of a person or token.' })),
  action: Type.Optional(Type.String({ description: 'The operation.' })),
  target: Type.Optional(Type.String({ description: 'What it was done to.' })),
  from: Type.Optional(Type.String({ description: 'ISO 8601: from this time on.' })),
  to: Type.Optional(Type.String({ description: 'ISO 8601: before this time.' })),
}

/** Who changed what, in the Management API. */
export function auditRoutes(audit: Audit): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/audit-log',
      scope: 'audit:read',
      operationId: 'listAuditEntries',
      tag: 'Account',
      summary: 'List who changed what',
      description:
        'Every write of the Management API, done or refused, and what people did to their own ways ' +
        'of signing in; the newest first.',
      query: {
        ...filterQuery,
        before: Type.Optional(Type.Integer({ description: 'Only entries older than this one.' })),
        limit: Type.Optional(
          Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
        ),
      },
      response: { 'application/json': AuditPageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const limit = integerOf(query, 'limit', LIMIT)
        const filter = readFilter(query)
        const entries = await audit.list(manager.accountId, filter, limit + 1)
        const content = entries.slice(0, limit).map(toAuditEntryOut)
        return { body: { content, hasMore: entries.length > limit } }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/audit-log/export',
      scope: 'audit:read',
      operationId: 'exportAuditEntries',
      tag: 'Account',
      summary: 'Download who changed what',
      description: 'All entries that fit, as CSV, the newest first.',
      query: filterQuery,
      response: { 'text/csv; charset=utf-8': Type.String() },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => ({
        content: toCsv(audit.export(manager.accountId, readFilter(query))),
        contentType: 'text/csv; charset=utf-8',
        fileName: 'audit-log.csv',
      }),
    }),
  ]
}

type Query = Readonly<Record<string, string | undefined>>

/** @throws invalidField */
function readFilter(query: Query): AuditFilter {
  const actorId = textOf(query, 'actor', TEXT_MAX)
  const action = textOf(query, 'action', TEXT_MAX)
  const target = textOf(query, 'target', TEXT_MAX)
  const from = timeOf(query, 'from')
  const to = timeOf(query, 'to')
  const before = idOf(query, 'before')
  return {
    ...(actorId !== undefined && { actorId }),
    ...(action !== undefined && { action }),
    ...(target !== undefined && { target }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(before !== undefined && { before }),
  }
}
