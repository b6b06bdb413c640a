import { readAddress } from '../environment.ts'
import type { CallOptions, Fetch } from '../http.ts'
import type { Query } from '../transport.ts'
import { Events } from './events.ts'
import { Messages } from './messages.ts'
import {
  addressOf,
  type OperationInput,
  type OperationName,
  type OperationOutput,
} from './operations.ts'
import { ManagementTransport } from './transport.ts'
import { WebhookEndpoints } from './webhook-endpoints.ts'

export interface ManagementOptions {
  /** Address of an OpenScrip server. */
  readonly baseUrl: string | URL
  /**
   * Access token, as `scrip token create` makes it. Shown nowhere: not in logs, errors or JSON.
   * Without one requests go with the cookies of the page that they come from: the dashboard's way.
   */
  readonly token?: string | undefined
  /** Sent with every request; a function is asked each time. */
  readonly headers?: () => Readonly<Record<string, string>>
  /** Time for one request and its whole answer, in milliseconds. Default: 30000. */
  readonly timeoutMs?: number | undefined
  /** How often a request that is safe to repeat is repeated. Default: 3. */
  readonly retriesMax?: number | undefined
  /** Default: the runtime's own. */
  readonly fetch?: Fetch | undefined
}

/**
 * Client of the Management API of OpenScrip: what happened to an account, where
 * that is sent, and what recipients were written to.
 */
export class Management {
  readonly #transport: ManagementTransport
  readonly events: Events
  readonly messages: Messages
  readonly webhookEndpoints: WebhookEndpoints

  /** @throws TypeError for an option that is missing or cannot be used */
  constructor(options: ManagementOptions) {
    const { token, headers, timeoutMs = 30_000, retriesMax = 3 } = options
    if (token === '') throw new TypeError('Management needs token.')
    const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
    const transport = new ManagementTransport({
      baseUrl: readAddress(options.baseUrl, 'baseUrl'),
      token,
      headers,
      timeoutMs,
      retriesMax,
      // Browsers and workers refuse a fetch that is called as somebody's method.
      fetch: (url, init) => fetch(url, init),
    })
    this.#transport = transport
    this.events = new Events(transport)
    this.messages = new Messages(transport)
    this.webhookEndpoints = new WebhookEndpoints(transport)
  }

  /**
   * Calls any operation of the Management API by its method and path, such as
   * `request('GET /orders/{transactionId}', { path: { transactionId: 3116 } })`. Input and answer
   * have the types of the API's description.
   *
   * @throws ApiError, ConnectionError, TimeoutError, or the reason of the signal
   */
  request<Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    options?: CallOptions,
  ): Promise<OperationOutput<Name>> {
    const { path, query, body } = input as {
      readonly path?: Readonly<Record<string, unknown>>
      readonly query?: Query
      readonly body?: object
    }
    return this.#transport.send({ ...addressOf(operation, path), query, body }, options)
  }
}
