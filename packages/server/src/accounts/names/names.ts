import type { Executor } from '../../storage/database.ts'
import { listNamed } from './store.ts'

/** Somebody who is in a record, as people know them. */
export interface RecordedActor {
  /** `message` for what its recipient opened. */
  readonly kind: 'client' | 'token' | 'user' | 'message'
  readonly id: string
  /** Null for a message, and for who is not known any more. */
  readonly name: string | null
}

/** Who the ids in the records of an account stand for; every id has an answer. */
export async function nameActors(
  db: Executor,
  accountId: bigint,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordedActor>> {
  const wanted = [...new Set(ids)]
  const named = await listNamed(db, accountId, wanted)
  const known = new Map(named.map((actor) => [actor.id, actor]))
  return new Map(wanted.map((id) => [id, known.get(id) ?? toUnnamed(id)]))
}

function toUnnamed(id: string): RecordedActor {
  if (id.startsWith('user:')) return { kind: 'user', id: id.slice('user:'.length), name: null }
  return { kind: /^msg_\d+$/.test(id) ? 'message' : 'client', id, name: null }
}
