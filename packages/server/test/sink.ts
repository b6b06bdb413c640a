import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from './until.ts'

/** A request as a webhook endpoint got it. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly json: Record<string, unknown>
}

/** A webhook endpoint on this machine. */
export interface Sink {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers to a request: a status, a status with headers, or nothing at all. */
  answer: (request: Received, index: number) => SinkAnswer | Promise<SinkAnswer>
  /** Resolves when it has got this many requests. */
  until(count: number): Promise<readonly Received[]>
  close(): Promise<void>
}

export type SinkAnswer =
  | number
  | { readonly status: number; readonly headers: Record<string, string> }
  /** Nothing. */
  | 'silence'
  /** The connection is closed instead. */
  | 'reset'
  /** The connection is closed amid the head of an answer. */
  | 'half'

export async function createSink(): Promise<Sink> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const body = Buffer.concat(chunks).toString()
      const json = JSON.parse(body) as Record<string, unknown>
      const one = { headers: request.headers, body, json }
      received.push(one)
      const answer = await sink.answer(one, received.length - 1)
      if (typeof answer === 'number') response.writeHead(answer).end()
      else if (answer === 'reset') request.socket.resetAndDestroy()
      else if (answer === 'half') request.socket.end('HTTP/1.1 200 O')
      else if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sink: Sink = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer: () => 204,
    until: (count) => until(`request ${count} arrives`, () => received.length >= count && received),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return sink
}
