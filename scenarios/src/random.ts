/** Chance that repeats itself: the same seed gives the same course. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** Up to `count` different items, in no order. */
  sample<Item>(items: readonly Item[], count: number): Item[]
}

/** Mulberry32: 32 bits of state are plenty for a test's course. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))

  return {
    integer,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    sample(items, count) {
      const left = [...items]
      const drawn: (typeof left)[number][] = []
      while (drawn.length < count && left.length > 0) {
        drawn.push(...left.splice(integer(0, left.length - 1), 1))
      }
      return drawn
    },
  }
}
