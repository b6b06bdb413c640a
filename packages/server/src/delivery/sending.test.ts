import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  manage,
  manager,
  quickstartOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createMailServer, type MailServer } from '../../test/mail-server.ts'
import { createSink, type Sink } from '../../test/sink.ts'
import { createManualClock, type ManualClock } from '../core/clock.ts'
import type { Supplier } from '../suppliers/index.ts'
import type { MessageKey } from './model.ts'

const CODE = 'LIVE-CODE-4711-XYZ'
const PIN = 'PIN-90210'

const known: Supplier = {
  name: 'known',
  kind: 'instant',
  supplies: () => true,
  issue: (purchases) =>
    purchases.map(({ quantity }) =>
      Array.from({ length: quantity }, () => ({ number: CODE, pin: PIN, url: null })),
    ),
}

const MINUTE = 60_000

let mail: MailServer
let hook: Sink
let clock: ManualClock
let app: TestApp
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>
let settings: Record<string, string>

beforeAll(async () => {
  mail = await createMailServer()
  clock = createManualClock(new Date())
  settings = {
    SCRIP_SMTP_URL: mail.url,
    SCRIP_MAIL_FROM: 'Gift cards <cards@shop.example>',
    SCRIP_MAIL_SUPPORT: 'help@shop.example',
    SCRIP_WEBHOOKS_ALLOW_PRIVATE: '1',
  }
  hook = await createSink()
  app = await createTestApp({ suppliers: [known], clock }, settings)
  account = await app.openAccount({ mode: 'live' })
  caller = await manager(app, account)
  await manage(app, caller, 'POST /webhook-endpoints', { url: hook.url, mode: 'live' })
})

afterAll(async () => {
  await app.close()
  await mail.close()
  await hook.close()
})

beforeEach(() => {
  mail.refuse = () => undefined
  mail.hold = async () => undefined
})

interface MessageBody {
  readonly id: string
  readonly channel: string
  readonly state: string
  readonly error: string | null
  readonly text: string
  readonly html: string | null
  readonly provider: string | null
  readonly providerReference: string | null
  readonly nextAttemptAt: string | null
  readonly isMasked: boolean
  readonly attempts: readonly { readonly outcome: string; readonly answer: string }[]
}

async function show(id: string): Promise<MessageBody> {
  const response = await manage(app, caller, `GET /messages/${id}?mode=live`)
  return response.json() as MessageBody
}

function keyOf(id: string): MessageKey {
  return { accountId: account.accountId, mode: 'live', id: BigInt(id.slice('msg_'.length)) }
}

/** Orders a card for this address; answers the message that waits. */
async function write(recipientEmail: string, more: object = {}, by = app): Promise<string> {
  const phone = { recipientPhoneDetails: null, customIdentifier: null }
  const id = await buy(by, account, { ...quickstartOrder, ...phone, recipientEmail, ...more })
  const listed = await manage(by, caller, `GET /messages?mode=live&transactionId=${id}`)
  const [message] = (listed.json() as { content: MessageBody[] }).content
  if (message === undefined) throw new Error('The order has no message')
  return message.id
}

async function orderOf(id: string): Promise<bigint | undefined> {
  const { rows } = await sql<{ orderId: bigint }>`
    select order_id as "orderId" from messages where id = ${keyOf(id).id}`.execute(app.database)
  return rows[0]?.orderId
}

async function send(id: string, by = app): Promise<void> {
  await by.delivery.send(keyOf(id))
}

const mailsTo = (address: string) => mail.received.filter(({ to }) => to.includes(address))

async function eventsOf(id: string): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select type from events where data->>'messageId' = ${id} order by sequence`.execute(
    app.database,
  )
  return rows.map(({ type }) => type)
}

describe('a mail of live mode', () => {
  test('goes to the relay once, with the code and everything about it', async () => {
    const to = 'once@example.com'
    const id = await write(to)
    expect(await show(id)).toMatchObject({ state: 'queued', attempts: [] })
    await send(id)
    await send(id)
    const [first, ...others] = mailsTo(to)
    expect(others).toEqual([])
    expect(first?.readable).toContain(CODE)
    expect(first?.readable).toContain(PIN)
    expect(first?.raw).toMatch(/^From: Gift cards <cards@shop.example>$/m)
    expect(first?.raw).toMatch(/^Reply-To: help@shop.example$/m)
    expect(first?.raw).toMatch(/^Subject: John Doe sent you a gift card for Amazon$/m)
    expect(first?.raw).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(first?.raw).toMatch(/^Content-ID: <qr-1@card>$/m)
    expect(first?.readable).toContain('src="cid:qr-1@card"')
    expect(first?.raw).toContain('text/plain')
    expect(await show(id)).toMatchObject({
      state: 'sent',
      provider: 'smtp',
      providerReference: first?.messageId,
      error: null,
      nextAttemptAt: null,
      attempts: [{ number: 1, outcome: 'accepted' }],
    })
    expect(await eventsOf(id)).toEqual(['message.sent'])
  })

  test('is shown with dots in the place of its codes', async () => {
    const id = await write('masked@example.com')
    await send(id)
    const shown = await show(id)
    expect(shown.isMasked).toBe(true)
    expect(shown.text).toContain('••••')
    expect(JSON.stringify(shown)).not.toContain(CODE)
    expect(JSON.stringify(shown)).not.toContain(PIN)
    expect(shown.html).not.toContain('data:image/png')
  })

  test('leaves a row for each opening of its cards, and looking opens none', async () => {
    const id = await write('rows@example.com')
    await show(id)
    await send(id)
    await show(id)
    const { rows } = await sql`
      select via from card_reveals where revealed_by = ${id}`.execute(app.database)
    expect(rows).toEqual([{ via: 'email' }])
  })
})

describe('a relay that refuses', () => {
  test('for now gets the same mail again, later', async () => {
    const to = 'grey@example.com'
    mail.refuse = (address) =>
      address === to ? { step: 'RCPT', code: 451, text: '4.7.1 Greylisted' } : undefined
    const id = await write(to)
    await send(id)
    const waiting = await show(id)
    expect(waiting).toMatchObject({ state: 'queued', attempts: [{ outcome: 'deferred' }] })
    expect(waiting.error).toContain('Greylisted')
    expect(Date.parse(waiting.nextAttemptAt ?? '')).toBeGreaterThan(clock.now().getTime())
    await send(id)
    expect((await show(id)).attempts).toHaveLength(1)
    mail.refuse = () => undefined
    clock.advance(2 * MINUTE)
    await send(id)
    expect(await show(id)).toMatchObject({ state: 'sent', error: null })
    expect(mailsTo(to)).toHaveLength(1)
    expect(await eventsOf(id)).toEqual(['message.sent'])
  })

  test('the recipient for good is a bounce', async () => {
    mail.refuse = () => ({ step: 'RCPT', code: 550, text: '5.1.1 No such user' })
    const id = await write('nobody@example.com')
    await send(id)
    expect(await show(id)).toMatchObject({ state: 'bounced', nextAttemptAt: null })
    expect(await eventsOf(id)).toEqual(['message.bounced'])
  })

  test('the mail for good is a failure', async () => {
    mail.refuse = () => ({ step: 'DATA', code: 554, text: '5.7.1 Looks like spam' })
    const id = await write('spam@example.com')
    await send(id)
    expect(await show(id)).toMatchObject({ state: 'failed', attempts: [{ outcome: 'failed' }] })
    expect(await eventsOf(id)).toEqual(['message.failed'])
  })

  test('and quotes the code has it removed from what is kept', async () => {
    mail.refuse = () => ({ step: 'DATA', code: 554, text: `5.6.0 Bad content "${CODE}"` })
    const id = await write('quoted@example.com')
    await send(id)
    const { attempts } = await show(id)
    expect(attempts[0]?.answer).toContain('Bad content "•••"')
  })

  test('for a day is given up', async () => {
    mail.refuse = () => ({ step: 'RCPT', code: 421, text: '4.3.2 Closing' })
    const began = clock.now().getTime()
    const id = await write('never@example.com')
    for (let tries = 0; (await show(id)).state === 'queued'; tries++) {
      expect(tries).toBeLessThan(20)
      await send(id)
      const { nextAttemptAt } = await show(id)
      if (nextAttemptAt !== null) clock.set(new Date(nextAttemptAt))
    }
    const hours = (clock.now().getTime() - began) / (60 * MINUTE)
    expect(hours).toBeGreaterThan(20)
    expect(hours).toBeLessThan(32)
    expect(await show(id)).toMatchObject({ state: 'failed' })
    expect(await eventsOf(id)).toEqual(['message.failed'])
  })
})

describe('a process that dies amid a mail', () => {
  test('is followed by another once its lease has ended, with the same Message-ID', async () => {
    const to = 'crash@example.com'
    const id = await write(to)
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
    mail.hold = () => {
      reach()
      return held
    }
    // The first has begun and will be heard of only after everything is over.
    const first = send(id)
    await reached
    mail.hold = async () => undefined
    const second = await createSecondApp(app, { suppliers: [known], clock }, settings)
    await send(id, second)
    expect(mailsTo(to)).toHaveLength(0)
    const asked = await manage(app, caller, `POST /messages/${id}/resend`, { mode: 'live' })
    expect(asked.json()).toMatchObject({ errorCode: 'MESSAGE_IS_BEING_SENT' })
    clock.advance(3 * MINUTE)
    await send(id, second)
    expect(mailsTo(to)).toHaveLength(1)
    expect(await show(id)).toMatchObject({ state: 'sent' })
    release()
    await first
    await second.close()
    const [one, other] = mailsTo(to)
    expect(other?.messageId).toBe(one?.messageId)
    expect(await eventsOf(id)).toEqual(['message.sent'])
    expect((await show(id)).attempts).toHaveLength(2)
  })
})

describe('a message that cannot be written', () => {
  test('is tried again and given up like one that cannot be sent', async () => {
    const id = await write('lost@example.com')
    const order = await orderOf(id)
    await sql`update cards set sealed = sealed || sealed where order_id = ${order}`.execute(
      app.database,
    )
    for (let tries = 0; (await show(id)).state === 'queued'; tries++) {
      expect(tries).toBeLessThan(20)
      await expect(send(id)).rejects.toThrow()
      const { nextAttemptAt } = await show(id)
      if (nextAttemptAt !== null) clock.set(new Date(nextAttemptAt))
    }
    const { state, attempts, error } = await show(id)
    expect({ state, error }).toEqual({
      state: 'failed',
      error: expect.stringContaining('could not be written'),
    })
    expect(attempts).toHaveLength(10)
    expect(await eventsOf(id)).toEqual(['message.failed'])
  })

  test('is given up when its process dies at every attempt', async () => {
    const id = await write('poison@example.com')
    await sql`
      update messages set state = 'sending', attempts = 10
       where id = ${keyOf(id).id}`.execute(app.database)
    await send(id)
    expect(await show(id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('broken'),
    })
    expect(await eventsOf(id)).toEqual(['message.failed'])
  })
})

describe('a message that has not been sent', () => {
  test('is given up after a week without a channel', async () => {
    const phone = { countryCode: 'US', phoneNumber: '8579184613' }
    const id = await write('week@example.com', { recipientPhoneDetails: phone })
    clock.advance(7 * 24 * 60 * MINUTE + 1)
    await send(id)
    expect(await show(id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('SCRIP_SMS_PROVIDER'),
    })
  })

  test('waits for an address that recipients can reach, if it holds a link', async () => {
    const [links, reachable] = await Promise.all(
      [{}, { SCRIP_PUBLIC_URL: 'https://cards.example' }].map((more) =>
        createSecondApp(
          app,
          { suppliers: [known], clock },
          { ...settings, SCRIP_MESSAGES: 'link', ...more },
        ),
      ),
    )
    if (links === undefined || reachable === undefined) throw new Error('There is no server')
    const id = await write('link@example.com', {}, links)
    await send(id, links)
    const waiting = await show(id)
    expect(waiting).toMatchObject({ state: 'queued', attempts: [] })
    expect(waiting.error).toContain('SCRIP_PUBLIC_URL')
    clock.advance(6 * MINUTE)
    await send(id, reachable)
    expect(await show(id)).toMatchObject({ state: 'sent', error: null })
    await Promise.all([links.close(), reachable.close()])
  })

  test('is cancelled when its address is corrected', async () => {
    const id = await write('wrong@example.com')
    const path = `POST /messages/${id}/correct` as const
    const made = await manage(app, caller, path, { to: 'right@example.com', mode: 'live' })
    const { id: corrected } = made.json() as MessageBody
    await send(id)
    await send(corrected)
    expect(mailsTo('wrong@example.com')).toHaveLength(0)
    expect(mailsTo('right@example.com')).toHaveLength(1)
    expect(await show(id)).toMatchObject({ state: 'cancelled' })
    expect(await eventsOf(id)).toEqual(['message.cancelled'])
  })

  test('waits for a channel that has not been set up, and says so', async () => {
    const phone = { countryCode: 'US', phoneNumber: '8579184613' }
    const id = await write('with-phone@example.com', { recipientPhoneDetails: phone })
    await send(id)
    const shown = await show(id)
    expect(shown).toMatchObject({ channel: 'sms', state: 'queued', attempts: [] })
    expect(shown.error).toContain('SCRIP_SMS_PROVIDER')
  })
})

describe('codes', () => {
  test('are in no webhook about everything above', async () => {
    app.start()
    const { rows } = await sql<{ count: bigint }>`
      select count(*) as count from events
       where mode = 'live' and type like any(array['order.%', 'message.%'])`.execute(app.database)
    const told = await hook.until(Number(rows[0]?.count))
    expect(new Set(told.map(({ json }) => json.type)).size).toBeGreaterThan(3)
    for (const { body, headers } of told) {
      const all = JSON.stringify(headers) + body
      expect(all).not.toContain(CODE)
      expect(all).not.toContain(PIN)
    }
  })

  test('are nowhere in the database after everything above', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`.execute(app.database)
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const { rows } = await sql`
        select from ${sql.raw(name)} as t
         where t::text like ${`%${CODE}%`} or t::text like ${`%${PIN}%`}
            or t::text like ${`%${Buffer.from(CODE).toString('hex')}%`}`.execute(app.database)
      expect(rows, name).toEqual([])
    }
  })
})
