import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cookieOf,
  createTestApp,
  manage,
  manager,
  openMember,
  openPerson,
  type TestApp,
} from '../../../test/harness.ts'

const ORIGIN = 'http://127.0.0.1:4000'
const PASSWORD = 'correct horse battery staple'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

/** Sends a request of the sign-in pages. */
const auth = (path: string, payload: object, headers: Record<string, string> = {}) =>
  app.http.inject({
    method: 'POST',
    url: `/manage/v1/auth/${path}`,
    headers: { origin: ORIGIN, host: '127.0.0.1:4000', ...headers },
    payload,
  })

const signUp = (email: string, server = app) =>
  server.http.inject({
    method: 'POST',
    url: '/manage/v1/auth/sign-up/email',
    headers: { origin: ORIGIN, host: '127.0.0.1:4000' },
    payload: { name: 'Jane Doe', email, password: PASSWORD },
  })

/** The last mail to an address, which no relay has taken, and the token of its link. */
async function lastMail(to: string) {
  const mail = (await app.people.listUnsentMails()).find(({ recipient }) => recipient === to)
  return { subject: mail?.subject, token: /token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? '' }
}

describe('signing up', () => {
  test('signs in, and leads to an account with a funded test wallet', async () => {
    const response = await signUp('jane@example.com')
    expect(response.statusCode).toBe(200)
    const [cookie] = response.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const headers = { cookie: cookieOf(response), origin: ORIGIN }
    const before = (await manage(app, { headers }, 'GET /session')).json()
    expect(before).toMatchObject({
      user: {
        email: 'jane@example.com',
        isEmailVerified: false,
        isOperator: false,
        hasPassword: true,
      },
      account: null,
      role: null,
      accounts: [],
    })
    const body = { name: ' Corner  Shop ', countryCode: 'ng', currencyCode: 'NGN' }
    const opened = await manage(app, { headers }, 'POST /accounts', body)
    expect(opened.statusCode).toBe(201)
    expect(opened.json()).toMatchObject({ name: 'Corner Shop', isLiveEnabled: false })
    const after = (await manage(app, { headers }, 'GET /session')).json()
    expect(after).toMatchObject({ account: opened.json(), role: 'owner', scopes: { test: ['*'] } })
    const accountId = BigInt(opened.json().id)
    const wallet = await app.wallets.get({ accountId, mode: 'test' })
    expect(wallet.currency).toBe('NGN')
    expect(wallet.balance).toBeGreaterThan(0n)
    await expect(app.wallets.get({ accountId, mode: 'live' })).rejects.toThrow()
  })

  test('confirms the address by mail', async () => {
    const response = await signUp('confirm@example.com')
    const headers = { cookie: cookieOf(response), origin: ORIGIN }
    const { subject, token } = await lastMail('confirm@example.com')
    expect(subject).toContain('Confirm')
    const url = `/manage/v1/auth/verify-email?token=${token}`
    expect((await app.http.inject({ url, headers })).statusCode).toBe(200)
    const session = (await manage(app, { headers }, 'GET /session')).json()
    expect(session.user.isEmailVerified).toBe(true)
  })

  test('makes nobody an operator, whatever is sent', async () => {
    const response = await auth('sign-up/email', {
      ...{ name: 'Eve', email: 'eve@example.com', password: PASSWORD },
      isOperator: true,
    })
    const headers = { cookie: cookieOf(response), origin: ORIGIN }
    const session = await manage(app, { headers }, 'GET /session')
    if (response.statusCode === 200) expect(session.json().user.isOperator).toBe(false)
    else expect(session.statusCode).toBe(401)
    expect((await manage(app, { headers }, 'GET /operator/accounts')).statusCode).toBeGreaterThan(
      400,
    )
  })

  test('refuses short passwords', async () => {
    const short = { name: 'Jane', email: 'short@example.com', password: '123456789' }
    expect((await auth('sign-up/email', short)).statusCode).toBe(400)
  })

  test('is for invited people only where the settings say so', async () => {
    const closed = await createTestApp({}, { SCRIP_SIGN_UP: 'invited' })
    const refused = await signUp('stranger@example.com', closed)
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ code: 'NOT_INVITED' })
    const { accountId } = await closed.openAccount()
    const request = { accountId, accountName: 'Test', role: 'support', invitedBy: 'a@b.example' }
    const invited = { ...request, email: 'Invited@example.com', by: 'owner' } as const
    await closed.people.members.invite(invited as never)
    expect((await signUp('invited@example.com', closed)).statusCode).toBe(200)
    await closed.close()
  })
})

describe('signing in', () => {
  test('works with the password, and with no other', async () => {
    await signUp('in@example.com')
    const wrong = await auth('sign-in/email', { email: 'in@example.com', password: 'wrong wrong' })
    expect(wrong.statusCode).toBe(401)
    const right = await auth('sign-in/email', { email: 'in@example.com', password: PASSWORD })
    expect(right.statusCode).toBe(200)
    const headers = { cookie: cookieOf(right), origin: ORIGIN }
    expect((await manage(app, { headers }, 'GET /session')).statusCode).toBe(200)
    expect((await auth('sign-out', {}, headers)).statusCode).toBe(200)
    expect((await manage(app, { headers }, 'GET /session')).statusCode).toBe(401)
  })

  test('is locked for a quarter of an hour after ten wrong passwords', async () => {
    const email = 'locked@example.com'
    await signUp(email)
    const from = (address: number) => ({ 'x-forwarded-for': `203.0.113.${address}` })
    for (let attempt = 0; attempt < 10; attempt++) {
      const wrong = { email, password: `wrong ${attempt} wrong` }
      expect((await auth('sign-in/email', wrong, from(attempt))).statusCode).toBe(401)
    }
    const locked = await auth('sign-in/email', { email, password: PASSWORD }, from(99))
    expect(locked.statusCode).toBe(429)
    expect(locked.json()).toMatchObject({ code: 'LOCKED' })
    const nobody = { email: 'other@example.com', password: PASSWORD }
    expect((await auth('sign-in/email', nobody, from(99))).statusCode).toBe(401)
  })

  test('is locked after ten wrong passwords that are tried at once', async () => {
    const email = 'rush@example.com'
    await signUp(email)
    const rush = Array.from({ length: 20 }, (_, n) =>
      auth(
        'sign-in/email',
        { email, password: `wrong ${n} wrong` },
        {
          'x-forwarded-for': `203.0.114.${n}`,
        },
      ),
    )
    const statuses = (await Promise.all(rush)).map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })

  describe('counts as a wrong password only what is one', () => {
    const signIn = (payload: object, from: number) =>
      auth('sign-in/email', payload, { 'x-forwarded-for': `203.0.115.${from}` })

    /** Signs in so often while the server cannot look anybody up. */
    async function signInWithoutTable(payload: object, times: number) {
      await sql`alter table user_credentials rename to away`.execute(app.database)
      try {
        const tries = Array.from({ length: times }, (_, n) => signIn(payload, n))
        return (await Promise.all(tries)).map(({ statusCode }) => statusCode)
      } finally {
        await sql`alter table away rename to user_credentials`.execute(app.database)
      }
    }

    test('not a request that the server failed at, also of those that came at once', async () => {
      const email = 'failed@example.com'
      await signUp(email)
      const statuses = await signInWithoutTable({ email, password: PASSWORD }, 12)
      expect(statuses.every((status) => status >= 500 || status === 429)).toBe(true)
      expect((await signIn({ email, password: PASSWORD }, 20)).statusCode).toBe(200)
    })

    test('not the request that would have locked the address', async () => {
      const email = 'nearly@example.com'
      await signUp(email)
      const wrong = { email, password: 'wrong wrong wrong' }
      for (let n = 0; n < 9; n++) expect((await signIn(wrong, 30 + n)).statusCode).toBe(401)
      const [failed = 0] = await signInWithoutTable(wrong, 1)
      expect(failed).toBeGreaterThanOrEqual(500)
      expect((await signIn(wrong, 40)).statusCode).toBe(401)
      expect((await signIn({ email, password: PASSWORD }, 41)).statusCode).toBe(429)
    })

    test('not a request without an address or a password, or with one that is none', async () => {
      const email = 'partly@example.com'
      await signUp(email)
      const malformed = [
        { email },
        { email, password: '' },
        { email, password: 7 },
        { email, password: 'x'.repeat(200) },
        { password: PASSWORD },
        { email: '', password: PASSWORD },
        { email: 'no address', password: PASSWORD },
      ]
      for (const [place, payload] of malformed.entries()) {
        for (let n = 0; n < 11; n++) {
          expect((await signIn(payload, 50 + place * 11 + n)).statusCode).toBeLessThan(429)
        }
      }
      expect((await signIn({ email, password: PASSWORD }, 49)).statusCode).toBe(200)
      const { rows } = await sql`
        select email, failures from sign_in_failures
         where email in ('', 'no address') and (failures > 0 or locked_until is not null)
      `.execute(app.database)
      expect(rows).toEqual([])
    })
  })

  test('is limited for each address that it comes from', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.200' }
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 25; attempt++) {
      const wrong = { email: `a${attempt}@example.com`, password: 'wrong wrong' }
      statuses.add((await auth('sign-in/email', wrong, headers)).statusCode)
    }
    expect(statuses).toEqual(new Set([401, 429]))
  })

  test('with a new password ends all sessions', async () => {
    const first = await signUp('reset@example.com')
    const headers = { cookie: cookieOf(first), origin: ORIGIN }
    await auth('request-password-reset', { email: 'reset@example.com' })
    const { subject, token } = await lastMail('reset@example.com')
    expect(subject).toContain('new password')
    const chosen = { token, newPassword: 'another horse battery' }
    expect((await auth('reset-password', chosen)).statusCode).toBe(200)
    expect((await auth('reset-password', chosen)).statusCode).toBe(400)
    expect((await manage(app, { headers }, 'GET /session')).statusCode).toBe(401)
  })

  test('with a link works once', async () => {
    const link = { name: 'Demo', email: 'demo@openscrip.localhost' }
    const { token } = await app.people.identity.createSignInLink(app.database, link)
    const first = await auth('sign-in/link', { token })
    expect(first.statusCode).toBe(200)
    const again = await auth('sign-in/link', { token })
    expect(again.statusCode).toBe(401)
    expect(again.json()).toMatchObject({ code: 'LINK_NOT_VALID' })
    expect((await auth('sign-in/link', { token: 7 })).statusCode).toBe(401)
    const headers = { cookie: cookieOf(first), origin: ORIGIN }
    const body = { newPassword: PASSWORD }
    const weak = await manage(app, { headers }, 'POST /session/password', { newPassword: 'short' })
    expect(weak.json()).toMatchObject({ errorCode: 'PASSWORD_TOO_WEAK' })
    expect((await manage(app, { headers }, 'POST /session/password', body)).statusCode).toBe(204)
    const second = await manage(app, { headers }, 'POST /session/password', body)
    expect(second.json()).toMatchObject({ errorCode: 'PASSWORD_SET' })
    const signIn = { email: link.email, password: PASSWORD }
    expect((await auth('sign-in/email', signIn)).statusCode).toBe(200)
  })

  test('with a link works no more when there is a password', async () => {
    const person = await openPerson(app, 'later@example.com')
    const { token } = await app.people.identity.createSignInLink(app.database, {
      name: 'Later',
      email: person.email,
    })
    const body = { newPassword: PASSWORD }
    expect((await manage(app, person, 'POST /session/password', body)).statusCode).toBe(204)
    expect((await auth('sign-in/link', { token })).statusCode).toBe(401)
  })

  test('a first password and new backup codes are lines of the audit log', async () => {
    const account = await app.openAccount()
    const owner = await openMember(app, account, 'owner')
    await manage(app, owner, 'POST /session/password', { newPassword: PASSWORD })
    const { headers } = owner
    const enabled = await auth('two-factor/enable', { password: PASSWORD }, headers)
    expect(enabled.statusCode, enabled.body).toBe(200)
    // As when a code of it has been entered.
    await sql`update users set two_factor_enabled = true where id = ${owner.id}`.execute(
      app.database,
    )
    const codes = await auth('two-factor/generate-backup-codes', { password: PASSWORD }, headers)
    expect(codes.statusCode, codes.body).toBe(200)
    const log = await manage(app, await manager(app, account), 'GET /audit-log')
    const lines = log.json().content as { action: string; actor: { id: string } }[]
    expect(lines.filter(({ actor }) => actor.id === owner.id).map(({ action }) => action)).toEqual([
      'person.backup_codes_made',
      'person.two_factor_started',
      'person.password_set',
    ])
  })

  test('after a new password was chosen by mail is preceded by a line of the audit log', async () => {
    const account = await app.openAccount()
    const owner = await openMember(app, account, 'owner')
    const from = { 'x-forwarded-for': '203.0.113.77' }
    await manage(app, owner, 'POST /session/password', { newPassword: PASSWORD })
    await auth('request-password-reset', { email: owner.email }, from)
    const { token } = await lastMail(owner.email)
    const chosen = { token, newPassword: 'another horse battery' }
    expect((await auth('reset-password', chosen, from)).statusCode).toBe(200)
    const by = await manager(app, account)
    const log = await manage(app, by, 'GET /audit-log?action=person.password_reset')
    expect(log.json().content).toMatchObject([
      { actor: { kind: 'user', id: owner.id }, address: '203.0.113.77', status: 200 },
    ])
  })

  test('has an answer whatever the host of the request is called', async () => {
    const url = '/manage/v1/auth/get-session'
    expect((await app.http.inject({ url, headers: { host: 'a b' } })).statusCode).toBe(200)
  })
})

describe('a session', () => {
  test('changes nothing for another site, and reads nothing without its cookie', async () => {
    const { headers } = await openPerson(app)
    const body = { name: 'Shop', countryCode: 'US', currencyCode: 'USD' }
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:4001']) {
      const foreign = { headers: { ...headers, origin, host: '127.0.0.1:4000' } }
      const refused = await manage(app, foreign, 'POST /accounts', body)
      expect(refused.json()).toMatchObject({ errorCode: 'FOREIGN_ORIGIN' })
    }
    const { cookie = '' } = headers
    const none = await manage(app, { headers: { cookie } }, 'POST /accounts', body)
    expect(none.json()).toMatchObject({ errorCode: 'FOREIGN_ORIGIN' })
    expect((await manage(app, { headers: {} }, 'GET /session')).statusCode).toBe(401)
    const forged = { headers: { cookie: 'scrip.session_token=abc.def' } }
    expect((await manage(app, forged, 'GET /session')).statusCode).toBe(401)
  })

  test('of days ago still shows where its person is signed in, without tokens, and ends one', async () => {
    const person = await openPerson(app, 'sessions@example.com')
    const other = await openPerson(app, 'sessions@example.com')
    const stranger = await openPerson(app)
    await sql`
      update sessions set created_at = now() - interval '3 days'
       where user_id = ${person.id}`.execute(app.database)
    const list = async ({ headers }: { headers: Record<string, string> }) => {
      const url = '/manage/v1/auth/sessions'
      return (await app.http.inject({ url, headers })).json() as { id: string; isHere: boolean }[]
    }
    const own = await list(person)
    expect(own.filter(({ isHere }) => isHere)).toHaveLength(1)
    expect(own.every((session) => !('token' in session))).toBe(true)
    const [{ id = '' } = {}] = own.filter(({ isHere }) => !isHere)

    const revoke = (by: typeof person) => auth('sessions/revoke', { id }, by.headers)
    expect((await revoke(stranger)).statusCode).toBe(404)
    expect((await manage(app, other, 'GET /session')).statusCode).toBe(200)
    expect((await revoke(person)).statusCode).toBe(200)
    expect((await manage(app, other, 'GET /session')).statusCode).toBe(401)
    expect((await revoke(person)).json()).toMatchObject({ code: 'SESSION_NOT_FOUND' })
    expect(await list(person)).toHaveLength(own.length - 1)
    const options = '/manage/v1/auth/passkey/generate-register-options'
    const stale = await app.http.inject({ url: options, headers: person.headers })
    expect(stale.json()).toMatchObject({ code: 'SESSION_NOT_FRESH' })
  })

  test('opens no account in a country or currency that there is not', async () => {
    const person = await openPerson(app)
    const body = { name: 'Shop', countryCode: 'US', currencyCode: 'USD' }
    for (const [field, value] of [
      ['countryCode', 'XX'],
      ['currencyCode', 'XXX'],
      ['name', '  '],
    ] as const) {
      const refused = await manage(app, person, 'POST /accounts', { ...body, [field]: value })
      expect(refused.statusCode).toBe(400)
      expect(refused.json().message).toContain(field)
    }
    expect((await manage(app, person, 'GET /session')).json().accounts).toEqual([])
    const denied = await manage(app, person, 'GET /account')
    expect(denied.json()).toMatchObject({ errorCode: 'NO_ACCOUNT' })
  })
})
