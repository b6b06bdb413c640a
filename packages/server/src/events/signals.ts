import { keyOf, type Owner } from '../accounts/index.ts'

/** Wakes whoever waits for events of an owner. A signal says that it is worth looking, no more. */
export interface Signals {
  /** @param key `keyOf` the owner; undefined when it may be anybody */
  raise(key: string | undefined): void
  /** Hears every signal. */
  subscribe(hear: (key: string | undefined) => void): void
  /** Begins to listen; what is raised from now on is not missed, however late it is waited for. */
  listen(owner: Owner): Listening
  /** Ends every waiting, now and for ever. */
  close(): void
  readonly isClosed: boolean
}

export interface Listening {
  /** Resolves at the next signal, after so many milliseconds, or when `signal` aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
  end(): void
}

export function createSignals(): Signals {
  const waiting = new Map<string, Set<() => void>>()
  const subscribers: ((key: string | undefined) => void)[] = []
  let isClosed = false

  function wake(listeners: Iterable<() => void> = []): void {
    for (const listener of listeners) listener()
  }

  function wakeAll(): void {
    for (const listeners of waiting.values()) wake(listeners)
  }

  return {
    raise(key) {
      if (key === undefined) wakeAll()
      else wake(waiting.get(key))
      for (const hear of subscribers) hear(key)
    },
    subscribe: (hear) => void subscribers.push(hear),
    listen(owner) {
      const key = keyOf(owner)
      const { promise: raised, resolve } = Promise.withResolvers<void>()
      const listeners = waiting.get(key) ?? new Set()
      waiting.set(key, listeners.add(resolve))
      return {
        async wait(milliseconds, signal) {
          if (isClosed || signal.aborted) return
          const timer = setTimeout(resolve, milliseconds)
          const stop = () => resolve()
          signal.addEventListener('abort', stop)
          await raised
          clearTimeout(timer)
          signal.removeEventListener('abort', stop)
        },
        end() {
          listeners.delete(resolve)
          if (listeners.size === 0 && waiting.get(key) === listeners) waiting.delete(key)
        },
      }
    },
    close() {
      isClosed = true
      wakeAll()
    },
    get isClosed() {
      return isClosed
    },
  }
}
