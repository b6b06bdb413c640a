import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  manage,
  manager,
  quickstartOrder,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { listedProduct } from '../../test/listed-product.ts'
import { TransactionOut } from '../orders/index.ts'
import { transact } from '../storage/database.ts'
import { type EventType, eventTypes } from './model.ts'
import { describeEvents } from './shapes.ts'

const folder = join(import.meta.dirname, '../../../../docs/events')
const documents = describeEvents(TransactionOut)

const readDocument = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

/** The JSON that goes over the wire. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const problemsOf = (type: EventType, data: unknown) => {
  const schema = documents.find((document) => document.type === type)?.schema ?? {}
  const strict = { ...schema, additionalProperties: false }
  const [isRight, problems] = Compile(strict).Errors(data)
  return isRight ? [] : problems
}

describe('docs/events', () => {
  test.each(documents)(
    '$type has its schema and its example there',
    ({ type, schema, example }) => {
      // After a change: node --conditions=source packages/server/scripts/events.ts
      expect(readDocument(`${type}.schema.json`)).toEqual(wire(schema))
      expect(readDocument(`${type}.example.json`)).toEqual(wire(example))
      expect(problemsOf(type, wire(example))).toEqual([])
    },
  )

  test('has none of a type that does not exist, and names every type', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(files).toHaveLength(2 * eventTypes.length)
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    expect(eventTypes.filter((type) => !readme.includes(`\`${type}\``))).toEqual([])
  })
})

describe('a real event', () => {
  let app: TestApp
  let events: readonly { readonly type: EventType; readonly data: unknown }[]

  beforeAll(async () => {
    app = await createTestApp()
    const account = await app.openAccount({ balance: 10_000_000_000n })
    const caller = await manager(app, account)
    await manage(app, caller, 'PATCH /wallet', { lowBalanceThreshold: 9_000 })
    await buy(app, account, quickstartOrder)
    await transact(app.database, (tx) =>
      app.wallets.fund(tx, { ...account, mode: 'test', amount: 1_000_000n }),
    )
    const made = await manage(app, caller, 'POST /webhook-endpoints', {
      url: 'https://shop.example',
    })
    const path = `/webhook-endpoints/${(made.json() as { id: string }).id}`
    await manage(app, caller, `PATCH ${path}`, { isEnabled: false })
    await manage(app, caller, `PATCH ${path}`, { isEnabled: true })
    await manage(app, caller, `DELETE ${path}`)
    await app.accounts.revokeClient(account.clientId)
    await app.importCatalog({ rows: [listedProduct()], isWhole: true })
    await askForMoney(app, account)
    const read = async (mode: string) => {
      const page = await manage(app, caller, `GET /events?limit=1000&mode=${mode}`)
      return (page.json() as { content: typeof events }).content
    }
    events = [...(await read('test')), ...(await read('live'))]
  })

  afterAll(() => app.close())

  const told: readonly EventType[] = [
    'order.successful',
    'wallet.funded',
    'wallet.low_balance',
    'funding.requested',
    'funding.approved',
    'funding.declined',
    'funding.cancelled',
    'client.created',
    'client.revoked',
    'webhook_endpoint.created',
    'webhook_endpoint.updated',
    'webhook_endpoint.disabled',
    'webhook_endpoint.deleted',
    'product.changed',
    'product.withdrawn',
  ]

  test.each(told)('%s is as its schema says', (type) => {
    const own = events.filter((event) => event.type === type)
    expect(own.length).toBeGreaterThan(0)
    for (const { data } of own) expect(problemsOf(type, data)).toEqual([])
  })
})

/** Three funding requests, one for each way in which they end. */
async function askForMoney(app: TestApp, { accountId }: TestAccount): Promise<void> {
  const owner = { accountId, mode: 'live' } as const
  const [asker, operator] = ['u1', 'u2'].map((id) => ({ kind: 'user', id, name: id }) as const)
  if (asker === undefined || operator === undefined) throw new Error('Nobody is there')
  await transact(app.database, (tx) => app.wallets.open(tx, { ...owner, currency: 'NGN' }))
  await app.opening.setLive(accountId, true)
  const { fundingRequests } = app.money
  const ask = async () =>
    (await fundingRequests.ask(owner, { amount: 1_000_000n, note: null }, asker)).id
  await fundingRequests.approve(owner, await ask(), operator)
  await fundingRequests.decline(owner, await ask(), operator, 'Nothing arrived')
  await fundingRequests.cancel(owner, await ask(), asker)
}
