import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialectNames, modes, type Scope } from '../src/accounts/index.ts'
import { transact } from '../src/storage/database.ts'
import { verifyLedger } from '../src/wallet/index.ts'
import { createTestApp, getToken, type TestAccount, type TestApp } from './harness.ts'
import { type Description, requestsOf, type Tokens } from './requests.ts'
import { createSink, type Sink } from './sink.ts'
import { TEST_DEADLINE_MS } from './until.ts'

// Another run with the same seed sends the same requests.
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const count = Number(process.env.FUZZ_REQUESTS ?? 20_000)
const AT_ONCE = 50

let sink: Sink
let app: TestApp

beforeAll(async () => {
  sink = await createSink()
  app = await createTestApp({}, { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on', SCRIP_MESSAGES: 'link' })
  app.start()
})

afterAll(async () => {
  await app.close()
  await sink.close()
})

test(
  'whatever is sent, the answer is a documented one, and books and events are right',
  async () => {
    const document = (await app.http.inject('/openapi.json')).json() as Description
    const requests = fc.sample(requestsOf(document, await openCallers(document)), {
      seed,
      numRuns: count,
    })
    const { problems, statuses } = await sendAll(requests)
    console.info(`${count} requests with FUZZ_SEED=${seed}:`, Object.fromEntries(statuses))
    expect(problems.slice(0, 10), `FUZZ_SEED=${seed}`).toEqual([])
    const { orders, discrepancies } = await verifyLedger(app.database)
    expect(discrepancies).toEqual([])
    // Otherwise the requests have become too strange to mean anything.
    expect(Number(orders)).toBeGreaterThan(count / 100)
    for (const owner of await app.events.owners()) await app.events.catchUp(owner)
    expect(await checkEvents()).toEqual({ ofOrders: orders, streamsWithGaps: 0n })
  },
  3 * TEST_DEADLINE_MS,
)

async function sendAll(requests: readonly InjectOptions[]) {
  const problems: string[] = []
  const statuses = new Map<number, number>()
  const place = createPlaces()
  const left = requests.values()
  const sendLeft = async () => {
    for (const drawn of left) {
      const request = place.fill(drawn)
      const { status, body, problem } = await send(request)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (problem !== undefined) problems.push(`${problem} to ${JSON.stringify(request)}`)
      if (status === 201) place.learn(request, body)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendLeft))
  return { problems, statuses }
}

interface Outcome {
  readonly status: number
  readonly body: string
  readonly problem: string | undefined
}

/**
 * What is wrong with an answer is a problem, of which there should be none. A starved machine may
 * truly be unavailable for a moment; a request that makes the server so is answered as before.
 */
async function send(request: InjectOptions, triesLeft = 5): Promise<Outcome> {
  try {
    // The harness rejects when the answer is not as documented.
    const { statusCode: status, body } = await app.http.inject(request)
    if (status === 503 && triesLeft > 1) return send(request, triesLeft - 1)
    return { status, body, problem: status >= 500 ? `${status} ${body}` : undefined }
  } catch (error) {
    return { status: 0, body: '', problem: String(error) }
  }
}

/**
 * Puts an address of this machine, and the caller's own endpoint, in the place of the reference's.
 * Nothing else that is drawn is an address, so nothing else is ever called.
 */
function createPlaces() {
  const ids = new Map<string, string>()
  const keyOf = (name: string, { headers }: InjectOptions) => `${name} ${headers?.authorization}`
  return {
    fill(request: InjectOptions): InjectOptions {
      const { url, payload } = request
      const filled = DOCUMENTED_IDS.reduce(
        (text, id) => text.replace(id, ids.get(keyOf(id.slice(0, 3), request)) ?? id),
        String(url),
      )
      return {
        ...request,
        url: filled,
        ...(typeof payload === 'string' && { payload: payload.replace(ENDPOINT_URL, sink.url) }),
      }
    },
    learn(request: InjectOptions, body: string) {
      const [, id, name] = /"id":"((we_|wr_)\w+)"/.exec(body) ?? []
      if (id !== undefined && name !== undefined) ids.set(keyOf(name, request), id)
    },
  }
}

const DOCUMENTED_IDS = ['we_4Hk9sQpX2mVbT7cL', 'wr_7Gc2LmQ9xTbV4nKd']
const ENDPOINT_URL = 'https://shop.example/webhooks'

/** Tokens of accounts of every dialect in every mode, and of one that has no wallet. */
async function openCallers({ paths }: Description): Promise<Tokens> {
  const accounts: Pick<TestAccount, 'accountId' | 'token'>[] = []
  for (const dialect of dialectNames) {
    for (const mode of modes) accounts.push(await app.openAccount({ dialect, mode }))
  }
  const rich = await app.openAccount({ currency: 'USD' })
  accounts.push(rich, await openPoor(paths))
  const manage: string[] = []
  for (const { accountId } of accounts) manage.push(await createAccessToken(accountId, '*'))
  for (const scope of [
    ...(['events:read', 'messages:read', 'webhooks:write'] as const),
    ...(['operator:read', 'operator:write'] as const),
  ]) {
    manage.push(await createAccessToken(rich.accountId, scope))
  }
  return { client: accounts.map(({ token }) => token), manage }
}

/** Its credentials are those of the example, so that some requests for a token succeed. */
async function openPoor(paths: Description['paths']) {
  const example = paths['/oauth/token']?.post?.requestBody?.content['application/json']?.example
  const [id, secret] = [String(example?.client_id), String(example?.client_secret)]
  const poor = await transact(app.database, async (tx) => {
    const accountId = await app.accounts.open(tx, { name: 'No wallet', countryCode: 'NG' })
    const client = { accountId, mode: 'test', name: 'No wallet', dialect: '2022-06' } as const
    return { accountId, ...(await app.accounts.createClient(tx, { ...client, id, secret })) }
  })
  return { ...poor, token: await getToken(app, poor) }
}

function createAccessToken(accountId: bigint, scope: Scope): Promise<string> {
  const request = { accountId, name: 'Fuzz', scopes: [scope] }
  return transact(app.database, (tx) => app.accessTokens.create(tx, request))
}

/** Every order has one event of being placed, and no account's numbers have a gap. */
async function checkEvents() {
  const { rows } = await sql`
    select (select count(*) from events
             where order_id is not null) as "ofOrders",
           (select count(*) from event_streams s
             where (select array_agg(sequence order by sequence) from events e
                     where e.account_id = s.account_id and e.mode = s.mode)
                   is distinct from
                   (select array_agg(n order by n) from generate_series(1, s.last_sequence) as n)
           ) as "streamsWithGaps"`.execute(app.database)
  return rows[0]
}
