import type { ServerResponse } from 'node:http'
import { type HttpServer, type Received, startHttpServer } from './http-server.ts'

/**
 * What becomes of one request.
 *
 * - `lose request`: the connection ends before the server has heard of it
 * - `lose answer`: the connection ends after the server has answered
 * - `cut answer`: half of the answer arrives, then the connection ends
 * - `hold answer`: the server has answered, and nothing arrives for ever
 * - `slow request`: the connection ends at once; the server gets the request after 600 ms
 * - `delay request`: the connection ends at once; the server gets the request
 *   when the next one for the same path comes by, just before that
 * - a number: this status, instead of the server
 */
export type Fault =
  | 'lose request'
  | 'lose answer'
  | 'cut answer'
  | 'hold answer'
  | 'slow request'
  | 'delay request'
  | number

export interface LossyProxy extends HttpServer {
  /** Every request that has come by, as `POST /orders`. */
  readonly seen: readonly string[]
  /** The next requests like this one meet these faults, one each. */
  plan(request: string, ...faults: readonly Fault[]): void
}

interface Forwarded {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** A proxy on the way to a server, which loses what it is told to lose. */
export async function startProxy(target: string): Promise<LossyProxy> {
  const seen: string[] = []
  const planned = new Map<string, Fault[]>()
  const delayed = new Map<string, Received>()

  const server = await startHttpServer(async (received, response) => {
    const name = `${received.method} ${received.path.split('?')[0]}`
    seen.push(name)
    const late = delayed.get(name)
    delayed.delete(name)
    if (late !== undefined) await forward(target, late)
    const fault = planned.get(name)?.shift()
    if (fault === 'delay request') delayed.set(name, received)
    if (fault === 'slow request') setTimeout(() => void forward(target, received), 600)
    if (typeof fault === 'string' && fault.endsWith(' request')) response.socket?.destroy()
    else if (typeof fault === 'number') response.writeHead(fault).end()
    else answer(response, await forward(target, received), fault)
  })

  return {
    ...server,
    seen,
    plan: (request, ...faults) => void planned.set(request, [...faults]),
  }
}

async function forward(target: string, { method, path, headers, body }: Received) {
  const { host: _, connection: __, 'content-length': ___, ...rest } = headers
  const response = await fetch(`${target}${path}`, {
    method,
    headers: rest as Record<string, string>,
    ...(method === 'POST' && { body }),
  })
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, body: await response.text() }
}

function answer(response: ServerResponse, { status, type, body }: Forwarded, fault?: Fault): void {
  if (fault === 'hold answer') return
  if (fault === 'lose answer') {
    response.socket?.destroy()
    return
  }
  const bytes = Buffer.from(body)
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length })
  if (fault === undefined) response.end(bytes)
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy())
}
