import type { Executor } from '../../storage/database.ts'
import { listNamed, type Named } from './store.ts'

/** Somebody who is in a record, as people know them. */
export interface RecordedActor {
  /** `message` for what its recipient opened, `bulk_order` for what a file of rows ordered. */
  readonly kind: Named['kind'] | 'message'
  readonly id: string
  /** E-mail address of a person; null for messages, and for who is not known any more. */
  readonly name: string | null
}

/** Who the ids in the records of an account stand for, as `actorIdOf` makes them; each has an answer. */
export async function nameActors(
  db: Executor,
  accountId: bigint,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordedActor>> {
  const unnamed = [...new Set(ids)].map((record) => ({ record, actor: toUnnamed(record) }))
  const idsOf = (kind: RecordedActor['kind']) =>
    unnamed.flatMap(({ actor }) => (actor.kind === kind ? [actor.id] : []))
  const named = await listNamed(db, accountId, {
    clients: idsOf('client'),
    users: idsOf('user'),
    bulkOrders: idsOf('bulk_order'),
  })
  // Whether an id is a client's or a token's, only the name tells.
  const plain = (kind: RecordedActor['kind']) => (kind === 'token' ? 'client' : kind)
  const known = (actor: RecordedActor) =>
    named.find(({ id, kind }) => id === actor.id && plain(kind) === actor.kind)
  return new Map(unnamed.map(({ record, actor }) => [record, known(actor) ?? actor]))
}

function toUnnamed(record: string): RecordedActor {
  const [, kind, id] = /^(user|bulk):(.+)$/.exec(record) ?? []
  if (id !== undefined) return { kind: kind === 'user' ? 'user' : 'bulk_order', id, name: null }
  return { kind: /^msg_\d+$/.test(record) ? 'message' : 'client', id: record, name: null }
}
