import { timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

export interface Admission {
  /** The password of the proxy URL that the program gets; the user name is `scrip`. */
  token: string
  /** True when other hosts are reached through a proxy of the user's own. */
  chained: boolean
}

/**
 * Decides whether a request for a host other than Reloadly's may pass, so that the proxy lends
 * the user's network to no other user of the machine.
 *
 * Requests for the Reloadly hosts need no credential: they lead to the local server only, which
 * every local process can reach anyway. For other hosts the credential in the proxy URL counts,
 * and nearly all clients send it unasked. Demanding it from all would shut out Java, whose
 * system properties carry no password. A request without one is therefore admitted when the
 * kernel says that the connection belongs to the same user (Linux). Where the kernel cannot be
 * asked (macOS, Windows) it is admitted only while no proxy of the user's stands behind this
 * one: the relay then gives nothing that a local process does not have.
 */
export async function mayRelay(request: IncomingMessage, admission: Admission): Promise<boolean> {
  const credential = request.headers['proxy-authorization']
  if (credential !== undefined) return isToken(credential, admission.token)
  const isOwn = await belongsToThisUser(request.socket)
  return isOwn ?? !admission.chained
}

function isToken(credential: string, token: string): boolean {
  const match = /^basic\s+(.+)$/i.exec(credential)
  const given = Buffer.from(match?.[1] ?? '', 'base64')
  const wanted = Buffer.from(`scrip:${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Undefined when the system does not tell whose connection it is. */
async function belongsToThisUser(socket: Socket): Promise<boolean | undefined> {
  if (process.platform !== 'linux' || process.getuid === undefined) return undefined
  const { remotePort, localPort } = socket
  if (remotePort === undefined || localPort === undefined) return false
  // A Java program connects from an IPv6 socket even to an IPv4 address.
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map(readTable))
  const uid = findOwner(tables.join('\n'), { remotePort, localPort })
  // Root needs no proxy to act for this user.
  return uid === process.getuid() || uid === 0
}

async function readTable(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}

/**
 * Finds the user of the client's end of a loopback connection in the kernel's table.
 *
 * Its columns are `sl local_address rem_address st tx:rx tr:when retrnsmt uid …`, addresses in
 * hexadecimal. The client's local address is the peer of the proxy, and the reverse.
 */
export function findOwner(
  table: string,
  ports: { remotePort: number; localPort: number },
): number | undefined {
  for (const line of table.split('\n')) {
    const columns = line.trim().split(/\s+/)
    if (portOf(columns[1]) !== ports.remotePort || portOf(columns[2]) !== ports.localPort) continue
    if (isLoopbackHex(columns[1]) && isLoopbackHex(columns[2])) return Number(columns[7])
  }
  return undefined
}

function portOf(address: string | undefined): number {
  return Number.parseInt(address?.split(':')[1] ?? '', 16)
}

// 127.0.0.1 in network order read as a little-endian word, alone or mapped into IPv6.
function isLoopbackHex(address: string | undefined): boolean {
  return address?.split(':')[0]?.endsWith('0100007F') === true
}
