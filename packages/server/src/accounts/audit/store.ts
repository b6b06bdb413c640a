import { sql } from 'kysely'
import type { Executor } from '../../storage/database.ts'
import type { ActorKind } from '../manager.ts'
import type { Mode } from '../model.ts'
import type { AuditEntry, AuditFilter, Write, WriteResult } from './model.ts'

export async function insertWrite(db: Executor, write: Write, at: Date): Promise<bigint> {
  const { accountId, actor, action, mode, target, request, address, userAgent } = write
  const { rows } = await sql<{ id: bigint }>`
    insert into audit_log (account_id, at, actor_kind, actor_id, actor_name, action, mode, target,
                           request, address, user_agent)
    values (${accountId}, ${at}, ${actor.kind}, ${actor.id}, ${actor.name}, ${action}, ${mode},
            ${target}, ${JSON.stringify(request)}, ${address}, ${userAgent})
    returning id`.execute(db)
  if (rows[0] === undefined) throw new Error('The write was not recorded')
  return rows[0].id
}

export async function updateResult(
  db: Executor,
  accountId: bigint,
  id: bigint,
  result: WriteResult,
): Promise<void> {
  const { status, errorCode = null, target = null, before, after } = result
  await sql`
    update audit_log
       set status = ${status}, error_code = ${errorCode}, target = coalesce(${target}, target),
           before = ${toJson(before)}, after = ${toJson(after)}
     where account_id = ${accountId} and id = ${id}`.execute(db)
}

const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

interface EntryRow extends Omit<AuditEntry, 'actor'> {
  readonly actorKind: ActorKind
  readonly actorId: string
  readonly actorName: string
  readonly mode: Mode | null
}

/** The newest first. */
export async function listEntries(
  db: Executor,
  accountId: bigint,
  filter: AuditFilter,
  limit: number,
): Promise<AuditEntry[]> {
  const { actorId = null, action = null, target = null, from = null, to = null } = filter
  const { before = null } = filter
  const { rows } = await sql<EntryRow>`
    select account_id as "accountId", id, at, actor_kind as "actorKind", actor_id as "actorId",
           actor_name as "actorName", action, mode, target, request, before, after, address,
           user_agent as "userAgent", status, error_code as "errorCode"
      from audit_log
     where account_id = ${accountId}
       and (${before}::bigint is null or id < ${before})
       and (${actorId}::text is null or actor_id = ${actorId})
       and (${action}::text is null or action = ${action})
       and (${target}::text is null or target = ${target})
       and (${from}::timestamptz is null or at >= ${from})
       and (${to}::timestamptz is null or at < ${to})
     order by id desc limit ${limit}`.execute(db)
  return rows.map(({ actorKind, actorId: id, actorName, ...row }) => ({
    ...row,
    actor: { kind: actorKind, id, name: actorName },
  }))
}
