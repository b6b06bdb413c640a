import { type Environment, toTarget } from './environment.ts'
import type { Fetch } from './http.ts'
import { Balance } from './resources/balance.ts'
import { Countries, Discounts, FxRates, ProductCategories, Products } from './resources/catalog.ts'
import { Orders } from './resources/orders.ts'
import { RedeemInstructions } from './resources/redeem-instructions.ts'
import { Transactions } from './resources/transactions.ts'
import { Tokens } from './tokens.ts'
import { Transport } from './transport.ts'

/** Who calls, and what. */
export interface GiftCardsOptions {
  readonly clientId: string
  /** Shown nowhere: not in logs, errors or JSON. */
  readonly clientSecret: string
  /** Which API is called; the credentials belong to it. */
  readonly environment: Environment
  /** Time for one request and its whole answer, in milliseconds. Default: 30000. */
  readonly timeoutMs?: number | undefined
  /** How often a request that is safe to repeat is repeated. Default: 3. */
  readonly retriesMax?: number | undefined
  /** Default: the runtime's own. */
  readonly fetch?: Fetch | undefined
}

/**
 * Client of the Gift Cards API, of OpenScrip and of Reloadly alike.
 *
 * Use one for the life of the program: it holds the access token, gets it at
 * the first call and renews it when needed. Calls that only read are repeated
 * when their answer is lost; orders are placed at most once. Every call takes
 * `{ signal, timeoutMs }` as its last argument.
 */
export class GiftCards {
  readonly orders: Orders
  readonly transactions: Transactions
  readonly balance: Balance
  readonly products: Products
  readonly productCategories: ProductCategories
  readonly countries: Countries
  readonly redeemInstructions: RedeemInstructions
  readonly discounts: Discounts
  readonly fxRates: FxRates

  /** @throws TypeError for an option that is missing or cannot be used */
  constructor(options: GiftCardsOptions) {
    const transport = createTransport(options)
    this.orders = new Orders(transport)
    this.transactions = new Transactions(transport)
    this.balance = new Balance(transport)
    this.products = new Products(transport)
    this.productCategories = new ProductCategories(transport)
    this.countries = new Countries(transport)
    this.redeemInstructions = new RedeemInstructions(transport)
    this.discounts = new Discounts(transport)
    this.fxRates = new FxRates(transport)
  }
}

function createTransport(options: GiftCardsOptions): Transport {
  const { timeoutMs = 30_000, retriesMax = 3, fetch = runtimeFetch } = options
  const { authUrl, audience, baseUrl, absentAfterMs } = toTarget(options.environment)
  const common = {
    timeoutMs: readNumber(timeoutMs, 'timeoutMs'),
    retriesMax: readNumber(retriesMax, 'retriesMax'),
    // Browsers and workers refuse a fetch that is called as somebody's method.
    fetch: ((url, init) => fetch(url, init)) satisfies Fetch,
  }
  const tokens = new Tokens({
    ...common,
    clientId: readText(options.clientId, 'clientId'),
    clientSecret: readText(options.clientSecret, 'clientSecret'),
    authUrl,
    audience,
  })
  return new Transport({ ...common, baseUrl, absentAfterMs, tokens })
}

const runtimeFetch: Fetch = (url, init) => globalThis.fetch(url, init)

function readText(text: string | undefined, name: string): string {
  if (typeof text === 'string' && text !== '') return text
  throw new TypeError(`GiftCards needs ${name}, which is ${text === '' ? 'empty' : typeof text}.`)
}

function readNumber(value: number, name: string): number {
  if (value >= 0) return value
  throw new TypeError(`${name} must be 0 or more, not ${value}.`)
}
