import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
import type { Supplier } from '../suppliers/index.ts'

const live: Supplier = {
  name: 'live',
  kind: 'instant',
  supplies: () => true,
  issue: (purchases) =>
    purchases.map(({ quantity }) =>
      Array.from({ length: quantity }, () => ({ number: 'CODE-42', pin: null, url: null })),
    ),
}

const ORDERS = 25

let mail: MailServer
let sms: Sink
let app: TestApp
let second: TestApp
let account: TestAccount

beforeAll(async () => {
  mail = await createMailServer()
  sms = await createSink()
  const settings = {
    SCRIP_SMTP_URL: mail.url,
    SCRIP_MAIL_FROM: 'cards@shop.example',
    SCRIP_SMS_PROVIDER: 'http',
    SCRIP_SMS_URL: sms.url,
    SCRIP_SMS_FROM: 'Cards',
    SCRIP_SMS_PASSWORD: 'secret',
  }
  app = await createTestApp({ suppliers: [live] }, settings)
  second = await createSecondApp(app, { suppliers: [live] }, settings)
  account = await app.openAccount({ mode: 'live' })
  app.start()
  second.start()
})

afterAll(async () => {
  await second.close()
  await app.close()
  await mail.close()
  await sms.close()
})

test('two processes send every order’s messages, each once', async () => {
  const bodies = Array.from({ length: ORDERS }, (_, index) => ({
    ...quickstartOrder,
    customIdentifier: null,
    recipientEmail: `user${index}@example.com`,
  }))
  await Promise.all(bodies.map((body, index) => buy(index % 2 ? app : second, account, body)))
  const caller = await manager(app, account)
  await expect
    .poll(async () => {
      const listed = await manage(app, caller, 'GET /messages?mode=live&state=sent&limit=100')
      return (listed.json() as { content: unknown[] }).content.length
    })
    .toBe(2 * ORDERS)
  const recipients = mail.received.flatMap(({ to }) => to).sort()
  expect(recipients).toEqual(bodies.map(({ recipientEmail }) => recipientEmail).sort())
  expect(sms.received).toHaveLength(ORDERS)
  const names = sms.received.map(({ json }) => json.id)
  expect(new Set(names).size).toBe(ORDERS)
  for (const { json } of sms.received) expect(json.text).toContain('CODE-42')
  const { rows } = await sql`
    select from jobs.job as t where t::text like '%CODE-42%'`.execute(app.database)
  expect(rows).toEqual([])
})
