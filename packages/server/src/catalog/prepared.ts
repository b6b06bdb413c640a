import { createHash, type Hash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
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
export interface PreparedAnswers {
  answer(snapshot: Snapshot, key: string, make: () => unknown): Prepared
  /** A list of any length: other requests are served while it is made, and it is made once. */
  answerList<Row>(
    snapshot: Snapshot,
    key: string,
    rows: readonly Row[],
    toOut: (row: Row) => unknown,
  ): Promise<Prepared>
}

export function createPreparedAnswers(): PreparedAnswers {
  const answers = new LRUCache<string, Prepared>({
    maxSize: BYTES_MAX,
    sizeCalculation: ({ bytes }, key) => bytes.length + 2 * key.length + 200,
  })
  const inMaking = new Map<string, Promise<Prepared>>()
  let of: Snapshot | undefined

  function find(snapshot: Snapshot, key: string): Prepared | undefined {
    if (of !== snapshot) {
      answers.clear()
      inMaking.clear()
      of = snapshot
    }
    return answers.get(key)
  }

  return {
    answer(snapshot, key, make) {
      const known = find(snapshot, key)
      if (known !== undefined) return known
      const made = prepare(make())
      answers.set(key, made)
      return made
    },
    async answerList(snapshot, key, rows, toOut) {
      const known = find(snapshot, key) ?? inMaking.get(key)
      if (known !== undefined) return known
      const making = prepareList(rows, toOut).finally(() => inMaking.delete(key))
      inMaking.set(key, making)
      const made = await making
      if (of === snapshot) answers.set(key, made)
      return made
    },
  }
}

/** So many rows take a few milliseconds. */
const ROWS_AT_ONCE = 100

async function prepareList<Row>(
  rows: readonly Row[],
  toOut: (row: Row) => unknown,
): Promise<Prepared> {
  const hash = createHash('sha256')
  const parts: Buffer[] = []
  const add = (text: string) => {
    const part = Buffer.from(text)
    hash.update(part)
    parts.push(part)
  }
  add('[')
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    if (start > 0) await turn()
    const list = JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE).map(toOut))
    add((start > 0 ? ',' : '') + list.slice(1, -1))
  }
  add(']')
  return { bytes: Buffer.concat(parts), etag: toEtag(hash) }
}

/** One answer that is not worth keeping: there are too many like it. */
export function prepare(body: unknown): Prepared {
  return prepareBytes(Buffer.from(JSON.stringify(body)))
}

export function prepareBytes(bytes: Buffer): Prepared {
  return { bytes, etag: toEtag(createHash('sha256').update(bytes)) }
}

function toEtag(hash: Hash): string {
  return `"${hash.digest('base64url').slice(0, 27)}"`
}
