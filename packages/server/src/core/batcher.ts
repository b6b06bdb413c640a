/** The outcome of one item of a batch, in the order of the items. */
export type Outcome<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly error: unknown }

export interface BatcherOptions<Item, Result> {
  /**
   * Handles a list of items at once and answers one outcome per item, in order.
   * When it throws, the batch failed as a whole and nothing of it happened.
   */
  run(items: readonly Item[]): Promise<readonly Outcome<Result>[]>
  /** Items that may share a batch have the same key; one key for all by default. */
  key?(item: Item): string
  /** The most items in one batch. */
  sizeMax: number
  /** The most batches of one key that run at the same time. */
  concurrencyMax: number
  /** The most items of one key that may wait; more are refused with `overloaded`. */
  waitingMax: number
  /** How long an item may wait to get into a batch; then it is refused with `overloaded`. */
  waitMsMax: number
  /** The time in milliseconds. */
  now(): number
  /** What an item is refused with when too many wait, or when it has waited too long. */
  overloaded(): Error
}

/**
 * Joins calls that arrive together into batches, so that they share one
 * database transaction. Every call gets its own outcome: an item that cannot be
 * done rejects alone, and a batch that fails as a whole is run again item by
 * item, so that one bad item never harms its neighbours.
 *
 * Nothing waits for a timer: a lone call runs at once, and while a batch runs
 * the next one gathers.
 */
export interface Batcher<Item, Result> {
  submit(item: Item): Promise<Result>
  /** Resolves when everything that was submitted has an outcome. */
  drain(): Promise<void>
}

interface Waiting<Item, Result> {
  readonly item: Item
  readonly since: number
  resolve(result: Result): void
  reject(error: unknown): void
}

interface Lane<Item, Result> {
  waiting: Waiting<Item, Result>[]
  running: number
  scheduled: boolean
}

export function createBatcher<Item, Result>(
  options: BatcherOptions<Item, Result>,
): Batcher<Item, Result> {
  const lanes = new Map<string, Lane<Item, Result>>()
  let idle: (() => void)[] = []

  function submit(item: Item): Promise<Result> {
    const key = options.key?.(item) ?? ''
    const lane = lanes.get(key) ?? { waiting: [], running: 0, scheduled: false }
    lanes.set(key, lane)
    if (lane.waiting.length >= options.waitingMax) return Promise.reject(options.overloaded())
    return new Promise((resolve, reject) => {
      lane.waiting.push({ item, since: options.now(), resolve, reject })
      schedule(key, lane)
    })
  }

  // Calls that were read from the network in the same turn of the event loop
  // belong together; starting at once would send the first of them alone.
  function schedule(key: string, lane: Lane<Item, Result>): void {
    if (lane.scheduled) return
    lane.scheduled = true
    setImmediate(() => {
      lane.scheduled = false
      start(key, lane)
    })
  }

  function start(key: string, lane: Lane<Item, Result>): void {
    refuseLate(lane)
    while (lane.running < options.concurrencyMax && lane.waiting.length > 0) {
      const batch = lane.waiting.splice(0, options.sizeMax)
      lane.running++
      void runBatch(batch).finally(() => {
        lane.running--
        if (lane.waiting.length > 0) schedule(key, lane)
        else if (lane.running === 0 && !lane.scheduled) retire(key)
      })
    }
    if (lane.running === 0) retire(key)
  }

  /** Waiting items are in the order of arrival, so the late ones are the first. */
  function refuseLate(lane: Lane<Item, Result>): void {
    const deadline = options.now() - options.waitMsMax
    const punctual = lane.waiting.findIndex(({ since }) => since >= deadline)
    const late = lane.waiting.splice(0, punctual === -1 ? lane.waiting.length : punctual)
    for (const { reject } of late) reject(options.overloaded())
  }

  function retire(key: string): void {
    lanes.delete(key)
    if (lanes.size > 0) return
    for (const resolve of idle) resolve()
    idle = []
  }

  async function runBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    let outcomes: readonly Outcome<Result>[]
    try {
      outcomes = await options.run(batch.map((waiting) => waiting.item))
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error)
      for (const waiting of batch) await runBatch([waiting])
      return
    }
    batch.forEach((waiting, index) => {
      const outcome = outcomes[index]
      if (outcome === undefined) waiting.reject(new Error('The batch answered too few outcomes'))
      else if (outcome.ok) waiting.resolve(outcome.value)
      else waiting.reject(outcome.error)
    })
  }

  return {
    submit,
    drain: () =>
      lanes.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve)),
  }
}
