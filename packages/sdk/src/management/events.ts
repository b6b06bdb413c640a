import { GiftCardsError } from '../errors.ts'
import type { CallOptions } from '../http.ts'
import type { ManagementTransport } from './transport.ts'

/** Every account has both, with nothing in common. */
export type Mode = 'test' | 'live'

/** Something that happened to the account. */
export interface FeedEvent {
  /** From 1, without gaps, in each account and mode. */
  readonly sequence: number
  /** Unique for ever; webhooks carry it as `webhook-id`. */
  readonly id: string
  /** Such as `order.successful`. */
  readonly type: string
  readonly mode: Mode
  /** ISO 8601, in UTC. */
  readonly createdAt: string
  /** Of the shape that the type has; of an order it is the whole transaction. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface EventPage {
  readonly content: readonly FeedEvent[]
  /** Every event up to this number has been looked at. */
  readonly lastSequence: number
  readonly hasMore: boolean
}

export interface EventQuery {
  /** Only events with higher numbers. Default: 0, all of them. */
  readonly after?: number | undefined
  /** Only these types. */
  readonly types?: readonly string[] | undefined
  /** Default: test. */
  readonly mode?: Mode | undefined
}

export interface EventListQuery extends EventQuery {
  /** Most events of the page, up to 1000. Default: 100. */
  readonly limit?: number | undefined
  /** How many seconds to wait for news, up to 30. Default: 0. */
  readonly waitSeconds?: number | undefined
}

/** The feed does not go on where it should: an event is missing. */
export class EventGapError extends GiftCardsError {
  override readonly name: string = 'EventGapError'
  /** The number that should have come. */
  readonly expected: number

  constructor(expected: number, actual: number) {
    super(`After event ${expected - 1} should come ${expected}, and ${actual} came.`)
    this.expected = expected
  }
}

const PAGE_SIZE = 1_000
const WAIT_SECONDS = 30
/** What an answer may take beyond the time that it was asked to wait. */
const GRACE_MS = 15_000

/** `/manage/v1/events` */
export class Events {
  readonly #transport: ManagementTransport

  constructor(transport: ManagementTransport) {
    this.#transport = transport
  }

  /** One page of the feed. */
  async list(query: EventListQuery = {}, options: CallOptions = {}): Promise<EventPage> {
    const { after = 0, limit, types, waitSeconds: wait, mode } = query
    const timeoutMs = options.timeoutMs ?? (wait && wait * 1_000 + GRACE_MS)
    return this.#transport.send(
      {
        method: 'GET',
        path: '/events',
        query: { after, limit, types: types?.join(','), wait, mode },
      },
      { ...options, timeoutMs },
    )
  }

  /** @throws NotFoundError */
  async get(
    sequence: number,
    { mode, ...options }: CallOptions & { readonly mode?: Mode } = {},
  ): Promise<FeedEvent> {
    return this.#transport.send(
      { method: 'GET', path: `/events/${sequence}`, query: { mode } },
      options,
    )
  }

  /**
   * Every event after a number, in order: those that exist, then each one as
   * it happens, for as long as the loop goes on or until the signal aborts.
   *
   * @throws EventGapError when an event is missing, and what a request throws
   */
  async *iterate(
    { after = 0, types, mode }: EventQuery = {},
    options: Pick<CallOptions, 'signal'> = {},
  ): AsyncGenerator<FeedEvent, void, undefined> {
    for (let last = after; ; ) {
      const query = { after: last, types, mode, limit: PAGE_SIZE, waitSeconds: WAIT_SECONDS }
      const page = await this.list(query, options)
      // A feed that ends before what was read is another one, or an older state of this one.
      if (page.lastSequence < last) throw new EventGapError(last + 1, page.lastSequence)
      for (const event of page.content) {
        const isNext = types === undefined ? event.sequence === last + 1 : event.sequence > last
        if (!isNext) throw new EventGapError(last + 1, event.sequence)
        last = event.sequence
        yield event
      }
      // Without a filter every event up to there is in the page.
      if (types === undefined && page.lastSequence > last) {
        throw new EventGapError(last + 1, page.lastSequence)
      }
      last = page.lastSequence
    }
  }
}
