import { randomBytes } from 'node:crypto'
import { describe, expect } from 'vitest'
import {
  type Api,
  cents,
  connect,
  type ErrorBody,
  requestToken,
  type Transaction,
} from './src/api.ts'
import { runSql } from './src/database.ts'
import { forEach } from './src/load.ts'
import { COST_CENTS, quickstartOrder } from './src/quickstart.ts'
import type { Installation, InstallationOptions, ServerProcess } from './src/server-process.ts'
import { test } from './src/test.ts'

type Install = (options?: InstallationOptions) => Installation

type OrderAnswer = Transaction & ErrorBody

/** Two server processes on one database; the first one's own. */
interface Pair {
  readonly first: Installation
  readonly servers: readonly [ServerProcess, ServerProcess]
  /** The demo client, at each of the two. */
  readonly apis: readonly [Api, Api]
}

async function startPair(install: Install): Promise<Pair> {
  const env = { SCRIP_MASTER_KEY: randomBytes(32).toString('base64') }
  const first = install({ env })
  const one = await first.start()
  const two = await install({ env: { ...env, DATABASE_URL: first.cluster.url() } }).start()
  return {
    first,
    servers: [one, two],
    apis: [await connect(one.info.url, one.info), await connect(two.info.url, one.info)],
  }
}

describe('two servers on one database', () => {
  test('sell one identifier once, however many ask for it at the same moment', async ({
    install,
  }) => {
    const { first, apis } = await startPair(install)
    for (let round = 1; round <= 5; round++) {
      const identifier = `wanted-by-many-${round}`
      const before = await apis[0].balance()

      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          at(apis, index).post<OrderAnswer>('/orders', quickstartOrder(identifier)),
        ),
      )

      expect(tally(answers)).toEqual({ '200': 1, '400 CUSTOM_IDENTIFIER_ALREADY_USED': 49 })
      const order = answers.find(({ status }) => status === 200)?.body
      for (const api of apis) {
        expect(await api.balance()).toBe(before - COST_CENTS)
        expect(await api.find(identifier)).toMatchObject({ content: [order], totalElements: 1 })
        expect(await api.cards(Number(order?.transactionId))).toHaveLength(1)
      }
    }
    expect((await first.scrip(['ledger', 'verify'])).code).toBe(0)
  })

  test('take the exact money for orders that both place at the same time', async ({ install }) => {
    const { first, apis } = await startPair(install)
    const before = await apis[0].balance()
    const orders = new Set<number>()
    const cards = new Set<string>()

    await forEach(Array(300).keys(), 32, async (index) => {
      const identifier = quickstartOrder(`different-${index}`)
      const { status, body } = await at(apis, index).post<Transaction>('/orders', identifier)
      expect(status).toBe(200)
      orders.add(body.transactionId)
      // Read at the server that did not sell it.
      cards.add(JSON.stringify(await at(apis, index + 1).cards(body.transactionId)))
    })

    expect({ orders: orders.size, cards: cards.size }).toEqual({ orders: 300, cards: 300 })
    for (const api of apis) expect(await api.balance()).toBe(before - 300n * COST_CENTS)
    expect((await first.scrip(['ledger', 'verify'])).code).toBe(0)
  })

  test('together never spend more than the wallet holds', async ({ install }) => {
    const { first, apis } = await startPair(install)
    // The price must be there before the discount of 25.65 comes back, so a little more than the cost.
    const rest = cents(30)
    const surplus = (await apis[0].balance()) - 20n * COST_CENTS - rest
    const amount = `-${surplus / 100n}.${String(surplus % 100n).padStart(2, '0')}`
    expect((await first.scrip(['wallet', 'fund', '--', amount])).code).toBe(0)

    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        at(apis, index).post<OrderAnswer>('/orders', quickstartOrder(`too-many-${index}`)),
      ),
    )

    expect(tally(answers)).toEqual({ '200': 20, '400 INSUFFICIENT_BALANCE': 40 })
    for (const api of apis) expect(await api.balance()).toBe(rest)
    expect((await first.scrip(['ledger', 'verify'])).code).toBe(0)
  })

  test('both refuse a revoked client at once, its secret and its tokens', async ({ install }) => {
    const { first, servers } = await startPair(install)
    for (let round = 1; round <= 3; round++) {
      const made = await first.scrip(['client', 'create', '--json'])
      const client = JSON.parse(made.stdout) as { clientId: string; clientSecret: string }
      const apis = await Promise.all(servers.map(({ info }) => connect(info.url, client)))
      for (const api of apis) {
        const { status } = await api.post(
          '/orders',
          quickstartOrder(`${client.clientId} ${api.url}`),
        )
        expect(status).toBe(200)
      }

      expect((await first.scrip(['client', 'revoke', client.clientId])).code).toBe(0)

      for (const api of apis) {
        const answers = await Promise.all([
          api.post<ErrorBody>('/orders', quickstartOrder(`${client.clientId} after`)),
          api.get<ErrorBody>('/accounts/balance'),
          requestToken(api.url, client),
        ])
        expect(answers.map(({ status, body }) => `${status} ${body.errorCode}`)).toEqual([
          '401 INVALID_TOKEN',
          '401 INVALID_TOKEN',
          '401 INVALID_CREDENTIALS',
        ])
      }
    }
  })

  test('that start at the same moment on a new database both serve', async ({ install }) => {
    const env = { SCRIP_MASTER_KEY: randomBytes(32).toString('base64') }
    const host = install({ env })
    await host.start()
    for (let round = 1; round <= 3; round++) {
      await runSql(host.cluster.url(), `create database fresh_${round}`)
      const url = new URL(host.cluster.url().replace('@/', '@host/'))
      url.pathname = `/fresh_${round}`
      const settings = { ...env, DATABASE_URL: `${url}`.replace('@host/', '@/') }
      const servers = await Promise.all([
        install({ env: settings }).start(),
        install({ env: settings }).start(),
      ])
      const balances = await Promise.all(
        servers.map(async ({ info }) => (await connect(info.url, info)).balance()),
      )
      // One demo account, funded once, with a client for each data directory.
      expect(balances).toEqual([cents(1_000_000), cents(1_000_000)])
      await Promise.all(servers.map((server) => server.stop()))
    }
  })

  test('one goes on when the other dies in the middle of its orders', async ({ install }) => {
    const { first, servers, apis } = await startPair(install)
    const survivor = apis[0]
    const sent = Array.from({ length: 60 }, (_, index) =>
      at(apis, index)
        .post<Transaction>('/orders', quickstartOrder(`one-dies-${index}`))
        .catch(() => undefined),
    )
    await Promise.race(sent)
    await servers[1].kill()
    const answers = await Promise.all(sent)

    for (const [index, answer] of answers.entries()) {
      const { totalElements } = await survivor.find(`one-dies-${index}`)
      if (answer?.status === 200 || index % 2 === 0) expect(totalElements).toBe(1)
      else expect(totalElements).toBeLessThanOrEqual(1)
    }
    const { status } = await survivor.post('/orders', quickstartOrder('afterwards'))
    expect(status).toBe(200)
    expect((await first.scrip(['ledger', 'verify'])).code).toBe(0)
  })
})

function at(apis: readonly [Api, Api], index: number): Api {
  return index % 2 === 0 ? apis[0] : apis[1]
}

function tally(
  answers: readonly { readonly status: number; readonly body: Partial<ErrorBody> }[],
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const outcome = [status, body.errorCode].filter(Boolean).join(' ')
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
