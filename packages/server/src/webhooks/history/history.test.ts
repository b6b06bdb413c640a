import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../../test/harness.ts'
import { createSink, type Sink } from '../../../test/sink.ts'

let app: TestApp
let sink: Sink
let account: TestAccount
let caller: Caller

type Caller = Pick<TestAccount, 'headers'>

interface Page<Row> {
  readonly content: readonly Row[]
  readonly hasMore: boolean
  readonly nextBefore: number | null
}

interface Attempt {
  readonly id: number
  readonly isDelivered: boolean
  readonly requestBody: string
}

interface Event {
  readonly sequence: number
  readonly type: string
}

beforeAll(async () => {
  app = await createTestApp({}, { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' })
  sink = await createSink()
  account = await app.openAccount()
  caller = await manager(app, account)
})

afterAll(async () => {
  await app.close()
  await sink.close()
})

async function read<Body>(path: string, by = caller): Promise<Body> {
  const response = await manage(app, by, `GET ${path}`)
  expect(response.statusCode).toBe(200)
  return response.json() as Body
}

async function open(url = sink.url): Promise<string> {
  const response = await manage(app, caller, 'POST /webhook-endpoints', { url })
  return (response.json() as { id: string }).id
}

/** Attempts as the worker would have made them. */
async function fill(
  endpointId: string,
  count: number,
  isFailed: string,
  failure = '500',
): Promise<void> {
  await sql`
    insert into webhook_attempts (account_id, mode, endpoint_id, sequence, type, url,
                                  request_headers, status, answer_headers, answer_body,
                                  milliseconds, at)
    select ${account.accountId}, 'test', ${endpointId}, 1, 'wallet.funded', 'https://x', '{}',
           case when ${sql.raw(isFailed)} then ${sql.raw(failure)} else 200 end, '{}', '', n, now()
      from generate_series(1, ${count}::integer) as n`.execute(app.database)
}

describe('the attempts of an endpoint', () => {
  test('show what was sent', async () => {
    const id = await open()
    const path = `/webhook-endpoints/${id}`
    await manage(app, caller, `POST ${path}/examples`, { type: 'order.successful' })
    const { content } = await read<Page<Attempt>>(`${path}/attempts`)
    expect(content.map(({ requestBody }) => requestBody)).toEqual(
      sink.received.map(({ body }) => body),
    )
  })

  test('are found in bounded steps when a filter lets few of them through', async () => {
    const id = await open()
    await fill(id, 25_000, 'n = 3')
    const path = `/webhook-endpoints/${id}/attempts?outcome=failed`
    const first = await read<Page<Attempt>>(path)
    expect(first).toMatchObject({ content: [], hasMore: true })
    const second = await read<Page<Attempt>>(`${path}&before=${first.nextBefore}`)
    expect(second).toMatchObject({ content: [], hasMore: true })
    const third = await read<Page<Attempt>>(`${path}&before=${second.nextBefore}`)
    expect(third.content).toHaveLength(1)
    expect(third).toMatchObject({ hasMore: false, nextBefore: null })
  })

  test('are all there, each once, part by part', async () => {
    const id = await open()
    await fill(id, 10_500, 'n % 2 = 0')
    const ids: number[] = []
    for (let before = ''; ; ) {
      const query = `outcome=delivered&limit=200${before}`
      const page = await read<Page<Attempt>>(`/webhook-endpoints/${id}/attempts?${query}`)
      ids.push(...page.content.map((attempt) => attempt.id))
      if (page.nextBefore === null) break
      before = `&before=${page.nextBefore}`
    }
    expect(ids).toHaveLength(5_250)
    expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => other - one))
  })
})

describe('an event', () => {
  test('is shown with its way to each endpoint', async () => {
    const id = await open()
    await buy(app, account)
    const { content } = await read<Page<Event>>('/events/recent?types=order.successful&limit=1')
    const sequence = content[0]?.sequence
    await manage(app, caller, `POST /webhook-endpoints/${id}/deliveries/${sequence}/resend`)
    const ways = await read<object[]>(`/events/${sequence}/deliveries`)
    expect(ways).toMatchObject([{ endpointId: id, url: sink.url, state: 'pending', sequence }])
    expect(await read<object[]>('/events/1/deliveries')).toEqual([])
    const stranger = await manager(app, await app.openAccount())
    const foreign = await manage(app, stranger, `GET /events/${sequence}/deliveries`)
    expect(foreign.statusCode).toBe(404)
  })

  test('is among the recent ones, the newest first, in parts', async () => {
    const last = await read<{ lastSequence: number }>('/events?limit=1000')
    const count = last.lastSequence
    const first = await read<Page<Event>>('/events/recent?limit=2')
    expect(first.content.map(({ sequence }) => sequence)).toEqual([count, count - 1])
    expect(first.nextBefore).toBe(count - 1)
    const rest = await read<Page<Event>>(`/events/recent?limit=200&before=${first.nextBefore}`)
    expect(rest.content).toHaveLength(count - 2)
    expect(rest).toMatchObject({ hasMore: false, nextBefore: null })
    const funded = await read<Page<Event>>('/events/recent?types=wallet.funded')
    expect(funded.content).toMatchObject([{ sequence: 1, type: 'wallet.funded' }])
    const live = await read<Page<Event>>('/events/recent?mode=live')
    expect(live).toEqual({ content: [], hasMore: false, nextBefore: null })
  })
})

test('the median answer of an endpoint is that of attempts that were answered', async () => {
  const [silent, flaky] = [await open(), await open()]
  await fill(silent, 3, 'true', 'null')
  await fill(flaky, 9, 'n <= 4', 'null')
  const health =
    await read<{ endpointId: string; medianMilliseconds: number | null }[]>('/webhook-health')
  const medianOf = (id: string) =>
    health.find(({ endpointId }) => endpointId === id)?.medianMilliseconds
  expect(medianOf(silent)).toBeNull()
  expect(medianOf(flaky)).toBe(7)
})

test('the health of endpoints counts what waits, what was given up and the last attempts', async () => {
  const id = await open()
  await fill(id, 150, 'n > 140')
  await sql`
    insert into webhook_deliveries (account_id, mode, endpoint_id, sequence, state, due_at,
                                    updated_at)
    select ${account.accountId}, 'test', ${id}, n,
           (case when n <= 3 then 'failed' else 'pending' end)::delivery_state, now(), now()
      from generate_series(1, 8) as n`.execute(app.database)
  const health = await read<{ endpointId: string }[]>('/webhook-health')
  expect(health.find(({ endpointId }) => endpointId === id)).toEqual({
    endpointId: id,
    pending: 5,
    failed: 3,
    attempts: 100,
    delivered: 90,
    medianMilliseconds: 100,
    lastAttemptAt: expect.any(String),
  })
  const stranger = await manager(app, await app.openAccount())
  expect(await read<object[]>('/webhook-health', stranger)).toEqual([])
})
