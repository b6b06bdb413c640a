import { describe, expect } from 'vitest'
import { call, cents, connect, LIVE, requestToken, SANDBOX, type Transaction } from './src/api.ts'
import { runSql } from './src/database.ts'
import { quickstartOrder } from './src/quickstart.ts'
import type { Ended } from './src/scrip.ts'
import type { Installation } from './src/server-process.ts'
import { test } from './src/test.ts'

interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

describe('scrip ledger verify', () => {
  test('says that the books are right, with a running server and without', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    const api = await connect(server.info.url, server.info)
    for (const name of ['a', 'b', 'c']) await api.post('/orders', quickstartOrder(name))
    const right = /^✓ The ledger is right: 7 transfers, 3 orders, 1 wallets\.\n$/

    expectSuccess(await installation.scrip(['ledger', 'verify']), right)
    expect((await call(`${server.info.url}/readyz`)).status, 'the server goes on').toBe(200)
    await server.stop()

    expectSuccess(await installation.scrip(['ledger', 'verify']), right)
    expect(installation.cluster.pid(), 'PostgreSQL was started for the check only').toBeUndefined()
    const json = await installation.scrip(['ledger', 'verify', '--json'])
    expect(JSON.parse(json.stdout)).toEqual({
      wallets: '1',
      transfers: '7',
      orders: '3',
      discrepancies: [],
    })
  })

  const damages = {
    'a balance that somebody changed': 'update wallets set balance = balance + 1',
    'an order that lost its card': 'delete from cards',
    'an order that claims another price': 'update orders set cost = cost - 1',
    'an order that vanished': 'delete from orders',
  }
  test('finds what somebody changed behind its back, and ends with code 1', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start()
    const api = await connect(info.url, info)
    await api.post('/orders', quickstartOrder('damaged'))
    const url = installation.cluster.url()
    for (const [what, statement] of Object.entries(damages)) {
      await runSql(
        url,
        `create table kept_cards as table cards;
        create table kept_orders as table orders; create table kept_wallets as table wallets`,
      )
      await runSql(url, statement)
      const { code, stdout } = await installation.scrip(['ledger', 'verify'])
      expect({ what, code, stdout }).toEqual({
        what,
        code: 1,
        stdout: expect.stringContaining('✗'),
      })
      for (const table of ['cards', 'orders', 'wallets']) {
        await runSql(
          url,
          `delete from ${table}; insert into ${table} table kept_${table};
          drop table kept_${table}`,
        )
      }
      expect((await installation.scrip(['ledger', 'verify'])).code).toBe(0)
    }
  })
})

describe('scrip catalog price', () => {
  test('sets what an account pays, for the next order of a running server', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start()
    const api = await connect(info.url, info)
    const price = (...args: string[]) => installation.scrip(['catalog', 'price', ...args])
    const discountOf = async () => {
      const { body } = await api.get<{ discountPercentage: number }>('/products/5/discounts')
      return body.discountPercentage
    }

    expectSuccess(await price('list'), /^It pays what the catalogue says\.\n$/)
    const set = await price('set', '--brand', '2', '--discount', '3', '--fee', '0.25')
    expectSuccess(set, /^brand-2 \(Amazon\): 3% discount, 0\.25 USD per card\n$/)
    await expect.poll(discountOf).toBe(3)
    expectSuccess(await price('set', '--product', '5', '--discount', '10'), /^product-5 .*: 10% d/)
    await expect.poll(discountOf).toBe(10)
    expectSuccess(await price('list'), /^brand-2 .*\nproduct-5 .*\n$/)
    expectSuccess(await price('delete', 'product-5'), /^Deleted: product-5/)
    await expect.poll(discountOf).toBe(3)

    const none = await price('delete', 'product-5')
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toContain('This account has no such price of its own')
    const nonsense = await price('set', '--discount', 'much')
    expect(nonsense.stderr).toContain('Invalid value provided for field discountPercentage')
  })
})

describe('scrip client', () => {
  test('makes live credentials, whose tokens live for 60 days and open live mode only', async ({
    install,
  }) => {
    const installation = install()
    const { info } = await installation.start()
    const live = await createClient(installation, ['--mode', 'live'])

    const token = await requestToken(info.url, live, LIVE)
    expect(token).toMatchObject({ status: 200, body: { expires_in: 5_184_000 } })
    expect((await requestToken(info.url, live, SANDBOX)).body.errorCode).toBe('INVALID_CREDENTIALS')
    expect((await requestToken(info.url, info, LIVE)).body.errorCode).toBe('INVALID_CREDENTIALS')

    const liveApi = await connect(info.url, live, LIVE)
    expect(await liveApi.balance()).toBe(0n)
    await installation.scrip(['wallet', 'fund', '500', '--mode', 'live'])
    const testApi = await connect(info.url, info)
    expect(await liveApi.balance()).toBe(cents(500))
    const { body: order } = await testApi.post<Transaction>('/orders', quickstartOrder('in-test'))
    expect((await liveApi.find('in-test')).totalElements).toBe(0)
    expect((await liveApi.get(`/reports/transactions/${order.transactionId}`)).status).toBe(404)
    expect((await liveApi.get(`/orders/transactions/${order.transactionId}/cards`)).status).toBe(
      404,
    )
  })

  test('revokes credentials and their tokens at once, and says so once', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start()
    const client = await createClient(installation, [])
    const api = await connect(info.url, client)
    expect((await api.get('/accounts/balance')).status).toBe(200)

    expectSuccess(await installation.scrip(['client', 'revoke', client.clientId]), /is revoked/)

    expect((await api.get('/accounts/balance')).status).toBe(401)
    expect((await api.post('/orders', quickstartOrder('revoked'))).status).toBe(401)
    expect((await requestToken(info.url, client)).status).toBe(401)
    const again = await installation.scrip(['client', 'revoke', client.clientId])
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect((await installation.scrip(['client', 'list'])).stdout).toMatch(
      new RegExp(`revoked +${client.clientId}`),
    )
  })

  test('works without a server, for the next one', async ({ install }) => {
    const installation = install()
    await (await installation.start()).stop()
    const client = await createClient(installation, [])
    expect(installation.cluster.pid()).toBeUndefined()
    const { info } = await installation.start()
    expect((await requestToken(info.url, client)).status).toBe(200)
  })
})

test('money that is put into a wallet or taken out arrives to the cent', async ({ install }) => {
  const installation = install()
  const { info } = await installation.start({ SCRIP_DEMO_BALANCE: '100.50' })
  const api = await connect(info.url, info)
  expectSuccess(await installation.scrip(['wallet', 'fund', '0.49']), /100\.99 NGN/)
  expect(await api.balance()).toBe(100_99n)
  expectSuccess(await installation.scrip(['wallet', 'fund', '--', '-100.99']), /holds 0(\.00)? NGN/)
  expect(await api.balance()).toBe(0n)
  const tooMuch = await installation.scrip(['wallet', 'fund', '--', '-0.01'])
  expect(tooMuch).toMatchObject({ code: 1, stdout: '' })
  expect(tooMuch.stderr).toMatch(/^error Insufficient funds[^\n]*\n$/)
  expect(await api.balance()).toBe(0n)
})

describe('scrip operator', () => {
  test('makes who runs the platform, with a link that signs in once', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start()
    const run = async (...args: string[]) => {
      const { code, stdout } = await installation.scrip(['operator', ...args])
      return { code, stdout }
    }
    const added = await run('add', 'Ops@example.com', '--name', 'Ops', '--json')
    const { email, signInUrl } = JSON.parse(added.stdout) as { email: string; signInUrl: string }
    expect({ email, signInUrl }).toEqual({
      email: 'Ops@example.com',
      signInUrl: expect.stringMatching(`^${info.url}/dashboard/sign-in\\?link=\\w{43}$`),
    })
    const token = new URL(signInUrl).searchParams.get('link')
    const signIn = () =>
      fetch(`${info.url}/manage/v1/auth/sign-in/link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: info.url },
        body: JSON.stringify({ token }),
      })
    const signed = await signIn()
    expect(await signed.json()).toMatchObject({ user: { email: 'ops@example.com', name: 'Ops' } })
    expect((await signIn()).status).toBe(401)
    const cookie = /scrip\.session_token=[^;]+/.exec(signed.headers.get('set-cookie') ?? '')?.[0]
    const session = await fetch(`${info.url}/manage/v1/session`, {
      headers: { cookie: `${cookie}` },
    })
    expect(await session.json()).toMatchObject({ user: { isOperator: true }, account: null })

    expect((await run('list')).stdout).toContain('ops@example.com  Ops\n')
    expect((await run('remove', 'ops@example.com')).code).toBe(0)
    expect((await run('list')).stdout).not.toContain('ops@example.com')
    expect((await run('remove', 'nobody@example.com')).code).toBe(1)
  })
})

describe('several commands at the same time', () => {
  test('all work without a server', async ({ install }) => {
    const installation = install()
    await (await installation.start()).stop()
    await expectAllSucceed(installation)
    expect(installation.cluster.pid(), 'the last one stops PostgreSQL').toBeUndefined()
  })

  test.for([
    ['that is new', 'new'],
    ['that is new and has a long path', Array(12).fill('a-rather-long-folder').join('/')],
  ] as const)('all work on a data directory %s', async ([, path], { install }) => {
    await expectAllSucceed(install({ path }))
  })

  test('do not hinder a server that starts meanwhile', async ({ install }) => {
    const installation = install()
    await (await installation.start()).stop()
    const [{ info }] = await Promise.all([installation.start(), expectAllSucceed(installation)])
    const api = await connect(info.url, info)
    expect((await api.post('/orders', quickstartOrder('meanwhile'))).status).toBe(200)
  })
})

async function expectAllSucceed(installation: Installation): Promise<void> {
  const all = Array.from({ length: 4 }, () => installation.scrip(['client', 'list']))
  for (const { code, stderr } of await Promise.all(all)) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }
}

async function createClient(
  installation: Installation,
  options: readonly string[],
): Promise<Credentials> {
  const { code, stdout } = await installation.scrip(['client', 'create', '--json', ...options])
  expect(code).toBe(0)
  return JSON.parse(stdout) as Credentials
}

function expectSuccess(ended: Ended, output: RegExp): void {
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: '' })
  expect(ended.stdout).toMatch(output)
}
