import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/harness.ts'
import { insertManyOrders } from '../../../test/many-orders.ts'
import type { OrderFilter, Owner } from '../filter.ts'
import { type OrderStatus, orderStatuses } from '../model.ts'
import { tallyNextRun } from '../tallying/tallying.ts'
import { listPage } from './listing.ts'
import { walk } from './walking.ts'

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
  readonly recipient_phone: string | null
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
    isSame(row.recipient_phone, filter.recipientPhone) &&
    isSame(row.custom_identifier, filter.customIdentifier)
  )
}

/** What a search finds among the rows that fit the rest of a filter. */
function find(rows: readonly Row[], { search, ...rest }: OrderFilter): readonly Row[] {
  const fitting = rows.filter((row) => fits(rest, row))
  if (search === undefined) return fitting
  const named = fitting.filter(
    (row) => String(row.id) === search || isSame(row.custom_identifier, search),
  )
  if (named.length > 0) return named
  const digits = search.replace(/\D/g, '')
  return fitting.filter((row) =>
    search.includes('@') ? isSame(row.recipient_email, search) : row.recipient_phone === digits,
  )
}

const contains = (name: string, part: string | undefined) =>
  part === undefined || name.toLowerCase().includes(part.toLowerCase())

const isSame = (text: string | null, wanted: string | undefined) =>
  wanted === undefined || text?.toLowerCase() === wanted.toLowerCase()

const time = fc
  .integer({ min: -1_000, max: 370_000 })
  .map((seconds) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000))

const phoneOf = (number: number) => `1857918${String(number).padStart(4, '0')}`

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
    recipientPhone: fc.integer({ min: 0, max: 996 }).map(phoneOf),
    customIdentifier: fc.integer({ min: 3000, max: 27_200 }).map((id) => `ORDER-${id}`),
    search: fc.oneof(
      fc.integer({ min: 3000, max: 27_200 }).map(String),
      fc.integer({ min: 3000, max: 27_200 }).map((id) => `order-${id}`),
      fc.integer({ min: 0, max: 996 }).map((number) => `+1 (857) 918-${phoneOf(number).slice(-4)}`),
      fc.constantFrom('Frequent@example.com', 'nobody@example.com', '7', 'what is that'),
    ),
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
        const fitting = find(everything.get(owner) ?? [], filter)
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
    { recipientPhone: '18579180042', status: 'SUCCESSFUL' },
    { search: '+1 857 918 0042' },
    { from: new Date('2026-01-02T00:00:00Z'), to: new Date('2026-01-02T12:00:00Z') },
  ]

  test.each(walks)('walking through the pages of %o meets every order once', async (filter) => {
    const met: bigint[] = []
    for (let number = 0; ; number++) {
      const { rows } = await listPage(app.database, owner, filter, { number, size: 50 })
      if (rows.length === 0) break
      met.push(...rows.map((row) => row.id))
    }
    const fitting = find(everything.get(owner) ?? [], filter)
    expect(met).toEqual(fitting.map((row) => row.id))
  })

  test('a walk meets what a list has, once', async () => {
    await fc.assert(
      fc.asyncProperty(sparse, async (filter) => {
        const met: bigint[] = []
        for await (const chunk of walk(app.database, owner, filter)) {
          met.push(...chunk.map(({ id }) => id))
        }
        expect(met).toEqual(find(everything.get(owner) ?? [], filter).map((row) => row.id))
      }),
      { numRuns: 20 },
    )
  })
})

test('a walk meets those orders that were there when it began', async () => {
  const owner: Owner = { accountId: 4n, mode: 'test' }
  await insertManyOrders(app.database, { count: 2_500, owners: [owner] })
  await tally(owner, 900)
  let met = 0
  for await (const chunk of walk(app.database, owner, {})) {
    if (met === 0) await insertManyOrders(app.database, { count: 10, owners: [owner] })
    met += chunk.length
  }
  expect(met).toBe(2_500)
})

test.each([
  { field: 'recipientEmail', column: 'recipient_email', accountId: 3n },
  { field: 'recipientPhone', column: 'recipient_phone', accountId: 5n },
] as const)('two recipients with one fingerprint are told apart: $field', async (of) => {
  const owner: Owner = { accountId: of.accountId, mode: 'test' }
  const column = sql.ref(of.column)
  await insertManyOrders(app.database, { count: 300, owners: [owner] })
  const [first, second] = COLLIDING
  await sql`
    update orders set ${column} = (${[first, second, null]}::text[])[1 + id % 3]
     where account_id = ${of.accountId}`.execute(app.database)
  const all = await readRows(owner)
  const half = all[150]?.id ?? 0n
  await sql`
    update orders set ${column} = ${first}
     where account_id = ${of.accountId} and id < ${half} and ${column} is not null`.execute(
    app.database,
  )
  await tally(owner, 30)
  const rows = await readRows(owner)
  for (const recipient of COLLIDING) {
    const sought = { [of.field]: recipient } as OrderFilter
    for (const filter of [sought, { ...sought, status: 'SUCCESSFUL' } as const]) {
      const fitting = rows.filter((row) => fits(filter, row))
      const page = await listPage(app.database, owner, filter, { number: 1, size: 20 })
      expect(page.total).toBe(fitting.length)
      expect(page.rows.map((row) => row.id)).toEqual(fitting.slice(20, 40).map((row) => row.id))
    }
  }
})

/** Their MD5s begin with the same 32 bits. */
const COLLIDING = ['user16956@example.com', 'user118870@example.com'] as const
