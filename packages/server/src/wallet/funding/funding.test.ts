import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  openMember,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import type { Actor } from '../../accounts/index.ts'
import { verifyLedger } from '../verify.ts'
import { fundingErrors } from './errors.ts'
import { PENDING_MAX, referenceOf } from './model.ts'

interface Request {
  readonly id: number
  readonly state: string
  readonly reference: string
  readonly decision: { readonly transferId: number | null } | null
}

let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>
let operator: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  app = await createTestApp({}, { SCRIP_FUNDING_INSTRUCTIONS: 'First Bank, 0123456789' })
  operator = await manager(app, await app.openAccount(), ['operator:read', 'operator:write'])
})

beforeEach(async () => {
  account = await app.openAccount({ mode: 'live', balance: 0n })
  caller = await manager(app, account)
})

afterAll(async () => {
  expect((await verifyLedger(app.database)).discrepancies).toEqual([])
  await app.close()
})

const ask = async (body: object = { amount: '1000.50', note: 'For December' }) =>
  manage(app, caller, 'POST /funding-requests?mode=live', body)

const asked = async () => (await ask()).json() as Request

const decide = (
  id: number,
  verb: string,
  body: object = {},
  by: Parameters<typeof manage>[1] = operator,
) =>
  manage(
    app,
    by,
    `POST /operator/accounts/${account.accountId}/funding-requests/${id}/${verb}`,
    body,
  )

const balance = async () => {
  const { accountId } = account
  return (await app.wallets.get({ accountId, mode: 'live' })).balance
}

const eventTypes = async () => {
  const page = await manage(app, caller, 'GET /events?mode=live')
  const { content } = page.json() as { content: { type: string }[] }
  return content.map(({ type }) => type)
}

describe('a funding request', () => {
  test('is pending, and moves no money', async () => {
    const response = await ask()
    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({
      id: expect.any(Number),
      account: { id: Number(account.accountId), name: 'Test' },
      mode: 'live',
      state: 'pending',
      amount: 1000.5,
      currencyCode: 'NGN',
      note: 'For December',
      reference: expect.stringMatching(`^RF\\d{2}${account.accountId}\\d{6}$`),
      requestedBy: 'Test',
      isOwn: false,
      createdAt: expect.any(String),
      decision: null,
    })
    expect(await balance()).toBe(0n)
    const list = await manage(app, caller, 'GET /funding-requests?mode=live')
    expect(list.json()).toEqual({
      content: [response.json()],
      hasMore: false,
      instructions: 'First Bank, 0123456789',
    })
    expect(await eventTypes()).toContain('funding.requested')
  })

  test('puts what has arrived into the wallet when it is approved', async () => {
    const request = await asked()
    const approved = (await decide(request.id, 'approve', { amount: '990.25' })).json() as Request
    expect(approved).toMatchObject({
      state: 'approved',
      amount: 1000.5,
      decision: { by: 'Test', funded: 990.25, reason: null, transferId: expect.any(Number) },
    })
    expect(await balance()).toBe(990_250_000n)
    const statement = await manage(app, caller, 'GET /wallet/statement?mode=live')
    expect(statement.json()).toMatchObject({
      content: [
        {
          id: approved.decision?.transferId,
          kind: 'funding',
          amount: 990.25,
          note: 'For December',
          reference: request.reference,
          postedBy: 'Test',
        },
      ],
    })
    expect((await eventTypes()).slice(-2)).toEqual(['wallet.funded', 'funding.approved'])
  })

  test('is approved once, by however many at once', async () => {
    const { id } = await asked()
    const answers = await Promise.all(Array.from({ length: 8 }, () => decide(id, 'approve')))
    const statuses = answers.map(({ statusCode }) => statusCode).sort()
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
    expect(await balance()).toBe(1_000_500_000n)
  })

  test('that says something else than its transfer is found by the verification', async () => {
    const { id } = await asked()
    await decide(id, 'approve')
    const damage = (by: number) =>
      sql`update funding_requests set funded = funded + ${by} where id = ${id}`.execute(
        app.database,
      )
    await damage(1)
    const { discrepancies } = await verifyLedger(app.database)
    expect(discrepancies).toMatchObject([
      { check: 'every approved funding request has its transfer, and no two have the same' },
    ])
    await damage(-1)
  })

  test('that is declined moves nothing, and says why', async () => {
    const { id } = await asked()
    const declined = await decide(id, 'decline', { reason: 'Nothing arrived' })
    expect(declined.json()).toMatchObject({
      state: 'declined',
      decision: { reason: 'Nothing arrived', funded: null, transferId: null },
    })
    expect(await balance()).toBe(0n)
    expect(await eventTypes()).toContain('funding.declined')
  })

  test('that has ended stays as it is', async () => {
    const { id } = await asked()
    const cancelled = await manage(app, caller, `POST /funding-requests/${id}/cancel?mode=live`)
    expect(cancelled.json()).toMatchObject({ state: 'cancelled' })
    const again = await manage(app, caller, `POST /funding-requests/${id}/cancel?mode=live`)
    const refused = [
      again,
      await decide(id, 'approve'),
      await decide(id, 'decline', { reason: 'No' }),
    ]
    for (const answer of refused) {
      expect(answer.statusCode).toBe(409)
      expect(answer.json()).toMatchObject({
        errorCode: 'FUNDING_REQUEST_DECIDED',
        message: 'The funding request is not pending any more: it was cancelled',
      })
    }
    expect(await balance()).toBe(0n)
  })

  test('is not approved by the person who has asked', async () => {
    const asker: Actor = { kind: 'user', id: 'u1', name: 'ada@example.com' }
    const { accountId } = account
    const owner = { accountId, mode: 'live' } as const
    const { fundingRequests } = app.money
    const wish = { amount: 5_000_000n, note: null }
    const { id } = await fundingRequests.ask(owner, wish, asker)
    await expect(fundingRequests.approve(owner, id, asker)).rejects.toThrow(
      fundingErrors.anotherPersonNeeded().message,
    )
    const another: Actor = { kind: 'user', id: 'u2', name: 'grace@example.com' }
    const { state } = await fundingRequests.approve(owner, id, another)
    expect(state).toBe('approved')
    expect(await balance()).toBe(5_000_000n)
  })

  test('is not approved by the person whose token has asked', async () => {
    const person = await openMember(app, account, 'owner')
    await app.people.setOperator(person.email, true)
    const wanted = { name: 'Buying', scopes: ['wallet:write'] }
    const { token } = (await manage(app, person, 'POST /access-tokens', wanted)).json()
    caller = { headers: { authorization: `Bearer ${token}` } }
    const { id } = await asked()
    const own = await decide(id, 'approve', {}, person)
    expect(own.json()).toMatchObject({ errorCode: 'ANOTHER_PERSON_NEEDED' })
    for (const [who, isOwn] of [
      [person, true],
      [operator, false],
    ] as const) {
      const queue = await manage(app, who, 'GET /operator/funding-requests?limit=1')
      expect(queue.json()).toMatchObject({ content: [{ id, isOwn }] })
    }
    expect((await decide(id, 'approve')).statusCode).toBe(200)
  })

  test.each([0, -1, 'much', '0.0000001', '1000000000000000'])(
    'is not made for %s',
    async (amount) => {
      const response = await ask({ amount })
      expect(response.statusCode).toBe(400)
      expect(response.json()).toMatchObject({ message: 'Invalid value provided for field amount' })
    },
  )

  test.each([0, -1, 'much', '1000000000000000'])('is not approved for %s', async (amount) => {
    const { id } = await asked()
    expect((await decide(id, 'approve', { amount })).statusCode).toBe(400)
    expect(await balance()).toBe(0n)
  })

  test('is for live money, for which there must be a wallet', async () => {
    const test = await manage(app, caller, 'POST /funding-requests', { amount: 1 })
    expect(test.json()).toMatchObject({ errorCode: 'FUNDING_IS_LIVE_ONLY' })
    const inTest = await manager(app, await app.openAccount())
    const none = await manage(app, inTest, 'POST /funding-requests?mode=live', { amount: 1 })
    expect(none.json()).toMatchObject({ errorCode: 'WALLET_NOT_FOUND' })
  })

  test('is not for an account whose live mode was disabled', async () => {
    await app.opening.setLive(account.accountId, false)
    const refused = await ask()
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ errorCode: 'LIVE_NOT_ENABLED' })
  })

  test('is one of few that are pending', async () => {
    for (let count = 0; count < PENDING_MAX; count++) await ask()
    expect((await ask()).json()).toMatchObject({ errorCode: 'TOO_MANY_FUNDING_REQUESTS' })
  })

  test('is nothing to other accounts, and for operators only to decide', async () => {
    const { id } = await asked()
    const path = `/funding-requests/${id}/cancel?mode=live`
    const stranger = await manager(app, await app.openAccount({ mode: 'live' }))
    expect((await manage(app, stranger, `POST ${path}`)).statusCode).toBe(404)
    const theirs = await manage(app, stranger, 'GET /funding-requests?mode=live')
    expect(theirs.json()).toMatchObject({ content: [] })
    expect((await decide(id, 'approve', {}, caller)).statusCode).toBe(403)
    expect((await decide(id, 'decline', { reason: 'x' }, caller)).statusCode).toBe(403)
    expect((await manage(app, caller, 'GET /operator/funding-requests')).statusCode).toBe(403)
    const reader = await manager(app, account, ['wallet:read'])
    expect((await manage(app, reader, `POST ${path}`)).statusCode).toBe(403)
    const elsewhere = await manage(
      app,
      operator,
      `POST /operator/accounts/1/funding-requests/${id}/approve`,
      {},
    )
    expect(elsewhere.json()).toMatchObject({ errorCode: 'FUNDING_REQUEST_NOT_FOUND' })
  })

  test('waits in the queue of all accounts, the newest first', async () => {
    const first = await asked()
    const second = await asked()
    await decide(first.id, 'decline', { reason: 'No' })
    const queue = async (query: string) =>
      (await manage(app, operator, `GET /operator/funding-requests?${query}`)).json() as {
        content: Request[]
        hasMore: boolean
      }
    expect((await queue('state=pending&limit=1')).content).toMatchObject([{ id: second.id }])
    expect((await queue('state=declined&limit=1')).content).toMatchObject([{ id: first.id }])
    const older = await queue(`before=${second.id}&limit=1`)
    expect(older).toMatchObject({ content: [{ id: first.id }], hasMore: true })
  })
})

test('the reference has check digits as ISO 11649 asks for', () => {
  expect(referenceOf(6793n, 12n)).toBe('RF156793000012')
  for (const id of [1n, 999n, 123_456n, 9_999_999n]) {
    const reference = referenceOf(6793n, id)
    const moved = `${reference.slice(4)}2715${reference.slice(2, 4)}`
    expect(BigInt(moved) % 97n).toBe(1n)
  }
})

describe('test funds', () => {
  const add = (by: Pick<TestAccount, 'headers'>, body: object, query = '') =>
    manage(app, by, `POST /wallet/test-funds${query}`, body)

  test('are there at once, and can be taken away', async () => {
    const inTest = await manager(app, await app.openAccount({ balance: 0n }))
    const added = await add(inTest, { amount: '250.5' })
    expect(added.statusCode).toBe(201)
    expect(added.json()).toMatchObject({ balance: 250.5, currencyCode: 'NGN' })
    expect((await add(inTest, { amount: -250 })).json()).toMatchObject({ balance: 0.5 })
    const statement = await manage(app, inTest, 'GET /wallet/statement')
    expect(statement.json()).toMatchObject({
      content: [
        { amount: -250, postedBy: 'Test' },
        { amount: 250.5, postedBy: 'Test' },
      ],
    })
    expect((await add(inTest, { amount: -1 })).json()).toMatchObject({
      errorCode: 'INSUFFICIENT_BALANCE',
    })
  })

  test('are never live, nor nothing, nor more than a wallet can hold', async () => {
    const refused = await add(caller, { amount: 1 }, '?mode=live')
    expect(refused.json()).toMatchObject({ errorCode: 'TEST_FUNDS_ONLY' })
    expect(await balance()).toBe(0n)
    expect((await add(caller, { amount: 1 })).json()).toMatchObject({
      errorCode: 'WALLET_NOT_FOUND',
    })
    const inTest = await manager(app, await app.openAccount())
    for (const amount of [0, 'x', '1000000000000000']) {
      expect((await add(inTest, { amount })).statusCode).toBe(400)
    }
  })
})

test('what was said of a transfer stays as it was written', async () => {
  const { id } = await asked()
  await decide(id, 'approve')
  for (const statement of ['update transfer_notes set note = null', 'delete from transfer_notes']) {
    await expect(sql.raw(statement).execute(app.database)).rejects.toThrow('append-only')
  }
})
