import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A webhook endpoint that takes a moment for each delivery. */
export interface Sink {
  readonly url: string
  /** How often each event was answered with 200, by its id. */
  readonly answered: ReadonlyMap<string, number>
  /** Deliveries that have come in, answered or not. */
  readonly arrivals: number
  /** The last delivery. */
  readonly last: { readonly headers: IncomingHttpHeaders; readonly body: string }
  close(): Promise<void>
}

export async function openSink(momentMs: number): Promise<Sink> {
  const answered = new Map<string, number>()
  let arrivals = 0
  let last: Sink['last'] = { headers: {}, body: '' }
  const server = createServer((request, response) => {
    arrivals++
    const id = String(request.headers['webhook-id'])
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      last = { headers: request.headers, body: Buffer.concat(chunks).toString() }
      await sleep(momentMs)
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
    get last() {
      return last
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
