import type { RunCount, Slice } from './store.ts'

/** A piece of a list whose length is known, and whose orders are looked up when a page needs them. */
export interface Part {
  readonly orders: number
  /** Ids, the newest first. */
  readIds(slice: Slice): Promise<readonly bigint[]>
}

/** The ids of one page of a list that consists of these parts. */
export async function readIds(parts: readonly Part[], { skip, take }: Slice): Promise<bigint[]> {
  const ids: bigint[] = []
  let ahead = skip
  for (const part of parts) {
    if (ahead < part.orders) {
      ids.push(...(await part.readIds({ skip: ahead, take: take - ids.length })))
      if (ids.length >= take) break
    }
    ahead = Math.max(0, ahead - part.orders)
  }
  return ids
}

/**
 * Runs that follow one another. For a page only those are read that have orders
 * of it, so the length of the list does not matter.
 */
export function partOfRuns(
  runs: readonly RunCount[],
  read: (runs: readonly RunCount[], slice: Slice) => Promise<readonly bigint[]>,
): Part {
  return {
    orders: totalOf(runs),
    readIds({ skip, take }) {
      const chosen: RunCount[] = []
      let before = 0
      let ahead = skip
      for (const run of runs) {
        if (before + run.orders <= skip) ahead -= run.orders
        else if (before < skip + take) chosen.push(run)
        before += run.orders
      }
      return read(chosen, { skip: ahead, take })
    },
  }
}

/** Orders that are known one by one. */
export function partOfIds(ids: readonly bigint[]): Part {
  return {
    orders: ids.length,
    readIds: async ({ skip, take }) => ids.slice(skip, skip + take),
  }
}

export function totalOf(parts: readonly { readonly orders: number }[]): number {
  return parts.reduce((total, part) => total + part.orders, 0)
}
