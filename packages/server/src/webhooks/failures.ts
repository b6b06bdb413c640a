import type { Socket } from 'node:net'
import { AddressRefused } from './addresses.ts'

/**
 * What kept an answer from coming.
 *
 * `timeout`: not in time. `dns`: the name has no address. `address`: it has one
 * that is not called. `refused`: nothing listens there. `unreachable`: no way
 * leads there. `tls`: no trusted connection. `reset`: the connection was closed.
 * `protocol`: what came is not HTTP. `other`: the fault is here.
 */
export type FailureKind =
  | 'timeout'
  | 'dns'
  | 'address'
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'reset'
  | 'protocol'
  | 'other'

export interface Failure {
  readonly kind: FailureKind
  /** A sentence for the owner of the endpoint. */
  readonly message: string
}

const MESSAGE_LENGTH_MAX = 500
const NO_CONNECTION = 'No connection to the host was made in time.'

/** An error of Node's; OpenSSL and the HTTP parser put the readable part into `reason`. */
interface ConnectionError extends Error {
  readonly code?: string
  readonly reason?: string
}

const kinds: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'dns',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
}

/** @param isHandshaking whether a TLS connection was being made */
export function explain(error: ConnectionError, isHandshaking: boolean): Failure {
  const kind = kindOf(error, isHandshaking)
  const reason = (error.reason ?? error.message).replace(/\.$/, '')
  const sentences: Record<FailureKind, string> = {
    timeout: NO_CONNECTION,
    dns: 'The host name has no address.',
    address: `${reason}.`,
    refused: 'The host refused the connection.',
    unreachable: 'No way leads to the host.',
    tls: `No trusted TLS connection: ${reason}.`,
    reset: 'The connection was closed before an answer came.',
    protocol: `The answer is not HTTP: ${reason}.`,
    other: `The attempt failed: ${reason}.`,
  }
  return { kind, message: sentences[kind].slice(0, MESSAGE_LENGTH_MAX) }
}

/** @param socket the connection of the attempt, null when it still waited for one */
export function explainTimeout(socket: Socket | null): Failure {
  if (socket === null) {
    return {
      kind: 'timeout',
      message: 'All connections to the host were taken by other deliveries.',
    }
  }
  return {
    kind: 'timeout',
    message: socket.connecting ? NO_CONNECTION : 'No answer came in time.',
  }
}

function kindOf(error: ConnectionError, isHandshaking: boolean): FailureKind {
  if (error instanceof AddressRefused) return 'address'
  const code = error.code ?? ''
  const kind = code.startsWith('EAI_') ? 'dns' : kinds[code]
  // A certificate that is refused has one of many codes; what counts is when it failed.
  if (isHandshaking && (kind === undefined || kind === 'reset')) return 'tls'
  if (kind !== undefined) return kind
  // A server that misses a certificate of ours says so after the handshake.
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return 'tls'
  return code.startsWith('HPE_') ? 'protocol' : 'other'
}
