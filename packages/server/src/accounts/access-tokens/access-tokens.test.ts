import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { createManualClock } from '../../core/clock.ts'
import { transact } from '../../storage/database.ts'

const clock = createManualClock(new Date('2026-03-01T00:00:00.000Z'))
let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
})

afterAll(() => app.close())

const statusOf = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` }
  return (await manage(app, { headers }, 'GET /events')).statusCode
}

const create = (more: { readonly expiresAt?: Date; readonly token?: string } = {}) =>
  transact(app.database, (tx) =>
    app.accessTokens.create(tx, {
      accountId: account.accountId,
      name: 'Test',
      scopes: ['events:read'],
      ...more,
    }),
  )

/** The part that names a token, and is no secret. */
const idOf = (token: string) => token.split('_')[1] ?? ''

test('a token is accepted until it is revoked, which happens once', async () => {
  const token = await create()
  expect(await statusOf(token)).toBe(200)
  expect(await app.accessTokens.revoke(idOf(token))).toBe(true)
  expect(await statusOf(token)).toBe(401)
  expect(await app.accessTokens.revoke(idOf(token))).toBe(false)
  expect(await app.accessTokens.revoke('nobody')).toBe(false)
})

test('a token is refused from the moment that it expires', async () => {
  const token = await create({ expiresAt: new Date('2026-03-02T00:00:00.000Z') })
  clock.set(new Date('2026-03-01T23:59:59.999Z'))
  expect(await statusOf(token)).toBe(200)
  clock.set(new Date('2026-03-02T00:00:00.000Z'))
  expect(await statusOf(token)).toBe(401)
})

test('a token with another secret, or another form, is refused', async () => {
  const token = await create()
  const swapped = token.endsWith('x') ? 'y' : 'x'
  const wrong = [`${token.slice(0, -1)}${swapped}`, token.slice(0, -1), `${token}x`, idOf(token)]
  for (const text of [...wrong, token.toUpperCase(), `${token}\0`]) {
    expect(await statusOf(encodeURI(text))).toBe(401)
  }
})

test('a token that was made before stays as it is', async () => {
  const token = await create()
  await app.accessTokens.revoke(idOf(token))
  expect(await create({ token })).toBe(token)
  expect(await statusOf(token)).toBe(401)
})

test('the secret of a token is not in the database, nor in the list', async () => {
  const token = await create()
  const { rows } = await sql<{ text: string }>`
    select string_agg(t::text, ' ') as text from access_tokens t`.execute(app.database)
  const list = await app.accessTokens.list()
  const shown = `${rows[0]?.text} ${list.map((row) => Object.values(row).join(' ')).join(' ')}`
  expect(shown).toContain(idOf(token))
  expect(shown).not.toContain(token.split('_')[2])
})

test('a scope stands for itself alone, and * for all', async () => {
  const weak = await manager(app, account, ['events:read'])
  const strong = await manager(app, account)
  expect((await manage(app, weak, 'GET /webhook-endpoints')).statusCode).toBe(403)
  expect((await manage(app, weak, 'PATCH /wallet', { lowBalanceThreshold: 0 })).statusCode).toBe(
    403,
  )
  expect((await manage(app, strong, 'GET /webhook-endpoints')).statusCode).toBe(200)
})

test('a token of an API client opens nothing of the Management API, nor the other way round', async () => {
  expect(await statusOf(account.token)).toBe(401)
  const { headers } = await manager(app, account)
  expect((await app.http.inject({ url: '/accounts/balance', headers })).statusCode).toBe(401)
})
