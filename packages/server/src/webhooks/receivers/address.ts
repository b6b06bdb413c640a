/** Where receivers are, and which addresses are theirs. */
export interface ReceiverAddress {
  of(token: string): string
  /**
   * Whether an address is exactly that of a receiver of this server. Only these are called
   * wherever the server is, also on a private network.
   */
  isReceiver(url: URL): boolean
}

const TOKEN_BYTES = 24
const TOKEN = /^[A-Za-z0-9_-]{32}$/

/** @param ownUrl the address that clients reach the server by */
export function createReceiverAddress(ownUrl: () => string): ReceiverAddress {
  // Written as addresses are when they are compared: no default port, a host in small letters.
  const prefix = () => `${URL.parse(ownUrl())?.href.replace(/\/$/, '') ?? ''}/receive/`
  return {
    of: (token) => prefix() + token,
    isReceiver: ({ href }) => href.startsWith(prefix()) && TOKEN.test(href.slice(prefix().length)),
  }
}

export function makeToken(bytes: (length: number) => Buffer): string {
  return bytes(TOKEN_BYTES).toString('base64url')
}
