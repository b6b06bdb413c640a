import { describe, expect } from 'vitest'
import { expectAnswer } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage } from '../src/contract/manager.ts'
import { placeOrder } from '../src/contract/order.ts'
import { operated } from '../src/contract/scenario.ts'
import { callerOf } from '../src/contract/world.ts'

const REQUESTS = '/manage/v1/requests'

interface Page {
  readonly content: readonly { readonly id: string }[]
}

describe('/manage/v1/requests', () => {
  operated('has a request as soon as it is answered, by the id in its header', async () => {
    const caller = await callerOf({ dialect: '2022-06' })
    const { transactionId } = await placeOrder(caller, {})
    const answer = await caller.get(`/reports/transactions/${transactionId}?page=1`)
    const line = `GET ${REQUESTS}?transactionId=${transactionId}` as const
    const { body } = expectAnswer<Page>(await manage(line), JSON_TYPE)
    const [shown, placed] = body.content
    expect(shown).toEqual({
      id: answer.headers['x-request-id'],
      at: ISO_TIME,
      clientId: caller.credentials.clientId,
      method: 'GET',
      route: '/reports/transactions/:transactionId',
      path: `/reports/transactions/${transactionId}`,
      query: 'page=1',
      status: 200,
      milliseconds: expect.any(Number),
      errorCode: null,
      transactionId,
      address: '127.0.0.1',
      userAgent: expect.any(String),
    })
    const detail = await manage(`GET ${REQUESTS}/${placed?.id}`)
    expect(expectAnswer(detail, JSON_TYPE).body).toMatchObject({
      ...placed,
      requestBody: expect.stringContaining('"productId":5'),
      responseBody: expect.stringContaining(`"transactionId":${transactionId}`),
    })
    expect(detail.text).not.toContain(caller.token)
  })
})
