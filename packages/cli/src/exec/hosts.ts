/** The hosts that `scrip exec` answers for: the token service and the two gift card products. */
export const reloadlyHosts: readonly string[] = [
  'auth.reloadly.com',
  'giftcards.reloadly.com',
  'giftcards-sandbox.reloadly.com',
]

/** A host name or IP address without brackets, and its port. */
export interface Destination {
  host: string
  port: number
}

/** True for exactly the hosts of `reloadlyHosts`; topups and utilities are other products. */
export function isReloadlyHost(host: string): boolean {
  return reloadlyHosts.includes(normalize(host))
}

/** True for names and addresses that cannot leave this machine. */
export function isLoopback(host: string): boolean {
  const name = normalize(host)
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true
  const address = name.startsWith('::ffff:') ? name.slice('::ffff:'.length) : name
  return /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address)
}

/**
 * Reads the `host:port` of a CONNECT line, or returns undefined when it is not one.
 *
 * IPv6 addresses stand in brackets there, and lose them here.
 */
export function parseAuthority(authority: string): Destination | undefined {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/@[\]]+)):(\d{1,5})$/.exec(authority)
  const host = match?.[1] ?? match?.[2]
  const port = Number(match?.[3])
  if (host === undefined || port < 1 || port > 65535) return undefined
  return { host: normalize(host), port }
}

/** The destination of an absolute URL, with the port that its scheme implies. */
export function destinationOf(url: URL): Destination {
  const host = normalize(url.hostname.replace(/^\[(.*)\]$/, '$1'))
  return { host, port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) }
}

export function formatAuthority({ host, port }: Destination): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

// `auth.reloadly.com.` is the same host: the final dot only stops a resolver's search list.
function normalize(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}
