import { fileURLToPath } from 'node:url'
import { checkMemory, checkPage, fillCatalogue, readPage } from './catalogue.ts'
import { type Check, checkBalance, checkLedger, getBalance } from './checks.ts'
import type { LoadPlan, LoadResult } from './load/plan.ts'
import { getAccessToken, startOpenScrip } from './openscrip.ts'
import type { Options, TargetId } from './options.ts'
import { ORDER_BODY, UNIQUE_DIGITS } from './order.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { openSink } from './webhooks.ts'

/** Answer bodies of OpenScrip, in bytes, which the echo servers imitate. */
const ORDER_ANSWER_BYTES = 685
const TOKEN_ANSWER_BYTES = 764
/** As long as an access token of OpenScrip, so that all read requests of one size. */
const ANY_TOKEN = 'x'.repeat(684)
/** A page in the middle of a catalogue, and its size. */
const PRODUCTS = 15_000
const PAGE = '/products?page=40&size=200'
const PAGE_BYTES = 289_000

export interface Target {
  readonly label: string
  /** Starts what is to be measured; what it starts ends with the stack. */
  start(setting: Setting): Promise<Running>
}

export interface Setting {
  readonly options: Options
  /** An empty directory for a database. */
  readonly dataDir: string
  readonly stack: AsyncDisposableStack
}

export interface Running {
  readonly server: ServerProcess
  readonly request: Pick<LoadPlan, 'path' | 'headers' | 'body' | 'uniqueDigits' | 'status'>
  /** Puts load on it in a way of its own and counts something else than answers. */
  measure?(plan: LoadPlan, stack: AsyncDisposableStack): Promise<LoadResult>
  /** Asks afterwards whether the work was done, not only answered. */
  check?(result: LoadResult): Promise<Check[]>
}

export const targets: Record<TargetId, Target> = {
  echo: {
    label: 'echo (order-sized)',
    start: (setting) => startEcho(setting, ORDER_ANSWER_BYTES, ordersWith(ANY_TOKEN)),
  },
  transaction: {
    label: 'transaction per order',
    start: (setting) => startBaseline(setting, 'steps'),
  },
  statement: {
    label: 'statement per order',
    start: (setting) => startBaseline(setting, 'statement'),
  },
  orders: { label: 'OpenScrip orders', start: startOrders },
  'orders-webhooks': { label: 'OpenScrip orders, told', start: startToldOrders },
  webhooks: { label: 'OpenScrip webhooks', start: startWebhooks },
  'token-echo': {
    label: 'echo (token-sized)',
    start: (setting) => startEcho(setting, TOKEN_ANSWER_BYTES, tokenRequests(TOKEN_BODY)),
  },
  tokens: { label: 'OpenScrip tokens', start: startTokens },
  'page-static': { label: 'static page', start: startStaticPage },
  page: { label: 'OpenScrip catalogue page', start: (setting) => startPage(setting, 200) },
  'page-known': { label: 'the same, known (304)', start: (setting) => startPage(setting, 304) },
}

/**
 * What served one statement per order best: 2,100 to 2,300 orders/s with 1 to 8
 * connections, 1,200 to 1,700 with 32, as more only queue for the wallet's row.
 */
const STATEMENT_POOL_CONNECTIONS = 4

/** As long as OpenScrip's demo credentials make it. */
const TOKEN_BODY = JSON.stringify({
  client_id: 'x'.repeat(32),
  client_secret: 'x'.repeat(65),
  grant_type: 'client_credentials',
  audience: 'https://giftcards-sandbox.reloadly.com',
})

function ordersWith(accessToken: string): Running['request'] {
  return {
    path: '/orders',
    headers: { Authorization: `Bearer ${accessToken}` },
    body: ORDER_BODY,
    uniqueDigits: UNIQUE_DIGITS,
  }
}

function tokenRequests(body: string): Running['request'] {
  return { path: '/oauth/token', headers: {}, body }
}

async function startEcho(
  { stack }: Setting,
  answerBytes: number,
  request: Running['request'],
): Promise<Running> {
  const server = await startServer([script('echo'), String(answerBytes)], { stopBy: 'channel' })
  stack.defer(server.stop)
  return { server, request }
}

async function startBaseline(
  { stack, options, dataDir }: Setting,
  shape: 'steps' | 'statement',
): Promise<Running> {
  const connections = shape === 'steps' ? options.poolConnections : STATEMENT_POOL_CONNECTIONS
  const server = await startServer(
    [script('transaction-per-order'), dataDir, shape, String(connections)],
    { stopBy: 'channel' },
  )
  stack.defer(server.stop)
  const before = await getBalance(server.ready.url, ANY_TOKEN)
  return {
    server,
    request: ordersWith(ANY_TOKEN),
    check: async ({ answersEver }) => [
      checkBalance(before, await getBalance(server.ready.url, ANY_TOKEN), answersEver),
    ],
  }
}

async function startOrders({ stack, dataDir }: Setting, settings = {}): Promise<Running> {
  const openScrip = await startOpenScrip(dataDir, settings)
  const { server } = openScrip
  stack.defer(server.stop)
  const accessToken = await getAccessToken(openScrip)
  const before = await getBalance(server.ready.url, accessToken)
  return {
    server,
    request: ordersWith(accessToken),
    check: async ({ answersEver }) => {
      const after = await getBalance(server.ready.url, accessToken)
      // The database belongs to one process at a time.
      await server.stop()
      return [checkBalance(before, after, answersEver), await checkLedger(dataDir)]
    },
  }
}

/** Orders while every one of them is told to a webhook endpoint, as far as that keeps up. */
async function startToldOrders(setting: Setting): Promise<Running> {
  const running = await startOrders(setting, ALLOW_PRIVATE)
  await openSink(running.server, setting.stack)
  return running
}

/** Deliveries of orders that were placed before. */
async function startWebhooks({ stack, dataDir }: Setting): Promise<Running> {
  const openScrip = await startOpenScrip(dataDir, ALLOW_PRIVATE)
  const { server } = openScrip
  stack.defer(server.stop)
  const request = ordersWith(await getAccessToken(openScrip))
  const sink = await openSink(server, stack)
  return {
    server,
    request,
    measure: (plan, ownStack) => sink.measure(plan, ownStack),
    check: async () => [await sink.checkComplete()],
  }
}

const ALLOW_PRIVATE = { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' }

async function startTokens({ stack, dataDir }: Setting): Promise<Running> {
  const { server, tokenBody } = await startOpenScrip(dataDir)
  stack.defer(server.stop)
  return { server, request: tokenRequests(tokenBody) }
}

async function startStaticPage({ stack }: Setting): Promise<Running> {
  const server = await startServer([script('static'), String(PAGE_BYTES)], { stopBy: 'channel' })
  stack.defer(server.stop)
  return { server, request: { path: PAGE, headers: { Authorization: `Bearer ${ANY_TOKEN}` } } }
}

async function startPage({ stack, dataDir }: Setting, status: 200 | 304): Promise<Running> {
  const openScrip = await startOpenScrip(dataDir)
  const { server } = openScrip
  stack.defer(server.stop)
  const accessToken = await getAccessToken(openScrip)
  await fillCatalogue(openScrip, { dataDir, accessToken, products: PRODUCTS })
  const headers = { Authorization: `Bearer ${accessToken}` }
  const { etag, bytes } = await readPage(server.ready.url + PAGE, headers)
  return {
    server,
    request: {
      path: PAGE,
      headers: { ...headers, ...(status === 304 && { 'If-None-Match': etag }) },
      status,
    },
    check: async () => [checkPage(bytes, PAGE_BYTES), checkMemory(server.pid)],
  }
}

function script(name: string): string {
  return fileURLToPath(new URL(`./servers/${name}.ts`, import.meta.url))
}
