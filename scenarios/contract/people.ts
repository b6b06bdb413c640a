import { describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, type Method, manage } from '../src/contract/manager.ts'
import {
  addressOf,
  auth,
  newAccount,
  openAccount,
  PASSWORD,
  type Signed,
  signInOwner,
  signUp,
} from '../src/contract/people.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { theOperator } from '../src/contract/world.ts'

interface Session {
  readonly user: { readonly id: string; readonly email: string } | null
  readonly account: { readonly id: number } | null
}

const ask = async <Body>(line: `${Method} ${string}`, person: Signed, body?: object) =>
  expectAnswer<Body>(await manage(line, { person, ...(body && { body }) }), JSON_TYPE).body

/** The token of the last mail to an address: there is no relay, so operators read it. */
async function mailedTo(to: string): Promise<string> {
  const token = await theOperator().createToken('operator:read')
  const answer = await manage('GET /manage/v1/operator/mails', { token })
  const { body } = expectAnswer<{ to: string; body: string }[]>(answer, JSON_TYPE)
  const mail = body.find((one) => one.to === to)
  return /token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

/** A new account, its owner, and somebody who was invited to it and accepted. */
async function openTeam(role: string) {
  const owner = await signUp('owner')
  const account = await openAccount(owner)
  const email = addressOf('member')
  await manage('POST /manage/v1/invitations', { body: { email, role }, person: owner })
  const token = await mailedTo(email)
  const member = await signUp('member', email)
  await ask('POST /manage/v1/invitations/accept', member, { token })
  const { user } = await ask<Session>('GET /manage/v1/session', member)
  return { owner, account, member, email, memberId: user?.id ?? '', token }
}

describe('/manage/v1/session', () => {
  operated('says who is signed in, for which account, and what may be done', async () => {
    const person = await signUp('jane')
    const before = await ask('GET /manage/v1/session', person)
    expect(before).toMatchObject({
      user: { email: expect.stringMatching(/^jane-/), isOperator: false, hasPassword: true },
      ...{ token: null, account: null, role: null, accounts: [] },
    })
    const account = await openAccount(person)
    const after = await ask('GET /manage/v1/session', person)
    expect(after).toMatchObject({ account, role: 'owner', scopes: { test: ['*'], live: ['*'] } })
    const other = { ...person, 'scrip-account': '1' }
    const refused = await manage('GET /manage/v1/session', { person: other })
    expectError(refused, refusals.accountNotFound)
  })

  operated('says which token calls', async () => {
    const answer = await manage('GET /manage/v1/session')
    expect(expectAnswer(answer, JSON_TYPE).body).toMatchObject({
      user: null,
      token: { name: 'Demo' },
    })
    expectError(await manage('GET /manage/v1/session', { token: null }), refusals.invalidToken)
  })

  operated('has a first password for who came by a link, once', async () => {
    const person = await signInOwner()
    const line = 'POST /manage/v1/session/password'
    const weak = await manage(line, { person, body: { newPassword: 'short' } })
    expectError(weak, refusals.passwordTooWeak)
    const body = { newPassword: PASSWORD }
    const set = await manage(line, { person, body })
    expect(set).toMatchObject({ status: 204, text: '' })
    countAnswer(set)
    expectError(await manage(line, { person, body }), refusals.hasPassword)
    expectError(await manage(line, { body }), refusals.peopleOnly)
    const { user } = await ask<Session>('GET /manage/v1/session', person)
    expect((await auth('sign-in/email', { email: user?.email, password: PASSWORD })).status).toBe(
      200,
    )
  })
})

describe('Any operation for who is signed in', () => {
  const operations = [
    ['POST /manage/v1/session/password', 'newPassword', 128, {}],
    ['POST /manage/v1/accounts', 'name', 100, newAccount],
    ['POST /manage/v1/invitations/accept', 'token', 100, {}],
  ] as const

  operated('refuses strangers, other sites and bodies that cannot be read', async () => {
    const person = await signUp('reader')
    for (const [line, field, max, rest] of operations) {
      const send = (body: unknown, contentType = JSON_TYPE) =>
        manage(line, { person, body, contentType })
      expectError(await manage(line, { token: null, body: {} }), refusals.invalidToken)
      const foreign = { ...person, origin: 'https://evil.example' }
      expectError(await manage(line, { person: foreign, body: {} }), refusals.foreignOrigin)
      await expectUnreadable(send)
      expectError(await send({}), refusals.missing(field))
      expectError(await send({ ...rest, [field]: 7 }), refusals.invalidField(field))
      const long = { ...rest, [field]: 'x'.repeat(max + 1) }
      expectError(await send(long), refusals.tooLong(field, max))
    }
  })

  operated('is refused for tokens', async () => {
    for (const [line, body] of [
      ['POST /manage/v1/accounts', newAccount],
      ['POST /manage/v1/invitations/accept', { token: 'x' }],
    ] as const) {
      expectError(await manage(line, { body }), refusals.peopleOnly)
    }
  })
})

/** Whatever an operation takes, it refuses these. */
async function expectUnreadable(
  send: (body: unknown, contentType?: string) => ReturnType<typeof manage>,
): Promise<void> {
  const broken = await send('{')
  const { message } = JSON.parse(broken.text) as { message: string }
  expectError(broken, { status: 400, code: 'INVALID_INPUT_PROVIDED', message })
  expectError(await send(Buffer.from([0x22, 0xff, 0x22])), refusals.notUtf8)
  expectError(await send(`"${'x'.repeat(65_535)}"`), refusals.bodyTooLarge)
  expectError(await send('{}', 'text/plain'), refusals.notJson(JSON_TYPE))
  expectError(await send([]), refusals.notObject)
}

describe('/manage/v1/accounts', () => {
  operated('opens accounts, in countries and currencies that there are', async () => {
    const setup = await manage('GET /manage/v1/setup', { token: null })
    const { body } = expectAnswer<{ currencies: { code: string }[] }>(setup, JSON_TYPE)
    expect(body).toMatchObject({ signUp: 'open', hasMail: false })
    expect(body.currencies.map(({ code }) => code)).toContain('NGN')
    const person = await signUp('founder')
    for (const field of ['countryCode', 'currencyCode'] as const) {
      const wrong = { ...newAccount, [field]: newAccount[field].replace(/./g, 'X') }
      const refused = await manage('POST /manage/v1/accounts', { person, body: wrong })
      expectError(refused, refusals.invalidField(field))
    }
    for (let count = 0; count < 20; count++) await openAccount(person)
    const oneMore = await manage('POST /manage/v1/accounts', { person, body: newAccount })
    expectError(oneMore, refusals.tooManyAccounts)
  })

  operated('has the account, which can be renamed', async () => {
    const person = await signUp('namer')
    const account = await openAccount(person)
    expect(await ask('GET /manage/v1/account', person)).toEqual(account)
    const renamed = await ask('PATCH /manage/v1/account', person, { name: 'Other Shop' })
    expect(renamed).toEqual({ ...account, name: 'Other Shop' })
    const blank = await manage('PATCH /manage/v1/account', { person, body: { name: ' ' } })
    expectError(blank, refusals.invalidField('name'))
  })
})

describe('/manage/v1/members', () => {
  operated('has who was invited and accepted; roles are changed and taken', async () => {
    const { owner, email, memberId, member } = await openTeam('finance')
    const members = await ask<{ id: string }[]>('GET /manage/v1/members', owner)
    expect(members).toMatchObject([{ role: 'owner' }, { id: memberId, email, role: 'finance' }])
    const path = `/manage/v1/members/${memberId}` as const
    const changed = await ask(`PATCH ${path}`, owner, { role: 'support' })
    expect(changed).toMatchObject({ id: memberId, role: 'support', createdAt: ISO_TIME })
    const refused = await manage(`DELETE ${path}`, { person: member })
    expectError(refused, refusals.insufficientScope('members:write'))
    const removed = await manage(`DELETE ${path}`, { person: owner })
    expect(removed.status).toBe(204)
    countAnswer(removed)
    for (const method of ['DELETE', 'PATCH'] as const) {
      const body = method === 'PATCH' ? { body: { role: 'support' } } : {}
      expectError(
        await manage(`${method} ${path}`, { person: owner, ...body }),
        refusals.memberNotFound,
      )
    }
    const wrong = await manage(`PATCH ${path}`, { person: owner, body: { role: 'king' } })
    expectError(wrong, refusals.invalidField('role'))
  })

  operated('keeps an owner, whom owners alone make, change and remove', async () => {
    const { owner, member, memberId } = await openTeam('admin')
    const { user } = await ask<Session>('GET /manage/v1/session', owner)
    const own = `/manage/v1/members/${user?.id}` as const
    for (const [line, person, body, refusal] of [
      [`PATCH ${own}`, owner, { role: 'support' }, refusals.lastOwner],
      [`DELETE ${own}`, owner, undefined, refusals.lastOwner],
      [`PATCH ${own}`, member, { role: 'support' }, refusals.ownersOnly],
      [`DELETE ${own}`, member, undefined, refusals.ownersOnly],
      [`PATCH /manage/v1/members/${memberId}`, member, { role: 'owner' }, refusals.ownersOnly],
    ] as const) {
      expectError(await manage(line, { person, ...(body && { body }) }), refusal)
    }
  })

  operated('says what each role may do', async () => {
    const { body } = expectAnswer<{ role: string }[]>(
      await manage('GET /manage/v1/roles'),
      JSON_TYPE,
    )
    expect(body.map(({ role }) => role)).toEqual([
      ...['owner', 'admin', 'developer', 'finance', 'support'],
    ])
  })
})

describe('/manage/v1/invitations', () => {
  operated('invites, shows what for, and withdraws', async () => {
    const owner = await signUp('host')
    await openAccount(owner)
    const email = addressOf('guest')
    const body = { email, role: 'developer' }
    const made = await manage('POST /manage/v1/invitations', { person: owner, body })
    const invitation = expectAnswer<{ id: string }>(made, JSON_TYPE, 201).body
    expect(await ask('GET /manage/v1/invitations', owner)).toEqual([invitation])
    const look = { token: null, body: { token: await mailedTo(email) } }
    const shown = await manage('POST /manage/v1/invitations/look', look)
    expect(expectAnswer(shown, JSON_TYPE).body).toMatchObject({
      ...body,
      accountName: 'Corner Shop',
    })
    const other = await signUp('other')
    const stolen = await manage('POST /manage/v1/invitations/accept', { ...look, person: other })
    expectError(stolen, refusals.otherAddress)
    const line = `DELETE /manage/v1/invitations/${invitation.id}` as const
    const withdrawn = await manage(line, { person: owner })
    expect(withdrawn.status).toBe(204)
    countAnswer(withdrawn)
    expectError(await manage(line, { person: owner }), refusals.invitationNotFound)
    expectError(await manage('POST /manage/v1/invitations/look', look), refusals.invitationNotFound)
    const late = await manage('POST /manage/v1/invitations/accept', { ...look, person: other })
    expectError(late, refusals.invitationNotFound)
  })

  operated('are for who is no member, and not too many', async () => {
    const { owner, member, email } = await openTeam('admin')
    const invite = (body: object, person = owner) =>
      manage('POST /manage/v1/invitations', { person, body })
    expectError(await invite({ email, role: 'support' }), refusals.alreadyMember)
    expectError(await invite({ email: 'nobody', role: 'support' }), refusals.invalidField('email'))
    const long = { email: `${'x'.repeat(250)}@a.example`, role: 'support' }
    expectError(await invite(long), refusals.tooLong('email', 254))
    const asOwner = { email: addressOf('x'), role: 'owner' }
    expectError(await invite(asOwner, member), refusals.ownersOnly)
    for (let count = 0; count < 50; count++) {
      await invite({ email: addressOf('guest'), role: 'support' })
    }
    expectError(await invite({ email: addressOf('x'), role: 'owner' }), refusals.tooManyInvitations)
  })

  operated('refuses a look with a body that cannot be read', async () => {
    const line = 'POST /manage/v1/invitations/look'
    const send = (body: unknown, contentType = JSON_TYPE) =>
      manage(line, { token: null, body, contentType })
    await expectUnreadable(send)
    expectError(await send({}), refusals.missing('token'))
    expectError(await send({ token: 7 }), refusals.invalidField('token'))
    expectError(await send({ token: 'x'.repeat(101) }), refusals.tooLong('token', 100))
  })
})
