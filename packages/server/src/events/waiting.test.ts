import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
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
})

afterAll(() => app.close())

beforeEach(async () => {
  account = await app.openAccount()
  caller = await manager(app, account)
})

/** Waits for what comes after the two events of opening an account. */
const wait = (by = caller) => manage(app, by, 'GET /events?after=2&wait=30')

test('who is no longer allowed to is not answered, however long ago it was asked', async () => {
  const { headers } = await manager(app, account)
  const waits = vi.spyOn(app.events, 'waitAndRead')
  const waiting = wait({ headers })
  await expect.poll(() => waits.mock.calls.length).toBe(1)
  await app.accessTokens.revoke(headers.authorization.split('_')[1] ?? '')
  await buy(app, account)
  expect((await waiting).statusCode).toBe(401)
})

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
