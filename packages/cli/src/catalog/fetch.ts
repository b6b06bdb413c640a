import type { GiftCards, Product } from '@openscrip/sdk'
import type { Listing } from '@openscrip/server'

const PAGE_SIZE = 200

/**
 * Fetches every product that the account of the client may sell. The listing
 * is whole only when the catalogue did not change while its pages were fetched.
 */
export async function fetchListing(
  { products }: GiftCards,
  onProgress: (done: number, total: number) => void,
): Promise<Listing> {
  const rows = new Map<number, unknown>()
  const totals = new Set<number>()
  for (let number = 1; ; number++) {
    const page = await products.list({ page: number, size: PAGE_SIZE })
    const before = rows.size
    // What has moved to a later page is met again; the later is the newer.
    for (const product of page.items) rows.set(product.productId, asSent(product))
    totals.add(page.totalItems)
    onProgress(rows.size, page.totalItems)
    if (page.isLast || rows.size === before) break
  }
  return { rows: [...rows.values()], isWhole: totals.size === 1 && totals.has(rows.size) }
}

/** Without the exact texts that the client puts beside numbers. */
function asSent(product: Product): unknown {
  function leaveOut(this: object, name: string, value: unknown): unknown {
    return name.endsWith('Text') && name.slice(0, -4) in this ? undefined : value
  }
  return JSON.parse(JSON.stringify(product, leaveOut))
}
