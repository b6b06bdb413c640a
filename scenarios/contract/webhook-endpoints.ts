import { afterAll, beforeAll, describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage, orderWithEvent, type Sent } from '../src/contract/manager.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { openSink, type Sink } from '../src/sink.ts'

const ENDPOINTS = '/manage/v1/webhook-endpoints'

interface Endpoint {
  readonly id: string
  readonly secret: string
}

describe('/manage/v1/webhook-endpoints', () => {
  let sink: Sink

  beforeAll(async () => {
    sink = await openSink(0)
  })

  afterAll(() => sink.close())

  const make = async (body: object = {}) =>
    expectAnswer<Endpoint>(
      await manage(`POST ${ENDPOINTS}`, {
        body: { url: sink.url, events: ['order.failed'], ...body },
      }),
      JSON_TYPE,
      201,
    ).body

  async function remove({ id }: Endpoint): Promise<void> {
    const answer = await manage(`DELETE ${ENDPOINTS}/${id}`)
    expect(answer).toMatchObject({ status: 204, contentType: '', text: '' })
    countAnswer(answer)
  }

  operated('makes, shows, changes and deletes an endpoint; its secret is asked for', async () => {
    const { secret, ...endpoint } = await make({ description: 'Ours' })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(endpoint).toEqual({
      id: expect.stringMatching(/^we_[A-Za-z0-9]{16}$/),
      url: sink.url,
      description: 'Ours',
      events: ['order.failed'],
      mode: 'test',
      isEnabled: true,
      disabledReason: null,
      failingSince: null,
      previousSecretUntil: null,
      createdAt: ISO_TIME,
    })
    const path = `${ENDPOINTS}/${endpoint.id}`
    expect(expectAnswer(await manage(`GET ${path}`), JSON_TYPE).body).toEqual(endpoint)
    expect(expectAnswer(await manage(`GET ${ENDPOINTS}`), JSON_TYPE).body).toContainEqual(endpoint)
    const asked = expectAnswer(await manage(`GET ${path}/secret`), JSON_TYPE)
    expect(asked.body).toEqual({ secret })

    const changed = await manage(`PATCH ${path}`, { body: { description: null } })
    expect(expectAnswer(changed, JSON_TYPE).body).toEqual({ ...endpoint, description: null })
    const rotated = expectAnswer<Endpoint>(
      await manage(`POST ${path}/rotate-secret`, { body: { overlapSeconds: 60 } }),
      JSON_TYPE,
    ).body
    expect(rotated).toMatchObject({ id: endpoint.id, previousSecretUntil: ISO_TIME })
    expect(rotated.secret).not.toBe(secret)
    await remove(rotated)
    expectError(await manage(`GET ${path}`), refusals.endpointNotFound)
  })

  operated('sends an example at once, and shows the attempt', async () => {
    const endpoint = await make()
    const path = `${ENDPOINTS}/${endpoint.id}`
    const sent = await manage(`POST ${path}/examples`, { body: { type: 'order.failed' } })
    const { body: attempt } = expectAnswer(sent, JSON_TYPE)
    expect(attempt).toEqual({
      id: expect.any(Number),
      endpointId: endpoint.id,
      sequence: null,
      eventId: null,
      type: 'order.failed',
      isDelivered: true,
      url: sink.url,
      requestHeaders: expect.objectContaining({ 'webhook-id': sink.last.headers['webhook-id'] }),
      requestBody: sink.last.body,
      status: 200,
      answerHeaders: {},
      answerBody: '{"received":true}',
      error: null,
      milliseconds: expect.any(Number),
      at: ISO_TIME,
    })
    const { body } = expectAnswer(await manage(`GET ${path}/attempts`), JSON_TYPE)
    expect(body).toEqual({ content: [attempt], hasMore: false, nextBefore: null })
    await remove(endpoint)
  })

  operated('sends events again, and shows what becomes of them', async () => {
    const endpoint = await make({ events: ['order.successful'] })
    const { sequence } = (await orderWithEvent()).event
    const path = `${ENDPOINTS}/${endpoint.id}`
    const again = (line: string, sent: Sent = {}) => manage(`POST ${path}/${line}`, sent)
    const range = { from: sequence, to: sequence }
    for (const answer of [
      await again(`deliveries/${sequence}/resend`),
      await again('resend', { body: range }),
    ]) {
      expect(expectAnswer(answer, JSON_TYPE, 202).body).toEqual({ count: 1 })
    }
    expectError(await again('deliveries/999999999/resend'), refusals.eventNotFound)
    const { body } = expectAnswer(await manage(`GET ${path}/deliveries`), JSON_TYPE)
    expect(body).toEqual({
      content: [
        {
          sequence,
          eventId: expect.stringMatching(`_test_${sequence}$`),
          state: expect.stringMatching(/^(pending|delivered)$/),
          attempts: expect.any(Number),
          nextAttemptAt: expect.toSatisfy(
            (time) => time === null || !Number.isNaN(Date.parse(time)),
          ),
          updatedAt: ISO_TIME,
        },
      ],
      hasMore: false,
    })
    const ways = expectAnswer<object[]>(
      await manage(`GET /manage/v1/events/${sequence}/deliveries`),
      JSON_TYPE,
    ).body
    const [delivery] = (body as { content: object[] }).content
    expect(ways).toContainEqual({
      ...delivery,
      endpointId: endpoint.id,
      url: sink.url,
      state: expect.any(String),
      attempts: expect.any(Number),
      nextAttemptAt: expect.toSatisfy((time) => time === null || !Number.isNaN(Date.parse(time))),
      updatedAt: ISO_TIME,
    })
    const health = expectAnswer<object[]>(await manage('GET /manage/v1/webhook-health'), JSON_TYPE)
    expect(health.body).toContainEqual(
      expect.objectContaining({ endpointId: endpoint.id, failed: 0 }),
    )
    await remove(endpoint)
  })

  operated('sends nothing to one that is disabled', async () => {
    const endpoint = await make()
    const path = `${ENDPOINTS}/${endpoint.id}`
    expectAnswer(await manage(`PATCH ${path}`, { body: { isEnabled: false } }), JSON_TYPE)
    for (const [line, body] of [
      ['examples', { type: 'order.failed' }],
      ['deliveries/1/resend', undefined],
      ['resend', { failed: true }],
    ] as const) {
      const answer = await manage(`POST ${path}/${line}`, { body })
      expectError(answer, refusals.endpointDisabled)
    }
    await remove(endpoint)
  })

  operated('refuses what is no web address', async () => {
    const endpoint = await make()
    const message =
      'Invalid value provided for field url: The address must begin with https:// or http://'
    const refusal = { status: 400, code: 'INVALID_INPUT_PROVIDED', message }
    const body = { url: 'ftp://shop.example/' }
    expectError(await manage(`POST ${ENDPOINTS}`, { body }), refusal)
    expectError(await manage(`PATCH ${ENDPOINTS}/${endpoint.id}`, { body }), refusal)
    await remove(endpoint)
  })

  operated('are twenty at most', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => make()))
    const body = { url: sink.url }
    expectError(await manage(`POST ${ENDPOINTS}`, { body }), refusals.tooManyEndpoints)
    await Promise.all(made.map(remove))
  })
})
