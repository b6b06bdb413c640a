import type { BrowserContext } from 'playwright-core'
import type { Server } from '../test/server.ts'

/** What the pictures are of. */
export interface Seeded {
  readonly orderId: number
  /** Points at a test receiver. */
  readonly endpointId: string
  readonly receiverId: string
  /** One that is done, with rows that failed. */
  readonly bulkOrderId: number
  readonly bulkDraftId: number
}

const people = ['ada', 'grace', 'edsger', 'barbara', 'donald', 'leslie', 'frances', 'niklaus']

/** Gives the demo account something to show: orders, refused ones, messages, a webhook endpoint. */
export async function seed(server: Server): Promise<Seeded> {
  await server.manage('POST /webhook-endpoints', {
    url: 'https://hooks.example.com/openscrip',
    events: ['order.successful', 'order.failed'],
  })
  const webhooks = await seedReceiver(server)
  await seedClients(server)
  let orderId = 0
  for (let index = 0; index < 24; index++) {
    const person = people[index % people.length]
    const order = {
      productId: 5,
      quantity: 1 + (index % 3),
      unitPrice: [5, 10, 25, 50][index % 4],
      customIdentifier: `invoice-${2100 + index}`,
      senderName: 'Acme Rewards',
      ...(index % 4 !== 3 && { recipientEmail: `${person}@example.com` }),
      ...(index % 5 === 0 && {
        recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
      }),
    }
    const placed = await server.giftCards<{ transactionId: number }>('POST /orders', order)
    orderId = placed.transactionId
  }
  // The last order has an e-mail and a text message on its timeline.
  const last = await server.giftCards<{ transactionId: number }>('POST /orders', {
    productId: 5,
    quantity: 2,
    unitPrice: 25,
    customIdentifier: 'invoice-2124',
    senderName: 'Acme Rewards',
    recipientEmail: 'ada@example.com',
    recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
  })
  orderId = last.transactionId
  // Refused on purpose: the request log has something to explain.
  await server
    .giftCards('POST /orders', { productId: 5, quantity: 1, unitPrice: 7.77 })
    .catch(() => undefined)
  return { orderId, ...webhooks, ...(await seedBulkOrders(server)) }
}

/** A receiver at the server and an endpoint that points at it: what is sent arrives. */
async function seedReceiver(server: Server) {
  const receiver = await server.manage<{ id: string; url: string }>(
    'POST /webhook-receivers?mode=test',
    { answer: '200' },
  )
  const endpoint = await server.manage<{ id: string }>('POST /webhook-endpoints', {
    url: receiver.url,
    description: 'Test receiver',
  })
  const example = { type: 'order.failed' }
  await server.manage(`POST /webhook-endpoints/${endpoint.id}/examples?mode=test`, example)
  return { endpointId: endpoint.id, receiverId: receiver.id }
}

/** A file that was bought but for two rows, and one of the same people that is still a draft. */
async function seedBulkOrders(server: Server) {
  const head = 'productId,unitPrice,recipientEmail,senderName'
  const rows = people.map((person, index) => `5,${[10, 25][index % 2]},${person}@example.com,Acme`)
  const wrong = ['5,10,alan@example,Acme', '5,7.777777,kurt@example.com,Acme']
  const upload = (name: string, lines: readonly string[]) =>
    server.manage<{ id: number }>('POST /bulk-orders?mode=test', {
      name,
      csv: [head, ...lines].join('\n'),
    })
  const { id: bulkOrderId } = await upload('Rewards of November', [...rows, ...wrong])
  await server.manage(`POST /bulk-orders/${bulkOrderId}/start?mode=test`)
  for (let state = ''; state !== 'completed'; ) {
    state = (await server.manage<{ state: string }>(`GET /bulk-orders/${bulkOrderId}`)).state
  }
  const more = ['alonzo', 'radia', 'radia'].map((person) => `5,50,${person}@example.com,Acme`)
  const { id: bulkDraftId } = await upload('Rewards, second round', [
    ...more,
    ...rows.slice(0, 2),
    ...wrong,
  ])
  return { bulkOrderId, bulkDraftId }
}

/** One that is bound to what it does and where it runs, and one with two secrets. */
async function seedClients(server: Server): Promise<void> {
  await server.manage('POST /clients', {
    name: 'Point of sale, Lagos',
    dialect: '2026-10',
    allowedIps: ['203.0.113.7', '198.51.100.0/24'],
    scopes: ['catalog:read', 'orders:write', 'cards:read'],
  })
  const { clientId } = await server.manage<{ clientId: string }>('POST /clients', {
    name: 'Loyalty programme',
  })
  await server.manage(`POST /clients/${clientId}/rotate-secret`, { overlapSeconds: 86_400 })
}

/** Live mode, money in it, and requests for more; the context is that of an operator. */
export async function seedMoney(server: Server, { request }: BrowserContext): Promise<void> {
  const { account } = await server.manage<{ account: { id: number } }>('GET /session')
  const path = `/manage/v1/operator/accounts/${account.id}`
  const decide = async (line: string, data: object = {}) => {
    const answer = await request.post(`${path}/${line}`, { headers: { origin: server.url }, data })
    if (!answer.ok()) throw new Error(`${line}: ${answer.status()} ${await answer.text()}`)
  }
  await decide('enable-live')
  const ask = async (amount: string, note: string) =>
    (await server.manage<{ id: number }>('POST /funding-requests?mode=live', { amount, note })).id
  const opening = await ask('1500000', 'Opening balance')
  await decide(`funding-requests/${opening}/approve`, { amount: '1499950' })
  const small = await ask('42.50', 'Top-up')
  const reason = 'Below the smallest transfer that we book'
  await decide(`funding-requests/${small}/decline`, { reason })
  await ask('250000', 'Cards for the December campaign')
  await ask('180000.75', 'Rewards of the Lagos team')
}
