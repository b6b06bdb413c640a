import { describe, expect, onTestFinished } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { type Api, call, connect } from './src/api.ts'
import { startLoad } from './src/load.ts'
import type { ServerInfo } from './src/server-process.ts'
import { openSink } from './src/sink.ts'
import { test } from './src/test.ts'

const ENV = { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on', LOG_LEVEL: 'error' }

interface EventOut {
  readonly sequence: number
  readonly id: string
  readonly type: string
  readonly data: { readonly transactionId?: number }
}

async function manage<Body>({ url, manageToken }: ServerInfo, path: string, body?: object) {
  const { status, body: answer } = await call<Body>(`${url}/manage/v1${path}`, {
    token: manageToken,
    ...(body !== undefined && { method: 'POST', body }),
  })
  expect(status).toBeLessThan(300)
  return answer
}

async function readEvents(server: ServerInfo): Promise<EventOut[]> {
  const events: EventOut[] = []
  for (;;) {
    const path = `/events?limit=1000&after=${events.at(-1)?.sequence ?? 0}`
    const page = await manage<{ content: EventOut[]; hasMore: boolean }>(server, path)
    events.push(...page.content)
    if (!page.hasMore) return events
  }
}

const connectTo = (server: { readonly info: ServerInfo }): Promise<Api> =>
  connect(server.info.url, server.info)

describe('webhooks', () => {
  test('every order reaches the endpoint although its server is killed amid deliveries', async ({
    install,
  }) => {
    const sink = await openSink(50)
    onTestFinished(sink.close)
    const installation = install({ env: ENV })
    let server = await installation.start()
    await manage(server.info, '/webhook-endpoints', {
      url: sink.url,
      events: ['giftcard_transaction.status'],
    })
    const placed = new Set<number>()
    for (let round = 1; round <= 3; round++) {
      const before = sink.arrivals
      const load = startLoad({
        api: await connectTo(server),
        connections: 8,
        name: `round-${round}`,
      })
      await until('deliveries are under way', () => sink.arrivals > before + 40)
      await server.kill()
      await load.stop()
      expect(load.surprises).toEqual([])
      for (const { transactionId } of load.placed.values()) placed.add(transactionId)
      server = await installation.start()
    }

    const events = await readEvents(server.info)
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    const orders = events.filter(({ type }) => type === 'order.successful')
    const told = orders.map(({ data }) => Number(data.transactionId))
    expect(new Set(told).size, 'one event for each order').toBe(told.length)
    expect([...placed].filter((id) => !told.includes(id))).toEqual([])
    await until('every event has been delivered', () =>
      orders.every(({ id }) => sink.answered.has(id)),
    )
  })
})
