import { existsSync } from 'node:fs'
import { connect as openSocket } from 'node:net'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { call, connect, type Transaction } from './src/api.ts'
import { isAlive, noProcessTable, processesIn } from './src/processes.ts'
import { COST_CENTS, quickstartOrder } from './src/quickstart.ts'
import type { Installation } from './src/server-process.ts'
import { test } from './src/test.ts'

describe.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s', (signal) => {
  test('stops server and PostgreSQL with code 0 and leaves no process', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    const postmaster = installation.cluster.pid()
    expect(postmaster).toBeDefined()

    expect(await server.stop(signal)).toMatchObject({ code: 0, signal: null, stderr: '' })

    expect(isAlive(Number(postmaster))).toBe(false)
    expectNothingRuns(installation)
  })
})

describe('a stopping server', () => {
  test('answers the orders that it has read, and takes no more', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    const api = await connect(server.info.url, server.info)
    let stopping = false
    const answered: string[] = []
    const clients = Array.from({ length: 16 }, async (_, client) => {
      for (let count = 0; ; count++) {
        const identifier = `stopping-${client}-${count}`
        const answer = await api
          .post<Transaction>('/orders', quickstartOrder(identifier))
          .catch(() => undefined)
        if (answer?.status === 200) answered.push(identifier)
        if (answer?.status !== 200 && stopping) return answer?.status
        expect(answer?.status).toBe(200)
      }
    })
    await until('orders are answered', () => answered.length > 100)
    stopping = true

    expect(await server.stop()).toMatchObject({ code: 0, signal: null, stderr: '' })

    // Refused or cut off before it was read, but never an order that failed half-way.
    for (const status of await Promise.all(clients)) expect([undefined, 503]).toContain(status)
    const { info } = await installation.start()
    const after = await connect(info.url, info)
    expect((await after.find(`${answered.at(-1)}`)).totalElements).toBe(1)
    const { totalElements } = await after.read<{ totalElements: number }>('/reports/transactions')
    expect(totalElements).toBe(answered.length)
    expect((await installation.scrip(['ledger', 'verify'])).code).toBe(0)
  })

  test('waits no longer than its deadline for a request that never ends', async ({ install }) => {
    const installation = install()
    const server = await installation.start({ SCRIP_SHUTDOWN_TIMEOUT_MS: '1000' })
    const { hostname, port } = new URL(server.info.url)
    const socket = openSocket(Number(port), hostname).on('error', () => undefined)
    let answer = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
    })
    const head = 'POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    socket.write(`${head}Content-Length: 1000\r\n\r\n{`)
    // The server has read the socket's request once it has answered a later one.
    expect((await call(`${server.info.url}/healthz`)).status).toBe(200)

    const ended = await server.stop()
    socket.destroy()

    expect(ended.code).toBe(0)
    // It would have said so, half a minute later, that the request had taken too long.
    expect(answer).toBe('')
    expectNothingRuns(installation)
  })

  test('is not held up by connections that are kept open', async ({ install }) => {
    const installation = install()
    const server = await installation.start({ SCRIP_SHUTDOWN_TIMEOUT_MS: '600000' })
    const { hostname, port } = new URL(server.info.url)
    const silent = openSocket(Number(port), hostname).on('error', () => undefined)
    await new Promise((resolve) => silent.once('connect', resolve))
    expect((await call(`${server.info.url}/healthz`)).status).toBe(200)

    expect((await server.stop()).code).toBe(0)
    silent.destroy()
  })

  test('ends when its last answer is out, though the client keeps its connection', async ({
    install,
  }) => {
    const server = await install().start({ SCRIP_SHUTDOWN_TIMEOUT_MS: '600000' })
    const { hostname, port } = new URL(server.info.url)
    const body = JSON.stringify({ client_id: server.info.clientId })
    const socket = openSocket(Number(port), hostname)
    let answer = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
    })
    const head = 'POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 1)}`)
    expect((await call(`${server.info.url}/healthz`)).status).toBe(200)

    const stopped = server.stop()
    await until('it takes no more connections', () => isRefused(Number(port), hostname))
    socket.write(body.slice(1))

    await until('the request in flight is answered', () => /^HTTP\/1\.1 \d{3}/.test(answer))
    expect((await stopped).code).toBe(0)
  })

  test('hears a second signal and still stops in order', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    server.child.kill('SIGINT')
    server.child.kill('SIGTERM')
    expect(await server.stop('SIGINT')).toMatchObject({ code: 0, signal: null })
    expectNothingRuns(installation)
  })
})

describe('a signal during the start', () => {
  const moments: [string, (installation: Installation) => unknown][] = [
    ['while the cluster is made', ({ cluster }) => cluster.folder()],
    ['as soon as PostgreSQL has a process', ({ cluster }) => cluster.pid()],
  ]
  test.for(moments)('%s ends in order, and the next start works', async ([, look], { install }) => {
    const installation = install()
    const running = installation.launch()
    await until('the moment has come', () => look(installation) !== undefined)
    running.child.kill('SIGTERM')

    expect(await running.ended).toMatchObject({ code: 0, signal: null })

    expectNothingRuns(installation)
    await installation.start()
  })
})

test('a restart keeps account, credentials, balance, orders, cards and tokens', async ({
  install,
}) => {
  const installation = install()
  const first = await installation.start()
  const before = await connect(first.info.url, first.info)
  const funded = await before.balance()
  const { body: order } = await before.post<Transaction>('/orders', quickstartOrder('kept'))
  const cards = await before.cards(order.transactionId)
  await first.stop()

  const { info } = await installation.start()
  expect(info).toMatchObject({
    clientId: first.info.clientId,
    clientSecret: first.info.clientSecret,
  })
  const after = await connect(info.url, info)
  expect(subjectOf(after.token)).toBe(subjectOf(before.token))
  expect(await after.balance()).toBe(funded - COST_CENTS)
  expect(await after.find('kept')).toMatchObject({ content: [order], totalElements: 1 })
  expect(await after.cards(order.transactionId)).toEqual(cards)

  const { status } = await call(`${info.url}/accounts/balance`, { token: before.token })
  expect(status, 'a token from before the restart').toBe(200)
  const again = await after.post<{ errorCode: string }>('/orders', quickstartOrder('kept'))
  expect(again.body.errorCode).toBe('CUSTOM_IDENTIFIER_ALREADY_USED')
})

function expectNothingRuns({ cluster, dataDir }: Installation): void {
  expect(cluster.pid()).toBeUndefined()
  expect(existsSync(join(dataDir, 'server.json'))).toBe(false)
  const folder = cluster.folder()
  if (folder === undefined || noProcessTable !== undefined) return
  expect(processesIn(folder)).toEqual([])
}

function isRefused(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openSocket(port, host)
    socket.once('connect', () => socket.destroy())
    socket.once('error', () => resolve(true))
    socket.once('close', () => resolve(false))
  })
}

function subjectOf(token: string): unknown {
  const claims = Buffer.from(`${token.split('.')[1]}`, 'base64url').toString('utf8')
  return (JSON.parse(claims) as { sub: unknown }).sub
}
