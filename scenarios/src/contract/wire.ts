import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { text as readText } from 'node:stream/consumers'
import { DEADLINE_MS } from '../../../packages/server/test/until.ts'

/**
 * One request, sent as it is written here. `fetch` would add an `Accept` of its own and refuse a
 * body on GET, which programs in use do send.
 */
export interface WireRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query, as it goes over the wire. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface WireAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const agents = {
  'http:': new HttpAgent({ keepAlive: true }),
  'https:': new HttpsAgent({ keepAlive: true }),
}

/** @throws when the connection breaks or nothing is answered */
export function sendWire(origin: string, request: WireRequest): Promise<WireAnswer> {
  const { method, path, headers, body } = request
  const { protocol, hostname, port } = new URL(origin)
  const isSecure = protocol === 'https:'
  const agent = agents[isSecure ? 'https:' : 'http:']
  return new Promise((resolve, reject) => {
    const outgoing = (isSecure ? httpsRequest : httpRequest)(
      { agent, hostname, port, path, method, headers },
      async (incoming) => {
        const text = await readText(incoming)
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text })
      },
    )
    outgoing.setTimeout(DEADLINE_MS, () => {
      outgoing.destroy(new Error(`${method} ${path} was not answered`))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
