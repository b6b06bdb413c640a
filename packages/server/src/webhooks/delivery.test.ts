import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  manage,
  manager,
  plainOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createSink, type Sink } from '../../test/sink.ts'
import { until } from '../../test/until.ts'
import { createManualClock } from '../core/clock.ts'
import { transact } from '../storage/database.ts'
import { ATTEMPTS_MAX } from './schedule.ts'

const ALLOW_PRIVATE = { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' }
const HOUR_MS = 3_600_000

const clock = createManualClock(new Date())
let app: TestApp
let sink: Sink

beforeAll(async () => {
  app = await createTestApp({ clock }, ALLOW_PRIVATE)
  app.start()
})

afterAll(() => app.close())

beforeEach(async () => {
  // Verifiers of signatures look at the time of this machine.
  clock.set(new Date())
  sink = await createSink()
})

afterEach(() => sink.close())

type Caller = Pick<TestAccount, 'headers'>

interface EndpointOut {
  readonly id: string
  readonly secret: string
  readonly isEnabled: boolean
  readonly disabledReason: string | null
  readonly failingSince: string | null
}

async function open(events?: readonly string[], url = sink.url) {
  const account = await app.openAccount()
  const caller = await manager(app, account)
  const response = await manage(app, caller, 'POST /webhook-endpoints', {
    url,
    ...(events && { events }),
  })
  expect(response.statusCode).toBe(201)
  const endpoint = response.json() as EndpointOut
  return { account, caller, endpoint, path: `/webhook-endpoints/${endpoint.id}` }
}

async function rows(caller: Caller, path: string) {
  const response = await manage(app, caller, `GET ${path}`)
  expect(response.statusCode).toBe(200)
  return (response.json() as { content: Record<string, unknown>[] }).content
}

const fund = ({ accountId }: Pick<TestAccount, 'accountId'>) =>
  transact(app.database, (tx) =>
    app.wallets.fund(tx, { accountId, mode: 'test', amount: 1_000_000n }),
  )

/** Lets time pass; the event wakes the worker, which would notice within a second. */
async function pass(account: TestAccount, milliseconds: number): Promise<void> {
  clock.advance(milliseconds)
  await fund(account)
}

/** What is recorded follows what was answered. */
const deliveriesIn = (caller: Caller, path: string, state: string, count: number) =>
  until(`${count} deliveries are ${state}`, async () => {
    const found = await rows(caller, `${path}/deliveries?state=${state}&limit=200`)
    return found.length === count && found
  })

describe('an order', () => {
  test('is told in the form of the original, with everything that its programs read', async () => {
    const { account } = await open()
    const body = { ...plainOrder, customIdentifier: `told-${account.accountId}` }
    const transactionId = await buy(app, account, body)
    const [delivery] = await sink.until(1)
    const { json } = await get(app, account, `/reports/transactions/${transactionId}`)
    const facts = {
      transactionId,
      customIdentifier: body.customIdentifier,
      status: 'SUCCESSFUL',
    }
    const transaction = { id: transactionId, ...facts }
    expect(delivery?.json).toEqual({
      type: 'giftcard_transaction.status',
      liveMode: false,
      data: { ...json(), transaction },
      event: 'giftcard_transaction.status',
      ...facts,
      transaction,
      eventType: 'order.successful',
      sequence: 4,
    })
    expect(delivery?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': `evt_${account.accountId}_test_4`,
    })
  })

  test('is signed so that a Standard Webhooks verifier accepts it', async () => {
    const { account, endpoint } = await open()
    await buy(app, account)
    const [delivery] = await sink.until(1)
    const headers = delivery?.headers as Record<string, string>
    const verify = () => new Webhook(endpoint.secret).verify(delivery?.body ?? '', headers)
    expect(verify()).toEqual(delivery?.json)
  })

  test('is told to every endpoint that asks for it, and to no other', async () => {
    const { account, caller } = await open(['giftcard_transaction.status'])
    const others = ['order.successful', 'order.failed', 'wallet.funded']
    for (const type of others) {
      await manage(app, caller, 'POST /webhook-endpoints', {
        url: `${sink.url}/${type}`,
        events: [type],
      })
    }
    await buy(app, account)
    await fund(account)
    await sink.until(3)
    const told = sink.received.map(({ json }) => json.eventType ?? json.type).toSorted()
    expect(told).toEqual(['order.successful', 'order.successful', 'wallet.funded'])
    const fact = sink.received.find(({ json }) => json.type === 'wallet.funded')
    expect(fact?.json).toEqual({
      type: 'wallet.funded',
      liveMode: false,
      sequence: 8,
      data: { amount: 1, balance: expect.any(Number), currencyCode: 'NGN' },
    })
  })

  test('that another process placed is told as well, once', async () => {
    const { account, caller, path } = await open()
    const second = await createSecondApp(app, { clock }, ALLOW_PRIVATE)
    second.start()
    for (let count = 0; count < 20; count++) await buy(count % 2 ? app : second, account)
    await sink.until(20)
    await deliveriesIn(caller, path, 'delivered', 20)
    await second.close()
    expect(new Set(sink.received.map(({ json }) => json.sequence)).size).toBe(20)
    expect(sink.received).toHaveLength(20)
  })
})

describe('an attempt', () => {
  test('is kept with request, answer and time', async () => {
    const { account, caller, path } = await open()
    sink.answer = () => ({ status: 200, headers: { 'Content-Type': 'text/plain' } })
    await buy(app, account)
    const [request] = await sink.until(1)
    const [attempt] = await until('the attempt is recorded', async () => {
      const found = await rows(caller, `${path}/attempts`)
      return found.length > 0 && found
    })
    expect(attempt).toMatchObject({
      sequence: 4,
      type: 'order.successful',
      url: sink.url,
      isDelivered: true,
      status: 200,
      answerBody: '{}',
      answerHeaders: { 'content-type': 'text/plain' },
      error: null,
    })
    expect(attempt?.requestHeaders).toMatchObject({
      'webhook-signature': request?.headers['webhook-signature'],
    })
  })

  test('that fails is made again by the schedule, with a fresh signature on the same body', async () => {
    const { account, caller, path } = await open(['order.successful'])
    sink.answer = (_request, index) => (index < 2 ? 500 : 200)
    await buy(app, account)
    for (let count = 1; count <= 2; count++) {
      await sink.until(count)
      const [waiting] = await until(`attempt ${count} is recorded`, async () => {
        const found = await rows(caller, `${path}/deliveries?state=pending`)
        return found[0]?.attempts === count && found
      })
      expect(waiting).toMatchObject({ nextAttemptAt: expect.any(String) })
      const next = new Date(String(waiting?.nextAttemptAt))
      await pass(account, next.getTime() - clock.now().getTime())
    }
    const [first, , third] = await sink.until(3)
    expect(third?.body).toBe(first?.body)
    expect(third?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(third?.headers['webhook-signature']).not.toBe(first?.headers['webhook-signature'])
    const [delivered] = await deliveriesIn(caller, path, 'delivered', 1)
    expect(delivered).toMatchObject({ attempts: 3, nextAttemptAt: null })
    const failed = await rows(caller, `${path}/attempts?outcome=failed`)
    expect(failed.map(({ status }) => status)).toEqual([500, 500])
  })

  test('is made a bounded number of times; then the event waits to be sent again', async () => {
    const { account, caller, path } = await open(['order.successful'])
    sink.answer = () => 503
    await buy(app, account)
    for (let count = 1; count < ATTEMPTS_MAX; count++) {
      const [waiting] = await until(`attempt ${count} is recorded`, async () => {
        const found = await rows(caller, `${path}/deliveries?state=pending`)
        return found[0]?.attempts === count && found
      })
      const next = new Date(String(waiting?.nextAttemptAt))
      await pass(account, next.getTime() - clock.now().getTime())
    }
    await deliveriesIn(caller, path, 'failed', 1)
    const attempts = sink.received.length
    expect(attempts).toBe(ATTEMPTS_MAX)
    sink.answer = () => 200
    const resent = await manage(app, caller, `POST ${path}/resend`, { failed: true })
    expect(resent.statusCode).toBe(202)
    expect(resent.json()).toEqual({ count: 1 })
    await sink.until(attempts + 1)
    await deliveriesIn(caller, path, 'delivered', 1)
  })

  test('answered with 410 is the last to the endpoint', async () => {
    const { account, caller, path } = await open()
    sink.answer = () => 410
    await buy(app, account)
    const endpoint = await until('the endpoint is disabled', async () => {
      const response = await manage(app, caller, `GET ${path}`)
      const found = response.json() as EndpointOut
      return !found.isEnabled && found
    })
    expect(endpoint.disabledReason).toBe('gone')
    const response = await manage(app, caller, 'GET /events?types=webhook_endpoint.disabled')
    expect((response.json() as { content: object[] }).content).toMatchObject([
      { data: { disabledReason: 'gone' } },
    ])
  })
})

describe('an endpoint', () => {
  test('that has failed for three days is disabled and told; enabled, it gets what it missed', async () => {
    const { account, caller, path } = await open(['wallet.funded'])
    sink.answer = () => 500
    const isDisabled = async () =>
      !((await manage(app, caller, `GET ${path}`)).json() as EndpointOut).isEnabled
    await until('the endpoint is disabled', async () => {
      const before = sink.received.length
      await pass(account, 6 * HOUR_MS)
      // It is disabled a moment after its last request, and gets no other then.
      await until(
        'the next attempt arrives, or none is to come',
        async () => sink.received.length > before || (await isDisabled()),
      )
      return isDisabled()
    })
    await fund(account)
    sink.answer = () => 200
    const enabled = await manage(app, caller, `PATCH ${path}`, { isEnabled: true })
    expect(enabled.json()).toMatchObject({ isEnabled: true, disabledReason: null })
    await manage(app, caller, `POST ${path}/resend`, { failed: true })
    const all = await manage(app, caller, 'GET /events?types=wallet.funded&limit=1000')
    const { content } = all.json() as { content: { sequence: number }[] }
    clock.advance(24 * HOUR_MS)
    // The first was before the endpoint.
    const delivered = await deliveriesIn(caller, path, 'delivered', content.length - 1)
    const arrived = delivered.map(({ sequence }) => Number(sequence))
    expect(arrived.toReversed()).toEqual(content.slice(1).map(({ sequence }) => sequence))
  })

  test('that fails once in a long while is not disabled, however long that is', async () => {
    const { account, caller, path } = await open(['wallet.funded'])
    sink.answer = () => 500
    const look = async () => (await manage(app, caller, `GET ${path}`)).json() as EndpointOut
    for (const days of [0, 3, 30]) {
      const before = sink.received.length
      await pass(account, days * 24 * HOUR_MS)
      await sink.until(before + 1)
      const failing = clock.now().toISOString()
      const { failingSince, isEnabled } = await until('the failure is recorded', async () => {
        const endpoint = await look()
        return endpoint.failingSince === failing && endpoint
      })
      expect({ isEnabled, failingSince }).toEqual({ isEnabled: true, failingSince: failing })
      // Nothing waits to be tried again, so that there is a silence.
      await sql`update webhook_deliveries set state = 'failed' where state = 'pending'`.execute(
        app.database,
      )
    }
  })

  test('that hangs does not hold up another one', async () => {
    const slow = await createSink()
    slow.answer = () => 'silence'
    const { account, caller } = await open(['*'], slow.url)
    await manage(app, caller, 'POST /webhook-endpoints', { url: sink.url })
    await Promise.all(Array.from({ length: 100 }, () => buy(app, account)))
    await sink.until(100)
    await slow.close()
  })

  test('that is deleted gets nothing any more', async () => {
    const { account, caller, path } = await open()
    expect((await manage(app, caller, `DELETE ${path}`)).statusCode).toBe(204)
    expect((await manage(app, caller, `GET ${path}`)).statusCode).toBe(404)
    const kept = await manage(app, caller, 'POST /webhook-endpoints', { url: `${sink.url}/kept` })
    await buy(app, account)
    await sink.until(1)
    await deliveriesIn(caller, `/webhook-endpoints/${kept.json().id}`, 'delivered', 1)
    expect(sink.received).toHaveLength(1)
  })

  test('signs with both secrets while one replaces the other', async () => {
    const { account, caller, endpoint, path } = await open()
    const rotated = await manage(app, caller, `POST ${path}/rotate-secret`, { overlapSeconds: 60 })
    const { secret } = rotated.json() as EndpointOut
    expect(secret).not.toBe(endpoint.secret)
    expect((await manage(app, caller, `GET ${path}/secret`)).json()).toEqual({ secret })
    await buy(app, account)
    await sink.until(1)
    clock.advance(61_000)
    await buy(app, account)
    const [during, after] = await sink.until(2)
    const accepts = (key: string, received = during) => {
      try {
        new Webhook(key).verify(received?.body ?? '', received?.headers as Record<string, string>)
        return true
      } catch {
        return false
      }
    }
    expect([accepts(endpoint.secret), accepts(secret)]).toEqual([true, true])
    expect([accepts(endpoint.secret, after), accepts(secret, after)]).toEqual([false, true])
  })
})

describe('sending again', () => {
  test('one event, also one that the endpoint did not ask for', async () => {
    const { caller, path } = await open(['order.failed'])
    const response = await manage(app, caller, `POST ${path}/deliveries/1/resend`)
    expect(response.statusCode).toBe(202)
    const [delivery] = await sink.until(1)
    expect(delivery?.json).toMatchObject({ type: 'wallet.funded', sequence: 1 })
    expect((await manage(app, caller, `POST ${path}/deliveries/9/resend`)).statusCode).toBe(404)
  })

  test('a range, of what the endpoint asks for', async () => {
    const { account, caller, path } = await open(['giftcard_transaction.status'])
    for (let count = 0; count < 3; count++) await buy(app, account)
    await sink.until(3)
    await deliveriesIn(caller, path, 'delivered', 3)
    const response = await manage(app, caller, `POST ${path}/resend`, { from: 1, to: 5 })
    expect(response.json()).toEqual({ count: 2 })
    await sink.until(5)
    const again = sink.received.slice(3).map(({ json }) => Number(json.sequence))
    expect(again.toSorted()).toEqual([4, 5])
  })

  test('an example of every type, at once', async () => {
    const { caller, path } = await open()
    for (const type of ['order.failed', 'wallet.low_balance', 'webhook_endpoint.disabled']) {
      const response = await manage(app, caller, `POST ${path}/examples`, { type })
      expect(response.json()).toMatchObject({ sequence: null, type, isDelivered: true })
    }
    const told = sink.received.map(({ json }) => json.eventType ?? json.type)
    expect(told).toEqual(['order.failed', 'wallet.low_balance', 'webhook_endpoint.disabled'])
  })
})
