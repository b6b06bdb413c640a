import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/harness.ts'
import { createManualClock } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import { transact } from '../../storage/database.ts'

/** What is read of the document to make the request of an operation. */
interface Operation {
  readonly operationId: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly example?: string | number
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { example: object }>> }
  readonly responses: {
    readonly 200: {
      readonly headers?: object
      readonly content: Readonly<Record<string, { readonly example?: unknown }>>
    }
  }
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>

test('every example of the reference is what the operation answers; long lists are cut', async () => {
  const clock = createManualClock(new Date('2026-01-31T12:00:00Z'))
  const app = await createTestApp({ clock, ids: createRepeatableIds() })
  const { paths } = (await app.http.inject('/openapi.json')).json() as { paths: Paths }
  await openDocumentedAccount(app, paths)

  const answers: Record<string, Record<string, unknown>> = {}
  let token = ''
  for (const [template, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const { operationId, responses } = operation
      answers[operationId] = {}
      for (const mediaType of Object.keys(responses[200].content)) {
        const response = await app.http.inject({
          ...makeRequest(template, method, operation),
          headers: { accept: mediaType, ...(token && { authorization: `Bearer ${token}` }) },
        })
        expect(response.statusCode, `${method} ${template}: ${response.body}`).toBe(200)
        expect(response.headers['content-type']).toBe(mediaType)
        expect('etag' in response.headers).toBe(responses[200].headers !== undefined)
        const answer = mediaType.endsWith('json') ? response.json() : response.body
        if (operationId === 'getToken') token = answer.access_token
        answers[operationId][mediaType] = Array.isArray(answer) ? answer.slice(0, 2) : answer
      }
    }
  }
  await app.close()
  await expect(`${JSON.stringify(answers, null, 2)}\n`).toMatchFileSnapshot('./examples.json')
})

/** Its client has the credentials of the token request in the reference. */
async function openDocumentedAccount(app: TestApp, paths: Paths): Promise<void> {
  const request = paths['/oauth/token']?.post?.requestBody?.content['application/json']?.example
  const { client_id: id, client_secret: secret } = request as Record<string, string>
  if (id === undefined || secret === undefined) throw new Error('The reference has no credentials')
  await transact(app.database, async (tx) => {
    const accountId = await app.accounts.open(tx, { name: 'Reference', countryCode: 'NG' })
    await app.wallets.open(tx, { accountId, mode: 'test', currency: 'NGN' })
    await app.wallets.fund(tx, { accountId, mode: 'test', amount: 1_000_000_000_000n })
    const client = { accountId, mode: 'test', name: 'Reference', dialect: '2022-06' } as const
    await app.accounts.createClient(tx, { ...client, id, secret })
  })
}

function makeRequest(template: string, method: string, operation: Operation) {
  const { parameters = [], requestBody } = operation
  let url = template
  const query = new URLSearchParams()
  for (const { name, in: place, example } of parameters) {
    if (place === 'path') url = url.replace(`{${name}}`, String(example))
    if (place === 'query' && example !== undefined) query.set(name, String(example))
  }
  const payload = requestBody?.content['application/json']?.example
  return {
    method: method.toUpperCase() as 'GET' | 'POST',
    url: `${url}?${query}`,
    ...(payload && { payload }),
  }
}

/** The same ids in every run, that look like those of a server. */
function createRepeatableIds(): Ids {
  let count = 0
  const next = () => createHash('sha256').update(`${count++}`)
  const take = (length: number, ok: RegExp) => {
    let text = ''
    while (text.length < length) text += next().digest('base64').replace(ok, '')
    return text.slice(0, length)
  }
  return {
    uuid: () =>
      next()
        .digest('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5'),
    alphanumeric: (length) => take(length, /[^A-Za-z0-9]/g),
    digits: (length) => take(length, /\D/g),
    bytes: (length) => Buffer.from(take(2 * length, /[^0-9a-f]/g), 'hex'),
  }
}
