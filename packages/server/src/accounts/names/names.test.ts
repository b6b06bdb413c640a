import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, manager, type TestAccount, type TestApp } from '../../../test/harness.ts'
import { nameActors } from './names.ts'

let app: TestApp
let account: TestAccount

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
  await sql`
    insert into users (id, name, email) values ('u1', 'Ada', 'ada@example.com')`.execute(
    app.database,
  )
  await sql`
    insert into bulk_orders (account_id, mode, id, name, occasion, state, currency, ready, invalid,
                             skipped, duplicates, cost_left, created_by, created_at)
    values (${account.accountId}, 'live', 7, 'Rewards', '', 'draft', 'NGN', 0, 0, 0, 0, 0, 'user:u1',
            now())`.execute(app.database)
})

afterAll(() => app.close())

test('whoever is on record is called as people know them', async () => {
  const { headers } = await manager(app, account)
  const tokenId = headers.authorization.split('_')[1] ?? ''
  const actors = await nameActors(app.database, account.accountId, [
    ...[
      account.clientId,
      tokenId,
      'user:u1',
      'user:gone',
      'msg_5',
      'nobody',
      'u1',
      account.clientId,
    ],
    ...['bulk:7', 'bulk:8', '7'],
  ])
  expect([...actors.values()]).toEqual([
    { kind: 'client', id: account.clientId, name: 'Test' },
    { kind: 'token', id: tokenId, name: 'Test' },
    { kind: 'user', id: 'u1', name: 'ada@example.com' },
    { kind: 'user', id: 'gone', name: null },
    { kind: 'message', id: 'msg_5', name: null },
    { kind: 'client', id: 'nobody', name: null },
    // A client may have any id; it is no person for that.
    { kind: 'client', id: 'u1', name: null },
    { kind: 'bulk_order', id: '7', name: 'Rewards' },
    { kind: 'bulk_order', id: '8', name: null },
    { kind: 'client', id: '7', name: null },
  ])
})

test('a client of another account has no name here', async () => {
  const other = await app.openAccount()
  const actors = await nameActors(app.database, other.accountId, [account.clientId])
  expect(actors.get(account.clientId)).toMatchObject({ name: null })
})
