import { describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage, order } from '../src/contract/manager.ts'
import type { AccountName } from '../src/contract/operator.ts'
import { orderOf } from '../src/contract/order.ts'
import { type Refusal, refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { callerOf, newIdentifier, theOperator } from '../src/contract/world.ts'

const ORDERS = '/manage/v1/orders'

interface Quote {
  readonly cost: number
  readonly balanceAfter: number
  readonly transfers: readonly object[]
}

interface Placed {
  readonly transactionId: number
  readonly cost: number
}

/** Prices and places the same order, which has to be refused alike. */
async function expectRefused(fields: object, refusal: Refusal, account?: AccountName) {
  const token = await theOperator().createToken('orders:write', account)
  for (const path of [`${ORDERS}/quote`, ORDERS]) {
    const answer = await manage(`POST ${path}`, { body: orderOf(fields), token })
    expectError(answer, refusal)
  }
}

describe('/manage/v1/orders', () => {
  operated(
    'shows an order as soon as it is answered, in the list, alone and as a file',
    async () => {
      const placed = await order({ recipientEmail: 'jane@example.com' })
      const { transactionId, customIdentifier } = placed
      const one = await manage(`GET ${ORDERS}?q=${customIdentifier}`)
      const { body } = expectAnswer<{ content: object[] }>(one, JSON_TYPE)
      expect(body).toEqual({ content: [expect.any(Object)], total: 1, page: 1, size: 50 })
      const [row] = body.content
      expect(row).toMatchObject({
        transactionId,
        customIdentifier,
        status: placed.status,
        createdAt: ISO_TIME,
        cost: placed.balanceInfo.cost,
        placedBy: { kind: 'client' },
      })
      const page = await manage(`GET ${ORDERS}/${transactionId}`)
      expect(expectAnswer(page, JSON_TYPE).body).toMatchObject({
        ...row,
        // To the micro-unit here, to five decimals there.
        balanceBefore: expect.closeTo(placed.balanceInfo.oldBalance, 4),
        balanceAfter: expect.closeTo(placed.balanceInfo.newBalance, 4),
        messages: { total: 1, sent: 1 },
      })
      const file = await manage(`GET ${ORDERS}/export?q=${transactionId}`)
      expect(file).toMatchObject({ status: 200, contentType: 'text/csv; charset=utf-8' })
      expect(file.text.split('\r\n')[1]).toContain(`${transactionId},`)
      countAnswer(file)
    },
  )

  operated('tells what became of an order, in time', async () => {
    const { transactionId } = await order({ recipientEmail: 'jane@example.com' })
    const answer = await manage(`GET ${ORDERS}/${transactionId}/timeline`)
    const { body } = expectAnswer<{ content: { kind: string }[] }>(answer, JSON_TYPE)
    expect(body.content.map(({ kind }) => kind)).toEqual([
      ...['placed', 'transfer', 'transfer', 'cards', 'event', 'message'],
    ])
  })

  operated('places what it has priced, once', async () => {
    const body = orderOf({ quantity: 2 })
    const quote = expectAnswer<Quote>(await manage(`POST ${ORDERS}/quote`, { body }), JSON_TYPE)
    const dearer = { ...body, expectedCost: quote.body.cost + 1 }
    const refused = await manage(`POST ${ORDERS}`, { body: dearer })
    expectError(refused, refusals.priceChanged(String(quote.written.cost), 'NGN'))
    const expected = { ...body, expectedCost: String(quote.written.cost) }
    const answer = await manage(`POST ${ORDERS}`, { body: expected })
    const placed = expectAnswer<Placed>(answer, JSON_TYPE, 201)
    expect(placed.written.cost).toBe(quote.written.cost)
    const page = await manage(`GET ${ORDERS}/${placed.body.transactionId}`)
    const { written } = expectAnswer(page, JSON_TYPE)
    expect(written).toMatchObject({ dialect: '2026-10', placedBy: { kind: 'token' } })
    expect(written.balanceAfter).toBe(quote.written.balanceAfter)
    expect(written.transfers).toMatchObject(quote.written.transfers)
    await expectRefused(body, refusals.identifierUsed)
  })

  operated('refuses filters that it cannot read', async () => {
    for (const field of ['status', 'from', 'to', 'productId', 'recipient', 'page'] as const) {
      const answer = await manage(`GET ${ORDERS}?${field}=nonsense`)
      expectError(answer, refusals.invalidField(field))
    }
    expectError(await manage(`GET ${ORDERS}/export?to=nonsense`), refusals.invalidField('to'))
  })

  operated('shows codes for a reason, to one token thirty times a minute', async () => {
    const { transactionId } = await order()
    const cards = await (await callerOf({ dialect: '2026-10' })).get(
      `/orders/transactions/${transactionId}/cards`,
    )
    const [card] = JSON.parse(cards.text) as [{ cardNumber: string; pinCode: string }]
    const token = await theOperator().createToken('cards:reveal')
    const reveal = () =>
      manage(`POST ${ORDERS}/${transactionId}/reveal`, { body: { reason: 'To compare' }, token })
    for (let count = 0; count < 30; count++) {
      expect(expectAnswer(await reveal(), JSON_TYPE).body).toEqual({
        transactionId,
        cards: [{ position: 1, ...card, redemptionUrl: null }],
      })
    }
    expectError(await reveal(), refusals.revealedTooOften)
    const page = await manage(`GET ${ORDERS}/${transactionId}`)
    expect(page.text).not.toContain(card.cardNumber)
    const { body } = expectAnswer<{ reveals: object[] }>(page, JSON_TYPE)
    expect(body.reveals[0]).toMatchObject({ via: 'manage', reason: 'To compare', at: ISO_TIME })
  })
})

describe('A refusal of POST /manage/v1/orders and of its price', () => {
  operated('is that of POST /orders', async () => {
    for (const [fields, refusal] of [
      [{ quantity: 0 }, refusals.invalidAmount('quantity')],
      [{ quantity: 101 }, refusals.tooLarge('quantity', 100)],
      [{ productId: 999_999 }, refusals.invalidProduct],
      [{ unitPrice: 4.99 }, refusals.wrongPrice],
      [{ unitPrice: 50, quantity: 3 }, refusals.testLimit],
      [{ preOrder: true }, refusals.noPreOrder],
      [{ senderName: 'x'.repeat(256) }, refusals.tooLong('senderName', 255)],
      [{ senderName: 'a\0b' }, refusals.invalidField('senderName')],
      [{ unitPrice: undefined }, refusals.missing('unitPrice')],
    ] as const) {
      await expectRefused(fields, refusal)
    }
  })

  operated('of a phone is that of POST /orders', async () => {
    const phone = (countryCode: string, phoneNumber: string) => ({
      recipientPhoneDetails: { countryCode, phoneNumber },
    })
    await expectRefused(phone('US', '1'), refusals.invalidPhone('US'))
    await expectRefused(phone('XK', '43201234'), refusals.noSms('XK'))
  })

  operated('depends on the wallet', async () => {
    const body = { productId: 17178, unitPrice: 30, customIdentifier: newIdentifier('poor') }
    const token = await theOperator().createToken('orders:write', 'dinar')
    const quote = await manage(`POST ${ORDERS}/quote`, { body: orderOf(body), token })
    expect(expectAnswer(quote, JSON_TYPE).body).toMatchObject({ isAffordable: false })
    const placed = await manage(`POST ${ORDERS}`, { body: orderOf(body), token })
    expectError(placed, refusals.insufficientBalance)
    await expectRefused({}, refusals.noRate('USD', 'XDR'), 'drawingRights')
    for (const path of [`${ORDERS}/quote`, ORDERS]) {
      const answer = await manage(`POST ${path}?mode=live`, { body: orderOf() })
      expectError(answer, refusals.noWallet)
    }
  })

  operated('in live mode is for want of a supplier', async () => {
    const token = await theOperator().createToken('orders:write', 'dollar')
    for (const path of [`${ORDERS}/quote`, ORDERS]) {
      const answer = await manage(`POST ${path}?mode=live`, { body: orderOf(), token })
      expectError(answer, refusals.noSupplier)
    }
  })
})
