import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  openMember,
  openPerson,
  type TestAccount,
  type TestApp,
  type TestPerson,
} from '../../../test/harness.ts'
import { transact } from '../../storage/database.ts'
import type { Role } from '../roles.ts'

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

const emailsOf = async (caller: TestPerson) =>
  (await manage(app, caller, 'GET /members')).json().map(({ email }: { email: string }) => email)

/** The token that the last mail to an address leads to. */
async function tokenFor(email: string): Promise<string> {
  const mail = (await app.people.listUnsentMails()).find(({ recipient }) => recipient === email)
  return /token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

async function invite(email: string, role: Role = 'support', by = owner) {
  const response = await manage(app, by, 'POST /invitations', { email, role })
  return { response, token: await tokenFor(email.toLowerCase()) }
}

describe('an invitation', () => {
  test('makes whom it was sent to a member with its role, once', async () => {
    const guest = await openPerson(app)
    const { response, token } = await invite(guest.email, 'finance')
    expect(response.statusCode).toBe(201)
    expect(response.body).not.toContain(token)
    const look = await manage(app, { headers: {} }, 'POST /invitations/look', { token })
    expect(look.json()).toMatchObject({ accountName: 'Test', email: guest.email, role: 'finance' })
    const accepted = await manage(app, guest, 'POST /invitations/accept', { token })
    expect(accepted.statusCode).toBe(200)
    const session = (await manage(app, guest, 'GET /session')).json()
    expect(session).toMatchObject({ role: 'finance', account: { id: Number(account.accountId) } })
    const again = await manage(app, guest, 'POST /invitations/accept', { token })
    expect(again.json()).toMatchObject({ errorCode: 'INVITATION_NOT_FOUND' })
    expect((await manage(app, owner, 'GET /invitations')).json()).toEqual([])
  })

  test('is of no use to anybody else, and none after it was withdrawn or replaced', async () => {
    const [guest, other] = [await openPerson(app), await openPerson(app)]
    const first = await invite(guest.email)
    const stolen = await manage(app, other, 'POST /invitations/accept', { token: first.token })
    expect(stolen.json()).toMatchObject({ errorCode: 'INVITATION_FOR_ANOTHER' })
    const second = await invite(guest.email, 'developer')
    const old = await manage(app, guest, 'POST /invitations/accept', { token: first.token })
    expect(old.json()).toMatchObject({ errorCode: 'INVITATION_NOT_FOUND' })
    const { id } = second.response.json()
    expect((await manage(app, owner, `DELETE /invitations/${id}`)).statusCode).toBe(204)
    const late = await manage(app, guest, 'POST /invitations/accept', { token: second.token })
    expect(late.json()).toMatchObject({ errorCode: 'INVITATION_NOT_FOUND' })
    expect((await manage(app, owner, `DELETE /invitations/${id}`)).statusCode).toBe(404)
  })

  test('from a program gives no more than the program has', async () => {
    const narrow = await manager(app, account, ['members:write'])
    const body = { email: 'friend@example.com', role: 'admin' }
    const refused = await manage(app, narrow, 'POST /invitations', body)
    expect(refused.json()).toMatchObject({ errorCode: 'INSUFFICIENT_SCOPE' })
    const member = await openMember(app, account, 'support')
    const raised = await manage(app, narrow, `PATCH /members/${member.id}`, { role: 'admin' })
    expect(raised.json()).toMatchObject({ errorCode: 'INSUFFICIENT_SCOPE' })
    const wide = await manager(app, account)
    expect((await manage(app, wide, 'POST /invitations', body)).statusCode).toBe(201)
  })

  test('ends with the membership of who has sent it', async () => {
    const admin = await openMember(app, account, 'admin')
    const guest = await openPerson(app)
    const { token } = await invite(guest.email, 'admin', admin)
    await manage(app, owner, `DELETE /members/${admin.id}`)
    const late = await manage(app, guest, 'POST /invitations/accept', { token })
    expect(late.json()).toMatchObject({ errorCode: 'INVITATION_NOT_FOUND' })
  })

  test('is refused for a member, for no address, and when there are too many', async () => {
    expect((await invite(owner.email)).response.json()).toMatchObject({
      errorCode: 'ALREADY_MEMBER',
    })
    for (const email of ['nobody', 'a b@example.com', 'a\0b@example.com']) {
      const { response } = await invite(email)
      expect(response.statusCode).toBe(400)
      expect(response.json().message).toContain('email')
    }
    for (let count = 0; count < 50; count++) await invite(`guest${count}@example.com`)
    const { response } = await invite('one-too-many@example.com')
    expect(response.json()).toMatchObject({ errorCode: 'TOO_MANY_INVITATIONS' })
  })

  test('names the account without what a mail program would make a link of', async () => {
    await manage(app, owner, 'PATCH /account', { name: 'Win at https://evil.example/now' })
    await invite('victim@example.com')
    const [mail] = await app.people.listUnsentMails()
    expect(mail?.body).not.toContain('evil.example')
  })
})

describe('roles', () => {
  test('of an owner are given and taken by owners only', async () => {
    const admin = await openMember(app, account, 'admin')
    const refusals = [
      await manage(app, admin, `PATCH /members/${owner.id}`, { role: 'support' }),
      await manage(app, admin, `DELETE /members/${owner.id}`),
      await manage(app, admin, `PATCH /members/${admin.id}`, { role: 'owner' }),
      await manage(app, admin, 'POST /invitations', { email: 'x@example.com', role: 'owner' }),
      await manage(app, await manager(app, account), `DELETE /members/${owner.id}`),
    ]
    for (const refused of refusals) {
      expect(refused.json()).toMatchObject({ errorCode: 'OWNERS_ONLY' })
    }
    const made = await manage(app, owner, `PATCH /members/${admin.id}`, { role: 'owner' })
    expect(made.json()).toMatchObject({ role: 'owner' })
  })

  test('leave an account one owner, also when two leave at once', async () => {
    const alone = await manage(app, owner, `DELETE /members/${owner.id}`)
    expect(alone.json()).toMatchObject({ errorCode: 'LAST_OWNER' })
    const second = await openMember(app, account, 'owner')
    const both = await Promise.all([
      manage(app, owner, `DELETE /members/${owner.id}`),
      manage(app, second, `PATCH /members/${second.id}`, { role: 'support' }),
    ])
    const statuses = both.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status < 300)).toHaveLength(1)
    const members = await app.people.members.list(account.accountId)
    expect(members.filter(({ role }) => role === 'owner')).toHaveLength(1)
  })

  test('of others can be changed; the tokens that the member made end with the role', async () => {
    const developer = await openMember(app, account, 'developer')
    const body = { name: 'Mine', scopes: ['orders:read'] }
    const made = (await manage(app, developer, 'POST /access-tokens', body)).json()
    const caller = { headers: { authorization: `Bearer ${made.token}` } }
    expect((await manage(app, caller, 'GET /session')).statusCode).toBe(200)
    await manage(app, owner, `PATCH /members/${developer.id}`, { role: 'support' })
    expect((await manage(app, caller, 'GET /session')).statusCode).toBe(401)
    expect((await manage(app, developer, 'GET /session')).json().role).toBe('support')
    expect((await manage(app, developer, 'POST /access-tokens', body)).statusCode).toBe(403)
  })

  test('that stay the same end nothing', async () => {
    const developer = await openMember(app, account, 'developer')
    const body = { name: 'Mine', scopes: ['orders:read'] }
    const made = (await manage(app, developer, 'POST /access-tokens', body)).json()
    const same = await manage(app, owner, `PATCH /members/${developer.id}`, { role: 'developer' })
    expect(same.json()).toMatchObject({ role: 'developer' })
    const caller = { headers: { authorization: `Bearer ${made.token}` } }
    expect((await manage(app, caller, 'GET /session')).statusCode).toBe(200)
  })

  test('end tokens that a token of the member has made, and cut them to its time', async () => {
    const developer = await openMember(app, account, 'developer')
    const scopes = ['tokens:write', 'orders:read']
    const parent = await manage(app, developer, 'POST /access-tokens', {
      ...{ name: 'Parent', scopes, expiresInDays: 2 },
    })
    const byParent = { headers: { authorization: `Bearer ${parent.json().token}` } }
    const body = { name: 'Child', scopes: ['orders:read'], expiresInDays: 100 }
    const child = await manage(app, byParent, 'POST /access-tokens', body)
    expect(child.json().expiresAt).toBe(parent.json().expiresAt)
    const byChild = { headers: { authorization: `Bearer ${child.json().token}` } }
    expect((await manage(app, byChild, 'GET /session')).statusCode).toBe(200)
    await manage(app, owner, `DELETE /members/${developer.id}`)
    expect((await manage(app, byChild, 'GET /session')).statusCode).toBe(401)
  })

  test('end with the membership: at once, and for the account only', async () => {
    const member = await openMember(app, account, 'admin')
    const elsewhere = await app.openAccount()
    await app.people.members.add(app.database as never, {
      ...{ accountId: elsewhere.accountId, userId: member.id, role: 'owner' },
    })
    expect((await manage(app, owner, `DELETE /members/${member.id}`)).statusCode).toBe(204)
    expect(await emailsOf(owner)).toEqual([owner.email])
    const named = { 'scrip-account': String(account.accountId) }
    const gone = await manage(app, { headers: { ...member.headers, ...named } }, 'GET /members')
    expect(gone.json()).toMatchObject({ errorCode: 'ACCOUNT_NOT_FOUND' })
    expect(await emailsOf(member)).toEqual([member.email])
  })

  test('choose their account by a header, and in the address of what is only read', async () => {
    const elsewhere = await app.openAccount()
    const member = await openMember(app, account, 'owner')
    await app.people.members.add(app.database as never, {
      ...{ accountId: elsewhere.accountId, userId: member.id, role: 'owner' },
    })
    const { accountId } = elsewhere
    expect(await emailsOf(member)).toEqual([owner.email, member.email])
    const read = await manage(app, member, `GET /members?scrip-account=${accountId}`)
    expect(read.json()).toMatchObject([{ email: member.email }])
    const invitation = { email: 'new@example.com', role: 'support' }
    const path = `POST /invitations?scrip-account=${accountId}` as const
    expect((await manage(app, member, path, invitation)).statusCode).toBe(201)
    expect((await manage(app, owner, 'GET /invitations')).json()).toHaveLength(1)
    const foreign = await manage(app, owner, `GET /members?scrip-account=${accountId}`)
    expect(foreign.json()).toMatchObject({ errorCode: 'ACCOUNT_NOT_FOUND' })
  })

  test('cannot be found, changed or ended from another account', async () => {
    const stranger = await openMember(app, await app.openAccount(), 'owner')
    expect(await emailsOf(stranger)).toEqual([stranger.email])
    for (const response of [
      await manage(app, stranger, `PATCH /members/${owner.id}`, { role: 'support' }),
      await manage(app, stranger, `DELETE /members/${owner.id}`),
    ]) {
      expect(response.json()).toMatchObject({ errorCode: 'MEMBER_NOT_FOUND' })
    }
  })
})

describe('live mode', () => {
  test('is enabled by an operator, with an empty wallet, and disabled again', async () => {
    const operator = await openMember(app, account, 'support')
    await app.people.setOperator(operator.email, true)
    const other = await app.openAccount({ currency: 'USD' })
    const path = `/operator/accounts/${other.accountId}` as const
    const enabled = await manage(app, operator, `POST ${path}/enable-live`)
    expect(enabled.json()).toMatchObject({ isLiveEnabled: true, isLiveDisabled: false })
    const live = { accountId: other.accountId, mode: 'live' } as const
    expect(await app.wallets.get(live)).toMatchObject({ currency: 'USD', balance: 0n })
    const requireLive = () => transact(app.database, (tx) => app.accounts.requireLive(tx, live))
    await expect(requireLive()).resolves.toBeUndefined()
    expect((await manage(app, operator, `POST ${path}/enable-live`)).statusCode).toBe(200)
    const disabled = await manage(app, operator, `POST ${path}/disable-live`)
    expect(disabled.json()).toMatchObject({ isLiveEnabled: false, isLiveDisabled: true })
    await expect(requireLive()).rejects.toMatchObject({ code: 'LIVE_NOT_ENABLED' })
    expect((await manage(app, operator, 'POST /operator/accounts/1/enable-live')).statusCode).toBe(
      404,
    )
  })

  test('is nothing that members or tokens of an account can enable', async () => {
    const path = `/operator/accounts/${account.accountId}/enable-live` as const
    for (const caller of [owner, await manager(app, account)]) {
      const refused = await manage(app, caller, `POST ${path}`)
      expect(refused.json()).toMatchObject({ errorCode: 'INSUFFICIENT_SCOPE' })
    }
  })

  test('accounts are found by operators, by name and id', async () => {
    const operator = await openMember(app, account, 'owner')
    await app.people.setOperator(operator.email, true)
    await manage(app, operator, 'PATCH /account', { name: 'Unmistakable Ltd' })
    const byName = (await manage(app, operator, 'GET /operator/accounts?q=mistakable')).json()
    expect(byName).toMatchObject({
      hasMore: false,
      content: [{ name: 'Unmistakable Ltd', members: 2 }],
    })
    const byId = await manage(app, operator, `GET /operator/accounts?q=${account.accountId}`)
    expect(byId.json().content).toEqual(byName.content)
    const page = (await manage(app, operator, 'GET /operator/accounts?limit=1')).json()
    expect(page.hasMore).toBe(true)
    const [{ id }] = page.content
    const next = (await manage(app, operator, `GET /operator/accounts?limit=1&before=${id}`)).json()
    expect(next.content[0].id).toBeLessThan(id)
    const one = await manage(app, operator, `GET /operator/accounts/${account.accountId}`)
    expect(one.json()).toMatchObject({ name: 'Unmistakable Ltd' })
  })
})
