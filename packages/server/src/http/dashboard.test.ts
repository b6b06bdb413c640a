import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '../../../dashboard/test/build.ts'
import { createTestApp, type TestApp } from '../../test/harness.ts'

let app: TestApp

beforeAll(async () => {
  await ensureBuilt()
  app = await createTestApp()
})

afterAll(() => app.close())

const ask = (url: string, headers: Record<string, string> = {}) =>
  app.http.inject({ method: 'GET', url, headers })

const page = async () => (await ask('/dashboard/')).body

/** The path of a script of the build. */
async function scriptPath(): Promise<string> {
  const path = /src="(\/dashboard\/assets\/[^"]+\.js)"/.exec(await page())?.[1]
  if (path === undefined) throw new Error('The page has no script')
  return path
}

describe('the dashboard', () => {
  test.each(['/dashboard/', '/dashboard/test/orders/5', '/dashboard/sign-in?next=%2Ftest'])(
    'is one page at every address, such as %s',
    async (url) => {
      const { statusCode, headers, body } = await ask(url)
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect(headers['cache-control']).toBe('no-cache')
      expect(body).toContain('<div id="root">')
    },
  )

  test('may load nothing from elsewhere, and styles only with the nonce of its page', async () => {
    const { headers, body } = await ask('/dashboard/')
    const policy = String(headers['content-security-policy'])
    const nonce = /name="style-nonce" content="([^"]+)"/.exec(body)?.[1]
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
    expect(headers).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(body).not.toMatch(/https?:\/\//)
    const again = /name="style-nonce" content="([^"]+)"/.exec(await page())?.[1]
    expect(again).not.toBe(nonce)
  })

  test.each(['br', 'gzip'])(
    'sends %s as the build left it, to be kept for ever',
    async (coding) => {
      const path = await scriptPath()
      const { statusCode, headers, rawPayload } = await ask(path, { 'accept-encoding': coding })
      expect(statusCode).toBe(200)
      expect(headers).toMatchObject({
        'content-encoding': coding,
        'content-type': expect.stringContaining('javascript'),
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      const file = path.replace('/dashboard/', '')
      const suffix = coding === 'br' ? 'br' : 'gz'
      const built = new URL(`../../../dashboard/dist/${file}.${suffix}`, import.meta.url)
      expect(rawPayload.equals(readFileSync(built))).toBe(true)
    },
  )

  test('sends what keeps its name only if it has changed', async () => {
    const { headers } = await ask('/dashboard/icons/test.svg')
    expect(headers['cache-control']).toBe('public, max-age=0')
    const again = await ask('/dashboard/icons/test.svg', { 'if-none-match': String(headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  test.each([
    '/dashboard/assets/nothing.js',
    '/dashboard/assets/../index.html',
    '/dashboard/assets/..%2f..%2fpackage.json',
    '/dashboard/icons/%00',
  ])('has no file %s', async (url) => {
    const { statusCode, body } = await ask(url)
    // What the client makes a path without dots of is the page, as any other address.
    expect(statusCode === 404 || body.includes('<div id="root">')).toBe(true)
  })
})

describe("the server's own address", () => {
  test('sends a browser to the dashboard', async () => {
    const { statusCode, headers } = await ask('/', { accept: 'text/html,application/xhtml+xml' })
    expect([statusCode, headers.location]).toEqual([302, '/dashboard/'])
    expect((await ask('/dashboard')).headers.location).toBe('/dashboard/')
  })

  test.each(['*/*', 'application/json'])(
    'is nothing for a program that accepts %s',
    async (accept) => {
      const { statusCode, body } = await ask('/', { accept })
      expect(statusCode).toBe(404)
      expect(JSON.parse(body)).toMatchObject({
        error: 'Not Found',
        message: 'No message available',
      })
    },
  )
})
