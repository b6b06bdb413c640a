import { describe, expect } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { call, connect } from './src/api.ts'
import { startLoad } from './src/load.ts'
import type { ServerInfo } from './src/server-process.ts'
import { test } from './src/test.ts'

interface EventOut {
  readonly sequence: number
  readonly type: string
  readonly data: { readonly transactionId: number; readonly channel: string }
}

interface MessageOut {
  readonly transactionId: number
  readonly channel: string
  readonly text: string
}

async function read<Body>({ url, manageToken }: ServerInfo, path: string): Promise<Body> {
  const { status, body } = await call<Body>(`${url}/manage/v1${path}`, { token: manageToken })
  expect(status).toBe(200)
  return body
}

async function readSent(server: ServerInfo): Promise<EventOut[]> {
  const sent: EventOut[] = []
  for (let after = 0; ; ) {
    const path = `/events?types=message.sent&limit=1000&after=${after}`
    const page = await read<{ content: EventOut[]; lastSequence: number; hasMore: boolean }>(
      server,
      path,
    )
    sent.push(...page.content)
    if (!page.hasMore) return sent
    after = page.lastSequence
  }
}

describe('messages', () => {
  test('every order has each of its messages once although its server is killed', async ({
    install,
  }) => {
    const installation = install({
      // However fast the machine is, the money lasts.
      env: { LOG_LEVEL: 'debug', SCRIP_DEMO_BALANCE: '1000000000' },
    })
    let server = await installation.start()
    const placed = new Set<number>()
    let log = ''
    for (let round = 1; round <= 3; round++) {
      const api = await connect(server.info.url, server.info)
      const load = startLoad({ api, connections: 8, name: `round-${round}` })
      await until('orders are followed', () => load.placed.size > 100)
      log += (await server.kill()).stderr
      await load.stop()
      expect(load.surprises).toEqual([])
      for (const { transactionId } of load.placed.values()) placed.add(transactionId)
      server = await installation.start()
    }

    // Whoever looks finds the messages of every order that was answered.
    const { content } = await read<{ content: MessageOut[] }>(server.info, '/messages?limit=4')
    expect(content).toHaveLength(4)
    const told = (await readSent(server.info)).map(
      ({ data }) => `${data.transactionId}/${data.channel}`,
    )
    expect(new Set(told).size, 'each message once').toBe(told.length)
    const owed = [...placed].flatMap((id) => [`${id}/email`, `${id}/sms`])
    expect(owed.filter((one) => !told.includes(one))).toEqual([])

    log += (await server.stop()).stderr
    const codes = content.flatMap(({ text }) => text.match(/\b\w{10}test\b/g) ?? [])
    expect(codes.length).toBeGreaterThan(0)
    expect(codes.filter((code) => log.includes(code))).toEqual([])
  })
})
