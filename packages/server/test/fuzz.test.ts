import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialectNames, modes } from '../src/accounts/index.ts'
import { transact } from '../src/storage/database.ts'
import { verifyLedger } from '../src/wallet/index.ts'
import { createTestApp, getToken, type TestApp } from './harness.ts'
import { type Description, requestsOf } from './requests.ts'

// Another run with the same seed sends the same requests.
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const count = Number(process.env.FUZZ_REQUESTS ?? 20_000)
const AT_ONCE = 50

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})

afterAll(() => app.close())

test('whatever is sent, the answer is a documented one, and the books are right', async () => {
  const document = (await app.http.inject('/openapi.json')).json() as Description
  const requests = fc.sample(requestsOf(document, await openCallers(document)), {
    seed,
    numRuns: count,
  })
  const problems: string[] = []
  const statuses = new Map<number, number>()
  for (let start = 0; start < count; start += AT_ONCE) {
    const sent = requests.slice(start, start + AT_ONCE).map(async (request) => {
      const status = await statusOf(request, problems)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
    await Promise.all(sent)
  }
  console.info(`${count} requests with FUZZ_SEED=${seed}:`, Object.fromEntries(statuses))
  expect(problems.slice(0, 10), `FUZZ_SEED=${seed}`).toEqual([])
  const { orders, discrepancies } = await verifyLedger(app.database)
  expect(discrepancies).toEqual([])
  // Otherwise the requests have become too strange to mean anything.
  expect(Number(orders)).toBeGreaterThan(count / 100)
}, 300_000)

/** Answers the status; what is wrong with it is a problem, of which there should be none. */
async function statusOf(request: InjectOptions, problems: string[]): Promise<number> {
  try {
    // The harness rejects when the answer is not as documented.
    const { statusCode, body } = await app.http.inject(request)
    if (statusCode >= 500) problems.push(`${statusCode} ${body} to ${JSON.stringify(request)}`)
    return statusCode
  } catch (error) {
    problems.push(`${error} to ${JSON.stringify(request)}`)
    return 0
  }
}

/**
 * Tokens of every dialect in every mode, and of an account that has no wallet; its credentials are
 * those of the example, so that some requests for a token succeed.
 */
async function openCallers({ paths }: Description): Promise<string[]> {
  const tokens: string[] = []
  for (const dialect of dialectNames) {
    for (const mode of modes) tokens.push((await app.openAccount({ dialect, mode })).token)
  }
  tokens.push((await app.openAccount({ currency: 'USD' })).token)
  const example = paths['/oauth/token']?.post?.requestBody?.content['application/json']?.example
  const [id, secret] = [String(example?.client_id), String(example?.client_secret)]
  const poor = await transact(app.database, async (tx) => {
    const accountId = await app.accounts.open(tx, { name: 'No wallet', countryCode: 'NG' })
    const client = { accountId, mode: 'test', name: 'No wallet', dialect: '2022-06' } as const
    return app.accounts.createClient(tx, { ...client, id, secret })
  })
  return [...tokens, await getToken(app, poor)]
}
