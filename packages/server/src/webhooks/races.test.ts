import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createSink, type Sink, type SinkAnswer } from '../../test/sink.ts'
import { createManualClock } from '../core/clock.ts'

const clock = createManualClock(new Date())
let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>
let sink: Sink
let path: string

beforeAll(async () => {
  app = await createTestApp({ clock }, { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' })
  app.start()
})

afterAll(() => app.close())

beforeEach(async () => {
  sink = await createSink()
  account = await app.openAccount()
  caller = await manager(app, account)
  const made = await manage(app, caller, 'POST /webhook-endpoints', {
    url: sink.url,
    events: ['order.successful'],
  })
  path = `/webhook-endpoints/${made.json<{ id: string }>().id}`
})

afterEach(() => sink.close())

const isEnabled = async () =>
  (await manage(app, caller, `GET ${path}`)).json<{ isEnabled: boolean }>().isEnabled

const delivery = async () => {
  const list = await manage(app, caller, `GET ${path}/deliveries`)
  return list.json<{ content: { state: string; attempts: number; nextAttemptAt: string }[] }>()
    .content[0]
}

/** The sink answers its next request when told to. */
function hold() {
  const { promise, resolve } = Promise.withResolvers<SinkAnswer>()
  sink.answer = () => promise
  return resolve
}

test('an event that is answered with 410 is sent when the endpoint is enabled again', async () => {
  sink.answer = () => 410
  await buy(app, account)
  await expect.poll(isEnabled).toBe(false)
  await expect.poll(delivery).toMatchObject({ state: 'pending', attempts: 1 })
  sink.answer = () => 200
  await manage(app, caller, `PATCH ${path}`, { isEnabled: true })
  await expect.poll(delivery).toMatchObject({ state: 'delivered', attempts: 2 })
})

test('410 from an address that the endpoint no longer has does not disable it', async () => {
  const answer = hold()
  await buy(app, account)
  await sink.until(1)
  await manage(app, caller, `PATCH ${path}`, { url: `${sink.url}/new` })
  sink.answer = () => 200
  answer(410)
  await expect.poll(delivery).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(await isEnabled()).toBe(true)
})

test('an event that is asked for amid its last attempt is sent again when that fails', async () => {
  sink.answer = () => 500
  await buy(app, account)
  for (let count = 1; count <= 10; count++) {
    await expect.poll(delivery).toMatchObject({ attempts: count })
    const held = count === 10 ? hold() : undefined
    clock.set(new Date((await delivery())?.nextAttemptAt ?? ''))
    // Wakes the worker, which would notice the time within a second.
    await manage(app, caller, `PATCH ${path}`, { description: `${count}` })
    if (held === undefined) continue
    await sink.until(11)
    sink.answer = () => 500
    expect((await manage(app, caller, `POST ${path}/deliveries/4/resend`)).statusCode).toBe(202)
    await sink.until(12)
    held(500)
  }
  await expect.poll(delivery).toMatchObject({ state: 'pending', attempts: 12 })
})

test('what is under way when its endpoint is deleted is recorded, and nothing follows', async () => {
  const answer = hold()
  await buy(app, account)
  await sink.until(1)
  expect((await manage(app, caller, `DELETE ${path}`)).statusCode).toBe(204)
  answer(500)
  clock.advance(60_000)
  await delay(1_200)
  expect(sink.received).toHaveLength(1)
  expect(await isEnabled()).toBeUndefined()
})
