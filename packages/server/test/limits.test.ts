import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  openPerson,
  type TestAccount,
  type TestApp,
} from './harness.ts'

let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp()
})

afterAll(() => app.close())

beforeEach(async () => {
  account = await app.openAccount({ mode: 'live' })
  caller = await manager(app, account)
})

type Line = Parameters<typeof manage>[2]
type Headers = Parameters<typeof manage>[1]

/** Asks one after another until five are left, then for twenty at once. @returns how many there are */
async function fill(max: number, ask: (n: number) => ReturnType<typeof manage>): Promise<number> {
  let made = 0
  while (made < max - 5) {
    const { statusCode, body } = await ask(made)
    expect(statusCode, body).toBe(201)
    made++
  }
  const rush = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(made + index)))
  const refused = rush.filter(({ statusCode }) => statusCode !== 201)
  for (const { body } of refused) expect(body).toMatch(/"errorCode":"TOO_MANY_/)
  return made + rush.length - refused.length
}

const poster =
  (line: Line, bodyOf: (n: number) => object, by: () => Headers = () => caller) =>
  (n: number) =>
    manage(app, by(), line, bodyOf(n))

/** Everything that an account, or a person, may have so many of. */
const limits: readonly (readonly [string, number, ReturnType<typeof poster>])[] = [
  [
    'drafts of bulk orders',
    100,
    poster('POST /bulk-orders?mode=live', (n) => ({ name: 'Test', csv: `productId\n${n}\n` })),
  ],
  ['funding requests', 20, poster('POST /funding-requests?mode=live', () => ({ amount: 1 }))],
  [
    'invitations',
    50,
    poster('POST /invitations', (n) => ({ email: `guest-${n}@example.com`, role: 'support' })),
  ],
  ['API clients', 100, poster('POST /clients?mode=test', (n) => ({ name: `Client ${n}` }))],
  [
    'webhook endpoints',
    20,
    poster('POST /webhook-endpoints', (n) => ({ url: `https://shop.example/${n}` })),
  ],
  ['webhook receivers', 10, poster('POST /webhook-receivers', () => ({}))],
]

test.each(limits)('of twenty who ask at once, none gets too many: %s', async (_name, max, ask) => {
  expect(await fill(max, ask)).toBe(max)
})

test('of twenty who ask at once, none gets too many: accounts of a person', async () => {
  const person = await openPerson(app)
  const tenant = { name: 'Shop', countryCode: 'NG', currencyCode: 'NGN' }
  const open = poster(
    'POST /accounts',
    () => tenant,
    () => person,
  )
  expect(await fill(20, open)).toBe(20)
})
