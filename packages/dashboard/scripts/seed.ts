import { setTimeout as sleep } from 'node:timers/promises'
import type { APIRequestContext } from 'playwright-core'
import type { LateServer } from '../test/server.ts'

/** What the pictures are of. */
export interface Seeded {
  readonly accountId: number
  readonly orderId: number
  /** The event that tells of that order. */
  readonly eventSequence: number
  /** Points at a test receiver. */
  readonly endpointId: string
  readonly attemptId: number
  readonly receiverId: string
  /** One that is done, with rows that failed. */
  readonly bulkOrderId: number
  readonly bulkDraftId: number
  readonly fundingRequestId: number
}

/** Whoever is signed in, at the Management API. */
type Manage = <Answer>(
  line: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`,
  data?: object,
) => Promise<Answer>

interface Stage {
  readonly server: LateServer
  readonly manage: Manage
}

const HOUR_MS = 3_600_000

/** How far behind the server begins; what is seeded leads up to now. */
export const BEGINNING_MS = 8 * 24 * HOUR_MS

const SENDER = 'Brightside Rewards'

/** Gives the demo account a name, and a week of which it has something to show. */
export async function seed(server: LateServer, session: APIRequestContext): Promise<Seeded> {
  const manage = manageAs(session, server.url)
  const stage: Stage = { server, manage }
  const accountId = await nameEverything(stage)
  await seedOrders(stage, 0, ORDERS / 2)
  await manage('POST /wallet/test-funds?mode=test', { amount: '250000' })
  const bulk = await seedBulkOrders(stage)
  await seedOrders(stage, ORDERS / 2, ORDERS)
  await seedClients(stage)
  const fundingRequestId = await seedMoney(stage, accountId)
  await seedEndpoints(stage)
  await seedTeam(stage)
  await server.setBehind(0)
  // Only now: an attempt that time leaps over has failed.
  const { receiverId, endpointId } = await seedReceiver(stage)
  const orderId = await seedLastOrder(stage)
  const eventSequence = await sequenceOf(stage, orderId)
  const attemptId = await attemptOf(stage, endpointId, eventSequence)
  return {
    ...{ accountId, orderId, eventSequence, endpointId, attemptId, receiverId, fundingRequestId },
    ...bulk,
  }
}

function manageAs(session: APIRequestContext, url: string): Manage {
  return async <Answer>(line: string, data?: object) => {
    const [method = '', path = ''] = line.split(' ')
    const answer = await session.fetch(`${url}/manage/v1${path}`, {
      method,
      headers: { origin: url },
      ...(data !== undefined && { data }),
    })
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${line}: ${answer.status()} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
}

async function nameEverything({ server, manage }: Stage): Promise<number> {
  await manage('POST /auth/update-user', { name: 'Ngozi Adeyemi' })
  await manage('PATCH /account', { name: SENDER })
  await manage(`PATCH /clients/${server.clientId}?mode=test`, { name: 'Web shop' })
  const { account } = await manage<{ account: { id: number } }>('GET /session')
  return account.id
}

/** One that is bound to what it does and where it runs, and one with two secrets. */
async function seedClients({ manage }: Stage): Promise<void> {
  await manage('POST /clients?mode=test', {
    name: 'Point of sale, Lagos',
    dialect: '2026-10',
    allowedIps: ['203.0.113.7', '198.51.100.0/24'],
    scopes: ['catalog:read', 'orders:write', 'cards:read'],
  })
  const made = await manage<{ clientId: string }>('POST /clients?mode=test', {
    name: 'Loyalty programme',
  })
  const path = `/clients/${made.clientId}/rotate-secret?mode=test`
  await manage(`POST ${path}`, { overlapSeconds: 86_400 })
}

/** A receiver at the server and an endpoint that points at it: what is sent arrives. */
async function seedReceiver({ manage }: Stage) {
  const receiver = await manage<{ id: string; url: string }>('POST /webhook-receivers?mode=test', {
    answer: '200',
  })
  const endpoint = await manage<{ id: string }>('POST /webhook-endpoints', {
    url: receiver.url,
    description: 'Test receiver',
  })
  const example = { type: 'order.failed' }
  await manage(`POST /webhook-endpoints/${endpoint.id}/examples?mode=test`, example)
  return { endpointId: endpoint.id, receiverId: receiver.id }
}

/** One that nobody answers at, which fails, and one that is switched off. */
async function seedEndpoints({ manage }: Stage): Promise<void> {
  await manage('POST /webhook-endpoints', {
    url: 'https://hooks.brightside.example/openscrip',
    description: 'Order pages of the web shop',
    events: ['order.successful', 'order.failed'],
  })
  const { id } = await manage<{ id: string }>('POST /webhook-endpoints', {
    url: 'https://books.brightside.example/webhooks',
    description: 'Bookkeeping',
    events: ['giftcard_transaction.status'],
  })
  await manage(`PATCH /webhook-endpoints/${id}`, { isEnabled: false })
}

interface Person {
  readonly name: string
  readonly phone?: { readonly countryCode: string; readonly phoneNumber: string }
}

// Numbers that authorities keep for films.
const people: readonly Person[] = [
  { name: 'ada.eze', phone: { countryCode: 'US', phoneNumber: '2125550142' } },
  { name: 'hugo.martin', phone: { countryCode: 'FR', phoneNumber: '639980127' } },
  { name: 'lena.vogel' },
  { name: 'james.whitfield', phone: { countryCode: 'GB', phoneNumber: '7700900318' } },
  { name: 'lucia.romero' },
  { name: 'tunde.bakare', phone: { countryCode: 'US', phoneNumber: '3125550179' } },
  { name: 'rafael.souza' },
  { name: 'grace.obi', phone: { countryCode: 'GB', phoneNumber: '7700900872' } },
]

/** What each of them is given, in the country where they are. */
const products = [
  { productId: 5, unitPrice: 25 },
  { productId: 1300, unitPrice: 50 },
  { productId: 8918, unitPrice: 50 },
  { productId: 2, unitPrice: 30 },
  { productId: 4, unitPrice: 20 },
  { productId: 16618, unitPrice: 15 },
  { productId: 11566, unitPrice: 70 },
  { productId: 2, unitPrice: 10 },
]

const ORDERS = 28

async function seedOrders({ server }: Stage, from: number, to: number): Promise<void> {
  let call: Call | undefined
  for (let index = from; index < to; index++) {
    // Uneven, but never back in time; a token lasts a day.
    await server.setBehind((ORDERS - index) * 6.5 * HOUR_MS - (index % 4) * HOUR_MS)
    if (call === undefined || index % 3 === 0) call = await signIn(server)
    await browse(call, index)
    const { name, phone } = people[index % people.length] as Person
    await call('POST /orders', {
      ...products[index % products.length],
      quantity: 1 + Number(index % 5 === 0),
      customIdentifier: `reward-${2100 + index}`,
      senderName: SENDER,
      ...(index % 6 !== 5 && { recipientEmail: `${name}@example.com` }),
      ...(phone !== undefined && index % 2 === 1 && { recipientPhoneDetails: phone }),
    })
  }
}

/** What programs ask for beside orders, and what is refused: the request log has something to tell. */
async function browse(call: Call, index: number): Promise<void> {
  const lines = [
    'GET /products?size=50',
    'GET /accounts/balance',
    'GET /products/5',
    'GET /countries',
    'GET /reports/transactions?size=20',
    'GET /products/999999',
    'GET /redeem-instructions',
  ]
  const line = lines[index % lines.length] ?? ''
  await call(line).catch(() => undefined)
  if (index % 9 === 4) {
    const wrong = { productId: 5, quantity: 1, unitPrice: 7_777, customIdentifier: 'reward-0' }
    await call('POST /orders', wrong).catch(() => undefined)
  }
}

/** The newest: its timeline has an e-mail and a text message. */
async function seedLastOrder({ server }: Stage): Promise<number> {
  const call = await signIn(server)
  await call('GET /products?size=50')
  const { transactionId } = await call<{ transactionId: number }>('POST /orders', {
    productId: 5,
    quantity: 2,
    unitPrice: 25,
    customIdentifier: `reward-${2100 + ORDERS}`,
    senderName: SENDER,
    recipientEmail: 'ada.eze@example.com',
    recipientPhoneDetails: people[0]?.phone,
  })
  return transactionId
}

type Call = <Answer>(line: string, body?: object) => Promise<Answer>

/** The account's program, with a token of today. */
async function signIn({ url, clientId, clientSecret }: LateServer): Promise<Call> {
  const { access_token: token } = await send<{ access_token: string }>(url, 'POST /oauth/token', {
    body: {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      audience: 'https://giftcards-sandbox.reloadly.com',
    },
  })
  return (line, body) => send(url, line, { token, ...(body !== undefined && { body }) })
}

async function send<Answer>(
  url: string,
  line: string,
  { token, body }: { readonly token?: string; readonly body?: object },
): Promise<Answer> {
  const [method = '', path = ''] = line.split(' ')
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${line}: ${response.status} ${text}`)
  return JSON.parse(text) as Answer
}

async function sequenceOf({ manage }: Stage, orderId: number): Promise<number> {
  const { content } = await manage<{
    content: { sequence: number; data: { transactionId: number } }[]
  }>('GET /events/recent?mode=test&types=order.successful')
  const told = content.find(({ data }) => data.transactionId === orderId)
  if (told === undefined) throw new Error(`No event tells of order ${orderId}`)
  return told.sequence
}

/** The attempt to send an event, as soon as it has been made. */
async function attemptOf({ manage }: Stage, endpointId: string, sequence: number): Promise<number> {
  for (let times = 0; times < 50; times++) {
    const { content } = await manage<{ content: { id: number }[] }>(
      `GET /webhook-endpoints/${endpointId}/attempts?sequence=${sequence}`,
    )
    if (content[0] !== undefined) return content[0].id
    await sleep(100)
  }
  throw new Error(`Event ${sequence} was not sent to endpoint ${endpointId}`)
}

/** A file that was bought but for two rows, and one of the same people that is still a draft. */
async function seedBulkOrders({ manage }: Stage) {
  const head = 'productId,unitPrice,recipientEmail,senderName'
  const rowOf = (name: string, price: number) => `5,${price},${name}@example.com,${SENDER}`
  const rows = people.map(({ name }, index) => rowOf(name, index % 2 === 0 ? 10 : 25))
  const wrong = [`5,10,alan.cole@example,${SENDER}`, rowOf('kemi.ade', 7.777777)]
  const upload = (name: string, lines: readonly string[]) =>
    manage<{ id: number }>('POST /bulk-orders?mode=test', {
      name,
      csv: [head, ...lines].join('\n'),
    })
  const { id: bulkOrderId } = await upload('Rewards of November', [...rows, ...wrong])
  await manage(`POST /bulk-orders/${bulkOrderId}/start?mode=test`)
  for (let state = ''; state !== 'completed'; ) {
    const shown = await manage<{ state: string }>(`GET /bulk-orders/${bulkOrderId}?mode=test`)
    state = shown.state
  }
  const more = ['musa.bello', 'ines.costa', 'ines.costa'].map((name) => rowOf(name, 50))
  const lines = [...more, ...rows.slice(0, 2), ...wrong]
  const { id: bulkDraftId } = await upload('Rewards of November, second round', lines)
  return { bulkOrderId, bulkDraftId }
}

/** Tokens in the place of the one that came with the server, and people who are asked to come. */
async function seedTeam({ manage }: Stage): Promise<void> {
  const tokens = await manage<{ id: string }[]>('GET /access-tokens')
  for (const { id } of tokens) await manage(`DELETE /access-tokens/${id}`)
  const token = (name: string, scopes: readonly string[]) =>
    manage('POST /access-tokens', { name, scopes })
  await token('Nightly order export', ['orders:read', 'wallet:read'])
  await token('Support desk', ['orders:read', 'messages:read', 'messages:write'])
  await manage('POST /invitations', { email: 'daniel.okoro@brightside.example', role: 'developer' })
  await manage('POST /invitations', {
    email: 'sarah.lindqvist@brightside.example',
    role: 'finance',
  })
}

/**
 * Live mode, money in it, and requests for more. Whoever is signed in is an operator too, and
 * approves what the token that came with the server has asked for.
 */
async function seedMoney({ server, manage }: Stage, accountId: number): Promise<number> {
  const decide = (line: string, data: object = {}) =>
    manage(`POST /operator/accounts/${accountId}/${line}`, data)
  await decide('enable-live')
  const ask = async (amount: string, note: string) =>
    (await server.manage<{ id: number }>('POST /funding-requests?mode=live', { amount, note })).id
  const opening = await ask('1500000', 'Opening balance')
  await decide(`funding-requests/${opening}/approve`, { amount: '1499950' })
  const small = await ask('42.50', 'Top-up')
  const reason = 'Below the smallest transfer that we book'
  await decide(`funding-requests/${small}/decline`, { reason })
  const pending = await ask('250000', 'Cards for the December campaign')
  await ask('180000.75', 'Rewards of the Lagos team')
  return pending
}
