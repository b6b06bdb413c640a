import { BlockList, isIP } from 'node:net'
import type { Destination } from './hosts.ts'
import { reloadlyHosts } from './hosts.ts'

/**
 * Rewrites NO_PROXY so that it exempts localhost and never a Reloadly host.
 *
 * Entries that match one of them (`*`, `.com`, `reloadly.com`) are dropped, the others stay, so
 * hosts that the program reached directly are still reached directly. Offline nothing stays,
 * because an exempted host would escape the refusal. `::1` is not added: older httpx fails on
 * it, and the proxy reaches the loopback as well.
 */
export function rewriteNoProxy(original: string, { offline }: { offline: boolean }): string {
  const kept = offline ? [] : splitEntries(original).filter((entry) => !isForReloadly(entry))
  return [...new Set(['localhost', '127.0.0.1', ...kept])].join(',')
}

/** True when the user's own NO_PROXY says that this destination is reached directly. */
export function isExempt(original: string, destination: Destination): boolean {
  return splitEntries(original).some((entry) => matches(entry, destination))
}

function isForReloadly(entry: string): boolean {
  return reloadlyHosts.some((host) => matches(entry, { host, port: 443 }))
}

function splitEntries(value: string): string[] {
  return value
    .split(/[\s,]+/)
    .map((entry) => entry.toLowerCase())
    .filter((entry) => entry !== '')
}

// Clients disagree on whether `a.b` covers `x.a.b`; the wider reading is the common one (curl,
// Go, Python), and dropping too much from the list is harmless here.
function matches(entry: string, { host, port }: Destination): boolean {
  if (entry === '*') return true
  if (isIP(host) !== 0) return matchesAddress(entry, host)
  const [, name = '', entryPort] = /^(?:\*?\.)?([^:]*)(?::(\d+))?$/.exec(entry) ?? []
  if (name === '' || (entryPort !== undefined && Number(entryPort) !== port)) return false
  return host === name || host.endsWith(`.${name}`)
}

function matchesAddress(entry: string, address: string): boolean {
  const [network = '', bits] = entry.replace(/^\[(.*)\]$/, '$1').split('/')
  const version = isIP(network)
  if (version === 0 || version !== isIP(address)) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  const list = new BlockList()
  try {
    if (bits === undefined) list.addAddress(network, family)
    else list.addSubnet(network, Number(bits), family)
    return list.check(address, family)
  } catch {
    return false
  }
}
