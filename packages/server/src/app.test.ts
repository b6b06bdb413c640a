import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestAccount, type TestApp } from '../test/harness.ts'

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
})

afterAll(() => app.close())

test('a funded account sees its balance', async () => {
  const response = await app.http.inject({
    method: 'GET',
    url: '/accounts/balance',
    headers: account.headers,
  })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({ balance: 1_000_000, currencyCode: 'NGN' })
})
