import type { Mode } from '../accounts/index.ts'

export const TOKEN_PATH = '/oauth/token'

/**
 * The products whose tokens the token endpoint issues, by the audience that
 * asks for them. Only gift card tokens open this API; the others exist because
 * clients of several products share one token endpoint.
 */
const audiences: Readonly<Record<string, { readonly mode: Mode; readonly product: string }>> = {
  'https://giftcards.reloadly.com': { mode: 'live', product: 'giftcards' },
  'https://giftcards-sandbox.reloadly.com': { mode: 'test', product: 'giftcards' },
  'https://topups.reloadly.com': { mode: 'live', product: 'topups' },
  'https://topups-sandbox.reloadly.com': { mode: 'test', product: 'topups' },
  'https://topups-hs256.reloadly.com': { mode: 'live', product: 'topups' },
  'https://topups-hs256-sandbox.reloadly.com': { mode: 'test', product: 'topups' },
  'https://utilities.reloadly.com': { mode: 'live', product: 'utilities' },
  'https://utilities-sandbox.reloadly.com': { mode: 'test', product: 'utilities' },
}

export interface Audience {
  /** Undefined for the server's own address, which serves both modes. */
  readonly mode: Mode | undefined
  readonly isGiftCards: boolean
}

/** What an audience stands for; undefined when it stands for nothing. A trailing slash is allowed. */
export function findAudience(audience: string, ownUrl: string): Audience | undefined {
  const plain = audience.endsWith('/') ? audience.slice(0, -1) : audience
  if (plain === ownUrl) return { mode: undefined, isGiftCards: true }
  const known = Object.hasOwn(audiences, plain) ? audiences[plain] : undefined
  return known && { mode: known.mode, isGiftCards: known.product === 'giftcards' }
}

/** The mode that a host name of the original service stands for; undefined for any other host. */
export function modeOfHost(host: string | undefined): Mode | undefined {
  const name = host?.toLowerCase().replace(/:\d*$/, '')
  if (name === 'giftcards.reloadly.com') return 'live'
  if (name === 'giftcards-sandbox.reloadly.com') return 'test'
  return undefined
}

export const LIVE_TOKEN_SECONDS = 5_184_000

/** Claims of an access token, in the order of the wire. */
export interface TokenClaims {
  readonly sub: string
  readonly iss: string
  readonly 'https://reloadly.com/sandbox': boolean
  readonly 'https://reloadly.com/prepaidUserId': string
  readonly gty: 'client-credentials'
  readonly aud: string
  readonly nbf: number
  readonly azp: string
  readonly scope: 'developer'
  readonly exp: number
  readonly 'https://reloadly.com/jti': string
  readonly iat: number
  readonly jti: string
}

export interface ClaimsRequest {
  readonly accountId: bigint
  readonly mode: Mode
  readonly audience: string
  readonly issuedAt: number
  readonly lifeSeconds: number
  readonly ids: { uuid(): string }
}

/** Times are in seconds since 1970. */
export function makeClaims(request: ClaimsRequest): TokenClaims {
  const { mode, audience, issuedAt, lifeSeconds, ids } = request
  const account = request.accountId.toString()
  return {
    sub: account,
    iss: mode === 'test' ? 'https://reloadly-sandbox.auth0.com/' : 'https://reloadly.auth0.com/',
    'https://reloadly.com/sandbox': mode === 'test',
    'https://reloadly.com/prepaidUserId': account,
    gty: 'client-credentials',
    aud: audience,
    nbf: issuedAt,
    azp: account,
    scope: 'developer',
    exp: issuedAt + lifeSeconds,
    'https://reloadly.com/jti': ids.uuid(),
    iat: issuedAt,
    jti: ids.uuid(),
  }
}
