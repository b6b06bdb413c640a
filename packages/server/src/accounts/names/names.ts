import type { Executor } from '../../storage/database.ts'
import { listNamed, type Named } from './store.ts'

/** Somebody who is in a record, as people know them. */
export interface RecordedActor {
  /** `message` for what its recipient opened, `bulk_order` for what a file of rows ordered. */
  readonly kind: Named['kind'] | 'message' | 'bulk_order'
  readonly id: string
  /** E-mail address of a person; null for messages, bulk orders, and for who is not known any more. */
  readonly name: string | null
}

/** Who the ids in the records of an account stand for, as `actorIdOf` makes them; each has an answer. */
export async function nameActors(
  db: Executor,
  accountId: bigint,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordedActor>> {
  const unnamed = [...new Set(ids)].map((record) => ({ record, actor: toUnnamed(record) }))
  const idsOf = (isUser: boolean) =>
    unnamed.flatMap(({ actor: { kind, id } }) => ((kind === 'user') === isUser ? [id] : []))
  const named = await listNamed(db, accountId, idsOf(false), idsOf(true))
  const known = (actor: RecordedActor) =>
    named.find(({ id, kind }) => id === actor.id && (kind === 'user') === (actor.kind === 'user'))
  return new Map(unnamed.map(({ record, actor }) => [record, known(actor) ?? actor]))
}

function toUnnamed(record: string): RecordedActor {
  const [, kind, id] = /^(user|bulk):(.+)$/.exec(record) ?? []
  if (id !== undefined) return { kind: kind === 'user' ? 'user' : 'bulk_order', id, name: null }
  return { kind: /^msg_\d+$/.test(record) ? 'message' : 'client', id: record, name: null }
}
