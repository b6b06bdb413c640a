import { expect } from 'vitest'
import { aTime, expectAnswer } from '../src/contract/assertions.ts'
import { placeOrder } from '../src/contract/order.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

interface Balance {
  readonly balance: number
  readonly updatedAt: string
}

inEveryDialect('GET /accounts/balance', (scenario) => {
  scenario('shows the wallet with five decimals and its thresholds with six', async (caller) => {
    const { body, written } = expectAnswer(await caller.get('/accounts/balance'))
    expect(written).toEqual({
      balance: expect.stringMatching(/^\d+\.\d{5,6}$/),
      frozenBalance: null,
      currencyCode: 'NGN',
      currencyName: 'Nigerian Naira',
      updatedAt: aTime,
      lowBalanceThreshold: '0.000000',
      maxLowBalanceThreshold: '0.000000',
    })
    expect(Object.keys(body as object)).toEqual(Object.keys(written))
  })

  scenario('is what the last order has left, as of that order', async (caller) => {
    const order = await placeOrder(caller)
    const { body } = expectAnswer<Balance>(await caller.get('/accounts/balance'))
    expect(body.balance).toBe(order.balanceInfo.newBalance)
    expect(body.updatedAt).toBe(order.transactionCreatedTime)
  })
})

inEveryDialect(
  'GET /accounts/balance',
  (scenario) => {
    scenario('is that of the mode of the client', async (caller) => {
      const { written } = expectAnswer(await caller.get('/accounts/balance'))
      expect(written).toMatchObject({ balance: '1000.00000', currencyName: 'US Dollar' })
    })
  },
  { account: 'dollar', mode: 'live' },
)
