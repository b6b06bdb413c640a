import { createHash } from 'node:crypto'
import { createServer, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueLeaf, type KeyPair, loadAuthority } from './authority.ts'
import { type RunningProxy, startProxy } from './proxy.ts'
import { sendRaw } from './testing/raw.ts'
import { makeFolder } from './testing/scrip.ts'
import { type StandIn, startStandIn } from './testing/stand-in.ts'

let standIn: StandIn
let folder: ReturnType<typeof makeFolder>
let authority: KeyPair
let leaf: KeyPair
let proxy: RunningProxy
const notices: string[] = []

beforeAll(async () => {
  standIn = await startStandIn()
  folder = makeFolder()
  authority = await loadAuthority(folder.path)
  leaf = await issueLeaf(authority)
  proxy = await start(standIn.url, { offline: false })
})
afterAll(async () => {
  await proxy.close()
  await standIn.close()
  folder.remove()
})

const start = (serverUrl: string, { offline }: { offline: boolean }) =>
  startProxy({
    serverUrl: new URL(serverUrl),
    leaf,
    offline,
    upstream: { noProxy: '' },
    roots: [],
    notify: (message) => notices.push(message),
  })

interface Call {
  method?: string
  path: string
  headers?: string[]
  body?: Buffer
}

/** Calls giftcards.reloadly.com through CONNECT, as an HTTP client with a proxy does. */
async function call(through: RunningProxy, { method = 'GET', path, headers = [], body }: Call) {
  const socket = await new Promise<import('node:net').Socket>((resolve, reject) => {
    const authorityForm = 'giftcards.reloadly.com:443'
    const connect = {
      host: '127.0.0.1',
      port: through.port,
      method: 'CONNECT',
      path: authorityForm,
    }
    httpRequest(connect)
      .once('connect', (_, tunnel) => resolve(tunnel))
      .once('error', reject)
      .end()
  })
  const host = 'giftcards.reloadly.com'
  return new Promise<{ status: number; rawHeaders: string[]; body: Buffer }>((resolve, reject) => {
    const request = httpsRequest({
      method,
      path,
      headers: ['Host', host, ...headers],
      createConnection: () => connectTls({ socket, servername: host, ca: authority.certificate }),
    })
    request.once('error', reject).once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const { statusCode: status = 0, rawHeaders } = response
        resolve({ status, rawHeaders, body: Buffer.concat(chunks) })
      })
    })
    request.end(body)
  })
}

describe('a request for a Reloadly host', () => {
  test('arrives with its method, path, headers and bytes unchanged', async () => {
    const body = Buffer.from([0, 1, 2, 250, 251])
    const headers = ['X-Odd-Case', 'ä', 'X-Twice', 'a', 'X-Twice', 'b', 'Content-Length', '5']
    const path = '/echo?a=%20b&c=%C3%A9//x/../y'
    const answer = await call(proxy, { method: 'PUT', path, headers, body })
    const echo = JSON.parse(answer.body.toString())
    const sha256 = createHash('sha256').update(body).digest('hex')
    expect(echo).toMatchObject({ method: 'PUT', url: path, size: 5, sha256 })
    expect(echo.rawHeaders).toEqual([
      ...['Host', 'giftcards.reloadly.com', ...headers],
      ...['Connection', 'keep-alive'],
    ])
  })

  test('streams large bodies both ways', async () => {
    const size = 32 * 1024 * 1024
    const body = Buffer.alloc(size, 'z')
    const up = await call(proxy, { method: 'POST', path: '/echo', body })
    expect(JSON.parse(up.body.toString())).toMatchObject({
      size,
      sha256: createHash('sha256').update(body).digest('hex'),
    })
    const down = await call(proxy, { path: `/bytes/${size}` })
    expect(down.body.length).toBe(size)
  })

  test('is one of a hundred at the same time', async () => {
    const calls = Array.from({ length: 100 }, (_, index) => call(proxy, { path: `/echo?${index}` }))
    const urls = (await Promise.all(calls)).map(({ body }) => JSON.parse(body.toString()).url)
    expect(urls).toEqual(calls.map((_, index) => `/echo?${index}`))
  })

  test('gets a 502 in the shape of the API when the server is gone', async () => {
    const lost = await startStandIn()
    const through = await start(lost.url, { offline: false })
    await lost.close()
    const { status, body } = await call(through, { path: '/orders?x=1' })
    expect(status).toBe(502)
    expect(JSON.parse(body.toString())).toEqual({
      timeStamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      message: `OpenScrip does not answer at ${lost.url} (ECONNREFUSED). Is it running?`,
      path: '/orders',
      errorCode: null,
      infoLink: null,
      details: [],
    })
    await through.close()
  })

  test('whose answer breaks off is cut off too', async () => {
    const breaking = createServer((_, response) => {
      response.write('half')
      setTimeout(() => response.destroy(), 50)
    })
    await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve))
    const { port } = breaking.address() as { port: number }
    const through = await start(`http://127.0.0.1:${port}`, { offline: false })
    await expect(call(through, { path: '/' })).rejects.toThrow()
    await through.close()
    breaking.close()
  })
})

describe('a request with an absolute URL', () => {
  const close = 'Connection: close\r\n'

  test('reaches the server with its path and the host of the URL', async () => {
    const url = 'https://auth.reloadly.com/echo?a=%2F'
    const text = `POST ${url} HTTP/1.1\r\nHost: wrong\r\n${close}Content-Length: 2\r\n\r\nhi`
    const answer = await sendRaw(proxy.port, text)
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(answer).toContain('"url":"/echo?a=%2F","rawHeaders":["Host","auth.reloadly.com",')
  })

  test('over plain http is refused, as Reloadly has no such service', async () => {
    const text = `GET http://auth.reloadly.com/x HTTP/1.1\r\nHost: auth.reloadly.com\r\n\r\n`
    const answer = await sendRaw(proxy.port, text)
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
    expect(answer).toContain('"message":"Reloadly answers on https only;')
  })

  test('of another host is passed on', async () => {
    const site = createServer((request, response) => response.end(`saw ${request.url}`))
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const { port } = site.address() as { port: number }
    const text = `GET http://localhost:${port}/a?b HTTP/1.1\r\nHost: x\r\n${close}\r\n`
    expect(await sendRaw(proxy.port, text)).toContain('saw /a?b')
    site.close()
  })
})

describe('the proxy', () => {
  test('takes nothing but CONNECT and absolute URLs', async () => {
    expect(await sendRaw(proxy.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/ 400 /)
    expect(await sendRaw(proxy.port, 'CONNECT nonsense HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(
      / 400 /,
    )
  })

  test('refuses a wrong password', async () => {
    const credential = Buffer.from('scrip:wrong').toString('base64')
    const text = `CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: x\r\nProxy-Authorization: Basic ${credential}\r\n\r\n`
    expect(await sendRaw(proxy.port, text)).toMatch(/ 407 .*proxy-authenticate: Basic/s)
  })

  test('refuses headers beyond all reason', async () => {
    const text = `GET http://x/ HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`
    expect(await sendRaw(proxy.port, text)).toMatch(/ 431 /)
  })

  test('offline refuses other hosts, says so once, and still allows the loopback', async () => {
    const offline = await start(standIn.url, { offline: true })
    notices.length = 0
    const connect = (authorityForm: string) =>
      sendRaw(offline.port, `CONNECT ${authorityForm} HTTP/1.1\r\nHost: x\r\n\r\n`)
    const refusal = 'scrip exec --offline refuses example.com.\n'
    expect(await connect('example.com:443')).toMatch(new RegExp(`^HTTP/1.1 403 .*${refusal}$`, 's'))
    expect(await connect('EXAMPLE.com.:443')).toMatch(/ 403 /)
    expect(notices).toEqual(["refused example.com: --offline allows no host but Reloadly's"])
    expect(await connect('127.0.0.1:1')).toMatch(/ 502 /)
    expect((await call(offline, { path: '/echo' })).status).toBe(200)
    await offline.close()
  })
})
