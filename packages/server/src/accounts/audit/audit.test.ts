import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  openMember,
  type TestAccount,
  type TestApp,
  type TestPerson,
} from '../../../test/harness.ts'

let app: TestApp
let account: TestAccount
let owner: TestPerson

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

beforeEach(async () => {
  account = await app.openAccount()
  owner = await openMember(app, account, 'owner')
})

const read = async (query = '', caller: Pick<TestPerson, 'headers'> = owner) =>
  (await manage(app, caller, `GET /audit-log${query}` as 'GET /')).json()

test('a write is recorded with who, what, from where, before and after', async () => {
  const headers = { ...owner.headers, 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Tester/1' }
  await manage(app, { headers }, 'PATCH /account', { name: 'New name' })
  const { content, hasMore } = await read()
  expect(hasMore).toBe(false)
  expect(content).toMatchObject([
    {
      actor: { kind: 'user', id: owner.id, name: owner.email },
      action: 'updateAccount',
      target: String(account.accountId),
      request: { name: 'New name' },
      before: { name: 'Test' },
      after: { name: 'New name' },
      address: '203.0.113.9',
      userAgent: 'Tester/1',
      status: 200,
      errorCode: null,
    },
  ])
})

test('a refused write is recorded with its refusal; reading is not recorded', async () => {
  await manage(app, owner, 'DELETE /members/nobody')
  await manage(app, owner, 'GET /members')
  const { content } = await read()
  expect(content).toMatchObject([
    { action: 'removeMember', target: 'nobody', status: 404, errorCode: 'MEMBER_NOT_FOUND' },
  ])
})

test('secrets are in no line', async () => {
  const token = (
    await manage(app, owner, 'POST /access-tokens', { name: 'Script', scopes: ['orders:read'] })
  ).json()
  const body = { url: 'https://shop.example/hook', events: ['*'] }
  const endpoint = (await manage(app, owner, 'POST /webhook-endpoints', body)).json()
  const { rows } = await sql<{ log: string }>`select audit_log::text as log from audit_log`.execute(
    app.database,
  )
  const text = rows.map(({ log }) => log).join('\n')
  expect(text).toContain('createAccessToken')
  expect(text).toContain(endpoint.id)
  expect(text).not.toContain(token.token)
  expect(text).not.toContain(endpoint.secret)
})

test('programs are recorded by the name of their token', async () => {
  const program = await manager(app, account)
  await manage(app, program, 'PATCH /account', { name: 'By a program' })
  const { content } = await read()
  expect(content[0].actor).toMatchObject({ kind: 'token', name: 'Test' })
})

test('is filtered, paged, exported, and shows no other account', async () => {
  for (let count = 0; count < 5; count++) {
    await manage(app, owner, 'PATCH /account', { name: `=cmd()${count}` })
  }
  await manage(app, owner, 'POST /invitations', { email: 'a@example.com', role: 'support' })
  expect((await read('?action=inviteMember')).content).toHaveLength(1)
  expect((await read(`?actor=${owner.id}`)).content).toHaveLength(6)
  expect((await read('?actor=nobody')).content).toEqual([])
  expect((await read('?from=2000-01-01&to=2000-01-02')).content).toEqual([])
  const first = await read('?limit=4')
  expect(first.hasMore).toBe(true)
  const rest = await read(`?limit=4&before=${first.content[3].id}`)
  expect(rest).toMatchObject({ hasMore: false })
  expect(rest.content).toHaveLength(2)
  const exported = await manage(app, owner, 'GET /audit-log/export?action=updateAccount')
  expect(exported.headers['content-disposition']).toContain('audit-log.csv')
  expect(exported.body.trim().split('\r\n')).toHaveLength(6)
  const stranger = await openMember(app, await app.openAccount(), 'owner')
  expect((await read('', stranger)).content).toEqual([])
  for (const query of ['?before=x', '?from=yesterday', '?to=2026-02-30', '?limit=0']) {
    const refused = await manage(app, owner, `GET /audit-log${query}` as 'GET /')
    expect(refused.statusCode).toBe(400)
  }
})

test('lines are never changed or deleted', async () => {
  await manage(app, owner, 'PATCH /account', { name: 'Once' })
  for (const statement of [
    sql`update audit_log set actor_name = 'somebody else'`,
    sql`update audit_log set status = 500`,
    sql`delete from audit_log`,
    sql`truncate audit_log`,
  ]) {
    await expect(statement.execute(app.database)).rejects.toMatchObject({ code: '23001' })
  }
})

test('what cannot be recorded is not done', async () => {
  await sql`alter table audit_log rename to audit_log_gone`.execute(app.database)
  const refused = await manage(app, owner, 'PATCH /account', { name: 'Unseen' })
  await sql`alter table audit_log_gone rename to audit_log`.execute(app.database)
  expect(refused.statusCode).toBe(500)
  expect((await manage(app, owner, 'GET /account')).json()).toMatchObject({ name: 'Test' })
})

test('an operator’s work on an account is in the log of that account', async () => {
  const operator = await openMember(app, await app.openAccount(), 'owner')
  await app.people.setOperator(operator.email, true)
  await manage(app, operator, `POST /operator/accounts/${account.accountId}/enable-live`)
  const { content } = await read()
  expect(content).toMatchObject([
    {
      action: 'enableLive',
      actor: { name: operator.email },
      before: { isLiveEnabled: false },
      after: { isLiveEnabled: true },
    },
  ])
})

test('what is named last in the path is what a write was about, also when it is refused', async () => {
  const operator = await openMember(app, await app.openAccount(), 'owner')
  await app.people.setOperator(operator.email, true)
  const path = `/operator/accounts/${account.accountId}/funding-requests/404/approve`
  await manage(app, operator, `POST ${path}`, { amount: '1' })
  expect((await read()).content).toMatchObject([
    { action: 'approveFundingRequest', target: '404', status: 404 },
  ])
})
