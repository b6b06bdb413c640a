import ipaddr from 'ipaddr.js'

/** A network, such as 10.0.0.0/8; a single address is a network of one. */
export type Range = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number]

/** Reads an address or a network in CIDR notation; undefined for what is neither. */
export function readRange(text: string): Range | undefined {
  // A zone names an interface of this machine, which no caller has.
  if (text.includes('%')) return undefined
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)) {
    const address = ipaddr.process(text)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  }
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text)) {
    return ipaddr.parseCIDR(text)
  }
  return undefined
}

/** The shortest text of a network, without the bits that do not count: 10.1.2.3/8 is 10.0.0.0/8. */
export function formatRange([address, bits]: Range): string {
  const isSingle = bits === (address.kind() === 'ipv4' ? 32 : 128)
  if (isSingle) return address.toString()
  const Family = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return `${Family.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`
}

/** What is read as a network, as it is stored; undefined for what is none. */
export function readNetwork(text: string): string | undefined {
  const range = readRange(text.trim())
  return range && formatRange(range)
}

/** Whether an address is in one of the networks. What is no address is in none. */
export function isWithin(ranges: readonly Range[], address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address that came over an IPv6 socket is what it was before.
  const parsed = ipaddr.process(address)
  return ranges.some(
    ([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits] as never),
  )
}
