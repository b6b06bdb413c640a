import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/harness.ts'
import { insertManyOrders } from '../../../test/many-orders.ts'
import type { OrderFilter, Owner } from '../filter.ts'
import { type OrderStatus, orderStatuses } from '../model.ts'
import { tallyNextRun } from '../tallying/tallying.ts'
import { listPage } from './listing.ts'

let app: TestApp

/** Their orders are interleaved, about 8,000 each. */
const owners = {
  tallied: { accountId: 1n, mode: 'test' },
  halfTallied: { accountId: 1n, mode: 'live' },
  untallied: { accountId: 2n, mode: 'test' },
} as const satisfies Record<string, Owner>

/** What the filters look at, by owner; the newest first. */
const everything = new Map<Owner, readonly Row[]>()

interface Row {
  readonly id: bigint
  readonly status: OrderStatus
  readonly product_id: bigint
  readonly product_name: string
  readonly brand_id: number
  readonly brand_name: string
  readonly custom_identifier: string | null
  readonly recipient_email: string | null
  readonly created_at: Date
}

beforeAll(async () => {
  app = await createTestApp()
  const all = Object.values(owners)
  await insertManyOrders(app.database, { count: 12_000, owners: all, frequentShare: 0.8 })
  await tally(owners.tallied)
  await tally(owners.halfTallied)
  await insertManyOrders(app.database, { count: 12_000, owners: all, frequentShare: 0.8 })
  await tally(owners.tallied)
  for (const owner of all) everything.set(owner, await readRows(owner))
})

afterAll(() => app.close())

async function tally(owner: Owner, size = 97): Promise<void> {
  while (await tallyNextRun(app.database, owner, size));
}

async function readRows({ accountId, mode }: Owner): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from orders where account_id = ${accountId} and mode = ${mode}
     order by id desc`.execute(app.database)
  return rows
}

/** The filter as a person would explain it. */
function fits(filter: OrderFilter, row: Row): boolean {
  const second = Math.floor(row.created_at.getTime() / 1000) * 1000
  return (
    (filter.from === undefined || row.created_at >= filter.from) &&
    (filter.to === undefined || second <= filter.to.getTime()) &&
    (filter.status === undefined || row.status === filter.status) &&
    (filter.productId === undefined || row.product_id === filter.productId) &&
    (filter.brandId === undefined || row.brand_id === filter.brandId) &&
    contains(row.product_name, filter.productName) &&
    contains(row.brand_name, filter.brandName) &&
    isSame(row.recipient_email, filter.recipientEmail) &&
    isSame(row.custom_identifier, filter.customIdentifier)
  )
}

const contains = (name: string, part: string | undefined) =>
  part === undefined || name.toLowerCase().includes(part.toLowerCase())

const isSame = (text: string | null, wanted: string | undefined) =>
  wanted === undefined || text?.toLowerCase() === wanted.toLowerCase()

const time = fc
  .integer({ min: -1_000, max: 370_000 })
  .map((seconds) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000))

/** Anything may be absent; what is there mostly matches something. */
const filters = fc.record(
  {
    from: time,
    to: time,
    status: fc.constantFrom(...orderStatuses),
    productId: fc.bigInt(0n, 41n),
    brandId: fc.integer({ min: 0, max: 9 }),
    productName: fc.constantFrom(
      's',
      'us',
      'SPAIN',
      '50%',
      'product 1',
      'Product 7 Spain',
      '%',
      'x',
    ),
    brandName: fc.constantFrom('brand', '2', 'BRAND 0', '_'),
    recipientEmail: fc.oneof(
      fc.constantFrom('frequent@EXAMPLE.com', 'nobody@example.com', ''),
      fc.integer({ min: 0, max: 999 }).map((number) => `User${number}@example.com`),
    ),
    customIdentifier: fc.integer({ min: 3000, max: 27_200 }).map((id) => `ORDER-${id}`),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<OrderFilter>

/** Few filters at a time, or hardly anything would ever be found. */
const sparse = filters.chain((filter) =>
  fc
    .shuffledSubarray(Object.keys(filter), { maxLength: 3 })
    .map((kept) =>
      Object.fromEntries(Object.entries(filter).filter(([key]) => kept.includes(key))),
    ),
) as fc.Arbitrary<OrderFilter>

describe.each(Object.entries(owners))('%s orders', (_, owner) => {
  test('a page and its total are those of a list of everything', async () => {
    const page = fc.record({
      at: fc.double({ min: 0, max: 1.1, noNaN: true }),
      size: fc.integer({ min: 1, max: 50 }),
    })
    await fc.assert(
      fc.asyncProperty(sparse, page, async (filter, { at, size }) => {
        const fitting = (everything.get(owner) ?? []).filter((row) => fits(filter, row))
        const number = Math.floor((at * fitting.length) / size)
        const { rows, total } = await listPage(app.database, owner, filter, { number, size })
        expect(total).toBe(fitting.length)
        const expected = fitting.slice(number * size, (number + 1) * size)
        expect(rows.map((row) => row.id)).toEqual(expected.map((row) => row.id))
      }),
      { numRuns: 150 },
    )
  })

  const walks: readonly OrderFilter[] = [
    { productId: 0n },
    { status: 'FAILED' },
    // Two thirds of the products.
    { productName: 's', status: 'SUCCESSFUL' },
    { recipientEmail: 'frequent@example.com', brandId: 3 },
    { from: new Date('2026-01-02T00:00:00Z'), to: new Date('2026-01-02T12:00:00Z') },
  ]

  test.each(walks)('walking through the pages of %o meets every order once', async (filter) => {
    const met: bigint[] = []
    for (let number = 0; ; number++) {
      const { rows } = await listPage(app.database, owner, filter, { number, size: 50 })
      if (rows.length === 0) break
      met.push(...rows.map((row) => row.id))
    }
    const fitting = (everything.get(owner) ?? []).filter((row) => fits(filter, row))
    expect(met).toEqual(fitting.map((row) => row.id))
  })
})

test('two addresses with one fingerprint are told apart', async () => {
  const owner: Owner = { accountId: 3n, mode: 'test' }
  await insertManyOrders(app.database, { count: 300, owners: [owner] })
  const [first, second] = COLLIDING
  await sql`
    update orders set recipient_email = (${[first, second, null]}::text[])[1 + id % 3]
     where account_id = 3`.execute(app.database)
  const all = await readRows(owner)
  const half = all[150]?.id ?? 0n
  await sql`
    update orders set recipient_email = ${first}
     where account_id = 3 and id < ${half} and recipient_email is not null`.execute(app.database)
  await tally(owner, 30)
  const rows = await readRows(owner)
  for (const recipientEmail of COLLIDING) {
    for (const filter of [{ recipientEmail }, { recipientEmail, status: 'SUCCESSFUL' } as const]) {
      const fitting = rows.filter((row) => fits(filter, row))
      const page = await listPage(app.database, owner, filter, { number: 1, size: 20 })
      expect(page.total).toBe(fitting.length)
      expect(page.rows.map((row) => row.id)).toEqual(fitting.slice(20, 40).map((row) => row.id))
    }
  }
})

/** Their MD5s begin with the same 32 bits. */
const COLLIDING = ['user16956@example.com', 'user118870@example.com'] as const
