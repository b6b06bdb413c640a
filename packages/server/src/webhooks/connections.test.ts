import type http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import tls from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Certificate, makeCertificate } from '../../test/certificate.ts'
import {
  expectClosed,
  findClosedPort,
  listen,
  openRawSink,
  openSender,
  openSink,
  post,
  type Sink,
} from '../../test/listeners.ts'
import type { Resolve } from './addresses.ts'

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

describe('a kept connection', () => {
  test('carries one delivery after another', async () => {
    const sink = await openSink((request, response) => {
      request.resume().on('end', () => response.end('ok'))
    })
    const sender = openSender()
    for (let i = 0; i < 20; i++) {
      expect(await post(sender, sink)).toMatchObject({ isDelivered: true })
    }
    expect(sink.connections).toHaveLength(1)
  })

  test('is waited for when there are as many as there may be', async () => {
    const open = new Set<http.ServerResponse>()
    let most = 0
    const sink = await openSink((_request, response) => {
      most = Math.max(most, open.add(response).size)
      // Both are answered when both are there.
      if (open.size < 2) return
      for (const each of open) each.end('ok')
      open.clear()
    })
    const sender = openSender({ connectionsPerHost: 2 })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => post(sender, sink)))
    expect(outcomes.every(({ isDelivered }) => isDelivered)).toBe(true)
    expect(most).toBe(2)
    expect(sink.connections).toHaveLength(2)
  })

  test('is one of few, however many hosts there are', async () => {
    const sink = await openSink((_request, response) => response.end('ok'))
    const sender = openSender({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
    const urls = Array.from({ length: 300 }, (_, i) => `http://host-${i}.example:${sink.port}/`)
    const outcomes = await Promise.all(urls.map((url) => post(sender, { url })))
    expect(outcomes.every(({ isDelivered }) => isDelivered)).toBe(true)
    expect(sink.connections).toHaveLength(300)
    const countOpen = () => sink.connections.filter(({ destroyed }) => !destroyed).length
    await expect.poll(countOpen).toBeLessThanOrEqual(256)
  })

  test.each<[string, (socket: Socket) => unknown]>([
    ['closed', (socket) => socket.end()],
    ['reset', (socket) => socket.resetAndDestroy()],
  ])('that is %s under a delivery is replaced once', async (_what, close) => {
    let requests = 0
    const sink = await openRawSink((socket, connection) => {
      requests++
      if (requests > 1 && connection === 0) close(socket)
      else socket.write(OK)
    })
    const sender = openSender()
    await post(sender, sink)
    expect(await post(sender, sink)).toMatchObject({ isDelivered: true, body: 'ok' })
    expect(sink.connections).toHaveLength(2)
    expect(requests).toBe(3)
  })

  test('that is closed under a delivery that waited for it is replaced, too', async () => {
    const sink = await openRawSink((socket, connection) => {
      if (socket.bytesWritten > 0 && connection === 0) socket.end()
      else socket.write(OK)
    })
    const sender = openSender({ connectionsPerHost: 1 })
    const outcomes = await Promise.all([post(sender, sink), post(sender, sink)])
    expect(outcomes.map(({ isDelivered }) => isDelivered)).toEqual([true, true])
    expect(sink.connections).toHaveLength(2)
  })

  test('is replaced by one that fails on its own account', async () => {
    let requests = 0
    const sink = await openRawSink((socket) => (requests++ === 0 ? socket.write(OK) : socket.end()))
    const sender = openSender()
    await post(sender, sink)
    expect(await post(sender, sink)).toMatchObject({ isDelivered: false, error: { kind: 'reset' } })
    expect(requests).toBe(3)
  })

  test('that breaks off within an answer is not replaced', async () => {
    let requests = 0
    const sink = await openRawSink((socket) =>
      requests++ === 0 ? socket.write(OK) : socket.end('HTTP/1.1 200'),
    )
    const sender = openSender()
    await post(sender, sink)
    expect(await post(sender, sink)).toMatchObject({ isDelivered: false, error: { kind: 'reset' } })
    expect(requests).toBe(2)
  })

  test('is closed with its sender, after what is under way', async () => {
    const arrived = Promise.withResolvers<http.ServerResponse>()
    const sink = await openSink((_request, response) => arrived.resolve(response))
    const sender = openSender()
    const outcome = post(sender, sink)
    const response = await arrived.promise
    const closing = sender.close()
    response.end('ok')
    await closing
    expect(await Promise.race([outcome, 'pending'])).toMatchObject({ isDelivered: true })
    await expectClosed(sink.connections[0])
  })
})

describe('over TLS', () => {
  const trusted = makeCertificate('sink.example')
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]

  function openSecure(certificate: Certificate): Promise<Sink> {
    return listen(
      https.createServer(certificate, (_request, response) => response.end('ok')),
      'https',
    )
  }

  /** Trusts the certificate in this file alone, as a public authority's would be. */
  function trust({ cert }: Certificate): void {
    const before = tls.getCACertificates()
    tls.setDefaultCACertificates([...before, cert])
    onTestFinished(() => tls.setDefaultCACertificates(before))
  }

  test('a trusted host gets its deliveries, over one connection', async () => {
    trust(trusted)
    const { port, connections } = await openSecure(trusted)
    const sender = openSender({ resolve })
    for (let i = 0; i < 3; i++) {
      expect(await post(sender, { url: `https://sink.example:${port}/` })).toMatchObject({
        isDelivered: true,
        error: null,
      })
    }
    expect(connections).toHaveLength(1)
  })

  test('a kept connection that is closed under a delivery is replaced', async () => {
    trust(trusted)
    let requests = 0
    const server = tls.createServer(trusted, (socket) => {
      socket.on('error', () => {})
      socket.on('data', () => (requests++ === 1 ? socket.end() : socket.write(OK)))
    })
    const { port } = await listen(server)
    const sender = openSender({ resolve })
    const secure = { url: `https://sink.example:${port}/` }
    expect(await post(sender, secure)).toMatchObject({ isDelivered: true })
    expect(await post(sender, secure)).toMatchObject({ isDelivered: true })
    expect(requests).toBe(3)
  })

  test.each([
    ['sink.example', makeCertificate('sink.example'), 'self-signed certificate'],
    ['other.example', trusted, 'Host: other.example. is not cert'],
    ['sink.example', makeCertificate('sink.example', '010101000000Z'), 'certificate has expired'],
  ])('%s is refused: %#', async (host, certificate, reason) => {
    trust(reason.startsWith('self') ? trusted : certificate)
    const { port } = await openSecure(certificate)
    const { error } = await post(openSender({ resolve }), { url: `https://${host}:${port}/` })
    expect(error).toEqual({ kind: 'tls', message: expect.stringContaining(reason) })
  })

  test.each<[string, (socket: Socket) => unknown]>([
    ['garbage', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['an end', (socket) => socket.end()],
    ['a reset', (socket) => socket.resetAndDestroy()],
  ])('a handshake that is answered with %s has failed', async (_what, answer) => {
    const { port } = await openRawSink(answer)
    const outcome = await post(openSender(), { url: `https://127.0.0.1:${port}/` })
    expect(outcome).toMatchObject({ isDelivered: false, status: null, error: { kind: 'tls' } })
  })

  test('a handshake that is not answered is not waited for', async () => {
    const { port } = await openRawSink(() => {})
    const sender = openSender({ timeoutMs: 300 })
    const { error } = await post(sender, { url: `https://127.0.0.1:${port}/` })
    expect(error?.kind).toBe('timeout')
  })

  test('a closed port is refused, not distrusted', async () => {
    const port = await findClosedPort()
    const { error } = await post(openSender(), { url: `https://127.0.0.1:${port}/` })
    expect(error?.kind).toBe('refused')
  })
})
