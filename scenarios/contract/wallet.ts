import { describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, type Method, manage, order } from '../src/contract/manager.ts'
import { openAccount, signInOwner } from '../src/contract/people.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { theOperator } from '../src/contract/world.ts'

const WALLET = '/manage/v1/wallet'
const REQUESTS = '/manage/v1/funding-requests'
const OPERATOR = '/manage/v1/operator'

const made = new Map<string, Promise<string>>()

/** Sends a request as somebody who may do only what it takes, in an account with live money. */
async function send(line: `${Method} ${string}`, body?: object, account?: 'dollar' | 'penniless') {
  const isReading = line.startsWith('GET')
  const surface = line.includes('/operator/') ? 'operator' : 'wallet'
  const scope = `${surface}:${isReading ? 'read' : 'write'}`
  const key = `${scope} ${account}`
  const token = made.get(key) ?? theOperator().createToken(scope, account)
  made.set(key, token)
  return manage(line, { token: await token, ...(body && { body }) })
}

interface Transfer {
  readonly id: number
  readonly kind: string
  readonly balance: number
  readonly transactionId: number | null
}

describe('/manage/v1/wallet', () => {
  operated('shows what it holds, and what an order took from it', async () => {
    const { balanceInfo } = (await order()) as { readonly balanceInfo?: object }
    const { body } = expectAnswer<{ balance: number }>(await manage(`GET ${WALLET}`), JSON_TYPE)
    expect(body).toMatchObject({
      currencyCode: 'NGN',
      held: 0,
      updatedAt: ISO_TIME,
      spent: { today: expect.any(Number) },
    })
    if (balanceInfo !== undefined) expect(balanceInfo).toMatchObject({ currencyCode: 'NGN' })
    const past = expectAnswer(await manage(`GET ${WALLET}/balance`), JSON_TYPE)
    expect(past.body).toMatchObject({ balance: body.balance, at: null })
  })

  operated('has a line for every movement, which the files have as well', async () => {
    const { transactionId } = await order()
    const statement = await manage(`GET ${WALLET}/statement?limit=2`)
    const { body } = expectAnswer<{ content: Transfer[]; hasMore: boolean }>(statement, JSON_TYPE)
    expect(body).toMatchObject({
      content: [
        { kind: 'commission', transactionId },
        { kind: 'order', transactionId },
      ],
      hasMore: true,
    })
    const csv = await manage(`GET ${WALLET}/statement/csv`)
    expect(csv).toMatchObject({ status: 200, contentType: 'text/csv; charset=utf-8' })
    expect(csv.text).toContain(`${body.content[0]?.id},`)
    countAnswer(csv)
    const pdf = await manage(`GET ${WALLET}/statement/pdf?from=2020-01-01&to=2020-01-31`)
    expect(pdf).toMatchObject({ status: 200, contentType: 'application/pdf' })
    expect(pdf.text.slice(0, 5)).toBe('%PDF-')
    countAnswer(pdf)
  })

  operated('names what makes no sense, and needs a wallet', async () => {
    for (const [path, field, value] of [
      ['', 'timeZone', 'Mars'],
      ['/balance', 'at', 'yesterday'],
      ['/statement', 'from', '2026-02-31'],
      ['/statement/csv', 'to', 'x'],
      ['/statement/pdf', 'timeZone', 'Mars'],
    ] as const) {
      const line = `GET ${WALLET}${path}` as const
      expectError(await manage(`${line}?${field}=${value}`), refusals.invalidField(field))
      expectError(await manage(`${line}?mode=live`), refusals.noWallet)
    }
  })
})

describe('POST /manage/v1/wallet/test-funds', () => {
  const line = `POST ${WALLET}/test-funds` as const

  operated('makes test money, and takes it out again', async () => {
    const { body } = expectAnswer<{ balance: number }>(
      await send(line, { amount: '1000.25' }, 'dollar'),
      JSON_TYPE,
      201,
    )
    const taken = await send(line, { amount: -1000.25 }, 'dollar')
    expect(expectAnswer(taken, JSON_TYPE, 201).body).toMatchObject({
      balance: body.balance - 1000.25,
    })
  })

  operated('makes no live money, and no amount that makes no sense', async () => {
    expectError(await send(`${line}?mode=live`, { amount: 1 }, 'dollar'), refusals.testFundsOnly)
    expectError(await send(line, { amount: 'much' }, 'dollar'), refusals.invalidField('amount'))
    expectError(await send(line, { amount: 0 }, 'dollar'), refusals.invalidFunds)
    const emptied = await send(line, { amount: -900_000_000 }, 'dollar')
    expectError(emptied, refusals.insufficientBalance)
    expectError(await send(line, { amount: 1 }, 'penniless'), refusals.noTestWallet)
  })
})

interface Request {
  readonly id: number
  readonly state: string
}

const ask = (body: object) => send(`POST ${REQUESTS}?mode=live`, body, 'dollar')

/** A new request of the account with live money. */
async function asked(): Promise<Request> {
  const answer = await ask({ amount: '12.50', note: 'Cards' })
  return expectAnswer<Request>(answer, JSON_TYPE, 201).body
}

/** Decides about a request, by its path in the operator's part. */
async function decide(id: number | string, verb: 'approve' | 'decline', body: object) {
  const account = await theOperator().account('dollar')
  return send(`POST ${OPERATOR}/accounts/${account}/funding-requests/${id}/${verb}`, body)
}

const NOTHING = 999_999_999

describe('/manage/v1/funding-requests', () => {
  operated('are asked for, and become money when they are approved', async () => {
    const request = await asked()
    expect(request).toMatchObject({
      state: 'pending',
      amount: 12.5,
      currencyCode: 'USD',
      reference: expect.stringMatching(/^RF\d{12,}$/),
      decision: null,
    })
    const queue = await send(`GET ${OPERATOR}/funding-requests?state=pending`)
    const waiting = expectAnswer<{ content: Request[] }>(queue, JSON_TYPE).body
    expect(waiting.content).toContainEqual(request)
    const approved = await decide(request.id, 'approve', { amount: '12.25' })
    const { body } = expectAnswer(approved, JSON_TYPE)
    expect(body).toMatchObject({ state: 'approved', decision: { funded: 12.25, at: ISO_TIME } })
    const list = await send(`GET ${REQUESTS}?mode=live&limit=1`, undefined, 'dollar')
    expect(expectAnswer(list, JSON_TYPE).body).toMatchObject({ content: [body] })
    for (const again of [
      await decide(request.id, 'approve', {}),
      await decide(request.id, 'decline', { reason: 'No' }),
      await send(`POST ${REQUESTS}/${request.id}/cancel?mode=live`, undefined, 'dollar'),
    ]) {
      expectError(again, refusals.fundingRequestDecided('approved'))
    }
  })

  operated('end without money when they are declined or cancelled', async () => {
    const declined = await decide((await asked()).id, 'decline', { reason: 'Nothing arrived' })
    expect(expectAnswer(declined, JSON_TYPE).body).toMatchObject({
      state: 'declined',
      decision: { reason: 'Nothing arrived', funded: null },
    })
    const { id } = await asked()
    const cancelled = await send(`POST ${REQUESTS}/${id}/cancel?mode=live`, undefined, 'dollar')
    expect(expectAnswer(cancelled, JSON_TYPE).body).toMatchObject({ state: 'cancelled' })
  })

  operated('name what makes no sense, and what there is not', async () => {
    expectError(await ask({ amount: -1 }), refusals.invalidField('amount'))
    const long = 'x'.repeat(501)
    expectError(await ask({ amount: 1, note: long }), refusals.tooLong('note', 500))
    const test = await send(`POST ${REQUESTS}`, { amount: 1 }, 'dollar')
    expectError(test, refusals.fundingIsLiveOnly)
    const poor = await send(`POST ${REQUESTS}?mode=live`, { amount: 1 }, 'penniless')
    expectError(poor, refusals.noWallet)
    const list = await send(`GET ${REQUESTS}?before=x`, undefined, 'dollar')
    expectError(list, refusals.invalidField('before'))
    const queue = await send(`GET ${OPERATOR}/funding-requests?state=open`)
    expectError(queue, refusals.invalidField('state'))
    const nothing = refusals.fundingRequestNotFound
    const cancelled = await send(
      `POST ${REQUESTS}/${NOTHING}/cancel?mode=live`,
      undefined,
      'dollar',
    )
    expectError(cancelled, nothing)
    expectError(await decide(NOTHING, 'approve', {}), nothing)
    expectError(await decide(NOTHING, 'decline', { reason: 'No' }), nothing)
    const { id } = await asked()
    expectError(await decide(id, 'approve', { amount: 'x' }), refusals.invalidField('amount'))
    const huge = await decide(id, 'approve', { amount: 2_000_000_000_000 })
    expectError(huge, refusals.invalidFunds)
    expectError(await decide(id, 'decline', { reason: '\0' }), refusals.invalidField('reason'))
    expectError(await decide(id, 'decline', { reason: long }), refusals.tooLong('reason', 500))
  })

  operated('are not approved by the person who has asked', async () => {
    const owner = await signInOwner()
    const account = await openAccount(owner)
    const person = { ...owner, 'scrip-account': String(account.id) }
    const path = `${OPERATOR}/accounts/${account.id}` as const
    expectAnswer(await manage(`POST ${path}/enable-live`, { person }), JSON_TYPE)
    const sent = { person, body: { amount: 1 } }
    const { body } = expectAnswer<Request>(
      await manage(`POST ${REQUESTS}?mode=live`, sent),
      JSON_TYPE,
      201,
    )
    const approve = `POST ${path}/funding-requests/${body.id}/approve` as const
    expectError(await manage(approve, { person, body: {} }), refusals.anotherPersonNeeded)
    expectAnswer(await manage(`POST ${path}/disable-live`, { person }), JSON_TYPE)
    expectError(await manage(`POST ${REQUESTS}?mode=live`, sent), refusals.liveNotEnabled)
  })

  operated('are pending twenty at most', async () => {
    for (let count = 0; count < 20; count++) await ask({ amount: 1 })
    expectError(await ask({ amount: 1 }), refusals.tooManyFundingRequests)
  })
})

describe('GET /manage/v1/overview', () => {
  const line = 'GET /manage/v1/overview'

  operated('counts what was ordered, and says what needs somebody', async () => {
    await order()
    const { body } = expectAnswer<{ orders: { days: object[]; today: { orders: number } } }>(
      await manage(line),
      JSON_TYPE,
    )
    expect(body).toMatchObject({
      wallet: { currencyCode: 'NGN' },
      webhooks: { enabled: expect.any(Number) },
      pendingFunding: 0,
      firstSteps: { firstOrder: true },
    })
    expect(body.orders.days).toHaveLength(30)
    expect(body.orders.today.orders).toBeGreaterThan(0)
  })

  operated('needs a wallet, and a zone that there is', async () => {
    expectError(await manage(`${line}?mode=live`), refusals.noWallet)
    expectError(await manage(`${line}?timeZone=Mars`), refusals.invalidField('timeZone'))
  })
})
