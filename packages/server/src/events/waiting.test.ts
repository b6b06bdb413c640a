import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'

const WAITING_MAX = 50

let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
  caller = await manager(app, account)
})

afterAll(() => app.close())

const wait = (by = caller, after = 2) => manage(app, by, `GET /events?after=${after}&wait=30`)

test('who is no longer allowed to is not answered, however long ago it was asked', async () => {
  const { headers } = await manager(app, account)
  const { content } = (await manage(app, caller, 'GET /events?limit=1000')).json() as {
    content: object[]
  }
  const waiting = manage(app, { headers }, `GET /events?after=${content.length}&wait=30`)
  await delay(200)
  await app.accessTokens.revoke(headers.authorization.split('_')[1] ?? '')
  await buy(app, account)
  expect((await waiting).statusCode).toBe(401)
})

test('so many requests wait for the events of an account, and one more is refused', async () => {
  // Two of its making, and one of the order above.
  const waiting = Array.from({ length: WAITING_MAX + 1 }, () => wait(caller, 3))
  const stranger = wait(await manager(app, await app.openAccount()))
  expect((await Promise.race(waiting)).statusCode).toBe(429)
  await buy(app, account)
  const statuses = (await Promise.all(waiting)).map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => status === 200)).toHaveLength(WAITING_MAX)
  app.events.stopWaiting()
  expect((await stranger).statusCode).toBe(200)
})
