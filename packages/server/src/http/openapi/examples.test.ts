import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  openMember,
  openPerson,
  type TestApp,
} from '../../../test/harness.ts'
import { createSink, type Sink } from '../../../test/sink.ts'
import { createManualClock } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import { transact } from '../../storage/database.ts'

/** What is read of the document to make the request of an operation. */
interface Operation {
  readonly operationId: string
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly example?: string | number
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { example: object }>> }
  readonly responses: Readonly<Record<string, Success>>
}

interface Success {
  readonly headers?: object
  readonly content?: Readonly<Record<string, { readonly example?: unknown }>>
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/** What shows what others have done, and what leaves nothing to the others: in this order. */
const last = [
  'listWebhookAttempts',
  'listWebhookDeliveries',
  'listWebhookHealth',
  'listReceivedWebhooks',
  'deleteWebhookEndpoint',
  'deleteWebhookReceiver',
  'revokeClient',
  'getHealth',
]

let sink: Sink
let app: TestApp

beforeAll(async () => {
  sink = await createSink()
  const clock = createManualClock(new Date('2026-01-31T12:00:00Z'))
  const settings = { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on', SCRIP_MESSAGES: 'link' }
  app = await createTestApp({ clock, ids: createRepeatableIds() }, settings)
})

afterAll(async () => {
  await app.close()
  await sink.close()
})

test('every example of the reference is what the operation answers; what is long is cut', async () => {
  const { paths } = (await app.http.inject('/openapi.json')).json() as { paths: Paths }
  const accountId = await openDocumentedAccount(paths)
  await askForMoney(accountId)
  const tokens = { client: '', manage: await createAccessToken(accountId) }
  // The reference names things that are others here: an address, an id that was drawn.
  const names = createNames([['https://shop.example/webhooks', sink.url]])
  const people = await openPeople(accountId)
  names.add('usr_1', people.memberId)
  names.add(INVITATION, people.invitation)

  const answers: Record<string, Record<string, unknown>> = {}
  for (const { template, method, operation } of inOrder(paths)) {
    const { operationId, security, responses } = operation
    const [status = '', success] = Object.entries(responses)[0] ?? []
    const isOf = (way: string) => security?.some((each) => way in each) ?? false
    const token = isOf('managementToken') ? tokens.manage : tokens.client
    const caller =
      isOf('dashboardSession') && !isOf('managementToken')
        ? people.visitor
        : { ...(token && { authorization: `Bearer ${token}` }) }
    const examples: Record<string, unknown> = {}
    for (const mediaType of Object.keys(success?.content ?? { '': {} })) {
      const response = await app.http.inject({
        ...names.toOwn(makeRequest(template, method, operation)),
        headers: { accept: mediaType, ...caller },
      })
      expect(response.statusCode, `${method} ${template}: ${response.body}`).toBe(Number(status))
      expect(response.headers['content-type'] ?? '').toBe(mediaType)
      expect('etag' in response.headers).toBe(success?.headers !== undefined)
      if (mediaType === '') continue
      const answer = mediaType.endsWith('json') ? response.json() : response.body
      if (operationId === 'getToken') tokens.client = answer.access_token
      if (operationId === 'createWebhookEndpoint') names.add('we_4Hk9sQpX2mVbT7cL', answer.id)
      if (operationId === 'disableLive') await app.opening.setLive(accountId, true)
      if (operationId === 'createClient') names.add(CLIENT, answer.clientId)
      if (operationId === 'listRequests') names.add(REQUEST, answer.content[0].id)
      if (operationId === 'createWebhookReceiver') {
        names.add('wr_7Gc2LmQ9xTbV4nKd', answer.id)
        await app.http.inject({ method: 'POST', url: new URL(answer.url).pathname, payload: {} })
      }
      if (operationId === 'inviteMember') names.add('inv_1', answer.id)
      if (operationId === 'createAccessToken') names.add('7Kp2vRmY9nWcU3dE', answer.id)
      examples[mediaType] = shorten(names.toDocumented(answer))
    }
    answers[operationId] = examples
  }
  await expect(`${JSON.stringify(answers, null, 2)}\n`).toMatchFileSnapshot('./examples.json')
})

/** Every operation, in the order in which each finds what it needs. */
function inOrder(paths: Paths) {
  const operations = Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({ template, method, operation })),
  )
  const place = ({ operation }: { operation: Operation }) => last.indexOf(operation.operationId)
  return operations.toSorted((one, other) => place(one) - place(other))
}

/** Texts of the reference and what they are in this run, which is not the same in every run. */
function createNames(pairs: [documented: string, own: string][]) {
  const translate = <Value>(value: Value, from: 0 | 1, to: 0 | 1): Value => {
    const text = pairs.reduce(
      (known, pair) => known.replaceAll(pair[from], pair[to]),
      JSON.stringify(value),
    )
    return JSON.parse(text) as Value
  }
  return {
    add: (documented: string, own: string) => pairs.push([documented, own]),
    toOwn: <Value>(value: Value) => translate(value, 0, 1),
    toDocumented: <Value>(value: Value) => translate(value, 1, 0),
  }
}

/** The client and the request of the reference. */
const CLIENT = 'vCDcLhKyRkWZAo2WTuIGqKFpHZQ0jZlT'
const REQUEST = 'req_0mkstf9c00001Ab3d'

const LENGTH_MAX = 1_000
const LIST_MAX = 60

/** What is another in every run, or after every release. */
const steady: Readonly<Record<string, unknown>> = {
  milliseconds: 12,
  medianMilliseconds: 12,
  version: '1.0.0',
  uptimeSeconds: 86_400,
  residentBytes: 180_000_000,
  heapBytes: 70_000_000,
  disk: { freeBytes: 80_000_000_000, totalBytes: 100_000_000_000 },
  postgresVersion: '18.1',
  schemaVersion: 11,
  sizeBytes: 30_000_000,
  connections: 6,
}

/** Two rows of a list, the beginning of a long text, and always the same for what is not steady. */
function shorten(answer: unknown): unknown {
  if (typeof answer === 'string' && answer.startsWith('%PDF-')) return '%PDF-1.3…'
  const text = JSON.stringify(answer, (key, value: unknown) => {
    if (key in steady) return steady[key]
    if (Array.isArray(value) && value.length > LIST_MAX) return value.slice(0, 2)
    const isLong = typeof value === 'string' && value.length > LENGTH_MAX
    return isLong ? `${value.slice(0, LENGTH_MAX)}…` : value
  })
  const short = JSON.parse(text) as unknown
  return Array.isArray(short) ? short.slice(0, 2) : short
}

/** Its client has the credentials of the token request in the reference. */
async function openDocumentedAccount(paths: Paths): Promise<bigint> {
  const request = paths['/oauth/token']?.post?.requestBody?.content['application/json']?.example
  const { client_id: id, client_secret: secret } = request as Record<string, string>
  if (id === undefined || secret === undefined) throw new Error('The reference has no credentials')
  return transact(app.database, async (tx) => {
    // The delivered rates are of the moment at which the template was made.
    await sql`update exchange_rates set updated_at = '2026-01-31T12:00:00Z'`.execute(tx)
    const accountId = await app.accounts.open(tx, { name: 'Reference', countryCode: 'NG' })
    await app.wallets.open(tx, { accountId, mode: 'test', currency: 'NGN' })
    await app.wallets.open(tx, { accountId, mode: 'live', currency: 'NGN' })
    await app.wallets.fund(tx, { accountId, mode: 'test', amount: 1_000_000_000_000n })
    const client = { accountId, mode: 'test', name: 'Reference', dialect: '2022-06' } as const
    await app.accounts.createClient(tx, { ...client, id, secret })
    return accountId
  })
}

/** A funding request for each of the ways in which one ends. */
async function askForMoney(accountId: bigint): Promise<void> {
  const owner = { accountId, mode: 'live' } as const
  const actor = { kind: 'user', id: 'hIp6vHkWqM2s', name: 'ada@example.com' } as const
  await app.opening.setLive(accountId, true)
  for (const note of ['First', 'Second', 'Third']) {
    await app.money.fundingRequests.ask(owner, { amount: 250_000_000_000n, note }, actor)
  }
}

/** The token of an invitation in the reference. */
const INVITATION = 'h2Vb9sQpX2mVbT7cLw4Hk9sQpX2mVbT7cLw4Hk9sQpX'

/** A member of the account, and a visitor from another one, who is invited to it. */
async function openPeople(accountId: bigint) {
  const member = await openMember(app, { accountId }, 'support', 'joe.bloggs@shop.example')
  const visitor = await openPerson(app, 'jane.doe@shop.example')
  await manage(app, visitor, 'POST /accounts', {
    ...{ name: 'Corner Shop', countryCode: 'NG', currencyCode: 'NGN' },
  })
  await app.people.members.invite({
    ...{ accountId, accountName: 'Reference', email: 'jane.doe@shop.example', role: 'finance' },
    ...{ invitedBy: 'owner@shop.example', by: 'owner' },
  })
  const [mail] = await app.people.listUnsentMails()
  const [, invitation = ''] = /token=(\S+)/.exec(mail?.body ?? '') ?? []
  return { memberId: member.id, visitor: visitor.headers, invitation }
}

function createAccessToken(accountId: bigint): Promise<string> {
  const scopes = ['*', 'operator:read', 'operator:write'] as const
  const request = { accountId, name: 'Reference', scopes }
  return transact(app.database, (tx) => app.accessTokens.create(tx, request))
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
    method: method.toUpperCase() as 'GET',
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
