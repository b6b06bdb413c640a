import type { Clock } from '../core/clock.ts'
import type { Admission } from './admission.ts'
import type { Caller, Description, Exchange } from './model.ts'

/** Answered requests in memory, until they are written. */
export interface Intake {
  record(exchange: Exchange): void
  /** Resolves when it is known of all that were recorded whose they are. */
  settled(): Promise<unknown>
  /** Takes the first of those that wait. */
  take(count: number): readonly Waiting[]
  /** Puts them back where they were. */
  giveBack(lot: readonly Waiting[]): void
  readonly isEmpty: boolean
}

/** A request that is to be written. */
export interface Waiting {
  readonly caller: Caller
  readonly exchange: Exchange
  readonly description: Description
}

export interface IntakeDependencies {
  readonly clock: Clock
  readonly admission: Admission
  /** Whose request it is that nobody has been told of yet: it was refused, or asks for a token. */
  identify(exchange: Exchange): Caller | undefined | Promise<Caller | undefined>
  onError(error: unknown): void
}

/** Bounds what waits while the database is away or slow; the rest is counted. */
const WAITING_MAX = 5_000

/** Bounds what waits to be told apart, which only paths that are no endpoint do. */
const UNIDENTIFIED_MAX = 100

export function createIntake({ clock, admission, identify, onError }: IntakeDependencies): Intake {
  let waiting: Waiting[] = []
  const unidentified = new Set<Promise<void>>()

  function add(caller: Caller | undefined, exchange: Exchange, describe: () => Description): void {
    if (caller === undefined) return
    const { status } = exchange
    if (!admission.admit(caller, status, clock.now().getTime())) return
    if (waiting.length >= WAITING_MAX) admission.omit(caller, status)
    else waiting.push({ caller, exchange, description: describe() })
  }

  function addLater(caller: Promise<Caller | undefined>, exchange: Exchange): void {
    if (unidentified.size >= UNIDENTIFIED_MAX) return
    // By then the connection may be gone, and with it where the request came from.
    const description = exchange.describe()
    const added: Promise<void> = caller
      .then((found) => add(found, exchange, () => description))
      .catch(onError)
      .finally(() => unidentified.delete(added))
    unidentified.add(added)
  }

  return {
    record(exchange) {
      const caller = exchange.principal ?? identify(exchange)
      if (caller instanceof Promise) addLater(caller, exchange)
      else add(caller, exchange, exchange.describe)
    },
    settled: () => Promise.all(unidentified),
    take: (count) => waiting.splice(0, count),
    giveBack(lot) {
      waiting = [...lot, ...waiting]
    },
    get isEmpty() {
      return waiting.length === 0
    },
  }
}
