import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  manage,
  manager,
  quickstartOrder,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { createManualClock, type ManualClock } from '../../core/clock.ts'

let app: TestApp
let clock: ManualClock
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>

beforeAll(async () => {
  clock = createManualClock(new Date())
  app = await createTestApp(
    { clock },
    {
      SCRIP_MESSAGES: 'link',
      SCRIP_CLAIM_DAYS: '7',
      SCRIP_MAIL_SUPPORT: 'help@shop.example',
    },
  )
  account = await app.openAccount()
  caller = await manager(app, account)
})

afterAll(() => app.close())

interface MessageBody {
  readonly id: string
  readonly html: string
  readonly text: string
  readonly link: { readonly claimedAt: string | null; readonly revokedAt: string | null } | null
}

interface Sent {
  readonly orderId: number
  readonly message: MessageBody
  readonly path: string
}

async function write(): Promise<Sent> {
  const own = { recipientPhoneDetails: null, customIdentifier: null }
  const orderId = await buy(app, account, { ...quickstartOrder, ...own })
  const listed = await manage(app, caller, `GET /messages?transactionId=${orderId}`)
  const [message] = (listed.json() as { content: MessageBody[] }).content
  const path = /\/claim\/[\w-]+/.exec(message?.text ?? '')?.[0]
  if (message === undefined || path === undefined) throw new Error('There is no link')
  return { orderId, message, path }
}

async function codeOf(orderId: number): Promise<string> {
  const cards = (await get(app, account, `/orders/transactions/${orderId}/cards`)).json()
  return (cards as { cardNumber: string }[])[0]?.cardNumber ?? ''
}

/** Statements that wait for a lock. */
async function countWaiting(): Promise<number> {
  const { rows } = await sql`
    select from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`.execute(app.database)
  return rows.length
}

const look = (url: string) => app.http.inject({ method: 'GET', url })

const open = (url: string) =>
  app.http.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: '',
  })

describe('a claim link', () => {
  test('is in the message, and the code is not', async () => {
    const { orderId, message, path } = await write()
    const code = await codeOf(orderId)
    expect(message.html).toContain(path)
    expect(message.html + message.text).not.toContain(code)
    expect(message.link).toMatchObject({ claimedAt: null, revokedAt: null })
  })

  test('shows the code after a click, once', async () => {
    const { orderId, path } = await write()
    const code = await codeOf(orderId)
    for (let times = 0; times < 2; times++) {
      const page = await look(path)
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain('<form method="post">')
      expect(page.body).not.toContain(code)
    }
    const shown = await open(path)
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain(`<code>${code}</code>`)
    for (const again of [await look(path), await open(path)]) {
      expect(again.statusCode).toBe(410)
      expect(again.body).not.toContain(code)
    }
  })

  test('shows the code to one of many who click at once', async () => {
    const { orderId, path } = await write()
    const code = await codeOf(orderId)
    const pages = await Promise.all(Array.from({ length: 10 }, () => open(path)))
    expect(pages.filter(({ body }) => body.includes(code))).toHaveLength(1)
  })

  test('records who saw the code, and tells it', async () => {
    const { orderId, message, path } = await write()
    await open(path)
    const { rows } = await sql`
      select revealed_by, via from card_reveals where order_id = ${orderId}`.execute(app.database)
    expect(rows).toEqual([{ revealed_by: message.id, via: 'claim' }])
    const shown = await manage(app, caller, `GET /messages/${message.id}`)
    expect((shown.json() as MessageBody).link?.claimedAt).toEqual(expect.any(String))
    const feed = await manage(app, caller, 'GET /events?limit=1000&types=message.claimed')
    const { content } = feed.json() as { content: { data: { messageId: string } }[] }
    expect(content.at(-1)?.data.messageId).toBe(message.id)
  })

  test('ends with its days', async () => {
    const { path } = await write()
    const now = clock.now()
    clock.advance(7 * 24 * 3_600_000)
    expect((await look(path)).statusCode).toBe(404)
    expect((await open(path)).statusCode).toBe(404)
    clock.set(now)
  })

  test('ends when it is withdrawn, and says no more than a link that never was', async () => {
    const { message, path } = await write()
    const revoked = await manage(app, caller, `POST /messages/${message.id}/revoke-link`, {})
    expect((revoked.json() as MessageBody).link?.revokedAt).toEqual(expect.any(String))
    expect((await open(path)).body).toBe((await look('/claim/no-such-link')).body)
  })

  test('that was opened cannot be withdrawn', async () => {
    const { message, path } = await write()
    await open(path)
    const asked = await manage(app, caller, `POST /messages/${message.id}/revoke-link`, {})
    expect(asked.statusCode).toBe(409)
    expect(asked.json()).toMatchObject({ errorCode: 'LINK_ALREADY_CLAIMED' })
  })

  test('ends when the message goes to another address, which gets another', async () => {
    const { message, path } = await write()
    const corrected = await manage(app, caller, `POST /messages/${message.id}/correct`, {
      to: 'right@example.com',
    })
    const other = /\/claim\/[\w-]+/.exec((corrected.json() as MessageBody).text)?.[0] ?? ''
    expect(other).not.toBe(path)
    expect((await look(path)).statusCode).toBe(404)
    expect((await look(other)).statusCode).toBe(200)
  })

  test('can be opened while its message is sent to another address', async () => {
    const { message, path } = await write()
    await sql`
      update messages set state = 'queued', due_at = now()
       where account_id = ${account.accountId} and 'msg_' || id = ${message.id}`.execute(
      app.database,
    )
    const holder = await app.database.startTransaction().execute()
    await sql`
      select from event_streams where account_id = ${account.accountId} for update`.execute(holder)
    const correcting = manage(app, caller, `POST /messages/${message.id}/correct`, {
      to: 'right@example.com',
    })
    await expect.poll(countWaiting).toBe(1)
    const opening = open(path)
    await expect.poll(countWaiting).toBe(2)
    await holder.rollback().execute()
    expect((await correcting).statusCode).toBe(201)
    expect((await opening).statusCode).toBe(404)
  })

  test('is not in the database', async () => {
    const { path } = await write()
    const token = path.split('/').at(-1) ?? ''
    const { rows } = await sql`
      select from claim_links as t
       where t::text like ${`%${token}%`}
          or t::text like ${`%${Buffer.from(token, 'base64url').toString('hex')}%`}`.execute(
      app.database,
    )
    expect(rows).toEqual([])
  })
})

describe('the page', () => {
  test('says that it is not shown again before it shows the code', async () => {
    const { orderId, path } = await write()
    const { body } = await open(path)
    const [before = '', after = ''] = body.split('this page is not shown again')
    const code = await codeOf(orderId)
    expect(before).not.toContain(code)
    expect(after).toContain(code)
    expect(after).toContain(`Write to help@shop.example and mention order ${orderId}`)
  })

  test('names whom to ask once there is nothing left to show', async () => {
    const { orderId, path } = await write()
    await open(path)
    expect((await open(path)).body).toContain(
      `Was that not you? Write to help@shop.example and mention order ${orderId}.`,
    )
    expect((await look('/claim/none')).body).toContain('Write to help@shop.example.')
  })

  test('is kept by nobody, found by nobody, framed by nobody and runs nothing', async () => {
    const { path } = await write()
    for (const page of [await look(path), await look('/claim/none'), await open(path)]) {
      expect(page.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'x-frame-options': 'DENY',
        'content-type': 'text/html; charset=utf-8',
      })
      const policy = page.headers['content-security-policy']
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/)
      expect(policy).toContain("form-action 'self'")
      expect(page.body).not.toMatch(/<script|style="|https?:/)
    }
  })

  test('stops to answer an address that tries link after link', async () => {
    const from = { remoteAddress: '203.0.113.9' }
    const statuses: number[] = []
    for (let index = 0; index < 25; index++) {
      const url = `/claim/${'a'.repeat(30)}${String(index).padStart(2, '0')}`
      statuses.push((await app.http.inject({ method: 'GET', url, ...from })).statusCode)
    }
    expect(statuses.indexOf(429)).toBe(20)
    const { path } = await write()
    const blocked = await app.http.inject({ method: 'GET', url: path, ...from })
    expect(blocked.statusCode).toBe(429)
    expect(blocked.headers['retry-after']).toBe('60')
    expect((await look(path)).statusCode).toBe(200)
  })

  test('tells the clients of a proxy from one another', async () => {
    const from = (address: string, url: string) =>
      app.http.inject({ method: 'GET', url, headers: { 'x-forwarded-for': address } })
    for (let index = 0; index < 20; index++) await from('203.0.113.10', '/claim/none')
    expect((await from('203.0.113.10', '/claim/none')).statusCode).toBe(429)
    expect((await from('203.0.113.11', '/claim/none')).statusCode).toBe(404)
    const forged = { 'x-forwarded-for': '203.0.113.12' }
    const stranger = { method: 'GET', url: '/claim/none', remoteAddress: '198.51.100.7' } as const
    const statuses: number[] = []
    for (let index = 0; index < 21; index++) {
      statuses.push((await app.http.inject({ ...stranger, headers: forged })).statusCode)
    }
    expect((await from('203.0.113.12', '/claim/none')).statusCode).toBe(404)
    expect(statuses.at(-1)).toBe(429)
  })
})
