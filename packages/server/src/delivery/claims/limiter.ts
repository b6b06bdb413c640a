import { LRUCache } from 'lru-cache'

/** Lets each address try so many links that do not exist, and then none at all for a while. */
export interface Limiter {
  /** Whether this address has tried too many. */
  isExhausted(address: string): boolean
  /** Counts one that did not exist. */
  miss(address: string): void
}

/** Nobody mistypes a link more often; whoever guesses 192 bits gets nowhere, and is no burden. */
const MISSES_MAX = 20
export const WINDOW_MS = 60_000

/** Bounds the memory that addresses can take. */
const ADDRESSES_MAX = 10_000

export function createLimiter(): Limiter {
  const misses = new LRUCache<string, number>({
    max: ADDRESSES_MAX,
    ttl: WINDOW_MS,
    // A window begins with its first miss: people behind one address seldom miss, but go on.
    noUpdateTTL: true,
  })
  return {
    isExhausted: (address) => (misses.get(address) ?? 0) >= MISSES_MAX,
    miss: (address) => {
      misses.set(address, (misses.get(address) ?? 0) + 1)
    },
  }
}
