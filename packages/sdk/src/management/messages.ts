import type { CallOptions } from '../http.ts'
import type { OperationInput, OperationOutput } from './operations.ts'
import type { ManagementTransport } from './transport.ts'
import type { InMode } from './webhook-endpoints.ts'

/** What somebody was written to about an order, and what became of it. */
export type Message = OperationOutput<'GET /messages/{messageId}'>

/** Messages, the newest first. */
export type MessagePage = OperationOutput<'GET /messages'>

/** Which messages: by channel, address, order or state. */
export type MessageQuery = NonNullable<OperationInput<'GET /messages'>['query']>

const PAGE_SIZE = 100

/** `/manage/v1/messages` */
export class Messages {
  readonly #transport: ManagementTransport

  constructor(transport: ManagementTransport) {
    this.#transport = transport
  }

  /** One page; an order that was answered before the call has its messages in it. */
  async list(query: MessageQuery = {}, options?: CallOptions): Promise<MessagePage> {
    return this.#transport.send({ method: 'GET', path: '/messages', query: { ...query } }, options)
  }

  /** Every message, the newest first. It asks for a page when it has come to its beginning. */
  async *iterate(
    query: Omit<MessageQuery, 'before' | 'limit'> = {},
    options?: CallOptions,
  ): AsyncGenerator<Message, void, undefined> {
    for (let before: string | undefined; ; ) {
      const given = before === undefined ? query : { ...query, before }
      const { content, hasMore } = await this.list({ ...given, limit: PAGE_SIZE }, options)
      yield* content
      before = content.at(-1)?.id
      if (!hasMore || before === undefined) return
    }
  }

  /** With everything that was tried to send it. @throws NotFoundError, as everything below does */
  async get(id: string, query: InMode = {}, options?: CallOptions): Promise<Message> {
    return this.#of(id, '', { method: 'GET', query: { ...query } }, options)
  }

  /** The mail as a page, with its pictures inside; null for a text message. */
  async html(id: string, query: InMode = {}, options?: CallOptions): Promise<string | null> {
    return (await this.get(id, query, options)).html
  }

  /**
   * Sends it again, as another message, which is the answer. The first one is cancelled if it has
   * not been sent. Asked twice within some seconds, it is sent once.
   */
  async resend(id: string, body: InMode = {}, options?: CallOptions): Promise<Message> {
    return this.#of(id, '/resend', { method: 'POST', body }, options)
  }

  /** The same to another address; the link of the first one is withdrawn. */
  async correct(
    id: string,
    body: InMode & { readonly to: string },
    options?: CallOptions,
  ): Promise<Message> {
    return this.#of(id, '/correct', { method: 'POST', body }, options)
  }

  /** Withdraws its link: whoever opens it is told that there is nothing. */
  async revokeLink(id: string, body: InMode = {}, options?: CallOptions): Promise<Message> {
    return this.#of(id, '/revoke-link', { method: 'POST', body }, options)
  }

  #of(
    id: string,
    path: string,
    request: Omit<Parameters<ManagementTransport['send']>[0], 'path'>,
    options?: CallOptions,
  ): Promise<Message> {
    const target = `/messages/${encodeURIComponent(id)}${path}`
    return this.#transport.send({ ...request, path: target }, options)
  }
}
