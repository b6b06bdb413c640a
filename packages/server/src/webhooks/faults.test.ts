import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { insertManyOrders } from '../../test/many-orders.ts'
import { createSink, type Sink, type SinkAnswer } from '../../test/sink.ts'
import { createManualClock } from '../core/clock.ts'
import { transact } from '../storage/database.ts'
import { ATTEMPTS_MAX } from './schedule.ts'

const COUNT = 3_000
const MINUTE_MS = 60_000

const clock = createManualClock(new Date())
let app: TestApp
let account: TestAccount
let sink: Sink

beforeAll(async () => {
  app = await createTestApp({ clock }, { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' })
  account = await app.openAccount()
  sink = await createSink()
})

afterAll(async () => {
  await app.close()
  await sink.close()
})

/** What an endpoint in trouble answers, the same in every run: every third attempt goes wrong. */
function faultOf(index: number): SinkAnswer {
  const faults: readonly SinkAnswer[] = [500, 'reset', 404, 302, 503, 'reset', 429, 'half']
  return index % 3 === 2 ? (faults[((index / 3) % faults.length) | 0] ?? 500) : 200
}

test('every event arrives at an endpoint in trouble, in a bounded number of attempts', async () => {
  const caller = await manager(app, account)
  const response = await manage(app, caller, 'POST /webhook-endpoints', {
    url: sink.url,
    events: ['giftcard_transaction.status'],
  })
  const path = `/webhook-endpoints/${(response.json() as { id: string }).id}`
  await insertManyOrders(app.database, { count: COUNT, owners: [account] })
  sink.answer = (_request, index) => faultOf(index)
  app.start()

  const isPending = async () => {
    const list = await manage(app, caller, `GET ${path}/deliveries?state=pending&limit=1`)
    const arrived = new Set(sink.received.map(({ json }) => json.sequence)).size
    return arrived < COUNT || (list.json() as { content: unknown[] }).content.length > 0
  }
  while (await isPending()) {
    clock.advance(5 * MINUTE_MS)
    // The event wakes the worker, which would notice the time within a second.
    await transact(app.database, (tx) =>
      app.wallets.fund(tx, { accountId: account.accountId, mode: 'test', amount: 1_000_000n }),
    )
  }

  const events = await readAll(caller)
  const wanted = events.filter(({ type }) => type.startsWith('order.'))
  const accepted = new Set(
    sink.received
      .filter((_, index) => faultOf(index) === 200)
      .map(({ headers }) => headers['webhook-id']),
  )
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
  expect(wanted).toHaveLength(COUNT)
  expect(wanted.filter(({ id }) => !accepted.has(id))).toEqual([])
  const attempts = Map.groupBy(sink.received, ({ json }) => json.sequence)
  const most = Math.max(...[...attempts.values()].map((group) => group.length))
  expect(most).toBeLessThanOrEqual(ATTEMPTS_MAX)
})

interface EventOut {
  readonly sequence: number
  readonly id: string
  readonly type: string
}

async function readAll(caller: Pick<TestAccount, 'headers'>): Promise<EventOut[]> {
  const all: EventOut[] = []
  for (;;) {
    const page = await manage(app, caller, `GET /events?limit=1000&after=${all.length}`)
    const { content, hasMore } = page.json() as { content: EventOut[]; hasMore: boolean }
    all.push(...content)
    if (!hasMore) return all
  }
}
