import { expect } from 'vitest'
import type { Api, Card, ErrorBody, Page, Transaction } from './api.ts'
import { forEach, type Load } from './load.ts'
import { COST_CENTS, quickstartOrder } from './quickstart.ts'
import type { Random } from './random.ts'

const READERS = 16

/** What the clients know of all the orders they ever sent, to hold against what the server says. */
export interface Books {
  /** Every order that was answered, with its card once it has been read. */
  readonly placed: Map<string, { readonly order: Transaction; card: Card | undefined }>
  /** Orders whose outcome the clients do not know: each may exist, once. */
  readonly unknown: Set<string>
}

export function openBooks(): Books {
  return { placed: new Map(), unknown: new Set() }
}

/** Takes a load's orders over into the books. */
export function enter(books: Books, load: Load): void {
  expect(load.surprises).toEqual([])
  for (const [identifier, order] of load.placed) {
    books.placed.set(identifier, { order, card: undefined })
  }
  for (const identifier of load.unknown) books.unknown.add(identifier)
}

/** Every order that was answered is there as it was answered, once, with the one card it bought. */
export async function checkPlaced(
  api: Api,
  books: Books,
  identifiers: Iterable<string>,
): Promise<void> {
  await forEach(identifiers, READERS, async (identifier) => {
    const known = books.placed.get(identifier)
    const page = await api.find(identifier)
    expect({ identifier, found: page.content, total: page.totalElements }).toEqual({
      identifier,
      found: [known?.order],
      total: 1,
    })
    const cards = await api.cards(Number(known?.order.transactionId))
    expect(cards).toEqual([
      known?.card ?? { cardNumber: expect.any(String), pinCode: cards[0]?.pinCode },
    ])
    if (known !== undefined) known.card = cards[0]
  })
}

/**
 * An order without an answer exists at most once and whole. A few are sent
 * again, as a client would: that buys the ones that do not exist, and no other.
 */
export async function settleUnknown(
  api: Api,
  books: Books,
  identifiers: readonly string[],
  random: Random,
): Promise<void> {
  const sentAgain = new Set(random.sample(identifiers, 20))
  await forEach(identifiers, READERS, async (identifier) => {
    const { content, totalElements } = await api.find(identifier)
    expect({ identifier, atMostOne: totalElements <= 1 }).toEqual({ identifier, atMostOne: true })
    const [order] = content
    if (order !== undefined) expect(await api.cards(order.transactionId)).toHaveLength(1)
    if (!sentAgain.has(identifier)) return
    const again = await api.post<Transaction & ErrorBody>('/orders', quickstartOrder(identifier))
    expect({ identifier, status: again.status, code: again.body.errorCode }).toEqual(
      order === undefined
        ? { identifier, status: 200, code: undefined }
        : { identifier, status: 400, code: 'CUSTOM_IDENTIFIER_ALREADY_USED' },
    )
    books.unknown.delete(identifier)
    books.placed.set(identifier, { order: order ?? again.body, card: undefined })
  })
}

/** The balance is what all orders that exist have left of the start, to the cent. */
export async function checkBalance(api: Api, start: bigint): Promise<void> {
  const { totalElements } = await api.read<Page<Transaction>>('/reports/transactions?size=1')
  expect(await api.balance()).toBe(start - COST_CENTS * BigInt(totalElements))
}

/** Reads every order there is, page by page, and compares all of them with the books. */
export async function checkAll(api: Api, books: Books): Promise<void> {
  const seen = new Map<string, Transaction>()
  const ids = new Set<number>()
  let rows = 0
  for (let number = 1; ; number++) {
    const page = await api.read<Page<Transaction>>(`/reports/transactions?size=50&page=${number}`)
    rows += page.content.length
    for (const order of page.content) {
      seen.set(`${order.customIdentifier}`, order)
      ids.add(order.transactionId)
    }
    if (page.last) {
      expect(page.totalElements).toBe(rows)
      break
    }
  }
  expect({ identifiers: seen.size, ids: ids.size }).toEqual({ identifiers: rows, ids: rows })
  for (const [identifier, { order }] of books.placed) {
    expect(seen.get(identifier)).toEqual(order)
  }
  const strangers = [...seen.keys()].filter(
    (identifier) => !books.placed.has(identifier) && !books.unknown.has(identifier),
  )
  expect(strangers, 'orders that nobody sent').toEqual([])
}
