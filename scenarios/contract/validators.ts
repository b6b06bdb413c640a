import { expect } from 'vitest'
import { expectAnswer, expectNotModified } from '../src/contract/assertions.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

const paths = [
  '/countries',
  '/countries/US',
  '/products?size=3',
  '/products/5',
  '/countries/JP/products',
  '/product-categories',
  '/redeem-instructions',
  '/redeem-instructions/2',
  '/brands/2/redeem-instructions',
  '/products/5/redeem-instructions',
  '/fx-rate?currencyCode=USD&amount=5',
  '/discounts?size=3',
  '/products/5/discounts',
]

for (const path of paths) {
  inEveryDialect(`The ETag of GET ${path}`, (scenario) => {
    scenario('is strong, the same for the same answer, and known again', async (caller) => {
      const answer = await caller.get(path)
      expectAnswer(answer)
      const etag = `${answer.headers.etag}`
      expect(etag).toMatch(/^"[\w-]+"$/)
      expect(answer.headers['cache-control']).toBe('private, no-cache')
      expect((await caller.get(path)).headers.etag).toBe(etag)
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await caller.get(path, { 'if-none-match': known })
        expectNotModified(again)
        expect(again.headers).toMatchObject({ etag, 'cache-control': 'private, no-cache' })
      }
    })

    scenario('of another answer is not known', async (caller) => {
      for (const other of ['"other"', '', 'W/"other"', 'nonsense']) {
        expectAnswer(await caller.get(path, { 'if-none-match': other }))
      }
    })
  })
}

inEveryDialect('An ETag', (scenario) => {
  scenario('opens nothing to somebody without a token', async (caller) => {
    const { headers } = await caller.get('/products/5')
    const answer = await caller.get('/products/5', {
      authorization: undefined,
      'if-none-match': headers.etag,
    })
    expect(answer.status).toBe(401)
  })

  scenario('is not given to what changes with every order', async (caller) => {
    for (const path of ['/accounts/balance', '/reports/transactions']) {
      expect((await caller.get(path)).headers).not.toHaveProperty('etag')
    }
  })
})
