import { describe, expect } from 'vitest'
import { requestToken } from '../src/api.ts'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import { type Operation, readOperations } from '../src/contract/document.ts'
import {
  ISO_TIME,
  JSON_TYPE,
  lastEvent,
  type Method,
  manage,
  order,
  orderWithEvent,
  type Sent,
} from '../src/contract/manager.ts'
import { openAccount, signUp } from '../src/contract/people.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { callerOf, theOperator, theWorld } from '../src/contract/world.ts'

const managed = () =>
  readOperations(theWorld().document).filter(({ access }) => access === 'manage')

/** Those about one mode of an account. */
const ofModes = () => managed().filter(({ hasMode }) => hasMode)

const tokens = new Map<string, Promise<string>>()

/** What an operation is called with: what is good for everything is not good for operators'. */
async function callOf({ scope = '' }: Pick<Operation, 'scope'>): Promise<Sent> {
  if (!scope.startsWith('operator:')) return {}
  const token = tokens.get(scope) ?? theOperator().createToken(scope)
  tokens.set(scope, token)
  return { token: await token }
}

const taking = (parameter: string) =>
  managed().filter(({ template }) => template.includes(`{${parameter}}`))

/** Of an operation: nothing has these ids. */
const nowhere = ({ method, template }: Operation, query = ''): `${Method} ${string}` =>
  `${method as Method} ${template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `${name}_nobody`)}${query}`

const ids: Readonly<Record<string, string>> = {
  accountId: '999999999',
  bulkOrderId: '999999999',
  currency: 'ZZZ',
  messageId: 'msg_999999999',
  priceId: 'everything',
  productId: '999999999',
  requestId: 'req_0nobody',
  sequence: '999999999',
  transactionId: '999999999',
}

/** Files are larger than other bodies. */
const bodyMaxOf = ({ id }: Operation) =>
  id === 'createBulkOrder' || id === 'readBulkOrderColumns' ? 12_582_912 : 65_536

const bodyFor = ({ example }: Operation): Sent => (example === undefined ? {} : { body: example })

describe('Any operation of the Management API', () => {
  operated('refuses whoever has no access token, a token of a client or garbage', async () => {
    const { origin } = theWorld()
    const { body } = await requestToken(origin, theOperator().server.info)
    for (const operation of managed()) {
      for (const token of [null, body.access_token, 'nonsense']) {
        const answer = await manage(nowhere(operation), { body: '{broken', token })
        expectError(answer, refusals.invalidToken)
        expect(answer.headers['www-authenticate']).toBe('Bearer')
      }
    }
  })

  operated('refuses a token that lacks its scope, and names the scope', async () => {
    const { createToken } = theOperator()
    const reader = await createToken('events:read')
    const writer = await createToken('wallet:write')
    for (const operation of managed()) {
      const { scope = '' } = operation
      const token = scope === 'events:read' ? writer : reader
      const answer = await manage(nowhere(operation), { body: '{broken', token })
      expectError(answer, refusals.insufficientScope(scope))
    }
  })

  operated('refuses a person who manages no account, or another one', async () => {
    const nobody = await signUp('nobody')
    const somebody = await signUp('somebody')
    await openAccount(somebody)
    for (const operation of managed()) {
      const refused = await manage(nowhere(operation), { body: '{broken', person: nobody })
      expectError(refused, refusals.noAccount)
      const named = { ...somebody, 'scrip-account': '1' }
      const other = await manage(nowhere(operation), { body: '{broken', person: named })
      expectError(other, refusals.accountNotFound)
    }
  })

  operated('changes nothing for a page of another site', async () => {
    const person = { ...(await signUp('visited')), origin: 'https://evil.example' }
    for (const operation of managed().filter(({ method }) => method !== 'GET')) {
      const refused = await manage(nowhere(operation), { body: '{broken', person })
      expectError(refused, refusals.foreignOrigin)
    }
  })

  operated('refuses a mode that is none', async () => {
    for (const operation of ofModes()) {
      const { example } = operation
      const answer = await manage(
        nowhere(operation, '?mode=both'),
        example === undefined ? {} : { body: { ...example, mode: 'both' } },
      )
      expectError(answer, refusals.invalidField('mode'))
    }
  })

  operated('refuses a body that cannot be read', async () => {
    for (const operation of managed().filter(({ method }) => method !== 'GET')) {
      const call = await callOf(operation)
      const send = (sent: Sent) => manage(nowhere(operation), { ...call, ...sent })
      const broken = await send({ body: '{' })
      const { message } = JSON.parse(broken.text) as { message: string }
      expect(message).toMatch(/^The request body is not valid JSON: [\x20-\x7e]+$/)
      expectError(broken, { status: 400, code: 'INVALID_INPUT_PROVIDED', message })
      expectError(await send({ body: Buffer.from([0x22, 0xff, 0x22]) }), refusals.notUtf8)
      const max = bodyMaxOf(operation)
      expectError(await send({ body: `"${'x'.repeat(max - 1)}"` }), refusals.bodyLargerThan(max))
      const text = await send({ body: '{}', contentType: 'text/plain' })
      expectError(text, refusals.notJson(JSON_TYPE))
    }
  })

  operated('refuses a body that is no object, or has a field that is null', async () => {
    for (const operation of managed()) {
      const { example } = operation
      if (example === undefined) continue
      const call = await callOf(operation)
      const send = (body: unknown) => manage(nowhere(operation), { ...call, body })
      expectError(await send([]), refusals.notObject)
      const [field = 'mode'] = Object.keys(example)
      expectError(await send({ ...example, [field]: null }), refusals.missing(field))
    }
  })

  operated('refuses a text that is too long', async () => {
    const endpoints = '/manage/v1/webhook-endpoints'
    const long = 'x'.repeat(2_001)
    for (const [line, field, value, max] of [
      [`POST ${endpoints}`, 'url', long, 2_000],
      [`PATCH ${endpoints}/we_nobody`, 'url', long, 2_000],
      [`PATCH ${endpoints}/we_nobody`, 'events', ['*', long], 100],
      ['POST /manage/v1/messages/msg_1/correct', 'to', long, 254],
      ['POST /manage/v1/orders/1/reveal', 'reason', long, 200],
      ['PATCH /manage/v1/operator/products/5', 'senderFeeCurrencyCode', long, 3],
      ['POST /manage/v1/operator/accounts/1/prices', 'senderFeeCurrencyCode', long, 3],
      ['POST /manage/v1/clients', 'name', long, 100],
      ['PATCH /manage/v1/clients/nobody', 'name', long, 100],
      ['PATCH /manage/v1/account', 'name', long, 100],
    ] as const) {
      const scope = line.includes('/operator/') ? 'operator:write' : undefined
      const answer = await manage(line, { ...(await callOf({ scope })), body: { [field]: value } })
      expectError(answer, refusals.tooLong(field, max))
    }
  })

  operated('says what there is not', async () => {
    for (const operation of taking('endpointId')) {
      const answer = await manage(nowhere(operation), bodyFor(operation))
      expectError(answer, refusals.endpointNotFound)
    }
    for (const operation of taking('messageId')) {
      const answer = await manage(nowhere(operation), bodyFor(operation))
      expectError(answer, refusals.messageNotFound)
    }
    for (const operation of taking('transactionId')) {
      const answer = await manage(nowhere(operation), bodyFor(operation))
      expectError(answer, refusals.transactionNotFoundCoded)
    }
    for (const operation of taking('bulkOrderId')) {
      expectError(await manage(nowhere(operation)), refusals.bulkOrderNotFound)
    }
    for (const operation of taking('receiverId')) {
      const answer = await manage(nowhere(operation), bodyFor(operation))
      expectError(answer, refusals.receiverNotFound)
    }
    for (const line of ['events/999999999', 'events/999999999/deliveries']) {
      expectError(await manage(`GET /manage/v1/${line}`), refusals.eventNotFound)
    }
    for (const operation of taking('clientId')) {
      const answer = await manage(nowhere(operation), bodyFor(operation))
      expectError(answer, refusals.clientNotFound)
    }
    for (const operation of taking('requestId').filter(({ template }) =>
      template.startsWith('/manage/v1/requests'),
    )) {
      expectError(await manage(nowhere(operation)), refusals.requestNotFound)
    }
  })
})

describe('PATCH /manage/v1/wallet', () => {
  const line = 'PATCH /manage/v1/wallet'

  operated('sets the threshold, which the balance shows', async () => {
    const { body, written } = expectAnswer(
      await manage(line, { body: { lowBalanceThreshold: '12.5' } }),
      JSON_TYPE,
    )
    expect(written).toMatchObject({ currencyCode: 'NGN', lowBalanceThreshold: '12.500000' })
    const caller = await callerOf({ dialect: '2022-06' })
    expect(expectAnswer(await caller.get('/accounts/balance')).body).toEqual(body)
    expectAnswer(await manage(line, { body: { lowBalanceThreshold: 0 } }), JSON_TYPE)
  })

  operated('needs a wallet', async () => {
    const body = { lowBalanceThreshold: 1, mode: 'live' }
    expectError(await manage(line, { body }), refusals.noWallet)
  })
})

describe('/manage/v1/events', () => {
  operated('has an order as soon as it is answered, as it was answered', async () => {
    const { transaction, event } = await orderWithEvent()
    const { sequence } = event
    expect(event).toEqual({
      sequence: expect.any(Number),
      id: expect.stringMatching(`^evt_\\d+_test_${sequence}$`),
      type: 'order.successful',
      mode: 'test',
      createdAt: ISO_TIME,
      data: transaction,
    })
    const { body } = expectAnswer(await manage(`GET /manage/v1/events/${sequence}`), JSON_TYPE)
    expect(body).toEqual(event)
    const recent = await manage('GET /manage/v1/events/recent?types=order.successful&limit=1')
    expect(expectAnswer(recent, JSON_TYPE).body).toEqual({
      content: [event],
      hasMore: true,
      nextBefore: sequence,
    })
  })

  operated('are of types that are described', async () => {
    const { body } = expectAnswer<{ type: string }[]>(
      await manage('GET /manage/v1/event-types'),
      JSON_TYPE,
    )
    expect(body).toContainEqual({
      type: 'order.successful',
      schema: expect.objectContaining({ title: 'order.successful', type: 'object' }),
      example: expect.objectContaining({ status: 'SUCCESSFUL' }),
    })
  })

  operated('answers who waits as soon as there is news, and lets fifty wait', async () => {
    const after = await lastEvent()
    const line = `GET /manage/v1/events?types=order.successful&after=${after}&wait=30` as const
    const requests = Array.from({ length: 51 }, () => manage(line))
    expectError(await Promise.race(requests), refusals.tooManyWaiting)
    const data = await order()
    const answers = (await Promise.all(requests)).filter(({ status }) => status === 200)
    expect(answers).toHaveLength(50)
    for (const answer of answers) {
      expect(expectAnswer(answer, JSON_TYPE).body).toMatchObject({ content: [{ data }] })
    }
  })
})
