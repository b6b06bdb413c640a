import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StandIn {
  url: string
  /** `host method path` of every request, in order. */
  seen: string[]
  close: () => Promise<void>
}

export const demoClient = { clientId: 'demo-client', clientSecret: 'demo-secret' }

/**
 * Plays the part of the OpenScrip server: token, order and cards as the quickstart calls them,
 * `/echo`, which tells how a request arrived, and `/bytes/{count}`, which streams.
 */
export async function startStandIn(): Promise<StandIn> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    if (request.url !== '/healthz') {
      seen.push(`${request.headers.host} ${request.method} ${request.url}`)
    }
    void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const { host } = request.headers
  const path = (request.url ?? '').split('?')[0] ?? ''
  const hash = createHash('sha256')
  let size = 0
  let head = ''
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
    if (head.length < 10_000) head += chunk.toString()
  }
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  if (path === '/healthz') return send(200, { status: 'ok' })
  if (path === '/echo') {
    const { method, url, rawHeaders } = request
    return send(200, { method, url, rawHeaders, size, sha256: hash.digest('hex') })
  }
  if (path.startsWith('/bytes/')) return streamBytes(response, Number(path.split('/')[2]))
  if (host === 'auth.reloadly.com' && path === '/oauth/token') return sendToken(head, send)
  if (request.headers.authorization !== 'Bearer the-token') {
    return send(401, apiMessage('Full authentication is required to access this resource', path))
  }
  if (path === '/orders') return send(200, order(JSON.parse(head) as object))
  if (/^\/orders\/transactions\/\d+\/cards$/.test(path)) {
    return send(200, [{ cardNumber: 'JcrhDtest', pinCode: '22393test' }])
  }
  send(404, apiMessage('No message available', path))
}

function sendToken(body: string, send: (status: number, body: unknown) => void) {
  const { client_id, client_secret } = JSON.parse(body) as Record<string, string>
  if (client_id !== demoClient.clientId || client_secret !== demoClient.clientSecret) {
    return send(401, apiMessage('Access Denied', '/oauth/token'))
  }
  const token = { access_token: 'the-token', scope: 'developer' }
  send(200, { ...token, expires_in: 86400, token_type: 'Bearer' })
}

function apiMessage(message: string, path: string) {
  const timeStamp = '2022-01-06 10:57:50'
  return { timeStamp, message, path, errorCode: 'TEST', infoLink: null, details: [] }
}

function order(request: object) {
  const customIdentifier = (request as { customIdentifier?: string }).customIdentifier
  return { transactionId: 3116, amount: 3139.45, status: 'SUCCESSFUL', customIdentifier }
}

async function streamBytes(response: ServerResponse, count: number) {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  for (let left = count; left > 0; left -= chunk.length) {
    const isWritable = response.write(chunk.subarray(0, Math.min(left, chunk.length)))
    if (!isWritable) await new Promise((resolve) => response.once('drain', resolve))
  }
  response.end()
}
