import type { CallOptions } from '../http.ts'
import { findByIdentifier, placeOrder } from '../placement.ts'
import { type Id, type Transport, toSegment, type Version } from '../transport.ts'
import type { Card, OrderRequest, PlacedOrder } from './order.ts'
import type { Transaction } from './transactions.ts'

export interface CardsOptions extends CallOptions {
  /** Version of the wire's shape. Default: `v2`, the one that tells links from numbers. */
  readonly version?: Version | undefined
}

/** `/orders` */
export class Orders {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Places an order, at most once: a lost answer never leads to a second one.
   *
   * When no readable answer arrives the order is looked up by its identifier.
   * If it is there, it is returned with `recovered: true`; when the identifier
   * is the caller's, only if product, quantity and unit price are the same. If
   * it stays away it is sent again with the same identifier, at most
   * `retriesMax` times.
   *
   * @throws InsufficientBalanceError, IdentifierUsedError, InvalidProductError,
   *   WrongPriceError, InvalidInputError, or another ApiError: nothing was bought
   * @throws ConnectionError, TimeoutError, AuthenticationError when not even a
   *   token was to be had: nothing was bought
   * @throws OutcomeUnknownError when the order may have been placed, also when
   *   the signal was aborted after it had been sent
   * @throws the reason of the signal, when it was aborted before that
   */
  async place(request: OrderRequest, options: CallOptions = {}): Promise<PlacedOrder> {
    return placeOrder(this.#transport, request, options)
  }

  /** The order with exactly this identifier; undefined when there is none. */
  async find(
    customIdentifier: string,
    options: CallOptions = {},
  ): Promise<Transaction | undefined> {
    return findByIdentifier(this.#transport, customIdentifier, options)
  }

  /**
   * The cards of an order, in one shape whatever the version. They are worth
   * money: keep them out of logs.
   *
   * @throws NotFoundError for an unknown order, and for a while after one whose
   *   cards are still being made (`PROCESSING`)
   */
  async cards(transactionId: Id, options: CardsOptions = {}): Promise<readonly Card[]> {
    const { version = 'v2' } = options
    const path = `/orders/transactions/${toSegment(transactionId, 'transactionId')}/cards`
    const body = await this.#transport.get({ path, version }, options)
    return (Array.isArray(body) ? body : [body]).map(toCard)
  }
}

interface CardOut {
  readonly cardNumber: string | null
  readonly pinCode: string | null
  readonly redemptionUrl?: string | null
}

function toCard({ cardNumber, pinCode, redemptionUrl }: CardOut): Card {
  // Version 1 has no field for a link and shows it as the number.
  const isLink = redemptionUrl === undefined && /^https?:\/\//i.test(cardNumber ?? '')
  return isLink
    ? { number: null, pin: pinCode, url: cardNumber }
    : { number: cardNumber, pin: pinCode, url: redemptionUrl ?? null }
}
