import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createSecondApp,
  createTestApp,
  get,
  manage,
  manager,
  order,
  plainOrder,
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

interface CardBody {
  readonly cardNumber: string
  readonly pinCode: string
}

async function cardsOf(id: number): Promise<readonly CardBody[]> {
  return (await get(app, account, `/orders/transactions/${id}/cards`)).json() as CardBody[]
}

describe('the inbox', () => {
  test('has an e-mail and a text message with the code as soon as an order is answered', async () => {
    const id = await buyFor({})
    const messages = await listFor(id)
    const [card] = await cardsOf(id)
    expect(messages.map(({ channel, to, state }) => ({ channel, to, state }))).toEqual([
      { channel: 'sms', to: '+18579184613', state: 'sent' },
      { channel: 'email', to: 'anyone@email.com', state: 'sent' },
    ])
    for (const { text } of messages) {
      expect(text).toContain(card?.cardNumber)
      expect(text).toContain(card?.pinCode)
      expect(text).toContain('John Doe')
      expect(text).toContain('$5.00 USD')
    }
    const [sms, email] = messages
    expect(email?.subject).toBe('John Doe sent you a gift card for Amazon')
    expect(email?.html).toContain(card?.cardNumber)
    expect(email?.html).toContain('lang="en-US"')
    expect(sms).toMatchObject({
      subject: null,
      html: null,
      sms: { encoding: 'GSM-7', segments: 1 },
    })
  })

  test('shows a mail that asks no server for anything', async () => {
    const [message] = await listFor(await buyFor({ recipientPhoneDetails: null }))
    const addresses = message?.html?.match(/(src|href|url\()\s*=?\s*["'(]?[^"')\s]+/g) ?? []
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter((address) => !address.includes('data:image/png;base64,'))).toEqual([])
    expect(message?.html).not.toMatch(/<script|<link|<iframe|onload=/)
  })

  test('has nothing for an order without a recipient', async () => {
    expect(await listFor(await buy(app, account, plainOrder))).toEqual([])
  })

  test('has nothing for an order that was refused', async () => {
    const before = (await list('?limit=100')).content.length
    const refused = await order(app, account, { ...quickstartOrder, unitPrice: -1 })
    expect(refused.statusCode).toBe(400)
    expect((await list('?limit=100')).content).toHaveLength(before)
  })

  test('has one message for all cards of an order', async () => {
    const id = await buyFor({ quantity: 3 })
    const cards = await cardsOf(id)
    const messages = await listFor(id)
    expect(messages).toHaveLength(2)
    for (const { text } of messages) {
      for (const { cardNumber } of cards) expect(text).toContain(cardNumber)
    }
    expect(messages.find(({ channel }) => channel === 'email')?.subject).toContain('3 gift cards')
  })

  test('has all codes of a large order in one mail, and no pictures of them', async () => {
    const id = await buyFor({ quantity: 100, recipientPhoneDetails: null })
    const cards = await cardsOf(id)
    const [email] = await listFor(id)
    expect(cards).toHaveLength(100)
    for (const { cardNumber } of cards) expect(email?.html).toContain(cardNumber)
    expect(email?.html).not.toContain('<img')
  })

  test('has a link in a text message for more cards than it can hold', async () => {
    const id = await buyFor({ quantity: 6, recipientEmail: null })
    const [sms] = await listFor(id)
    const [card] = await cardsOf(id)
    expect(sms?.text).toMatch(/http:\/\/127\.0\.0\.1:4000\/claim\/[\w-]{32}/)
    expect(sms?.text).not.toContain(card?.cardNumber)
  })

  test.each([
    ['FR', '612345678', 'fr-FR', 'vous offre'],
    ['MX', '5512345678', 'es-MX', 'te ha enviado'],
    ['BR', '11961234567', 'pt-BR', 'para você'],
    ['CH', '781234567', 'de-CH', 'schenkt Ihnen'],
    ['JP', '9012345678', 'en-JP', 'sent you'],
  ])('writes to a phone of %s in its language', async (countryCode, phoneNumber, locale, words) => {
    const id = await buyFor({ recipientPhoneDetails: { countryCode, phoneNumber } })
    const messages = await listFor(id)
    const email = messages.find(({ channel }) => channel === 'email')
    expect(messages.map((message) => message.locale)).toEqual([locale, locale])
    expect(email?.subject).toContain(words)
  })

  test('cuts names that are messages of their own, and lets none turn the text round', async () => {
    const senderName = `\u202e${'Win a car! '.repeat(20)}`
    const messages = await listFor(await buyFor({ senderName }))
    for (const { text } of messages) {
      expect(text).toMatch(/^Win a car! .{48}(…|\.\.\.) sent you a gift card/)
    }
    expect(messages[0]?.sms?.encoding).toBe('GSM-7')
  })

  test('writes names as they are, and never as HTML', async () => {
    const senderName = '<b>Zoë & "Co"</b>\r\nBcc: x@y.example'
    const [email] = await listFor(await buyFor({ senderName, recipientPhoneDetails: null }))
    expect(email?.html).toContain('&lt;b&gt;Zoë &amp; &quot;Co&quot;&lt;/b&gt; Bcc')
    expect(email?.html).not.toContain('<b>Zoë')
    expect(email?.subject).not.toMatch(/[\r\n]/)
  })
})

describe('the list', () => {
  test('finds messages by channel, address and order', async () => {
    const to = 'Somebody.Else@Example.com'
    const id = await buyFor({ recipientEmail: to })
    expect((await list(`?to=${to.toLowerCase()}`)).content).toHaveLength(1)
    const sms = await list(`?channel=sms&transactionId=${id}`)
    expect(sms.content.map(({ channel }) => channel)).toEqual(['sms'])
    const byPhone = await list(`?to=${encodeURIComponent('+18579184613')}&limit=1`)
    expect(byPhone.content[0]?.transactionId).toBe(id)
    expect((await list('?to=18579184613&limit=1')).content).toEqual(byPhone.content)
  })

  test('pages from the newest to the oldest without repeating or losing one', async () => {
    const all = (await list('?limit=100')).content.map(({ id }) => id)
    const paged: string[] = []
    for (let before = ''; ; ) {
      const page = await list(`?limit=3${before}`)
      paged.push(...page.content.map(({ id }) => id))
      if (!page.hasMore) break
      before = `&before=${paged.at(-1)}`
    }
    expect(paged).toEqual(all)
  })

  test.each([
    'channel=fax',
    'to=a%00@b.example',
    'state=lost',
    'transactionId=abc',
    'before=12',
    'limit=0',
    'limit=101',
    'mode=other',
  ])('refuses %s and names the field', async (query) => {
    const response = await manage(app, caller, `GET /messages?${query}`)
    expect(response.statusCode).toBe(400)
    expect((response.json() as { message: string }).message).toContain(query.split('=')[0])
  })

  test('shows nobody the messages of another account or mode', async () => {
    const stranger = await manager(app, await app.openAccount())
    const [message] = (await list()).content
    expect((await list('', stranger)).content).toEqual([])
    expect((await list('?mode=live')).content).toEqual([])
    for (const path of ['', '/html']) {
      const asked = await manage(app, stranger, `GET /messages/${message?.id}${path}`)
      expect(asked.statusCode).toBe(404)
    }
    for (const command of ['resend', 'revoke-link', 'correct']) {
      const path = `POST /messages/${message?.id}/${command}` as const
      const asked = await manage(app, stranger, path, { to: 'a@b.example' })
      expect(asked.statusCode).toBe(404)
      const inLive = await manage(app, caller, path, { to: 'a@b.example', mode: 'live' })
      expect(inLive.statusCode).toBe(404)
    }
  })

  test('needs a token with the scope', async () => {
    const reader = await manager(app, account, ['messages:read'])
    const [message] = (await list('', reader)).content
    const resent = await manage(app, reader, `POST /messages/${message?.id}/resend`, {})
    expect(resent.statusCode).toBe(403)
    const sender = await manager(app, account, ['messages:read', 'messages:write'])
    expect((await manage(app, sender, `POST /messages/${message?.id}/resend`, {})).statusCode).toBe(
      201,
    )
    const other = await manager(app, account, ['events:read'])
    expect((await manage(app, other, 'GET /messages')).statusCode).toBe(403)
  })
})

describe('the list in short', () => {
  test('says what each message is about, opens no card and records nothing', async () => {
    const other = await app.openAccount()
    const by = await manager(app, other)
    const body = { ...plainOrder, recipientEmail: 'jane@example.com', senderName: 'Acme' }
    const transactionId = await buy(app, other, body)
    const response = await manage(app, by, 'GET /messages/summaries?channel=email')
    const { content, hasMore } = response.json() as { content: object[]; hasMore: boolean }
    expect(hasMore).toBe(false)
    expect(content).toMatchObject([
      { channel: 'email', to: 'jane@example.com', transactionId, state: 'sent' },
    ])
    expect(response.body).toContain('Acme sent you')
    const { rows } = await sql`
      select 1 from card_reveals where account_id = ${other.accountId}`.execute(app.database)
    expect(rows).toEqual([])
    expect((await manage(app, by, 'GET /messages/summaries?channel=fax')).statusCode).toBe(400)
  })
})

describe('a mail as a page', () => {
  test('may run and load nothing', async () => {
    const [email] = (await list('?channel=email&limit=1')).content
    const page = await manage(app, caller, `GET /messages/${email?.id}/html`)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox/)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toBe(email?.html)
  })

  test('looks as it does in the scheme that is asked for', async () => {
    const [email] = (await list('?channel=email&limit=1')).content
    const path = `GET /messages/${email?.id}/html` as const
    const dark = await manage(app, caller, `${path}?scheme=dark`)
    expect(dark.body).not.toContain('prefers-color-scheme')
    expect(dark.body).toMatch(/color-scheme:\s*dark/)
    const light = await manage(app, caller, `${path}?scheme=light`)
    expect(light.body).toContain('@media not all')
    expect((await manage(app, caller, `${path}?scheme=blue`)).statusCode).toBe(400)
  })

  test('is what a text message has not', async () => {
    const [sms] = (await list('?channel=sms&limit=1')).content
    const page = await manage(app, caller, `GET /messages/${sms?.id}/html`)
    expect(page.statusCode).toBe(404)
    expect(page.json()).toMatchObject({ errorCode: 'MESSAGE_HAS_NO_HTML' })
  })
})

describe('one message per order and channel', () => {
  test('is made, however many processes follow at once', async () => {
    const second = await createSecondApp(app)
    const ids = await Promise.all(Array.from({ length: 20 }, () => buyFor({})))
    await Promise.all(
      [app, second, app, second].map((one) => manage(one, caller, 'GET /messages?limit=1')),
    )
    await second.close()
    const { rows } = await sql<{ count: bigint }>`
      select count(*) as count from messages
       where order_id = any(${ids}::bigint[]) group by order_id`.execute(app.database)
    expect(rows.map(({ count }) => count)).toEqual(ids.map(() => 2n))
  })

  test('is made without anybody who looks, in a server that has been started', async () => {
    app.start()
    const id = await buyFor({})
    await expect
      .poll(async () => {
        const { rows } = await sql`
          select from messages where order_id = ${id}`.execute(app.database)
        return rows.length
      })
      .toBe(2)
  })
})
