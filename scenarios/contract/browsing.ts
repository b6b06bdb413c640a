import { describe, expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import { JSON_TYPE, manage, order } from '../src/contract/manager.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'

describe('/manage/v1/products', () => {
  operated('shows what an order will cost, to the last digit', async () => {
    const { amount, balanceInfo } = await order({ unitPrice: 5 })
    const line = 'GET /manage/v1/products?q=amazon+us&denomination=5' as const
    const { body } = expectAnswer<{ content: { productId: number; price: object }[] }>(
      await manage(line),
      JSON_TYPE,
    )
    const price = body.content.find(({ productId }) => productId === 5)?.price
    expect(price).toMatchObject({
      unitPrice: 5,
      face: 2850,
      fee: amount - 2850,
      cost: balanceInfo.cost,
    })
    const one = await manage('GET /manage/v1/products/5?amount=5')
    expect(expectAnswer(one, JSON_TYPE).body).toMatchObject({ price })
  })

  operated('has what is on sale, for who has a wallet', async () => {
    const nothing = await manage('GET /manage/v1/products/999999999')
    expectError(nothing, refusals.productNotFound)
    for (const path of ['', '/5'] as const) {
      expectError(await manage(`GET /manage/v1/products${path}?mode=live`), refusals.noWallet)
    }
  })
})
