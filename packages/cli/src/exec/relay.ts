import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { type Duplex, pipeline } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import { plainError, refuseTunnel, sendGatewayAnswer } from './answers.ts'
import { endToEndHeaders, forward } from './forward.ts'
import { type Destination, destinationOf } from './hosts.ts'
import { chooseUpstream, openTunnel, proxyHeaders, type UpstreamSettings } from './upstream.ts'

// Web sockets and database connections may be silent for long and are still in use.
const tunnelIdleMs = 60 * 60 * 1000

export interface RelaySettings {
  upstream: UpstreamSettings
  /** What the user's programs trust, for the few requests that this proxy encrypts itself. */
  roots: string[]
}

export interface TunnelRequest {
  request: IncomingMessage
  socket: Socket
  head: Buffer
}

interface AbsoluteRequest {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  path: string
}

/** Connects the client with another host and carries bytes both ways without reading them. */
export async function relayTunnel(
  settings: RelaySettings,
  { socket, head }: TunnelRequest,
  destination: Destination,
): Promise<void> {
  let target: Duplex
  try {
    target = await openTunnel(
      chooseUpstream(settings.upstream, 'https', destination),
      settings.roots,
    )
  } catch (error) {
    return refuseTunnel(socket, unreachable(destination.host, error))
  }
  socket.setTimeout(tunnelIdleMs, () => socket.destroy())
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
  if (head.length > 0) target.write(head)
  pipeline(socket, target, () => {})
  pipeline(target, socket, () => {})
}

/** Passes a request with an absolute URL on to another host, or to the user's own proxy. */
export function relayRequest(settings: RelaySettings, absolute: AbsoluteRequest): void {
  const { request, response, url } = absolute
  const answer = url.protocol === 'https:' ? relayEncrypted : relayPlain
  answer(settings, absolute).catch((error: unknown) => {
    if (!response.headersSent) sendGatewayAnswer(response, unreachable(url.hostname, error))
    request.destroy()
  })
}

async function relayPlain(
  settings: RelaySettings,
  { request, response, url, path }: AbsoluteRequest,
) {
  const { proxy, destination } = chooseUpstream(settings.upstream, 'http', destinationOf(url))
  const headers = endToEndHeaders(request, url.host)
  const target = { method: request.method, agent: false as const, ca: settings.roots }
  const outgoing =
    proxy === undefined
      ? httpRequest({ ...target, ...destination, path, headers })
      : (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
          ...target,
          ...destinationOf(proxy),
          path: request.url,
          headers: [...headers, ...Object.entries(proxyHeaders(proxy)).flat()],
        })
  forward(request, response, outgoing, (error) => unreachable(url.hostname, error))
}

// Older axios sends https URLs to the proxy in clear and leaves the encryption to it.
async function relayEncrypted(
  settings: RelaySettings,
  { request, response, url, path }: AbsoluteRequest,
) {
  const choice = chooseUpstream(settings.upstream, 'https', destinationOf(url))
  const socket = await openTunnel(choice, settings.roots)
  const { host } = choice.destination
  const outgoing = httpsRequest({
    method: request.method,
    path,
    headers: endToEndHeaders(request, url.host),
    agent: false,
    createConnection: () =>
      connectTls({ socket, host, servername: isIP(host) ? '' : host, ca: settings.roots }),
  })
  forward(request, response, outgoing, (error) => unreachable(url.hostname, error))
}

function unreachable(host: string, error: unknown) {
  const { code, message } = error as NodeJS.ErrnoException
  return plainError(502, `${host} cannot be reached: ${code ?? message}.`)
}
