import { expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import type { AccountName } from '../src/contract/operator.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

const KEYS = ['senderCurrency', 'senderAmount', 'recipientCurrency', 'recipientAmount']

inEveryDialect('GET /fx-rate', (scenario) => {
  scenario('converts to five decimals, without fees and discount', async (caller) => {
    const { body, written } = expectAnswer(
      await caller.get('/fx-rate?currencyCode=USD&amount=94.99'),
    )
    expect(Object.keys(body as object)).toEqual(KEYS)
    expect(written).toEqual({
      senderCurrency: 'NGN',
      senderAmount: '54144.30000',
      recipientCurrency: 'USD',
      recipientAmount: '94.99',
    })
  })

  scenario('of 1 is the rate', async (caller) => {
    const { written } = expectAnswer(await caller.get('/fx-rate?amount=1&currencyCode=JPY'))
    expect(written).toMatchObject({ senderAmount: '3.76984', recipientAmount: '1.00' })
  })

  scenario('takes the code in lower case, and the amount in every form', async (caller) => {
    for (const amount of ['5', '5.0', '5.00000', '5e0', '0.5e1']) {
      const answer = await caller.get(`/fx-rate?currencyCode=usd&amount=${amount}`)
      expect(expectAnswer(answer).written).toMatchObject({
        senderAmount: '2850.00000',
        recipientCurrency: 'USD',
        recipientAmount: '5.00',
      })
    }
  })

  scenario('names the parameter that is missing', async (caller) => {
    for (const query of ['', '?', '?amount=5', '?currencyCode=&amount=5']) {
      expectError(await caller.get(`/fx-rate${query}`), refusals.missing('currencyCode'))
    }
    for (const query of ['?currencyCode=USD', '?currencyCode=USD&amount=']) {
      expectError(await caller.get(`/fx-rate${query}`), refusals.missing('amount'))
    }
  })

  scenario('refuses a code that is no currency’s', async (caller) => {
    for (const code of ['ZZZ', 'US', 'DOLLAR', '840', '__proto__', '%00']) {
      const answer = await caller.get(`/fx-rate?currencyCode=${code}&amount=5`)
      expectError(answer, refusals.invalidField('currencyCode'))
    }
  })

  scenario('refuses an amount that is not positive or no number', async (caller) => {
    for (const amount of ['0', '-1', 'abc', '1e99', '0.0000001', '1,5', '%00']) {
      const answer = await caller.get(`/fx-rate?currencyCode=USD&amount=${amount}`)
      // The sentence names the field itself.
      const { field: _, ...refusal } = refusals.invalidAmount('amount')
      expectError(answer, refusal)
    }
  })

  scenario('says so when nobody knows the rate', async (caller) => {
    const answer = await caller.get('/fx-rate?currencyCode=XDR&amount=5')
    expectError(answer, refusals.noRate('XDR', 'NGN'))
  })
})

const converted: readonly (readonly [AccountName, query: string, amount: string])[] = [
  ['dollar', 'currencyCode=EUR&amount=94.99', '103.25000'],
  ['yen', 'currencyCode=USD&amount=94.99', '14362.48800'],
  ['dinar', 'currencyCode=USD&amount=94.99', '29.16193'],
  ['dinar', 'currencyCode=KWD&amount=1.234', '1.23400'],
]

for (const [account, query, amount] of converted) {
  inEveryDialect(
    'GET /fx-rate',
    (scenario) => {
      scenario(`${query} in ${account} has five decimals as well`, async (caller) => {
        const { written } = expectAnswer(await caller.get(`/fx-rate?${query}`))
        expect(written.senderAmount).toBe(amount)
      })
    },
    { account },
  )
}
