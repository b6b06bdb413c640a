import type { CallOptions } from '../http.ts'
import type { Mode } from './events.ts'
import type { ManagementRequest, ManagementTransport } from './transport.ts'

/** An address that gets the account's events of one mode. */
export interface WebhookEndpoint {
  readonly id: string
  readonly url: string
  readonly description: string | null
  /** Event types, `giftcard_transaction.status` for all of orders, or `*`. */
  readonly events: readonly string[]
  readonly mode: Mode
  readonly isEnabled: boolean
  readonly disabledReason: 'manual' | 'failing' | 'gone' | null
  readonly failingSince: string | null
  readonly previousSecretUntil: string | null
  readonly createdAt: string
}

export interface WebhookEndpointWithSecret extends WebhookEndpoint {
  /** What deliveries are signed with: the `secret` of `verifyWebhook`. */
  readonly secret: string
}

export interface NewWebhookEndpoint {
  readonly url: string
  /** Default: all events. */
  readonly events?: readonly string[] | undefined
  readonly description?: string | null | undefined
  /** Default: test. */
  readonly mode?: Mode | undefined
}

export interface WebhookEndpointChange {
  readonly url?: string
  readonly events?: readonly string[]
  readonly description?: string | null
  readonly isEnabled?: boolean
}

/** One request to an endpoint and what came of it. */
export interface WebhookAttempt {
  readonly id: number
  readonly endpointId: string
  /** The event; null for an example. */
  readonly sequence: number | null
  readonly eventId: string | null
  readonly type: string
  readonly isDelivered: boolean
  readonly url: string
  readonly requestHeaders: Readonly<Record<string, string>>
  /** What was sent. */
  readonly requestBody: string
  readonly status: number | null
  readonly answerHeaders: Readonly<Record<string, string>>
  readonly answerBody: string
  readonly error: { readonly code: string; readonly message: string } | null
  readonly milliseconds: number
  readonly at: string
}

export interface WebhookAttempts {
  readonly content: readonly WebhookAttempt[]
  /** Whether rows follow: those `before` `nextBefore`. */
  readonly hasMore: boolean
  readonly nextBefore: number | null
}

export interface WebhookAttemptQuery extends InMode {
  readonly outcome?: 'delivered' | 'failed' | undefined
  readonly type?: string | undefined
  readonly sequence?: number | undefined
  readonly before?: number | undefined
  readonly limit?: number | undefined
}

/** What to send again: a range of events, or all that were given up. */
export type WebhookResend =
  | { readonly from: number; readonly to: number }
  | { readonly failed: true }

export interface InMode {
  /** Default: test. */
  readonly mode?: Mode | undefined
}

/** `/manage/v1/webhook-endpoints` */
export class WebhookEndpoints {
  readonly #transport: ManagementTransport

  constructor(transport: ManagementTransport) {
    this.#transport = transport
  }

  /** Makes an endpoint, which gets what happens from now on. */
  async create(
    endpoint: NewWebhookEndpoint,
    options?: CallOptions,
  ): Promise<WebhookEndpointWithSecret> {
    return this.#send({ method: 'POST', path: '', body: endpoint }, options)
  }

  async list(query: InMode = {}, options?: CallOptions): Promise<readonly WebhookEndpoint[]> {
    return this.#send({ method: 'GET', path: '', query: { mode: query.mode } }, options)
  }

  /** @throws NotFoundError, as everything below does */
  async get(id: string, query: InMode = {}, options?: CallOptions): Promise<WebhookEndpoint> {
    return this.#of(id, '', { method: 'GET', query: { mode: query.mode } }, options)
  }

  /** Changes what is given. Enabled again, an endpoint gets what it has missed. */
  async update(
    id: string,
    change: WebhookEndpointChange,
    query: InMode = {},
    options?: CallOptions,
  ): Promise<WebhookEndpoint> {
    return this.#of(id, '', { method: 'PATCH', body: change, query: { ...query } }, options)
  }

  async delete(id: string, query: InMode = {}, options?: CallOptions): Promise<void> {
    await this.#of(id, '', { method: 'DELETE', query: { ...query } }, options)
  }

  /** Gives it a new secret; the one before signs as well for the overlap, a day by default. */
  async rotateSecret(
    id: string,
    { mode, ...body }: InMode & { readonly overlapSeconds?: number } = {},
    options?: CallOptions,
  ): Promise<WebhookEndpointWithSecret> {
    return this.#of(id, '/rotate-secret', { method: 'POST', body, query: { mode } }, options)
  }

  /** Sends an event with made-up content at once. */
  async sendExample(
    id: string,
    { mode, ...body }: InMode & { readonly type: string },
    options?: CallOptions,
  ): Promise<WebhookAttempt> {
    return this.#of(id, '/examples', { method: 'POST', body, query: { mode } }, options)
  }

  /** The newest first. */
  async attempts(
    id: string,
    query: WebhookAttemptQuery = {},
    options?: CallOptions,
  ): Promise<WebhookAttempts> {
    return this.#of(id, '/attempts', { method: 'GET', query: { ...query } }, options)
  }

  /** @returns how many events will be sent */
  async resend(
    id: string,
    what: WebhookResend,
    query: InMode = {},
    options?: CallOptions,
  ): Promise<number> {
    const request = { method: 'POST', body: what, query: { ...query } } as const
    const { count } = await this.#of<{ readonly count: number }>(id, '/resend', request, options)
    return count
  }

  #of<Answer>(
    id: string,
    path: string,
    request: Omit<ManagementRequest, 'path'>,
    options?: CallOptions,
  ): Promise<Answer> {
    return this.#send({ ...request, path: `/${encodeURIComponent(id)}${path}` }, options)
  }

  #send<Answer>(request: ManagementRequest, options?: CallOptions): Promise<Answer> {
    const path = `/webhook-endpoints${request.path}`
    return this.#transport.send({ ...request, path }, options)
  }
}
