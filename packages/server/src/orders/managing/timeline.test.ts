import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { createSink, type Sink } from '../../../test/sink.ts'
import { until } from '../../../test/until.ts'

let app: TestApp
let sink: Sink
let account: TestAccount
let caller: Pick<TestAccount, 'headers'>
let endpointId: string

beforeAll(async () => {
  sink = await createSink()
  app = await createTestApp({}, { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on', SCRIP_MESSAGES: 'link' })
  account = await app.openAccount()
  caller = await manager(app, account)
  const made = await manage(app, caller, 'POST /webhook-endpoints', { url: sink.url })
  endpointId = (made.json() as { id: string }).id
  app.start()
})

afterAll(async () => {
  await app.close()
  await sink.close()
})

interface Item {
  readonly at: string
  readonly kind: string
  readonly [more: string]: unknown
}

async function read(id: number): Promise<readonly Item[]> {
  const response = await manage(app, caller, `GET /orders/${id}/timeline`)
  expect(response.json()).toMatchObject({ isComplete: true })
  return (response.json() as { content: readonly Item[] }).content
}

const untilTried = (id: number, isIt: (attempt: Item) => boolean = () => true) =>
  until('the webhook is tried', async () =>
    (await read(id)).some((item) => item.kind === 'webhookAttempt' && isIt(item)),
  )

test('tells in time what became of an order, and where each thing is found', async () => {
  const before = sink.received.length
  sink.answer = (_, index) => (index === before ? 500 : 204)
  const id = await buy(app, account, { ...quickstartOrder, customIdentifier: null })
  await untilTried(id)
  const [message] = (
    await manage(app, caller, `GET /messages?transactionId=${id}&channel=email`)
  ).json().content as { id: string; text: string }[]
  const link = /\/claim\/[\w-]+/.exec(message?.text ?? '')?.[0] ?? ''
  await app.http.inject({
    method: 'POST',
    url: link,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: '',
  })
  await get(app, account, `/orders/transactions/${id}/cards`)
  await manage(app, caller, `POST /orders/${id}/reveal`, { reason: 'To compare' })
  const items = await read(id)
  expect(items.map(({ kind }) => kind).filter((kind) => kind !== 'webhookAttempt')).toEqual([
    ...['placed', 'transfer', 'transfer', 'cards', 'event', 'message', 'message'],
    ...['linkClaimed', 'reveal', 'reveal'],
  ])
  const times = items.map(({ at }) => Date.parse(at))
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  const byKind = Map.groupBy(items, ({ kind }) => kind)
  expect(byKind.get('event')).toMatchObject([{ type: 'order.successful' }])
  expect(byKind.get('webhookAttempt')?.[0]).toMatchObject({
    endpointId,
    sequence: byKind.get('event')?.[0]?.sequence,
    isDelivered: false,
    status: 500,
  })
  expect(byKind.get('linkClaimed')).toMatchObject([{ messageId: message?.id }])
  expect(byKind.get('reveal')).toMatchObject([
    { via: 'api', by: { kind: 'client', name: 'Test' }, reason: null },
    { via: 'manage', by: { kind: 'token' }, reason: 'To compare' },
  ])
})

test('keeps what was sent to an endpoint that is gone', async () => {
  sink.answer = () => 204
  const id = await buy(app, account)
  await untilTried(id, ({ isDelivered }) => isDelivered === true)
  const detail = await manage(app, caller, `GET /orders/${id}`)
  expect(detail.json()).toMatchObject({ webhooks: { events: 1, delivered: 1, pending: 0 } })
  await manage(app, caller, `DELETE /webhook-endpoints/${endpointId}`)
  expect((await read(id)).map(({ kind }) => kind)).toContain('webhookAttempt')
})
