import { describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage } from '../src/contract/manager.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { stranger, theWorld } from '../src/contract/world.ts'

const RECEIVERS = '/manage/v1/webhook-receivers'
const ENDPOINTS = '/manage/v1/webhook-endpoints'

interface Receiver {
  readonly id: string
  readonly url: string
}

const make = async (body: object = {}) =>
  expectAnswer<Receiver>(await manage(`POST ${RECEIVERS}`, { body }), JSON_TYPE, 201).body

async function remove({ id }: Pick<Receiver, 'id'>, path = RECEIVERS): Promise<void> {
  const answer = await manage(`DELETE ${path}/${id}`)
  expect(answer).toMatchObject({ status: 204, contentType: '', text: '' })
  countAnswer(answer)
}

describe('/manage/v1/webhook-receivers', () => {
  operated('makes, shows, changes and deletes a receiver', async () => {
    const receiver = await make({ answer: '500' })
    expect(receiver).toEqual({
      id: expect.stringMatching(/^wr_[A-Za-z0-9]{16}$/),
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/receive\/[\w-]{32}$/),
      answer: '500',
      mode: 'test',
      endpointIds: [],
      createdAt: ISO_TIME,
      expiresAt: ISO_TIME,
    })
    expect(new URL(receiver.url).origin).toBe(theWorld().origin)
    const { body } = expectAnswer(await manage(`GET ${RECEIVERS}`), JSON_TYPE)
    expect(body).toContainEqual(receiver)
    const path = `${RECEIVERS}/${receiver.id}`
    const changed = await manage(`PATCH ${path}`, { body: { answer: '200' } })
    expect(expectAnswer(changed, JSON_TYPE).body).toEqual({ ...receiver, answer: '200' })
    await remove(receiver)
    expectError(await manage(`GET ${path}/requests`), refusals.receiverNotFound)
  })

  operated('shows what an endpoint sends it, and whose signature that is', async () => {
    const receiver = await make()
    const made = await manage(`POST ${ENDPOINTS}`, {
      body: { url: receiver.url, events: ['order.failed'] },
    })
    const { id } = expectAnswer<{ id: string }>(made, JSON_TYPE, 201).body
    const body = { type: 'order.failed' }
    expectAnswer(await manage(`POST ${ENDPOINTS}/${id}/examples`, { body }), JSON_TYPE)
    const requests = await manage(`GET ${RECEIVERS}/${receiver.id}/requests`)
    expect(expectAnswer(requests, JSON_TYPE).body).toEqual({
      content: [
        {
          id: expect.any(Number),
          headers: expect.objectContaining({ 'webhook-signature': expect.any(String) }),
          body: expect.stringContaining('"status":"FAILED"'),
          bytes: expect.any(Number),
          signature: 'verified',
          endpointId: id,
          answered: '200',
          at: ISO_TIME,
        },
      ],
      hasMore: false,
    })
    const page = await stranger().get(new URL(receiver.url).pathname)
    expect(page).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' })
    expect(page.text).toContain('signature verified')
    await remove({ id }, ENDPOINTS)
    await remove(receiver)
  })

  operated('are ten at most', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => make()))
    expectError(await manage(`POST ${RECEIVERS}`, { body: {} }), refusals.tooManyReceivers)
    await Promise.all(made.map((receiver) => remove(receiver)))
  })
})
