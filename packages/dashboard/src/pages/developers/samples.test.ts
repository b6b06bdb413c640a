import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { curlOf } from './request-curl.ts'
import { curlSample } from './samples.ts'

const run = promisify(execFile)

const bodies: string[] = []
const tokens: (string | undefined)[] = []

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    if (request.method === 'POST') bodies.push(body)
    else tokens.push(request.headers.authorization)
    response.end('{"access_token":"a.token","scope":""}')
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${port}` })
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await new Promise((resolve) => server.close(resolve))
})

/** The bodies that a script sends, run as somebody pastes it. */
async function sentBy(script: string): Promise<string[]> {
  bodies.length = 0
  const env = {
    ...process.env,
    SCRIP_CLIENT_ID: 'from-the-environment',
    SCRIP_CLIENT_SECRET: 'it $has no quotes',
    SECRET: 'taken out',
    TOKEN: 'of before',
  }
  await run('sh', ['-c', script], { env })
  return bodies
}

test('a first request takes from the environment what the page does not know', async () => {
  const [body = ''] = await sentBy(curlSample({ mode: 'live' }))
  expect(JSON.parse(body)).toEqual({
    client_id: 'from-the-environment',
    client_secret: 'it $has no quotes',
    grant_type: 'client_credentials',
    audience: 'https://giftcards.reloadly.com',
  })
  expect(tokens.at(-1)).toBe('Bearer a.token')
})

test('a first request carries what the page knows', async () => {
  const [body = ''] = await sentBy(
    curlSample({ clientId: 'an-id', clientSecret: 'a-secret', mode: 'test' }),
  )
  expect(JSON.parse(body)).toMatchObject({ client_id: 'an-id', client_secret: 'a-secret' })
})

test('a recorded request is sent again as it was, whatever is in it', async () => {
  const requestBody = `{"note":"it's $HOME","client_secret":"[redacted]"}`
  const again = curlOf({
    method: 'POST',
    path: '/oauth/token',
    query: '',
    headers: { 'content-type': 'application/json' },
    requestBody,
  })
  expect(await sentBy(again)).toEqual([requestBody.replace('[redacted]', 'taken out')])
})
