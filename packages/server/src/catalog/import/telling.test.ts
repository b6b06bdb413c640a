import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { listedProduct, listedRange } from '../../../test/listed-product.ts'
import { loadSnapshot } from '../store.ts'
import type { ImportRequest } from './service.ts'

type Caller = Pick<TestAccount, 'headers'>

let app: TestApp
let account: TestAccount

beforeEach(async () => {
  app = await createTestApp()
  account = await app.openAccount({ currency: 'USD' })
})

afterEach(() => app.close())

function take(rows: readonly unknown[], options: Partial<ImportRequest> = {}) {
  return app.importCatalog({ rows, isWhole: false, ...options })
}

describe('every account with a wallet is told', () => {
  const toldTo = async (caller: Caller, mode = 'test') => {
    const response = await manage(
      app,
      caller,
      `GET /events?mode=${mode}&limit=1000&types=product.changed,product.withdrawn`,
    )
    const { content } = response.json<{
      content: { type: string; data: { productIds: number[] } }[]
    }>()
    return content.map(({ type, data }) => ({ type, data }))
  }

  test('of products that are new, changed and withdrawn, in each mode that it has', async () => {
    const live = await app.openAccount({ mode: 'live' })
    const [first, second] = [await manager(app, account), await manager(app, live)]
    await take([listedProduct(), listedRange()])
    await take([listedProduct(), listedRange({ productId: 900_002, productName: 'Another name' })])
    await take([listedProduct()], { isWhole: true })
    const told = await toldTo(first)
    expect(told.slice(0, 2)).toEqual([
      { type: 'product.changed', data: { productIds: [900_001, 900_002] } },
      { type: 'product.changed', data: { productIds: [900_002] } },
    ])
    const withdrawn = told.slice(2)
    expect(new Set(withdrawn.map(({ type }) => type))).toEqual(new Set(['product.withdrawn']))
    const { products } = await loadSnapshot(app.database)
    const gone = [...products.values()].filter(({ isActive }) => !isActive)
    const ids = withdrawn.flatMap(({ data }) => data.productIds)
    expect(ids.toSorted((a, b) => a - b)).toEqual(gone.map(({ id }) => Number(id)))
    expect(ids).toContain(900_002)
    expect(await toldTo(second, 'live')).toEqual(told)
    expect(await toldTo(second)).toEqual([])
  })

  test('of a thousand at a time, behind the orders that were placed before', async () => {
    const caller = await manager(app, account)
    await buy(app, account)
    const ids = Array.from({ length: 2_100 }, (_, index) => 900_001 + index)
    await take(ids.map((productId) => listedProduct({ productId })))
    const { content } = (await manage(app, caller, 'GET /events?after=2')).json<{
      content: { type: string; data: { productIds: number[] } }[]
    }>()
    const [placed, ...told] = content
    expect(placed?.type).toBe('order.successful')
    expect(told.map(({ data }) => data.productIds.length)).toEqual([1_000, 1_000, 100])
    const all = told.flatMap(({ data }) => data.productIds)
    expect(all.toSorted((a, b) => a - b)).toEqual(ids)
  })

  test('of nothing when nothing is changed', async () => {
    const caller = await manager(app, account)
    await take([listedProduct()], { isDryRun: true })
    await take([listedProduct(), listedProduct({ productName: '' })])
    expect(await toldTo(caller)).toEqual([])
    await take([listedProduct()])
    await take([listedProduct()])
    expect(await toldTo(caller)).toHaveLength(1)
  })
})
