import { expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

interface Instruction {
  readonly brandId: number
  readonly brandName: string
}

const KEYS = ['brandId', 'brandName', 'concise', 'verbose']
const unknownIds = ['999999999', '0', '-1', 'abc', '2.0', '%00', '9'.repeat(19)]

inEveryDialect('GET /redeem-instructions', (scenario) => {
  scenario('is a bare array with one row per brand', async (caller) => {
    const { body } = expectAnswer<Instruction[]>(await caller.get('/redeem-instructions'))
    for (const row of body) {
      expect(Object.keys(row)).toEqual(KEYS)
      expect(row).toEqual({
        brandId: expect.any(Number),
        brandName: expect.stringMatching(/./),
        concise: expect.stringMatching(/./),
        verbose: expect.stringMatching(/./),
      })
    }
    expect(new Set(body.map(({ brandId }) => brandId)).size).toBe(body.length)
  })
})

for (const path of ['/redeem-instructions/{brandId}', '/brands/{brandId}/redeem-instructions']) {
  const of = (id: number | string) => path.replace('{brandId}', `${id}`)

  inEveryDialect(`GET ${path}`, (scenario, dialect) => {
    scenario('is the row of the list, as a single object', async (caller) => {
      const { body: list } = expectAnswer<Instruction[]>(await caller.get('/redeem-instructions'))
      const [row] = list
      const { body } = expectAnswer(await caller.get(of(row?.brandId ?? 0)))
      expect(body).toEqual(row)
      expect(Object.keys(body as object)).toEqual(KEYS)
    })

    scenario('takes the id of a brand, not that of a product', async (caller) => {
      const { body } = expectAnswer<Instruction>(await caller.get(of(2)))
      expect(body).toMatchObject({ brandId: 2, brandName: 'Amazon' })
    })

    scenario('refuses the id of no brand', async (caller) => {
      const refusal = dialect === '2021-11' ? refusals.noInstructionUncoded : refusals.noInstruction
      for (const id of unknownIds) expectError(await caller.get(of(id)), refusal)
    })
  })
}

inEveryDialect('GET /products/{productId}/redeem-instructions', (scenario, dialect) => {
  scenario('is an object with the id and name of the product', async (caller) => {
    const { body } = expectAnswer(await caller.get('/products/5/redeem-instructions'))
    expect(Object.entries(body as object)).toEqual([
      ['productId', 5],
      ['productName', 'Amazon US'],
      ['concise', expect.stringMatching(/./)],
      ['verbose', expect.stringMatching(/./)],
    ])
  })

  scenario('is what the product says itself', async (caller) => {
    const { body: product } = expectAnswer<{ redeemInstruction: object }>(
      await caller.get('/products/15'),
    )
    const { body } = expectAnswer(await caller.get('/products/15/redeem-instructions'))
    expect(body).toMatchObject(product.redeemInstruction)
  })

  scenario('refuses the id of no product', async (caller) => {
    const refusal =
      dialect === '2021-11' ? refusals.productNotFoundUncoded : refusals.productNotFound
    for (const id of unknownIds) {
      expectError(await caller.get(`/products/${id}/redeem-instructions`), refusal)
    }
  })
})
