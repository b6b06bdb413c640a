import type { Owner } from '../accounts/index.ts'
import { firstTimedId, timeOfId } from '../core/timed-ids.ts'
import { requestErrors } from './errors.ts'
import { type LoggedExchange, type LoggedRequest, type Omission, REQUEST_PREFIX } from './model.ts'
import { createRecorder, type Recorder, type RecorderDependencies } from './recorder.ts'
import * as store from './store.ts'

/** What the clients of an account sent to the Gift Cards API, and what they were answered. */
export interface RequestLog {
  /**
   * Requests, the newest first; those that this process has answered before the call are among
   * them. A page looks at so many requests and no more, and says how far it has looked.
   */
  list(owner: Owner, query: RequestQuery): Promise<RequestPage>
  /** @throws requestNotFound */
  get(owner: Owner, id: string): Promise<LoggedExchange>
}

export interface RequestQuery extends store.RequestFilter {
  readonly from: Date | undefined
  /** Without this moment. */
  readonly to: Date | undefined
  /** An id: only what is older than it. */
  readonly before: string | undefined
}

export interface RequestPage {
  readonly requests: readonly LoggedRequest[]
  /** Where the next page begins; undefined when there is none. */
  readonly next: string | undefined
  /** What was answered in the time of this page and not recorded. */
  readonly omitted: Omission
}

export interface RequestLogs extends Pick<Recorder, 'record' | 'start' | 'stop'> {
  readonly requests: RequestLog
  /** Deletes what is older than a week. @returns how many requests that were */
  deleteOld(): Promise<number>
}

const KEPT_MS = 7 * 24 * 3_600_000

/** Small enough that nobody waits for it. */
const CHUNK = 1_000

export function createRequestLogs(deps: RecorderDependencies): RequestLogs {
  const { database, clock } = deps
  const recorder = createRecorder(deps)
  return {
    ...recorder,
    requests: {
      async list(owner, query) {
        await recorder.flush()
        const range = rangeOf(query)
        const { requests, lookedTo } = await store.listRequests(database, owner, query, range)
        // Pages meet at the minute in which one ends, so that their omissions add up.
        const from = timeOf(lookedTo) ?? query.from ?? BEGINNING
        const before = timeOf(query.before) ?? query.to ?? END
        const omitted = await store.sumOmissions(database, owner, from, before)
        return { requests, next: lookedTo, omitted }
      },
      async get(owner, id) {
        await recorder.flush()
        const found = await store.findRequest(database, owner, id)
        if (found === undefined) throw requestErrors.requestNotFound()
        return found
      },
    },
    async deleteOld() {
      const before = new Date(clock.now().getTime() - KEPT_MS)
      const total = await inChunks((limit) => store.deleteRequestsBefore(database, before, limit))
      await inChunks((limit) => store.deleteOmissionsBefore(database, before, limit))
      return total
    },
  }
}

const BEGINNING = new Date(0)
const END = new Date('5000-01-01T00:00:00.000Z')

const timeOf = (id: string | undefined) =>
  id === undefined ? undefined : timeOfId(REQUEST_PREFIX, id)

function rangeOf({ from, to, before }: RequestQuery): store.IdRange {
  const end = firstTimedId(REQUEST_PREFIX, to ?? END)
  return {
    from: firstTimedId(REQUEST_PREFIX, from ?? BEGINNING),
    before: before !== undefined && before < end ? before : end,
  }
}

async function inChunks(deleteSome: (limit: number) => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    const count = await deleteSome(CHUNK)
    total += count
    if (count < CHUNK) return total
  }
}
