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

const wait = (by = caller) => manage(app, by, 'GET /events?after=2&wait=30')

test('so many requests wait for the events of an account, and one more is refused', async () => {
  const waiting = Array.from({ length: WAITING_MAX + 1 }, () => wait())
  const stranger = wait(await manager(app, await app.openAccount()))
  expect((await Promise.race(waiting)).statusCode).toBe(429)
  await buy(app, account)
  const statuses = (await Promise.all(waiting)).map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => status === 200)).toHaveLength(WAITING_MAX)
  app.events.stopWaiting()
  expect((await stranger).statusCode).toBe(200)
})
