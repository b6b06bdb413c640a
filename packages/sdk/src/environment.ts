/**
 * Where the API is. `sandbox` and `live` are Reloadly's; an OpenScrip server is
 * named by its address.
 */
export type Environment = 'sandbox' | 'live' | ServerAddress

/** Where a server is, and what it wants to be told. */
export interface ServerAddress {
  /** Address of the Gift Cards API, for example `http://127.0.0.1:4000`. */
  readonly baseUrl: string | URL
  /** Full address of the token endpoint. Default: `/oauth/token` under `baseUrl`. */
  readonly authUrl?: string | URL | undefined
  /**
   * What the token is for. Default: `baseUrl`, which the server must know as its
   * own address; behind a reverse proxy name the audience that it accepts.
   */
  readonly audience?: string | undefined
  /**
   * How long, in milliseconds, an order must stay out of the server's reports
   * after its answer was lost before it counts as not placed and is sent again.
   * Default: 2000, enough for a server that checks identifiers atomically.
   */
  readonly absentAfterMs?: number | undefined
}

/** An environment with nothing left to decide. */
export interface Target {
  readonly baseUrl: string
  readonly authUrl: string
  readonly audience: string
  readonly absentAfterMs: number
}

/** @throws TypeError for an address that is none, or not of http or https, or an endless wait */
export function toTarget(environment: Environment): Target {
  if (environment === 'sandbox') return reloadly('https://giftcards-sandbox.reloadly.com')
  if (environment === 'live') return reloadly('https://giftcards.reloadly.com')
  const baseUrl = readAddress(environment?.baseUrl, 'environment.baseUrl')
  const { authUrl = `${baseUrl}/oauth/token`, audience = baseUrl } = environment
  const { absentAfterMs = 2_000 } = environment
  if (!Number.isFinite(absentAfterMs) || absentAfterMs < 0) {
    throw new TypeError(`environment.absentAfterMs must be 0 or more, not ${absentAfterMs}.`)
  }
  return { baseUrl, authUrl: readAddress(authUrl, 'environment.authUrl'), audience, absentAfterMs }
}

function reloadly(baseUrl: string): Target {
  return {
    baseUrl,
    authUrl: 'https://auth.reloadly.com/oauth/token',
    audience: baseUrl,
    // Its check of identifiers is not atomic: an order that is sent again while the first is
    // still on its way can be bought twice, so the first gets all the time it may need.
    absentAfterMs: 30_000,
  }
}

/** The address without a slash at its end, so that paths can be put behind it. */
export function readAddress(address: string | URL | undefined, name: string): string {
  const text = String(address)
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw new TypeError(`${name} must be an address such as http://127.0.0.1:4000, not "${text}".`)
  }
  return text.replace(/\/+$/, '')
}
