import { randomBytes } from 'node:crypto'
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { mayRelay } from './admission.ts'
import {
  apiError,
  type GatewayAnswer,
  plainError,
  refuseTunnel,
  sendGatewayAnswer,
} from './answers.ts'
import type { KeyPair } from './authority.ts'
import { endToEndHeaders, forward } from './forward.ts'
import {
  type Destination,
  destinationOf,
  isLoopback,
  isReloadlyHost,
  parseAuthority,
} from './hosts.ts'
import { type RelaySettings, relayRequest, relayTunnel, type TunnelRequest } from './relay.ts'

export interface ProxyOptions extends RelaySettings {
  /** Where the requests for the Reloadly hosts go. */
  serverUrl: URL
  leaf: KeyPair
  /** Refuse all other hosts except the loopback. */
  offline: boolean
  notify: (message: string) => void
}

export interface RunningProxy {
  port: number
  /** Ends TLS at once, without CONNECT; for clients whose connections are redirected. */
  tlsPort: number
  token: string
  close: () => Promise<void>
}

// The headers of real clients take some hundred bytes; tokens and cookies can take a few thousand.
const limits = { maxHeaderSize: 64 * 1024, headersTimeout: 30_000, keepAliveTimeout: 65_000 }
// Long enough for a simulated supplier that keeps a client waiting on purpose.
const idleTimeoutMs = 10 * 60 * 1000

/**
 * Starts the proxy on the loopback: it answers for the Reloadly hosts from the local server and
 * passes everything else on unread, or refuses it when offline.
 *
 * Who may use it for other hosts is decided by `mayRelay`.
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const token = randomBytes(24).toString('base64url')
  const chained = Boolean(options.upstream.http ?? options.upstream.https)
  const context: Context = { ...options, admission: { token, chained }, told: new Set() }
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 32 })
  const toServer = (request: IncomingMessage, response: ServerResponse, host?: string) =>
    forwardToServer(request, response, { serverUrl: options.serverUrl, agent, host })

  const tlsServer = createTlsServer(
    {
      cert: options.leaf.certificate,
      key: options.leaf.key,
      ALPNProtocols: ['http/1.1'],
      requestTimeout: 0,
      ...limits,
    },
    (request, response) => toServer(request, response),
  )
  tlsServer.on('tlsClientError', (error) => tellDistrust(context, error))
  const server = createServer({ requestTimeout: 0, ...limits }, (request, response) => {
    void handleAbsolute(context, request, response, toServer)
  })
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    void handleConnect(context, { request, socket, head }, tlsServer)
  })
  const sockets = trackSockets([server, tlsServer])
  for (const each of [server, tlsServer]) each.setTimeout(idleTimeoutMs)

  return {
    port: await listen(server),
    tlsPort: await listen(tlsServer),
    token,
    close: async () => {
      agent.destroy()
      for (const socket of sockets) socket.destroy()
      await Promise.all([server, tlsServer].map((each) => new Promise((done) => each.close(done))))
    },
  }
}

interface Context extends ProxyOptions {
  admission: { token: string; chained: boolean }
  /** Notices already given; each is given once. */
  told: Set<string>
}

type ToServer = (request: IncomingMessage, response: ServerResponse, host: string) => void

async function handleConnect(context: Context, tunnel: TunnelRequest, tlsServer: Server) {
  const { request, socket, head } = tunnel
  socket.on('error', () => socket.destroy())
  const destination = parseAuthority(request.url ?? '')
  if (destination === undefined) {
    refuseTunnel(socket, plainError(400, 'CONNECT needs host:port.'))
  } else if (isReloadlyHost(destination.host)) {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    tlsServer.emit('connection', socket)
  } else {
    const refusal = await findRefusal(context, request, destination)
    if (refusal !== undefined) refuseTunnel(socket, refusal)
    else await relayTunnel(context, tunnel, destination)
  }
}

async function handleAbsolute(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  toServer: ToServer,
) {
  const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    const sentence = 'This is the HTTP proxy of `scrip exec`. It takes CONNECT and absolute URLs.'
    return sendGatewayAnswer(response, plainError(400, sentence))
  }
  const destination = destinationOf(url)
  // Some clients cut the path out of the URL text, so it must not pass through the URL parser.
  const path = (request.url ?? '').replace(/^[^:]*:\/\/[^/?#]*/, '') || '/'
  if (isReloadlyHost(destination.host)) {
    if (destination.port === 80) {
      const sentence = `Reloadly answers on https only; call https://${destination.host}.`
      return sendGatewayAnswer(response, apiError(403, sentence, path))
    }
    request.url = path
    return toServer(request, response, url.host)
  }
  const refusal = await findRefusal(context, request, destination)
  if (refusal !== undefined) return sendGatewayAnswer(response, refusal)
  relayRequest(context, { request, response, url, path })
}

/** Why this request may not pass to another host, or undefined when it may. */
async function findRefusal(
  context: Context,
  request: IncomingMessage,
  destination: Destination,
): Promise<GatewayAnswer | undefined> {
  if (context.offline && !isLoopback(destination.host)) {
    tellOnce(context, `refused ${destination.host}: --offline allows no host but Reloadly's`)
    const sentence = `scrip exec --offline refuses ${destination.host}.`
    return plainError(403, sentence)
  }
  if (await mayRelay(request, context.admission)) return undefined
  const answer = plainError(407, 'Use the proxy URL of HTTPS_PROXY, with its password.')
  answer.headers['proxy-authenticate'] = 'Basic realm="scrip exec"'
  return answer
}

function forwardToServer(
  request: IncomingMessage,
  response: ServerResponse,
  to: { serverUrl: URL; agent: Agent; host: string | undefined },
) {
  const { serverUrl, agent } = to
  const outgoing = httpRequest({
    agent,
    ...destinationOf(serverUrl),
    method: request.method,
    path: request.url,
    headers: endToEndHeaders(request, to.host),
  })
  forward(request, response, outgoing, (error) => {
    const reason = (error as NodeJS.ErrnoException).code ?? error.message
    const sentence = `OpenScrip does not answer at ${serverUrl.origin} (${reason}). Is it running?`
    return apiError(502, sentence, request.url)
  })
}

function tellDistrust(context: Context, error: Error & { code?: string }) {
  if (!/ALERT_(?:UNKNOWN_CA|CERTIFICATE_UNKNOWN|BAD_CERTIFICATE)/.test(error.code ?? '')) return
  tellOnce(context, 'a client does not trust the local certificate for the Reloadly hosts')
}

function tellOnce(context: Context, message: string) {
  if (context.told.has(message)) return
  context.told.add(message)
  context.notify(message)
}

function trackSockets(servers: Server[]): Set<Socket> {
  const sockets = new Set<Socket>()
  for (const server of servers) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
  }
  return sockets
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
