import type { FastifyRequest } from 'fastify'
import type { Audit, Manager } from '../accounts/index.ts'
import type { ApiError } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import type { Reply, Route } from './route.ts'

interface Write {
  readonly audit: Pick<Audit, 'begin'>
  readonly route: Route
  readonly request: FastifyRequest
  readonly manager: Manager
  write(): Promise<Reply>
  /** What is answered when the write has failed. */
  refusal(error: unknown): ApiError
}

/**
 * Does a write of the Management API between two entries of the audit log: what cannot be recorded
 * is not done, and what was done or refused has a line that says so.
 */
export async function withRecord({
  audit,
  route,
  request,
  manager,
  ...work
}: Write): Promise<Reply> {
  const { actor } = manager
  const params = request.params as Readonly<Record<string, string>>
  const query = request.query as Readonly<Record<string, unknown>>
  const { mode } = { ...(request.body as object | undefined), ...query } as { mode?: unknown }
  const record = await audit.begin({
    // What an operator does to an account is in that account's log.
    accountId: readId(params.accountId) ?? manager.accountId,
    actor,
    action: route.operationId,
    mode: mode === 'live' ? 'live' : mode === 'test' || mode === undefined ? 'test' : null,
    // What it is about stands last: `/accounts/1/funding-requests/4/approve` is about request 4.
    target: Object.values(params).at(-1) ?? null,
    request: { ...query, ...params, ...(request.body as object | undefined) },
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
  })
  try {
    const reply = await work.write()
    const { target, before, after } = changeOf(reply)
    await record.finish({ status: route.status ?? 200, target, before, after })
    return reply
  } catch (error) {
    const { status, code } = work.refusal(error)
    await record.finish({ status, errorCode: code })
    throw error
  }
}

/** What a write says that it changed; of one that says nothing, its answer is what there is now. */
function changeOf(reply: Reply) {
  if (!('body' in reply)) return {}
  const { body, change } = reply
  const id = (body as { id?: unknown } | null | undefined)?.id
  const target =
    change?.target ?? (typeof id === 'string' || typeof id === 'number' ? `${id}` : undefined)
  return change === undefined
    ? { target, after: body }
    : { target, before: change.before, after: change.after }
}
