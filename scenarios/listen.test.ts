import { createHmac } from 'node:crypto'
import { describe, expect, onTestFinished } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { connect } from './src/api.ts'
import { quickstartOrder } from './src/quickstart.ts'
import { launchScrip } from './src/scrip.ts'
import { openSink } from './src/sink.ts'
import { test } from './src/test.ts'

describe('scrip listen', () => {
  test('forwards what happens, signed, also after the server was restarted', async ({
    install,
  }) => {
    const sink = await openSink(0)
    onTestFinished(sink.close)
    const installation = install()
    let server = await installation.start()
    const args = ['listen', '--json', '--forward', sink.url, '--events', 'order.successful']
    const listener = launchScrip(args, { env: { SCRIP_DATA_DIR: installation.dataDir } })
    onTestFinished(() => void listener.child.kill('SIGKILL'))
    const lines = () =>
      listener
        .stdout()
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    const [start] = await until('it listens', () => lines().length === 1 && lines())

    // It begins with what happens from now on, and says nothing when it has begun.
    const order = async (name: string) => {
      const api = await connect(server.info.url, server.info)
      const { status } = await api.post('/orders', quickstartOrder(name))
      expect(status).toBe(200)
    }
    let orders = 0
    await until('the first order is forwarded', async () => {
      await order(`before-${++orders}`)
      return lines().length > 1
    })
    await server.stop()
    server = await installation.start()
    await order('after')
    const events = await until('the order after the restart is forwarded', () => {
      const found = lines().slice(1)
      const last = found.at(-1)?.data as { customIdentifier?: string } | undefined
      return last?.customIdentifier === 'after' && found
    })

    const sequences = events.map(({ sequence }) => Number(sequence))
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(new Set(sequences).size).toBe(sequences.length)
    expect(events.at(-1)?.forwarded).toMatchObject({ status: 200, isDelivered: true })
    const { headers, body } = sink.last
    const time = String(headers['x-reloadly-request-timestamp'])
    const signature = createHmac('sha256', String(start?.secret)).update(`${body}:${time}`)
    expect(headers['x-reloadly-signature']).toBe(signature.digest('hex'))
    expect(JSON.parse(body)).toMatchObject({
      type: 'giftcard_transaction.status',
      customIdentifier: 'after',
      eventType: 'order.successful',
    })

    listener.child.kill('SIGINT')
    expect(await listener.ended).toMatchObject({ code: 0 })
  })
})
