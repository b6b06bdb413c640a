import type { LookupAddress } from 'node:dns'
import { lookup as lookupByHost } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

const LENGTH_MAX = 2_000

/** Every address of a host name, from the system's resolver unless a test brings its own. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

export interface AddressPolicy {
  /** Lets deliveries reach this machine and its private network: for development only. */
  readonly allowPrivate: boolean
  /** Whether an address is exactly that of a test receiver of this server, wherever the server is. */
  readonly isReceiver?: ((url: URL) => boolean) | undefined
}

/** Why an address is not called; the message is for whoever registered it. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

type Address = ReturnType<typeof ipaddr.parse>

/** What `allowPrivate` opens. Link-local is missing: nothing but metadata answers there. */
const privateRanges: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
])

/** Where clouds hand credentials to whoever asks from inside, besides all of 169.254.0.0/16. */
const metadata = [
  '100.100.100.200/32', // Alibaba
  '168.63.129.16/32', // Azure, a public address that only its own machines reach
  'fd00:ec2::/32', // Amazon
  'fd20:ce::254/128', // Google
  'fd00:42::42/128', // Scaleway
].map((range) => ipaddr.parseCIDR(range))

// No other part of IPv6 has ever been given to anybody.
const globalIpv6 = ipaddr.parseCIDR('2000::/3')

// Networks without IPv4 reach all of it through this prefix; other ways to carry an IPv4 address
// in an IPv6 one are history, and refused.
const translated = ipaddr.parseCIDR('64:ff9b::/96')

const NOT_PUBLIC = 'is not on the public internet'

/**
 * Checks the address of an endpoint, when it is registered and again before
 * each attempt. A name is not resolved here: what it stands for can change at
 * any time, so the lookup of each connection decides.
 */
export function checkUrl(text: string, policy: AddressPolicy): URL | AddressRefused {
  if (text.length > LENGTH_MAX) return tooLong()
  const url = URL.parse(text)
  if (url === null) return new AddressRefused('This is no address.')
  if (url.href.length > LENGTH_MAX) return tooLong()
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return new AddressRefused('The address must begin with https:// or http://.')
  }
  if (url.username !== '' || url.password !== '') {
    return new AddressRefused('The address must hold no user name and no password.')
  }
  if (policy.isReceiver?.(url)) return url
  // Brackets are the URL's, not the address's; every other spelling of one is normalised by now.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isForbidden = ipaddr.isValid(host)
    ? !isCallable(host, policy)
    : /(^|\.)localhost\.?$/.test(host) && !policy.allowPrivate
  return isForbidden ? new AddressRefused(`The address ${host} ${NOT_PUBLIC}.`) : url
}

function tooLong(): AddressRefused {
  return new AddressRefused(`The address is longer than ${LENGTH_MAX} characters.`)
}

/**
 * A lookup for sockets that answers only when every address of the name may be
 * called. It runs for each new connection and the connection is made to what it
 * answered, so a name that changes its address after a check gains nothing.
 */
export function createLookup(
  policy: AddressPolicy,
  resolve: Resolve = (hostname) => lookupByHost(hostname, { all: true }),
): LookupFunction {
  const find = async (hostname: string, family: 0 | 4 | 6): Promise<LookupAddress[]> => {
    const addresses = await resolve(hostname)
    // What the name stands for is not said: it may be known inside the network only.
    if (!addresses.every(({ address }) => isCallable(address, policy))) {
      throw new AddressRefused(`What ${hostname} stands for ${NOT_PUBLIC}.`)
    }
    const usable = addresses.filter((address) => family === 0 || address.family === family)
    if (usable.length === 0) throw noAddress(hostname)
    return usable
  }
  return (hostname, options, callback) => {
    find(hostname, readFamily(options.family)).then(
      (addresses) => {
        const [first] = addresses
        if (options.all || first === undefined) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

function readFamily(family: number | 'IPv4' | 'IPv6' | undefined): 0 | 4 | 6 {
  if (family === 4 || family === 'IPv4') return 4
  return family === 6 || family === 'IPv6' ? 6 : 0
}

function noAddress(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' })
}

/** Whether an address may be called; what is no address, or none that is known to be public, may not. */
function isCallable(text: string, policy: AddressPolicy): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = carriedBy(ipaddr.parse(text))
  if (metadata.some((range) => isWithin(address, range))) return false
  const range = address.range()
  if (privateRanges.has(range)) return policy.allowPrivate
  return range === 'unicast' && (address.kind() === 'ipv4' || isWithin(address, globalIpv6))
}

/** The IPv4 address that is called by way of an IPv6 one. */
function carriedBy(address: Address): Address {
  if (!isWithin(address, translated)) return address
  return ipaddr.fromByteArray(address.toByteArray().slice(-4))
}

function isWithin(address: Address, range: [Address, number]): boolean {
  return address.kind() === range[0].kind() && address.match(range)
}
