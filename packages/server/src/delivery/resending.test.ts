import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  openMember,
  quickstartOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { type Caller, listMessages } from './testing/inbox.ts'

let app: TestApp
let account: TestAccount
let caller: Caller

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
  caller = await manager(app, account)
})

afterAll(() => app.close())

const list = (query = '', by = caller) => listMessages(app, by, query)

const listFor = async (transactionId: number) =>
  (await list(`?transactionId=${transactionId}`)).content

const buyFor = (body: object) =>
  buy(app, account, { ...quickstartOrder, customIdentifier: null, ...body })

test('the codes of a message go to another address only for whoever may see them', async () => {
  const [message] = await listFor(await buyFor({ recipientPhoneDetails: null }))
  const path = `POST /messages/${message?.id}/correct` as const
  const body = { to: 'thief@example.com' }
  for (const [scopes, lacking] of [
    [['messages:write'], 'cards:reveal'],
    [['cards:reveal'], 'messages:write'],
  ] as const) {
    for (const mode of ['test', 'live']) {
      const refused = await manage(app, await manager(app, account, scopes), path, {
        ...body,
        mode,
      })
      expect(refused.json()).toMatchObject({
        errorCode: 'INSUFFICIENT_SCOPE',
        message: expect.stringContaining(lacking),
      })
    }
  }
  const support = await openMember(app, account, 'support')
  const corrected = await manage(app, support, path, body)
  expect(corrected.json()).toMatchObject({ to: 'thief@example.com' })
})

describe('what is done with a message', () => {
  test('leaves no code in the audit log', async () => {
    const other = await app.openAccount()
    const by = await manager(app, other)
    const transactionId = await buy(app, other, quickstartOrder)
    const { content } = await list(`?transactionId=${transactionId}`, by)
    const cards = await manage(app, by, `POST /orders/${transactionId}/reveal`, { reason: 'Test' })
    const codes = [...cards.body.matchAll(/"(?:cardNumber|pinCode)":"([^"]+)"/g)].flatMap(
      ([, code]) => code ?? [],
    )
    expect(codes.length).toBeGreaterThan(1)
    for (const { id, channel } of content) {
      const to = channel === 'email' ? 'joe@example.com' : '+2348031234567'
      await manage(app, by, `POST /messages/${id}/resend`, {})
      const corrected = await manage(app, by, `POST /messages/${id}/correct`, { to })
      expect(corrected.statusCode).toBe(201)
    }
    const log = (await manage(app, by, 'GET /audit-log')).body
    expect(log).toContain('correctMessage')
    for (const code of codes) expect(log).not.toContain(code)
  })
})

describe('another message', () => {
  test('is sent so often and no more', async () => {
    const id = await buyFor({ recipientPhoneDetails: null })
    const [first] = await listFor(id)
    const send = (to: string) =>
      manage(app, caller, `POST /messages/${first?.id}/correct`, { to: `${to}@example.com` })
    for (let copy = 1; copy < 20; copy++) {
      expect((await send(`jane.${copy}`)).statusCode).toBe(201)
    }
    expect((await send('jane')).json()).toMatchObject({ errorCode: 'MESSAGE_SENT_TOO_OFTEN' })
  })

  test('is one for two clicks, and another one later', async () => {
    const id = await buyFor({ recipientPhoneDetails: null })
    const [first] = await listFor(id)
    const resend = async () => {
      const answer = await manage(app, caller, `POST /messages/${first?.id}/resend`, {})
      expect(answer.statusCode).toBe(201)
      return (answer.json() as { id: string }).id
    }
    const [one, other] = await Promise.all([resend(), resend()])
    expect(other).toBe(one)
    await sql`
      update messages set created_at = created_at - interval '10 seconds'
       where order_id = ${id}`.execute(app.database)
    expect(await resend()).not.toBe(one)
    expect(await listFor(id)).toHaveLength(3)
  })

  test('is sent when it is asked for, and only then', async () => {
    const id = await buyFor({ recipientPhoneDetails: null })
    const [first] = await listFor(id)
    const resent = await manage(app, caller, `POST /messages/${first?.id}/resend`, {})
    expect(resent.statusCode).toBe(201)
    expect(resent.json()).toMatchObject({ to: first?.to, state: 'sent', isOriginal: false })
    expect((await listFor(id)).map(({ isOriginal }) => isOriginal)).toEqual([false, true])
  })

  test('goes to the address that was corrected', async () => {
    const id = await buyFor({})
    for (const [channel, to, kept] of [
      ['email', 'right@example.com', 'right@example.com'],
      ['sms', '+33 6 12 34 56 78', '+33612345678'],
    ] as const) {
      const message = (await listFor(id)).find((one) => one.channel === channel)
      const path = `POST /messages/${message?.id}/correct` as const
      expect((await manage(app, caller, path, { to })).json()).toMatchObject({ channel, to: kept })
      const refused = await manage(app, caller, path, { to: 'nobody' })
      expect(refused.statusCode).toBe(400)
      expect((refused.json() as { message: string }).message).toContain('field to')
    }
  })
})

describe('what happens to messages', () => {
  test('is told by events, after the event of the order', async () => {
    const other = await app.openAccount()
    const by = await manager(app, other)
    const id = await buy(app, other, quickstartOrder)
    const { content } = await list('', by)
    const feed = await manage(app, by, 'GET /events')
    const events = (feed.json() as { content: { type: string; data: object }[] }).content
    const told = events.slice(-3)
    expect(told.map(({ type }) => type)).toEqual([
      'order.successful',
      'message.sent',
      'message.sent',
    ])
    const ids = content.map((message) => message.id).sort()
    expect(told.slice(1).map(({ data }) => data)).toEqual(
      ids.map((messageId) => expect.objectContaining({ messageId, transactionId: id })),
    )
  })

  test('is recorded for each order whose codes were shown, and each token once in an hour', async () => {
    const id = await buyFor({})
    await listFor(id)
    await listFor(id)
    await list(`?transactionId=${id}`, await manager(app, account))
    const { rows } = await sql<{ revealed_by: string; via: string }>`
      select revealed_by, via from card_reveals where order_id = ${id}`.execute(app.database)
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row).toEqual({ revealed_by: expect.any(String), via: 'inbox' })
  })
})
