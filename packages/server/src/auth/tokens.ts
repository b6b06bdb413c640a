import { createHmac } from 'node:crypto'
import { createVerifier, TokenError } from 'fast-jwt'
import type { Clock } from '../core/clock.ts'
import type { Keyring } from '../storage/keyring.ts'
import type { TokenClaims } from './model.ts'

/** Signs and verifies access tokens: JWT with HS256 (RFC 7519, RFC 7518 3.2). */
export interface Tokens {
  sign(kid: string, claims: TokenClaims): string
  /** The `kid` of a token's header, not verified; undefined when it is no token of ours. */
  readKid(token: string): string | undefined
  /** The claims if the token was signed with its `kid`'s key and is in its time. */
  verify(kid: string, token: string): Verified
}

export type Verified =
  | { readonly is: 'valid'; readonly claims: TokenClaims }
  | { readonly is: 'expired' }
  | { readonly is: 'forged' }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A token is about 900 characters long; anything longer is not worth decoding. */
const TOKEN_MAX = 4_096

/** Keys and tokens held in memory; a token takes about two kilobytes. */
const REMEMBERED_MAX = 10_000

function remember<Value>(memory: Map<string, Value>, name: string, value: Value): Value {
  if (memory.size >= REMEMBERED_MAX) memory.clear()
  memory.set(name, value)
  return value
}

interface Key {
  readonly secret: Buffer
  readonly header: string
  readonly verifier: (token: string) => TokenClaims
}

export function createTokens(keyring: Keyring, clock: Clock): Tokens {
  const master = keyring.derive('token keys')
  const keys = new Map<string, Key>()

  /** Not remembered: made-up tokens would drive the real keys out of memory. */
  function makeKey(kid: string): Key {
    const secret = createHmac('sha256', master).update(kid).digest()
    return {
      secret,
      header: encode({ kid, typ: 'JWT', alg: 'HS256' }),
      verifier: createVerifier({
        key: secret,
        algorithms: ['HS256'],
        // Times are checked below, each time that the token comes.
        ignoreExpiration: true,
        ignoreNotBefore: true,
      }) as (token: string) => TokenClaims,
    }
  }

  /** A client sends its token with every request; its signature is checked with the first. */
  const signed = new Map<string, TokenClaims>()

  function checkSignature(kid: string, token: string): TokenClaims | undefined {
    const key = keys.get(kid) ?? makeKey(kid)
    try {
      const claims = key.verifier(token)
      remember(keys, kid, key)
      remember(signed, token, claims)
      return claims
    } catch (error) {
      if (error instanceof TokenError) return undefined
      throw error
    }
  }

  return {
    // Three lines instead of the library's signer, which fixes another order of the header's
    // keys than the wire has, and takes twice the time. Verifying, where mistakes are
    // dangerous, is the library's.
    sign(kid, claims) {
      const { secret, header } = keys.get(kid) ?? remember(keys, kid, makeKey(kid))
      const content = `${header}.${encode(claims)}`
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
    },
    readKid(token) {
      const end = token.indexOf('.')
      if (end <= 0 || token.length > TOKEN_MAX) return undefined
      return readKid(token.slice(0, end))
    },
    verify(kid, token) {
      const claims = signed.get(token) ?? checkSignature(kid, token)
      if (claims === undefined) return { is: 'forged' }
      const now = Math.floor(clock.now().getTime() / 1000)
      if (claims.exp <= now) return { is: 'expired' }
      return claims.nbf > now + CLOCK_SKEW_SECONDS ? { is: 'forged' } : { is: 'valid', claims }
    },
  }
}

/** Server processes on several machines do not agree on the second. */
const CLOCK_SKEW_SECONDS = 60

const headers = new Map<string, string>()

/** The header repeats from token to token, so its parse does not have to. */
function readKid(header: string): string | undefined {
  const known = headers.get(header)
  if (known !== undefined) return known
  try {
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as {
      kid?: unknown
    }
    if (typeof kid !== 'string' || !UUID.test(kid)) return undefined
    return remember(headers, header, kid)
  } catch {
    return undefined
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
