import { ConnectionError, TimeoutError } from '@openscrip/sdk'
import { afterAll, afterEach, expect, test, vi } from 'vitest'

// The account of the tab listens to its window.
vi.stubGlobal('addEventListener', () => {})
const { call } = await import('./call.ts')

const fetching = vi.fn<typeof fetch>()
vi.stubGlobal('fetch', fetching)

afterEach(() => fetching.mockReset())
afterAll(() => vi.unstubAllGlobals())

const request = { method: 'GET', path: '/products', headers: {}, body: undefined }
const token = { clientId: 'an-id', value: 'a.token' }

test('of a long answer the beginning is kept, and the rest is not waited for', async () => {
  let isCancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(300_000).fill(65)),
    cancel: () => {
      isCancelled = true
    },
  })
  fetching.mockResolvedValue(new Response(endless, { headers: { 'content-type': 'text/csv' } }))
  const answered = await call({ access: 'manager' }, request, undefined)
  expect(answered).toMatchObject({ isCut: true, bytes: 1_000_000 })
  expect(answered.text).toHaveLength(1_000_000)
  expect(isCancelled).toBe(true)
})

test('a refusal is an answer like any other', async () => {
  const headers = { 'content-type': 'application/json', 'x-request-id': 'req_1', 'x-other': '1' }
  fetching.mockResolvedValue(new Response('{"errorCode":null}', { status: 404, headers }))
  expect(await call({ access: 'manager' }, request, undefined)).toMatchObject({
    status: 404,
    text: '{"errorCode":null}',
    requestId: 'req_1',
    isCut: false,
    headers: [
      ['X-Request-Id', 'req_1'],
      ['Content-Type', 'application/json'],
    ],
  })
})

test('what is no text is not taken for one, and nothing is an answer as well', async () => {
  const headers = { 'content-type': 'application/pdf' }
  fetching.mockResolvedValueOnce(new Response(new Uint8Array([37, 80]), { headers }))
  fetching.mockResolvedValueOnce(new Response(null, { status: 204 }))
  const pdf = await call({ access: 'manager' }, request, undefined)
  expect(pdf).toMatchObject({ text: undefined, bytes: 2 })
  expect(await call({ access: 'manager' }, request, undefined)).toMatchObject({
    status: 204,
    text: '',
    bytes: 0,
  })
})

test('a client’s token goes to what takes it, and the session to nothing else', async () => {
  const sent = async (access: 'client' | 'manager' | 'anybody') => {
    fetching.mockResolvedValue(new Response('{}'))
    await call({ access }, request, token)
    const { headers, credentials } = fetching.mock.lastCall?.[1] ?? {}
    return { headers: Object.fromEntries(new Headers(headers)), credentials }
  }
  expect(await sent('client')).toEqual({
    headers: { authorization: 'Bearer a.token' },
    credentials: 'omit',
  })
  expect(await sent('anybody')).toEqual({ headers: {}, credentials: 'omit' })
  expect(await sent('manager')).toEqual({ headers: {}, credentials: 'same-origin' })
})

test('no answer, half an answer and none in time are told apart', async () => {
  const error = () => call({ access: 'manager' }, request, undefined).catch((cause) => cause)
  fetching.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const unreachable = await error()
  expect(unreachable).toBeInstanceOf(ConnectionError)
  const breaking = new ReadableStream({
    pull: (controller) => controller.error(new TypeError('network error')),
  })
  fetching.mockResolvedValueOnce(new Response(breaking))
  const broken = await error()
  expect(broken).toBeInstanceOf(ConnectionError)
  expect(broken.message).not.toBe(unreachable.message)
  const late = new DOMException('signal timed out', 'TimeoutError')
  fetching.mockRejectedValueOnce(late)
  expect(await error()).toBeInstanceOf(TimeoutError)
  const slow = new ReadableStream({ pull: (controller) => controller.error(late) })
  fetching.mockResolvedValueOnce(new Response(slow))
  expect(await error()).toBeInstanceOf(TimeoutError)
})

test('what cannot be a header is not sent, and not called a server out of reach', async () => {
  const wrong = { ...request, headers: { 'If-None-Match': 'one\ntwo' } }
  await expect(call({ access: 'manager' }, wrong, undefined)).rejects.toThrow(TypeError)
  expect(fetching).not.toHaveBeenCalled()
})
