import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A webhook endpoint that takes a moment for each delivery. */
export interface Sink {
  readonly url: string
  /** How often each event was answered with 200, by its id. */
  readonly answered: ReadonlyMap<string, number>
  /** Deliveries that have come in, answered or not. */
  readonly arrivals: number
  close(): Promise<void>
}

export async function openSink(momentMs: number): Promise<Sink> {
  const answered = new Map<string, number>()
  let arrivals = 0
  const server = createServer((request, response) => {
    arrivals++
    const id = String(request.headers['webhook-id'])
    request.resume().on('end', async () => {
      await sleep(momentMs)
      if (request.destroyed && !request.complete) return
      response.writeHead(200).end('{"received":true}', () => {
        answered.set(id, (answered.get(id) ?? 0) + 1)
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    answered,
    get arrivals() {
      return arrivals
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
