import { expect } from 'vitest'
import { expectError } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import { orderOf, placeOrder } from '../src/contract/order.ts'
import { type Refusal, refusals } from '../src/contract/refusals.ts'
import { inEveryDialect, type Scenario } from '../src/contract/scenario.ts'
import { newIdentifier } from '../src/contract/world.ts'

async function expectRefused(caller: Caller, fields: object, refusal: Refusal): Promise<void> {
  expectError(await caller.post('/orders', orderOf(fields)), refusal)
}

/** A scenario whose refusals must leave no trace: neither money nor orders change. */
function refusing(scenario: Scenario): Scenario {
  return (title, run) =>
    scenario(title, async (caller) => {
      const before = await readState(caller)
      await run(caller)
      expect(await readState(caller)).toEqual(before)
    })
}

async function readState(caller: Caller) {
  const balance = await caller.get('/accounts/balance')
  const orders = await caller.get('/reports/transactions?size=1')
  return { balance: balance.text, orders: orders.text }
}

inEveryDialect('A refusal of POST /orders', (scenario, dialect) => {
  const refused = refusing(scenario)
  const wrongPrice = dialect === '2021-11' ? refusals.wrongPriceUncoded : refusals.wrongPrice

  for (const field of ['productId', 'quantity', 'unitPrice']) {
    refused(`names ${field} when it is absent, null or empty`, async (caller) => {
      for (const value of [undefined, null, '']) {
        await expectRefused(caller, { [field]: value }, refusals.missing(field))
      }
    })

    refused(`names ${field} when it is no number`, async (caller) => {
      for (const value of [true, [], {}, '5'.repeat(65)]) {
        const answer = await caller.post('/orders', orderOf({ [field]: value }))
        expectError(answer, refusals.invalidField(field))
      }
    })
  }

  refused('missing fields are named in the order of the contract', async (caller) => {
    expectError(await caller.post('/orders', {}), refusals.missing('productId'))
    expectError(await caller.post('/orders', { productId: 5 }), refusals.missing('quantity'))
    const noPrice = { productId: 5, quantity: 1 }
    expectError(await caller.post('/orders', noPrice), refusals.missing('unitPrice'))
  })

  refused('of a product that does not exist', async (caller) => {
    for (const productId of [999_999, 0, -1, '999999', 9e18, '9223372036854775808']) {
      await expectRefused(caller, { productId }, refusals.invalidProduct)
    }
    for (const productId of [5.5, 'abc', '5x', '0x5']) {
      await expectRefused(caller, { productId }, refusals.invalidField('productId'))
    }
  })

  refused('of a quantity that is not positive, not whole, or too large', async (caller) => {
    for (const quantity of [0, -1, 1.5, '0', 'abc', '1x', 1e-7]) {
      await expectRefused(caller, { quantity }, refusals.invalidAmount('quantity'))
    }
    for (const quantity of [101, 1e9, '9'.repeat(30)]) {
      await expectRefused(caller, { quantity }, refusals.tooLarge('quantity', 100))
    }
  })

  refused('of a price that is not positive', async (caller) => {
    for (const unitPrice of [0, -5, '0.00', 'abc', '5,00', 'NaN', '-0']) {
      await expectRefused(caller, { unitPrice }, refusals.invalidAmount('unitPrice'))
    }
  })

  refused('of a price outside the range, or finer than five decimals', async (caller) => {
    for (const unitPrice of [4.99, 4.99999, 100.01, 5.000001, 1e15, '5.00000000000000000001']) {
      await expectRefused(caller, { unitPrice }, wrongPrice)
    }
  })

  refused('of a price that is none of the fixed values', async (caller) => {
    for (const unitPrice of [26, 24.99, 25.00001, 59.989]) {
      await expectRefused(caller, { productId: 1, unitPrice }, wrongPrice)
    }
  })

  refused('the product comes before the price, the price before the rest', async (caller) => {
    const wrong = { productId: 999_999, unitPrice: 1, preOrder: true }
    await expectRefused(caller, wrong, refusals.invalidProduct)
    await expectRefused(caller, { ...wrong, productId: 5 }, wrongPrice)
    await expectRefused(caller, { productId: 5, preOrder: true }, refusals.noPreOrder)
  })

  refused('of texts that are too long or cannot be kept', async (caller) => {
    await expectRefused(
      caller,
      { senderName: 'x'.repeat(256) },
      refusals.tooLong('senderName', 255),
    )
    for (const senderName of ['a\0b', '\ud800']) {
      await expectRefused(caller, { senderName }, refusals.invalidField('senderName'))
    }
    const odd = await caller.post('/orders', orderOf({ customIdentifier: 'a\0b' }))
    expectError(odd, refusals.invalidField('customIdentifier'))
    for (const [field, value] of [
      ['senderName', {}],
      ['customIdentifier', []],
      ['recipientEmail', 5],
      ['preOrder', 'yes'],
      ['recipientPhoneDetails', 'nonsense'],
      ['productAdditionalRequirements', 5],
    ] as const) {
      const answer = await caller.post('/orders', orderOf({ [field]: value }))
      expectError(answer, refusals.invalidField(field))
    }
  })

  if (dialect === '2026-10') {
    refused(
      'of more than 100 USD in test mode, whatever the currency of the card',
      async (caller) => {
        await expectRefused(caller, { unitPrice: 50, quantity: 3 }, refusals.testLimit)
        await expectRefused(caller, { unitPrice: 50.00001, quantity: 2 }, refusals.testLimit)
        await expectRefused(caller, { productId: 15, unitPrice: 100 }, refusals.testLimit)
        await expectRefused(caller, { productId: 1629, unitPrice: 15_120.1 }, refusals.testLimit)
      },
    )

    scenario('none for 100 USD exactly', async (caller) => {
      await placeOrder(caller, { unitPrice: 50, quantity: 2 })
      await placeOrder(caller, { productId: 1629, unitPrice: 15_120 })
    })

    refused('the limit comes after the price and before the balance', async (caller) => {
      await expectRefused(caller, { unitPrice: 101, quantity: 100 }, wrongPrice)
    })
  } else {
    scenario('has no limit of 100 USD', async (caller) => {
      await placeOrder(caller, { unitPrice: 5, quantity: 100 })
    })
  }
})

inEveryDialect(
  'A refusal of POST /orders',
  (scenario) => {
    scenario('when the wallet cannot pay, which leaves the identifier free', async (caller) => {
      const customIdentifier = newIdentifier('poor')
      const steamKuwait = { productId: 17178, customIdentifier }
      const before = await caller.get('/accounts/balance')
      for (let count = 0; count < 2; count++) {
        const answer = await caller.post('/orders', orderOf({ ...steamKuwait, unitPrice: 30 }))
        expectError(answer, refusals.insufficientBalance)
      }
      expect((await caller.get('/accounts/balance')).text).toBe(before.text)
      await placeOrder(caller, { ...steamKuwait, unitPrice: 1.5 })
    })

    scenario('of a used identifier comes before that of an empty wallet', async (caller) => {
      const order = { productId: 17178, customIdentifier: newIdentifier('poor'), unitPrice: 1.5 }
      await placeOrder(caller, order)
      const again = await caller.post('/orders', orderOf({ ...order, unitPrice: 30 }))
      expectError(again, refusals.identifierUsed)
    })
  },
  { account: 'dinar' },
)

inEveryDialect(
  'POST /orders in live mode',
  (scenario) => {
    const refused = refusing(scenario)
    refused('wants the name of the sender', async (caller) => {
      for (const senderName of [undefined, null, '']) {
        await expectRefused(caller, { senderName }, refusals.missing('senderName'))
      }
    })

    refused('is refused while nobody supplies the product', async (caller) => {
      await expectRefused(caller, {}, refusals.noSupplier)
    })
  },
  { account: 'dollar', mode: 'live' },
)
