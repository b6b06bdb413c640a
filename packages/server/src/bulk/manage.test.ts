import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestApp,
  manage,
  manager,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import type { Scope } from '../accounts/index.ts'
import { type Caller, openBulk } from './testing/bulk.ts'

let app: TestApp
let account: TestAccount
let caller: Caller
let bulk: ReturnType<typeof openBulk>

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
  caller = await manager(app, account)
  bulk = openBulk(app, caller)
})

afterAll(() => app.close())

const fileOf = (...emails: string[]) =>
  `productId,unitPrice,recipientEmail\n${emails.map((email) => `5,10,${email}\n`).join('')}`

describe('who may not', () => {
  test('another account sees nothing of a bulk order', async () => {
    const draft = await bulk.create({ csv: fileOf('x@x.io') })
    const other = openBulk(app, await manager(app, await app.openAccount()))
    expect((await other.send('GET /bulk-orders')).json()).toEqual({ content: [], hasMore: false })
    const lines = ['GET', 'GET rows', 'GET failed-rows', 'POST start', 'POST pause', 'POST cancel']
    for (const line of lines) {
      const [method, rest] = line.split(' ')
      const path = `/bulk-orders/${draft.id}${rest === undefined ? '' : `/${rest}`}`
      const response = await other.send(`${method as 'GET'} ${path}`)
      expect(response.json()).toMatchObject({ errorCode: 'BULK_ORDER_NOT_FOUND' })
    }
  })

  test('a token needs the scope, and reading is not writing', async () => {
    const draft = await bulk.create({ csv: fileOf('y@x.io') })
    const reader = await manager(app, account, ['bulk:read'] satisfies Scope[])
    expect((await manage(app, reader, `GET /bulk-orders/${draft.id}`)).statusCode).toBe(200)
    const body = { name: 'Mine', csv: fileOf('z@x.io') }
    expect((await manage(app, reader, 'POST /bulk-orders', body)).statusCode).toBe(403)
    const start = await manage(app, reader, `POST /bulk-orders/${draft.id}/start`)
    expect(start.statusCode).toBe(403)
  })
})

describe('lists', () => {
  test('of bulk orders go on where the last page ended', async () => {
    for (const email of ['1@x.io', '2@x.io', '3@x.io']) await bulk.create({ csv: fileOf(email) })
    const first = await bulk.page('?limit=2')
    expect(first).toMatchObject({ content: [{}, {}], hasMore: true })
    const next = await bulk.page(`?limit=2&before=${first.content[1]?.id}`)
    expect(next.content[0]?.id).toBeLessThan(Number(first.content[1]?.id))
    expect((await bulk.send('GET /bulk-orders?before=x')).statusCode).toBe(400)
  })

  test('of rows have pages and a total', async () => {
    const draft = await bulk.create({ csv: fileOf('l1@x.io', 'l2@x.io', 'l3@x.io') })
    const response = await bulk.send(`GET /bulk-orders/${draft.id}/rows?page=2&size=2`)
    expect(response.json()).toMatchObject({ total: 3, page: 2, size: 2, content: [{ line: 4 }] })
  })
})

describe('a file that is no bulk order', () => {
  test.each<[object, string]>([
    [{ csv: 'a,b\n' }, 'BULK_FILE_HAS_NO_ROWS'],
    [{ csv: 'a\n"1\n' }, 'BULK_FILE_NOT_READABLE'],
    [{ csv: `${'a,'.repeat(101)}\n1\n` }, 'BULK_FILE_TOO_LARGE'],
    [{ csv: `a\n${'1\n'.repeat(20_001)}` }, 'BULK_FILE_TOO_LARGE'],
    [{ csv: 'a\n1\n', mapping: { quantity: 'b' } }, 'INVALID_INPUT_PROVIDED'],
    [{ csv: 'a\n1\n', name: 'a\0b' }, 'INVALID_INPUT_PROVIDED'],
  ])('is refused: %#', async (body, errorCode) => {
    const response = await bulk.send('POST /bulk-orders', undefined, { name: 'No', ...body })
    expect(response.json()).toMatchObject({ errorCode })
    expect(response.statusCode).toBe(400)
  })

  test('its columns are told, with samples', async () => {
    const body = { csv: 'Product ID;Mail;x\n5;a@x.io;\n5;;1\n' }
    expect((await bulk.send('POST /bulk-orders/columns', undefined, body)).json()).toEqual({
      delimiter: ';',
      columns: [
        { name: 'Product ID', samples: ['5', '5'] },
        { name: 'Mail', samples: ['a@x.io'] },
        { name: 'x', samples: ['1'] },
      ],
      mapping: { productId: 'Product ID', recipientEmail: 'Mail' },
      rows: 2,
    })
  })

  test('the template can be bought as it is', async () => {
    const { body: csv } = await bulk.send('GET /bulk-orders/template')
    expect(await bulk.create({ csv })).toMatchObject({ rows: { total: 1, ready: 1 } })
  })

  test('an account has a hundred drafts at most', async () => {
    const mine = openBulk(app, await manager(app, await app.openAccount()))
    const { id } = await mine.create({ csv: fileOf('a@x.io') })
    await sql`
      insert into bulk_orders (account_id, mode, name, occasion, state, currency, ready, invalid,
                               skipped, duplicates, cost_left, created_by, created_at)
      select account_id, mode, name, occasion, state, currency, ready, invalid,
             skipped, duplicates, cost_left, created_by, created_at
        from bulk_orders, generate_series(1, 99) where id = ${id}`.execute(app.database)
    const body = { name: 'One more', csv: fileOf('a@x.io') }
    expect((await mine.send('POST /bulk-orders', undefined, body)).json()).toMatchObject({
      errorCode: 'TOO_MANY_BULK_ORDER_DRAFTS',
    })
  })
})
