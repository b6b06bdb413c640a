import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OpenScrip, startOpenScrip } from '../../test/openscrip.ts'
import { NotFoundError } from '../errors.ts'
import { GiftCards } from '../gift-cards.ts'
import { EventGapError, type FeedEvent } from './events.ts'
import { Management } from './management.ts'

let openScrip: OpenScrip
let management: Management
let giftCards: GiftCards

beforeAll(async () => {
  openScrip = await startOpenScrip()
  const { url: baseUrl, manageToken: token, clientId, clientSecret } = openScrip
  management = new Management({ baseUrl, token })
  giftCards = new GiftCards({ clientId, clientSecret, environment: { baseUrl } })
})

afterAll(() => openScrip.stop())

const buy = () => giftCards.orders.place({ productId: 5, quantity: 1, unitPrice: 5 })

async function take(count: number, events: AsyncIterable<FeedEvent>): Promise<FeedEvent[]> {
  const taken: FeedEvent[] = []
  for await (const event of events) {
    taken.push(event)
    if (taken.length === count) break
  }
  return taken
}

describe('events', () => {
  test('are iterated without a gap, those that exist and those to come', async () => {
    const before = (await management.events.list({ limit: 1_000 })).lastSequence
    const first = await buy()
    const { lastSequence } = await management.events.list({ limit: 1_000 })
    const reading = take(lastSequence + 1, management.events.iterate())
    const second = await buy()
    const events = await reading
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    const orders = events.slice(before).filter(({ type }) => type === 'order.successful')
    expect(orders.map(({ data }) => data.transactionId)).toEqual([
      first.transactionId,
      second.transactionId,
    ])
    const last = events.at(-1)
    expect(await management.events.get(last?.sequence ?? 0)).toEqual(last)
  })

  test('of some types are iterated in their order', async () => {
    await buy()
    const events = await take(1, management.events.iterate({ types: ['wallet.funded'] }))
    expect(events).toMatchObject([{ sequence: 1, type: 'wallet.funded' }])
  })

  test('that are missing are noticed', async () => {
    const { url: baseUrl, manageToken: token } = openScrip
    const lossy = new Management({
      baseUrl,
      token,
      fetch: async (url, init) => {
        const text = await (await fetch(url, init)).text()
        return new Response(text.replace('"sequence":2,', '"sequence":20,'))
      },
    })
    await expect(take(5, lossy.events.iterate())).rejects.toThrow(EventGapError)
    const beyond = take(1, management.events.iterate({ after: 1_000_000 }))
    await expect(beyond).rejects.toThrow(EventGapError)
  })

  test('that are missing at the end of a page are noticed', async () => {
    const { url: baseUrl, manageToken: token } = openScrip
    const lossy = new Management({
      baseUrl,
      token,
      fetch: async () => Response.json({ content: [], lastSequence: 1, hasMore: false }),
    })
    await expect(take(1, lossy.events.iterate())).rejects.toThrow(EventGapError)
  })

  test('end with the signal', async () => {
    const reason = new Error('enough')
    const signal = AbortSignal.abort(reason)
    await expect(take(1, management.events.iterate({}, { signal }))).rejects.toBe(reason)
  })
})

describe('webhook endpoints', () => {
  test('are made, read, changed and deleted', async () => {
    const { webhookEndpoints } = management
    const made = await webhookEndpoints.create({
      url: 'https://shop.example/hook',
      // It is not to get what the calls below do to it.
      events: ['order.failed'],
      mode: 'live',
    })
    const { secret, ...endpoint } = made
    const mode = { mode: 'live' } as const
    expect(secret).toMatch(/^whsec_/)
    expect(await webhookEndpoints.list(mode)).toEqual([endpoint])
    expect(await webhookEndpoints.list()).toEqual([])
    const changed = await webhookEndpoints.update(made.id, { isEnabled: false }, mode)
    expect(changed).toMatchObject({ isEnabled: false, disabledReason: 'manual' })
    await webhookEndpoints.update(made.id, { isEnabled: true }, mode)
    const rotated = await webhookEndpoints.rotateSecret(made.id, { overlapSeconds: 60, ...mode })
    expect(rotated.secret).not.toBe(secret)
    expect(await webhookEndpoints.resend(made.id, { failed: true }, mode)).toBe(0)
    expect(await webhookEndpoints.attempts(made.id, mode)).toEqual({
      content: [],
      hasMore: false,
      nextBefore: null,
    })
    await webhookEndpoints.delete(made.id, mode)
    await expect(webhookEndpoints.get(made.id, mode)).rejects.toThrow(NotFoundError)
  })

  test('are tried out with an example', async () => {
    const { id } = await management.webhookEndpoints.create({ url: 'https://shop.invalid' })
    const attempt = await management.webhookEndpoints.sendExample(id, { type: 'order.successful' })
    expect(attempt).toMatchObject({ isDelivered: false, status: null, error: { code: 'dns' } })
    const { content } = await management.webhookEndpoints.attempts(id, { outcome: 'failed' })
    expect(content).toEqual([attempt])
  })
})

describe('messages', () => {
  let recipientEmail: string

  beforeEach(() => {
    recipientEmail = `jane-${randomUUID()}@example.com`
  })

  test('are listed, iterated and read', async () => {
    const { messages } = management
    const placed: number[] = []
    for (let count = 0; count < 3; count++) {
      const order = { productId: 5, quantity: 1, unitPrice: 5, recipientEmail }
      placed.push(Number((await giftCards.orders.place(order)).transactionId))
    }
    const all = await Array.fromAsync(messages.iterate({ to: recipientEmail }))
    expect(all.map(({ transactionId }) => transactionId)).toEqual(placed.toReversed())
    const [newest] = all
    const { content, hasMore } = await messages.list({ to: recipientEmail, limit: 2 })
    expect({ content, hasMore }).toEqual({ content: all.slice(0, 2), hasMore: true })
    expect(await messages.get(newest?.id ?? '')).toEqual(newest)
    expect(await messages.html(newest?.id ?? '')).toContain('<html')
  })

  test('are sent again, once for a double click, and to another address', async () => {
    const { messages } = management
    const order = { productId: 5, quantity: 1, unitPrice: 5, recipientEmail }
    const { transactionId } = await giftCards.orders.place(order)
    const [first] = (await messages.list({ transactionId: Number(transactionId) })).content
    const id = first?.id ?? ''
    const again = await Promise.all([messages.resend(id), messages.resend(id)])
    expect(again[0].id).not.toBe(id)
    expect(again[1].id).toBe(again[0].id)
    const corrected = await messages.correct(id, { to: 'jane.doe@example.com' })
    expect(corrected).toMatchObject({ to: 'jane.doe@example.com', isOriginal: false })
    await expect(messages.revokeLink(id)).rejects.toMatchObject({
      errorCode: 'MESSAGE_HAS_NO_LINK',
    })
    await expect(messages.get('msg_999999')).rejects.toThrow(NotFoundError)
  })
})

test('options that cannot be used are refused', () => {
  const baseUrl = 'http://127.0.0.1:4000'
  expect(() => new Management({ baseUrl, token: '' })).toThrow(TypeError)
  expect(() => new Management({ baseUrl: 'nowhere', token: 'x' })).toThrow('baseUrl')
})

test('the token is shown nowhere', () => {
  expect(JSON.stringify(management) + String(management)).not.toContain(openScrip.manageToken)
})
