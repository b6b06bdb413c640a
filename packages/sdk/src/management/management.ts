import { readAddress } from '../environment.ts'
import type { Fetch } from '../http.ts'
import { Events } from './events.ts'
import { ManagementTransport } from './transport.ts'
import { WebhookEndpoints } from './webhook-endpoints.ts'

export interface ManagementOptions {
  /** Address of an OpenScrip server. */
  readonly baseUrl: string | URL
  /** Access token, as `scrip token create` makes it. Shown nowhere: not in logs, errors or JSON. */
  readonly token: string
  /** Time for one request and its whole answer, in milliseconds. Default: 30000. */
  readonly timeoutMs?: number | undefined
  /** How often a request that is safe to repeat is repeated. Default: 3. */
  readonly retriesMax?: number | undefined
  /** Default: the runtime's own. */
  readonly fetch?: Fetch | undefined
}

/**
 * Client of the Management API of OpenScrip: what happened to an account, and
 * where that is sent.
 */
export class Management {
  readonly events: Events
  readonly webhookEndpoints: WebhookEndpoints

  /** @throws TypeError for an option that is missing or cannot be used */
  constructor(options: ManagementOptions) {
    const { token, timeoutMs = 30_000, retriesMax = 3 } = options
    if (typeof token !== 'string' || token === '') throw new TypeError('Management needs token.')
    const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
    const transport = new ManagementTransport({
      baseUrl: readAddress(options.baseUrl, 'baseUrl'),
      token,
      timeoutMs,
      retriesMax,
      // Browsers and workers refuse a fetch that is called as somebody's method.
      fetch: (url, init) => fetch(url, init),
    })
    this.events = new Events(transport)
    this.webhookEndpoints = new WebhookEndpoints(transport)
  }
}
