import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { type GatewayAnswer, sendGatewayAnswer } from './answers.ts'

// What RFC 9110 calls hop-by-hop, and `Expect`, which has been answered to the client already.
// `Transfer-Encoding` is not among them: it frames the body, which keeps its framing.
const hopHeaders = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'upgrade',
])

/** The headers of a request as they came, in order and case, less those of the connection. */
export function endToEndHeaders(request: IncomingMessage, host?: string): string[] {
  const headers = withoutHops(request)
  const kept = host === undefined ? headers : withHost(headers, host)
  const hasBody = /^(?:POST|PUT|PATCH)$/.test(request.method ?? '')
  const isFramed = 'content-length' in request.headers || 'transfer-encoding' in request.headers
  // Node.js would declare a chunked body on its own.
  if (hasBody && !isFramed) kept.push('Content-Length', '0')
  return kept
}

/**
 * Streams a request onward and its answer back, neither of them kept in memory.
 *
 * `explain` gives the body of the 502 for the client when there is no answer. An answer that
 * breaks off midway breaks off at the client too, so that it cannot be mistaken for a whole one.
 */
export function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  outgoing: ClientRequest,
  explain: (error: Error) => GatewayAnswer,
): void {
  outgoing.on('response', (answer) => {
    response.sendDate = false
    const headers = withoutHops(answer)
    // The real service closes after each call; a client must see that here too.
    if (answer.headers.connection?.toLowerCase() === 'close') headers.push('Connection', 'close')
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers)
    pipeline(answer, response, () => {})
  })
  outgoing.on('error', (error) => {
    if (response.headersSent) response.destroy()
    else sendGatewayAnswer(response, explain(error))
  })
  response.on('close', () => outgoing.destroy())
  incoming.on('error', () => outgoing.destroy())
  incoming.pipe(outgoing)
}

function withoutHops(message: IncomingMessage): string[] {
  const named = (message.headers.connection ?? '').split(',').map((name) => name.trim())
  const dropped = new Set([...hopHeaders, ...named.map((name) => name.toLowerCase())])
  const kept: string[] = []
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    const name = message.rawHeaders[index] ?? ''
    if (!dropped.has(name.toLowerCase())) kept.push(name, message.rawHeaders[index + 1] ?? '')
  }
  return kept
}

function withHost(headers: string[], host: string): string[] {
  const kept = ['Host', host]
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const [name = '', value = ''] = headers.slice(index, index + 2)
    if (name.toLowerCase() !== 'host') kept.push(name, value)
  }
  return kept
}
