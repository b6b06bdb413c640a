import { expect } from 'vitest'
import { aTime, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { orderOf, placeOrder, type Transaction } from '../src/contract/order.ts'
import type { Page } from '../src/contract/page.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'
import { newIdentifier } from '../src/contract/world.ts'

const IDENTIFIER = 'customIdentifier'

inEveryDialect('POST /orders', (scenario, dialect) => {
  const isNet = dialect === '2026-10'

  scenario('answers the quickstart’s order field by field, in its order', async (caller) => {
    const customIdentifier = newIdentifier('gift-card-amazon-order')
    // As it is sent there: without an Accept header.
    const answer = await caller.post('/orders', {
      productId: 5,
      countryCode: 'US',
      quantity: 1,
      unitPrice: 5,
      customIdentifier,
      senderName: 'John Doe',
      recipientEmail: 'anyone@email.com',
      recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
    })
    const { written } = expectAnswer(answer)
    const wanted = {
      transactionId: expect.stringMatching(/^[1-9]\d*$/),
      amount: isNet ? '3113.80000' : '3139.45',
      discount: '25.65',
      currencyCode: 'NGN',
      fee: '285.00',
      smsFee: '4.45',
      totalFee: '289.45',
      preOrdered: false,
      recipientEmail: 'anyone@email.com',
      recipientPhone: '18579184613',
      customIdentifier,
      status: 'SUCCESSFUL',
      transactionCreatedTime: aTime,
      product: {
        productId: '5',
        productName: 'Amazon US',
        countryCode: 'US',
        quantity: '1',
        unitPrice: '5.00',
        totalPrice: '5.00',
        currencyCode: 'USD',
        brand: { brandId: '2', brandName: 'Amazon' },
      },
      balanceInfo: {
        oldBalance: expect.stringMatching(/^\d+\.\d{5}$/),
        newBalance: expect.stringMatching(/^\d+\.\d{5}$/),
        cost: '3113.80000',
        currencyCode: 'NGN',
        currencyName: 'Nigerian Naira',
        updatedAt: aTime,
      },
    }
    expect(written).toEqual(wanted)
    expect(Object.keys(written)).toEqual(Object.keys(wanted))
    expect(Object.keys(written.product)).toEqual(Object.keys(wanted.product))
    expect(Object.keys(written.balanceInfo)).toEqual(Object.keys(wanted.balanceInfo))
  })

  scenario('the time is now, in UTC', async (caller) => {
    const started = Math.floor(Date.now() / 1000) * 1000
    const { transactionCreatedTime } = await placeOrder(caller)
    const time = Date.parse(`${transactionCreatedTime.replace(' ', 'T')}Z`)
    // The server's clock need not be ours, but it is in the same hour.
    expect(Math.abs(time - started)).toBeLessThan(3_600_000)
  })

  scenario(
    'wants product, quantity and price; all else may be absent, null or empty',
    async (caller) => {
      const least = { productId: 5, quantity: 1, unitPrice: 5 }
      for (const fields of [
        {},
        { senderName: null, recipientEmail: null, recipientPhoneDetails: null, preOrder: null },
        { senderName: '', recipientEmail: '', customIdentifier: '' },
        { customIdentifier: null, productAdditionalRequirements: null },
        { productAdditionalRequirements: {}, preOrder: false },
      ]) {
        const { body, written } = expectAnswer<Transaction>(
          await caller.post('/orders', { ...least, ...fields }),
        )
        expect(body).toMatchObject({
          recipientEmail: null,
          recipientPhone: null,
          customIdentifier: null,
          preOrdered: false,
        })
        expect(written.smsFee).toBe('0.00')
      }
    },
  )

  scenario('takes numbers as text, as the C# and PHP samples send them', async (caller) => {
    const { written } = expectAnswer(
      await caller.post('/orders', orderOf({ productId: '5', quantity: '2', unitPrice: '5.50' })),
    )
    expect(written.product).toMatchObject({ productId: '5', quantity: '2', unitPrice: '5.50' })
  })

  scenario('takes numbers in every form of JSON', async (caller) => {
    for (const unitPrice of ['5', '5.0', '5.00', '5e0', '0.5e1', '5.000000000000000000']) {
      const body = `{"productId":5.0,"quantity":1.0,"unitPrice":${unitPrice}}`
      const { written } = expectAnswer(await caller.post('/orders', body))
      expect(written.product).toMatchObject({ productId: '5', quantity: '1', unitPrice: '5.00' })
    }
  })

  scenario(
    'unit and total price keep the decimals they were asked with, two at least',
    async (caller) => {
      for (const [unitPrice, unit, total] of [
        [5, '5.00', '15.00'],
        [5.5, '5.50', '16.50'],
        [5.123, '5.123', '15.369'],
        [5.12345, '5.12345', '15.37035'],
      ]) {
        const { written } = expectAnswer(
          await caller.post('/orders', orderOf({ unitPrice, quantity: 3 })),
        )
        expect(written.product).toMatchObject({ unitPrice: unit, totalPrice: total, quantity: '3' })
      }
    },
  )

  scenario('ignores fields that it does not know', async (caller) => {
    await placeOrder(caller, { countryCode: 'ZZ', nonsense: { a: [1] }, __proto__: 1 })
  })

  scenario('the balance falls from order to order', async (caller) => {
    const first = await placeOrder(caller)
    const second = await placeOrder(caller)
    expect(second.balanceInfo.oldBalance).toBe(first.balanceInfo.newBalance)
    expect(second.transactionId).toBeGreaterThan(first.transactionId)
  })

  scenario('keeps text as it was sent', async (caller) => {
    for (const text of ['a b/c?d&e=f#g%20', 'Ünïcödé 日本語 🎁', "'; drop table orders; --", '5']) {
      const customIdentifier = newIdentifier(text)
      const order = await placeOrder(caller, { customIdentifier, senderName: text })
      expect(order.customIdentifier).toBe(customIdentifier)
    }
    expect((await placeOrder(caller, { [IDENTIFIER]: Date.now() })).customIdentifier).toMatch(
      /^\d+$/,
    )
  })
})

inEveryDialect('The customIdentifier of POST /orders', (scenario) => {
  scenario('buys once: again it is refused, whatever else is in the body', async (caller) => {
    const { customIdentifier } = await placeOrder(caller)
    const before = await caller.get('/accounts/balance')
    for (const fields of [
      {},
      { productId: 10, unitPrice: 5 },
      { productId: 999_999 },
      { unitPrice: 0.01 },
      { quantity: -1 },
      { recipientEmail: 'nonsense' },
    ]) {
      const answer = await caller.post('/orders', orderOf({ ...fields, customIdentifier }))
      expectError(answer, refusals.identifierUsed)
    }
    expect((await caller.get('/accounts/balance')).text).toBe(before.text)
  })

  scenario('is free again after a refusal', async (caller) => {
    const customIdentifier = newIdentifier('refused')
    const refused = await caller.post('/orders', orderOf({ customIdentifier, unitPrice: 0 }))
    expectError(refused, refusals.invalidAmount('unitPrice'))
    await placeOrder(caller, { customIdentifier })
  })

  scenario('tells upper from lower case, which searching does not', async (caller) => {
    const identifier = newIdentifier('Case')
    await placeOrder(caller, { customIdentifier: identifier })
    await placeOrder(caller, { customIdentifier: identifier.toLowerCase() })
    const { body } = expectAnswer<Page<Transaction>>(
      await caller.get(`/reports/transactions?customIdentifier=${identifier.toUpperCase()}`),
    )
    expect(body.totalElements).toBe(2)
  })

  scenario('may be 150 characters long, each of any width', async (caller) => {
    const fill = (text: string, length: number) => newIdentifier('') + text.repeat(length)
    const long = (text: string) => [...fill(text, 200)].slice(0, 150).join('')
    for (const text of ['x', 'é', '🎁']) await placeOrder(caller, { [IDENTIFIER]: long(text) })
    for (const text of ['x', '🎁']) {
      const answer = await caller.post('/orders', orderOf({ [IDENTIFIER]: `${long(text)}x` }))
      expectError(answer, refusals.tooLong(IDENTIFIER, 150))
    }
  })

  scenario('that is too long is refused before anything else', async (caller) => {
    const fields = { [IDENTIFIER]: 'x'.repeat(151), productId: 999_999, unitPrice: -1 }
    const answer = await caller.post('/orders', orderOf(fields))
    expectError(answer, refusals.tooLong(IDENTIFIER, 150))
  })

  scenario(
    'of orders that are sent at the same moment lets one of them through',
    async (caller) => {
      const order = orderOf()
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => caller.post('/orders', order)),
      )
      const [placed, ...refused] = answers.toSorted((one, other) => one.status - other.status)
      if (placed !== undefined) expectAnswer(placed)
      expect(refused).toHaveLength(7)
      for (const answer of refused) expectError(answer, refusals.identifierUsed)
    },
  )
})
