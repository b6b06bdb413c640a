import { execFile } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Operation } from './operations.ts'
import {
  curlOf,
  exampleInputs,
  firstInputs,
  isAboutLive,
  missingOf,
  requestOf,
  withoutSecrets,
} from './request.ts'
import { samplesOf } from './samples.ts'

const run = promisify(execFile)

const text = { type: 'string' } as const

const operation: Operation = {
  id: 'changeThing',
  api: 'management',
  tag: 'Things',
  method: 'PATCH',
  path: '/things/{thingId}/parts/{partId}',
  summary: 'Change a thing',
  description: undefined,
  access: 'client',
  scopes: ['things:write'],
  parameters: [
    { name: 'thingId', in: 'path', required: true, schema: text, example: 'thg_1' },
    { name: 'partId', in: 'path', required: true, schema: text },
    { name: 'mode', in: 'query', required: false, schema: text, example: 'live' },
    { name: 'q', in: 'query', required: false, schema: text, example: 'not prefilled' },
    { name: 'If-None-Match', in: 'header', required: false, schema: text },
  ],
  bodies: [
    {
      mediaType: 'application/json',
      schema: undefined,
      example: { name: "it's", mode: 'live', big: 1 },
    },
  ],
  modeIn: 'parameters',
  answers: [],
  isChange: true,
}

describe('a request', () => {
  test('has its inputs where they belong, whatever is in them', () => {
    const parameters = {
      thingId: 'a/b ?#%',
      partId: '..',
      q: 'x&y=z +ä',
      'If-None-Match': '"tag"',
    }
    const { path, headers } = requestOf(operation, { parameters, body: '{}' })
    const url = new URL(path, 'http://server')
    expect(url.pathname.split('/')).toHaveLength(5)
    expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe('a/b ?#%')
    expect([...url.searchParams]).toEqual([['q', 'x&y=z +ä']])
    expect(headers).toEqual({ 'Content-Type': 'application/json', 'If-None-Match': '"tag"' })
  })

  test('begins with the examples of what is required, in the mode of the page', () => {
    const inputs = exampleInputs(operation, { mode: 'test' })
    expect(inputs.parameters).toEqual({ thingId: 'thg_1', mode: 'test' })
    expect(JSON.parse(inputs.body)).toEqual({ name: "it's", mode: 'test', big: 1 })
    expect(missingOf(operation, inputs)).toEqual(['partId'])
  })

  test('names the mode of the page in its body when it is read there', () => {
    const body = { mediaType: 'application/json', schema: undefined, example: { to: 'jane' } }
    const inputs = exampleInputs({ ...operation, modeIn: 'body', bodies: [body] }, { mode: 'live' })
    expect(JSON.parse(inputs.body)).toEqual({ to: 'jane', mode: 'live' })
  })

  test('begins without the thing that it changes, and with the one that it reads', () => {
    const change = firstInputs(operation, { mode: 'test' })
    expect(missingOf(operation, change)).toEqual(['thingId', 'partId'])
    expect(requestOf(operation, change).path).toBe('/things/{thingId}/parts/{partId}?mode=test')
    const reading = { ...operation, isChange: false }
    expect(missingOf(reading, firstInputs(reading, { mode: 'test' }))).toEqual(['partId'])
  })

  test('is about live mode when its body says so', () => {
    const bodies = ['{"mode": "live"}', '{"mode": "test"}', 'null', '{"mo']
    expect(bodies.map((body) => isAboutLive({ parameters: {}, body }))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test.each([
    ['{"client_secret": "hush \\" hush"}', ['SCRIP_CLIENT_SECRET']],
    ['{"a": {"newPassword":"hush"}}', ['SCRIP_NEW_PASSWORD']],
    ['{"client_secret": "hush', ['SCRIP_CLIENT_SECRET']],
    ['{"token": "hush", "password":"hush"}', ['SCRIP_BODY_TOKEN', 'SCRIP_PASSWORD']],
  ])('shows no secret, and has a variable for each as curl: %s', (body, variables) => {
    const request = { method: 'POST', path: '/x', headers: {}, body }
    const curl = curlOf(request, { origin: 'http://server', token: undefined })
    expect(curl).not.toContain('hush')
    expect([...curl.matchAll(/'"\$(\w+)"'/g)].map(([, name]) => name)).toEqual(variables)
    expect(withoutSecrets(body, () => '•')).not.toContain('hush')
  })
})

describe('the programs', () => {
  const seen: { request: IncomingMessage; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      seen.push({ request, body })
      response.end('{"access_token":"a.token","scope":""}')
    })
  })
  let origin: string

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  })
  beforeEach(() => {
    seen.length = 0
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const env = { ...process.env, SCRIP_CLIENT_SECRET: 'a-secret', SCRIP_TOKEN: 'own.token' }
  const runners = {
    curl: (code: string) => run('sh', ['-c', code], { env }),
    'Node.js': (code: string) =>
      run(process.execPath, ['--input-type=module', '-e', code], { env }),
  } as const

  const body = JSON.stringify({ name: `it's \`$HOME\` "quoted"`, lines: 'a\nb' }, null, 2)
  const request = requestOf(operation, {
    parameters: { thingId: "it's", partId: '1' },
    body,
  })

  test.each(['curl', 'Node.js'] as const)('in %s send the request as it is', async (label) => {
    for (const access of ['client', 'manager', 'anybody'] as const) {
      seen.length = 0
      const facts = { request, access, origin, mode: 'test', clientId: 'an-id' } as const
      const code = samplesOf(facts).find((sample) => sample.label === label)?.code ?? ''
      await runners[label](code)
      const last = seen.at(-1)
      expect(last?.request.method).toBe('PATCH')
      expect(last?.request.url).toBe(request.path)
      expect(JSON.parse(last?.body ?? '')).toEqual(JSON.parse(body))
      const bearers = { client: 'Bearer a.token', manager: 'Bearer own.token', anybody: undefined }
      expect(last?.request.headers.authorization).toBe(bearers[access])
      expect(seen).toHaveLength(access === 'client' ? 2 : 1)
      if (access === 'client') {
        expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
          client_id: 'an-id',
          client_secret: 'a-secret',
        })
      }
    }
  })

  test('hold nothing of a page that is not theirs, in every language', () => {
    const facts = { request, access: 'client', origin, mode: 'live', clientId: undefined } as const
    for (const { label, code } of samplesOf(facts)) {
      expect(code, label).toContain('SCRIP_CLIENT_ID')
      expect(code, label).toContain('https://giftcards.reloadly.com')
      expect(code, label).not.toContain('sandbox')
    }
  })
})
