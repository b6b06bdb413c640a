import { expect } from 'vitest'
import { V1, V2 } from '../src/api.ts'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import { placeOrder } from '../src/contract/order.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

type Card = Record<'cardNumber' | 'pinCode' | 'redemptionUrl', string | null>

const pathOf = (id: number | string) => `/orders/transactions/${id}/cards`

const read = async (caller: Caller, id: number, accept?: string) =>
  expectAnswer<Card[]>(await caller.get(pathOf(id), { accept }), accept?.includes('v2') ? V2 : V1)
    .body

inEveryDialect('GET /orders/transactions/{transactionId}/cards', (scenario, dialect) => {
  const unknown =
    dialect === '2026-10' ? refusals.invalidTransactionIdCoded : refusals.invalidTransactionId

  scenario(
    'is an array of fakes with number and pin, the same at every reading',
    async (caller) => {
      const { transactionId } = await placeOrder(caller)
      const cards = await read(caller, transactionId)
      expect(cards.map((card) => Object.entries(card))).toEqual([
        [
          ['cardNumber', expect.stringMatching(/^\w+test$/)],
          ['pinCode', expect.stringMatching(/^\d+test$/)],
        ],
      ])
      expect(await read(caller, transactionId)).toEqual(cards)
    },
  )

  scenario('has a card of its own for each that was bought', async (caller) => {
    const { transactionId } = await placeOrder(caller, { quantity: 4 })
    const cards = await read(caller, transactionId, V1)
    expect(cards).toHaveLength(4)
    expect(new Set(cards.map(({ cardNumber }) => cardNumber)).size).toBe(4)
  })

  scenario('a card without a pin has null', async (caller) => {
    const { transactionId } = await placeOrder(caller, { productId: 10, unitPrice: 5 })
    const cards = await read(caller, transactionId)
    expect(cards).toEqual([{ cardNumber: expect.stringMatching(/test$/), pinCode: null }])
  })

  scenario(
    'version 2 has a field of its own for the link, null where there is none',
    async (caller) => {
      const { transactionId } = await placeOrder(caller)
      const [card] = await read(caller, transactionId, V1)
      const second = await read(caller, transactionId, V2)
      expect(second).toEqual([{ ...card, redemptionUrl: null }])
      expect(Object.keys(second[0] ?? {})).toEqual(['cardNumber', 'pinCode', 'redemptionUrl'])
    },
  )

  scenario('version 1 shows the link of a link card as its number', async (caller) => {
    const { transactionId } = await placeOrder(caller, { productId: 20316, unitPrice: 1.234 })
    const [card] = await read(caller, transactionId, V1)
    expect(card).toEqual({
      cardNumber: expect.stringMatching(/^https:\/\//),
      pinCode: expect.stringMatching(/test$/),
    })
    expect(await read(caller, transactionId, V2)).toEqual([
      { cardNumber: null, pinCode: card?.pinCode, redemptionUrl: card?.cardNumber },
    ])
  })

  scenario('the version is that of Accept, and 1 where it leaves that open', async (caller) => {
    const { transactionId } = await placeOrder(caller)
    for (const [accept, type] of [
      [undefined, V1],
      ['*/*', V1],
      ['application/*', V1],
      [V1, V1],
      [V2, V2],
      [`${V2}, ${V1};q=0.5`, V2],
      [`text/html, ${V1}`, V1],
      [`${V2}; charset=utf-8`, V2],
      [`${V1}, */*`, V1],
    ] as const) {
      expectAnswer(await caller.get(pathOf(transactionId), { accept }), type)
    }
  })

  scenario('of another type than the vendor’s is as the dialect has it', async (caller) => {
    const { transactionId } = await placeOrder(caller)
    for (const accept of ['application/json', 'text/html', 'application/json, text/plain']) {
      const answer = await caller.get(pathOf(transactionId), { accept })
      if (dialect === '2026-10') expectError(answer, refusals.notAcceptable)
      else expectAnswer(answer)
    }
  })

  scenario('of an order that does not exist is refused', async (caller) => {
    for (const id of ['999999999', '0', '-1', 'abc', '1.5', '9'.repeat(19), '%00', '%20']) {
      expectError(await caller.get(pathOf(id)), unknown)
    }
  })

  scenario('an order that was refused for its type is as unknown as before', async (caller) => {
    const accept = dialect === '2026-10' ? V1 : 'application/json'
    expectError(await caller.get(pathOf(999_999_999), { accept }), unknown)
  })
})
