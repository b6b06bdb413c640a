import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** An answer that the proxy gives by itself, because no server was reached. */
export interface GatewayAnswer {
  status: number
  headers: OutgoingHttpHeaders
  body: string
}

export function sendGatewayAnswer(response: ServerResponse, answer: GatewayAnswer): void {
  // The rest of an upload that nobody reads would hold the connection.
  response.writeHead(answer.status, { ...answer.headers, connection: 'close' })
  response.end(answer.body)
}

/** An error in the shape of the Reloadly API, which its clients can parse. */
export function apiError(status: number, message: string, url: string | undefined): GatewayAnswer {
  const timeStamp = new Date().toISOString().slice(0, 19).replace('T', ' ')
  const path = (url ?? '/').split('?')[0]
  const envelope = { timeStamp, message, path, errorCode: null, infoLink: null, details: [] }
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(envelope),
  }
}

export function plainError(status: number, message: string): GatewayAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${message}\n` }
}

/** Answers a CONNECT with an error and closes; sent by hand, as the socket left the server. */
export function refuseTunnel(socket: Socket, answer: GatewayAnswer): void {
  const headers = { ...answer.headers, connection: 'close' }
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(answer.body) })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${answer.status} Refused by scrip exec\r\n${head}\r\n${answer.body}`)
}
