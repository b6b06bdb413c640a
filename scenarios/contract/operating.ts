import { describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, type Method, manage } from '../src/contract/manager.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { callerOf, theOperator } from '../src/contract/world.ts'

const OPERATOR = '/manage/v1/operator'

const tokens = new Map<string, Promise<string>>()

/** Sends a request as somebody who may look only if it only looks. */
async function operate(line: `${Method} ${string}`, body?: object) {
  const scope = line.startsWith('GET') ? 'operator:read' : 'operator:write'
  const token = tokens.get(scope) ?? theOperator().createToken(scope)
  tokens.set(scope, token)
  return manage(line, { token: await token, ...(body && { body }) })
}

describe('/manage/v1/operator/products', () => {
  operated('shows products and sets their terms', async () => {
    const line = `${OPERATOR}/products` as const
    const answer = await operate(`GET ${line}?q=amazon+us`)
    const { body } = expectAnswer<{ content: { productId: number }[] }>(answer, JSON_TYPE)
    const listed = body.content.find(({ productId }) => productId === 5)
    expect(listed).toMatchObject({ isActive: true, discountPercentage: 0.9, senderFee: 0.5 })
    const one = expectAnswer(await operate(`GET ${line}/5`), JSON_TYPE)
    expect(one.body).toEqual(listed)
    const same = await operate(`PATCH ${line}/5`, { discountPercentage: '0.900' })
    expect(expectAnswer(same, JSON_TYPE).body).toEqual(listed)
  })

  operated('refuses what there is not, and what makes no sense', async () => {
    const line = `${OPERATOR}/products` as const
    expectError(await operate(`GET ${line}/999999999`), refusals.productNotFound)
    expectError(await operate(`PATCH ${line}/999999999`, {}), refusals.productNotFound)
    expectError(await operate(`GET ${line}?page=0`), refusals.invalidField('page'))
    const refused = await operate(`PATCH ${line}/5`, { discountPercentage: 100.1 })
    expectError(refused, refusals.invalidField('discountPercentage'))
  })
})

describe('/manage/v1/operator/rates', () => {
  const line = `${OPERATOR}/rates` as const

  operated('shows rates and sets them, a leap when it is confirmed', async () => {
    const known = expectAnswer<{ perUsd: number }>(await operate(`GET ${line}/GHS`), JSON_TYPE).body
    const list = expectAnswer<{ content: object[] }>(await operate(`GET ${line}`), JSON_TYPE)
    expect(list.body.content).toContainEqual(known)
    const perUsd = known.perUsd * 2
    expectError(await operate(`PATCH ${line}/GHS`, { perUsd }), refusals.rateLeap('GHS', '100.0'))
    const set = await operate(`PATCH ${line}/GHS`, { perUsd, force: true })
    const name = 'Ghanaian Cedi'
    const rate = { currencyCode: 'GHS', name, perUsd, updatedAt: ISO_TIME }
    expect(expectAnswer(set, JSON_TYPE).body).toEqual(rate)
    expectAnswer(await operate(`PATCH ${line}/GHS`, { ...known, force: true }), JSON_TYPE)
  })

  operated('refuses what is no currency, a dollar’s worth, and nothing', async () => {
    expectError(await operate(`GET ${line}/ZZZ`), refusals.rateNotFound)
    expectError(await operate(`PATCH ${line}/ZZZ`, { perUsd: 1 }), refusals.rateNotFound)
    expectError(await operate(`PATCH ${line}/USD`, { perUsd: 2 }), refusals.rateFixed)
    const nothing = await operate(`PATCH ${line}/GHS`, { perUsd: 0 })
    expectError(nothing, refusals.invalidField('perUsd'))
  })
})

describe('/manage/v1/operator/accounts/{accountId}/prices', () => {
  operated('hold for the account’s clients, until they are deleted', async () => {
    const line = `${OPERATOR}/accounts/${await theOperator().account('yen')}/prices` as const
    const set = await operate(`POST ${line}`, { productId: 5, discountPercentage: 3.25 })
    const price = expectAnswer(set, JSON_TYPE).body
    expect(price).toMatchObject({ id: 'product-5', updatedAt: ISO_TIME })
    const list = expectAnswer(await operate(`GET ${line}`), JSON_TYPE)
    expect(list.body).toEqual({ content: [price] })
    const discountOf = async (account: 'yen' | 'naira') => {
      const caller = await callerOf({ account, dialect: '2022-06' })
      const answer = expectAnswer<object>(await caller.get('/products/5/discounts'))
      return answer.body
    }
    expect(await discountOf('yen')).toMatchObject({ discountPercentage: 3.25 })
    expect(await discountOf('naira')).toMatchObject({ discountPercentage: 0.9 })
    const deleted = await operate(`DELETE ${line}/product-5`)
    expect(deleted).toMatchObject({ status: 204, contentType: '', text: '' })
    countAnswer(deleted)
    expect(await discountOf('yen')).toMatchObject({ discountPercentage: 0.9 })
    expectError(await operate(`DELETE ${line}/product-5`), refusals.priceNotFound)
    const wrong = await operate(`POST ${line}`, { senderFee: -1 })
    expectError(wrong, refusals.invalidField('senderFee'))
  })

  operated('are of an account that there is', async () => {
    const line = `${OPERATOR}/accounts/999999999/prices` as const
    expectError(await operate(`GET ${line}`), refusals.accountNotFound)
    expectError(await operate(`POST ${line}`, { senderFee: 1 }), refusals.accountNotFound)
    expectError(await operate(`DELETE ${line}/everything`), refusals.accountNotFound)
  })
})

describe('/manage/v1/operator/health', () => {
  operated('shows how the platform is, and that the books are in order', async () => {
    const verified = await operate(`POST ${OPERATOR}/verify-ledger`)
    const ledger = expectAnswer(verified, JSON_TYPE).body
    expect(ledger).toMatchObject({ state: 'PASSED', discrepancies: [], error: null })
    const health = expectAnswer(await operate(`GET ${OPERATOR}/health`), JSON_TYPE).body
    expect(health).toMatchObject({ checkedAt: ISO_TIME, ledger })
  })
})
