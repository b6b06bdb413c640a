import { expect } from 'vitest'
import { expectAnswer } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import { placeOrder } from '../src/contract/order.ts'
import { emptyPage, type Page, pageOf } from '../src/contract/page.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

const lists = [
  { path: '/products', size: 200, sizeMax: 200 },
  { path: '/discounts', size: 200, sizeMax: 300 },
  { path: '/reports/transactions', size: 50, sizeMax: 50 },
] as const

const read = async (caller: Caller, path: string) =>
  expectAnswer<Page<unknown>>(await caller.get(path)).body

/** So that there are two pages at least of what the scenarios ask for. */
async function placeFour(caller: Caller): Promise<void> {
  for (let count = 0; count < 4; count++) await placeOrder(caller)
}

for (const { path, size, sizeMax } of lists) {
  inEveryDialect(`A page of ${path}`, (scenario) => {
    scenario('has the envelope of Spring Data, whole', async (caller) => {
      await placeFour(caller)
      const { totalElements: total } = await read(caller, path)
      for (const number of [0, 1]) {
        const page = await read(caller, `${path}?size=2&page=${number + 1}`)
        expect(page.content.length).toBeGreaterThan(0)
        expect(page).toEqual(pageOf(page.content, { total, number, size: 2 }))
      }
    })

    scenario('the last one says so, and one past the end is empty', async (caller) => {
      await placeFour(caller)
      const { totalElements: total, totalPages } = await read(caller, `${path}?size=3`)
      const last = await read(caller, `${path}?size=3&page=${totalPages}`)
      expect(last).toEqual(pageOf(last.content, { total, number: totalPages - 1, size: 3 }))
      expect(last.content.length).toBe(total - 3 * (totalPages - 1))
      const past = await read(caller, `${path}?size=3&page=${totalPages + 1}`)
      expect(past).toEqual(emptyPage({ total, number: totalPages, size: 3 }))
      const farPast = await read(caller, `${path}?size=3&page=999999999`)
      expect(farPast).toEqual(emptyPage({ total, number: 999_999_998, size: 3 }))
    })

    scenario(`has ${size} rows unless asked, and never more than ${sizeMax}`, async (caller) => {
      expect(await read(caller, path)).toMatchObject({ size, number: 0 })
      for (const [asked, given] of [
        ['1', 1],
        [`${sizeMax}`, sizeMax],
        [`${sizeMax + 1}`, sizeMax],
        ['999999', sizeMax],
      ] as const) {
        expect(await read(caller, `${path}?size=${asked}`)).toMatchObject({ size: given })
      }
    })

    scenario(
      'counts from 1 in the query, and falls back where that is no number',
      async (caller) => {
        const first = await read(caller, `${path}?size=2&page=1`)
        for (const page of ['0', '-1', 'abc', '', '1.5', '1e1', '%00', '9'.repeat(30)]) {
          expect(await read(caller, `${path}?size=2&page=${page}`)).toEqual(first)
        }
        for (const wrong of ['0', '-1', 'abc', '', '2.5', '9'.repeat(30)]) {
          expect(await read(caller, `${path}?size=${wrong}`)).toMatchObject({ size, number: 0 })
        }
      },
    )

    scenario('a parameter that is given twice counts once', async (caller) => {
      expect(await read(caller, `${path}?size=1&size=2`)).toMatchObject({ size: 1 })
    })
  })
}
