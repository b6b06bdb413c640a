import { expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import { orderOf, placeOrder, type Transaction } from '../src/contract/order.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

inEveryDialect('The recipient of POST /orders', (scenario) => {
  const phones: [countryCode: string, phoneNumber: string | number, digits: string][] = [
    ['US', '8579184613', '18579184613'],
    ['us', '8579184613', '18579184613'],
    ['US', 8579184613, '18579184613'],
    ['US', '+18579184613', '18579184613'],
    ['US', '18579184613', '18579184613'],
    ['US', '(857) 918-4613', '18579184613'],
    ['US', '857.918.4613', '18579184613'],
    ['NG', '+2348081234567', '2348081234567'],
    ['NG', '2348081234567', '2348081234567'],
    ['NG', '08081234567', '2348081234567'],
    ['NG', '8081234567', '2348081234567'],
    ['NG', '808 123 4567', '2348081234567'],
    ['ES', '34657829900', '34657829900'],
    ['ES', 34657829900, '34657829900'],
    ['ES', '+34 657 82 99 00', '34657829900'],
  ]
  scenario('a phone may be written in every usual way and comes back as digits', async (caller) => {
    for (const [countryCode, phoneNumber, digits] of phones) {
      const recipientPhoneDetails = { countryCode, phoneNumber }
      const order = await placeOrder(caller, { recipientPhoneDetails })
      expect(order).toMatchObject({ recipientPhone: digits, recipientEmail: null })
      expect(order.smsFee).toBeGreaterThan(0)
    }
  })

  scenario('the SMS is paid once per order, by the country of the phone', async (caller) => {
    for (const [countryCode, phoneNumber, smsFee] of [
      ['US', '8579184613', '4.45'],
      ['ES', '657829900', '56.91'],
      // The number says that it is Spanish, whatever the country beside it.
      ['US', '+34657829900', '56.91'],
    ]) {
      const { written } = expectAnswer(
        await caller.post(
          '/orders',
          orderOf({ quantity: 3, recipientPhoneDetails: { countryCode, phoneNumber } }),
        ),
      )
      expect(written).toMatchObject({ smsFee })
    }
  })

  scenario('a number that nobody can have is refused', async (caller) => {
    for (const phoneNumber of ['123', 'nonsense', '85791846130000000', '++1', '+']) {
      const recipientPhoneDetails = { countryCode: 'US', phoneNumber }
      const answer = await caller.post('/orders', orderOf({ recipientPhoneDetails }))
      expectError(answer, refusals.invalidPhone('US'))
    }
    for (const countryCode of ['ZZ', 'USA', '1']) {
      const recipientPhoneDetails = { countryCode, phoneNumber: '8579184613' }
      const answer = await caller.post('/orders', orderOf({ recipientPhoneDetails }))
      expectError(answer, refusals.invalidPhone(countryCode, 'countryCode'))
    }
  })

  scenario('a country that no SMS reaches is refused', async (caller) => {
    const recipientPhoneDetails = { countryCode: 'XK', phoneNumber: '43201234' }
    const answer = await caller.post('/orders', orderOf({ recipientPhoneDetails }))
    expectError(answer, refusals.noSms('XK'))
  })

  scenario('half a phone is refused by the name of the other half', async (caller) => {
    for (const [details, field] of [
      [{ countryCode: 'US' }, 'phoneNumber'],
      [{ phoneNumber: '8579184613' }, 'countryCode'],
      [{ countryCode: 'US', phoneNumber: '' }, 'phoneNumber'],
      [{ countryCode: null, phoneNumber: '8579184613' }, 'countryCode'],
    ] as const) {
      const answer = await caller.post('/orders', orderOf({ recipientPhoneDetails: details }))
      expectError(answer, refusals.missing(field))
    }
  })

  scenario(
    'an e-mail address comes back as it was sent, and a wrong one is refused',
    async (caller) => {
      for (const recipientEmail of [
        'anyone@email.com',
        'A.B+c@sub.Example.co.uk',
        'josé@bücher.de',
      ]) {
        expect((await placeOrder(caller, { recipientEmail })).recipientEmail).toBe(recipientEmail)
      }
      for (const recipientEmail of [
        'nonsense',
        'a@b',
        'a b@c.de',
        '@c.de',
        'a@c.de,b@c.de',
        'a@c.de\n',
      ]) {
        const answer = await caller.post('/orders', orderOf({ recipientEmail }))
        expectError(answer, refusals.invalidField('recipientEmail'))
      }
    },
  )
})

inEveryDialect('A pre-order', (scenario) => {
  scenario('of a product that can be had is an order that says so', async (caller) => {
    const fields = { productId: 10316, unitPrice: 5 }
    const order = await placeOrder(caller, { ...fields, preOrder: true })
    expect(order).toMatchObject({ preOrdered: true, status: 'SUCCESSFUL' })
    expect(await placeOrder(caller, { ...fields, preOrder: false })).toMatchObject({
      preOrdered: false,
    })
  })

  scenario('of a product that does not support it is refused', async (caller) => {
    expectError(await caller.post('/orders', orderOf({ preOrder: true })), refusals.noPreOrder)
  })
})

inEveryDialect('Additional requirements', (scenario) => {
  const freeFire = { productId: 6147, unitPrice: 0.99 }

  scenario('a product that wants a user id takes it as text or number', async (caller) => {
    for (const userId of ['player-1', 12345678, '玩家']) {
      await placeOrder(caller, { ...freeFire, productAdditionalRequirements: { userId } })
    }
  })

  scenario('a product that wants a user id is not sold without one', async (caller) => {
    for (const requirements of [undefined, null, {}, { userId: null }, { userId: '' }]) {
      const fields = { ...freeFire, productAdditionalRequirements: requirements }
      expectError(await caller.post('/orders', orderOf(fields)), refusals.missing('userId'))
    }
    const long = { ...freeFire, productAdditionalRequirements: { userId: 'x'.repeat(256) } }
    expectError(await caller.post('/orders', orderOf(long)), refusals.tooLong('userId', 255))
  })

  scenario('are ignored by every other product', async (caller) => {
    const productAdditionalRequirements = { userId: 'player-1', other: 1 }
    const { body } = expectAnswer<Transaction>(
      await caller.post('/orders', orderOf({ productAdditionalRequirements })),
    )
    expect(body.status).toBe('SUCCESSFUL')
  })
})
