import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Snapshot } from './snapshot.ts'

/** Bytes that answer a request, and the validator that names them (an `ETag`, with its quotes). */
export interface Prepared {
  readonly bytes: Buffer
  readonly etag: string
}

/** Keeps a process with many currencies and filters in bounds; a page of 200 has about 350 kB. */
const BYTES_MAX = 48 * 1_048_576

/**
 * Answers that were made once and are sent as they are, until the catalogue
 * changes. The same catalogue gives the same bytes and validators in every
 * process.
 */
export function createPreparedAnswers(): (
  snapshot: Snapshot,
  key: string,
  make: () => unknown,
) => Prepared {
  const answers = new LRUCache<string, Prepared>({
    maxSize: BYTES_MAX,
    sizeCalculation: ({ bytes }, key) => bytes.length + 2 * key.length + 200,
  })
  let of: Snapshot | undefined
  return (snapshot, key, make) => {
    if (of !== snapshot) {
      answers.clear()
      of = snapshot
    }
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = prepare(make())
    answers.set(key, answer)
    return answer
  }
}

/** One answer that is not worth keeping: there are too many like it. */
export function prepare(body: unknown): Prepared {
  return prepareBytes(Buffer.from(JSON.stringify(body)))
}

export function prepareBytes(bytes: Buffer): Prepared {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"` }
}
