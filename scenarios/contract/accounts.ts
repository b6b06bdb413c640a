import { describe, expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import { dialects } from '../src/contract/dialects.ts'
import { orderOf, placeOrder } from '../src/contract/order.ts'
import { emptyPage, type Page } from '../src/contract/page.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect, operated } from '../src/contract/scenario.ts'
import { callerOf } from '../src/contract/world.ts'

describe('Clients of one account', () => {
  operated(
    'share wallet, orders and cards, each order in the dialect it was placed in',
    async () => {
      const callers = await Promise.all(dialects.map((dialect) => callerOf({ dialect })))
      for (const buyer of callers) {
        const order = await placeOrder(buyer)
        const report = `/reports/transactions/${order.transactionId}`
        const cards = `/orders/transactions/${order.transactionId}/cards`
        const card = await buyer.get(cards)
        for (const reader of callers) {
          expect(expectAnswer(await reader.get(report)).body).toEqual(order)
          expect((await reader.get(cards)).text).toBe(card.text)
          const { body } = expectAnswer<{ balance: number }>(await reader.get('/accounts/balance'))
          expect(body.balance).toBeCloseTo(order.balanceInfo.newBalance, 4)
        }
      }
    },
  )

  operated('share identifiers: what one has used is used for all', async () => {
    const { customIdentifier } = await placeOrder(await callerOf({ dialect: '2022-06' }))
    for (const dialect of dialects) {
      const other = await callerOf({ dialect })
      const answer = await other.post('/orders', orderOf({ customIdentifier }))
      expectError(answer, refusals.identifierUsed)
    }
  })
})

/** The order is nowhere to be found. */
async function expectUnknown(caller: Caller, transactionId: number, identifier: string | null) {
  const isCoded = caller.dialect === '2026-10'
  expectError(
    await caller.get(`/orders/transactions/${transactionId}/cards`),
    isCoded ? refusals.invalidTransactionIdCoded : refusals.invalidTransactionId,
  )
  expectError(
    await caller.get(`/reports/transactions/${transactionId}`),
    isCoded ? refusals.transactionNotFoundCoded : refusals.transactionNotFound,
  )
  const found = await caller.get(`/reports/transactions?customIdentifier=${identifier}`)
  expect(expectAnswer<Page<unknown>>(found).body).toEqual(emptyPage({ size: 50 }))
}

inEveryDialect(
  'Another account',
  (scenario, dialect) => {
    scenario('sees neither orders nor cards, and may use the same identifier', async (caller) => {
      const order = await placeOrder(await callerOf({ dialect }))
      const { transactionId, customIdentifier } = order
      await expectUnknown(caller, transactionId, customIdentifier)
      await placeOrder(caller, { customIdentifier })
    })
  },
  { account: 'dollar' },
)

inEveryDialect(
  'The other mode of an account',
  (scenario, dialect) => {
    scenario('sees neither orders nor cards nor money', async (caller) => {
      const before = await caller.get('/accounts/balance')
      const order = await placeOrder(await callerOf({ account: 'dollar', dialect }))
      await expectUnknown(caller, order.transactionId, order.customIdentifier)
      expect((await caller.get('/accounts/balance')).text).toBe(before.text)
    })
  },
  { account: 'dollar', mode: 'live' },
)
