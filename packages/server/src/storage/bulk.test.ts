import fc from 'fast-check'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/harness.ts'
import { bulkInsert } from './bulk.ts'
import { createDatabase, type Database } from './database.ts'

interface Row {
  readonly id: number
  readonly words: string | null
  readonly amount: bigint | null
  readonly is_open: boolean | null
  readonly bytes: Buffer | null
  readonly at: Date | null
  readonly mood: string | null
}

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase('template0')
  const log = pino({ level: 'silent' })
  database = createDatabase({ connection: testDatabase.connection, poolSize: 2, log })
  await sql`create type mood as enum ('happy', 'sad')`.execute(database)
  await sql`
    create table rows (id integer primary key, words text, amount bigint, is_open boolean,
                       bytes bytea, at timestamptz, mood mood)`.execute(database)
})

afterAll(async () => {
  await database.destroy()
  await testDatabase.drop()
})

const insertRows = bulkInsert<Row, { readonly id: number }>(
  'rows',
  [
    ['id', 'integer', (row) => row.id],
    ['words', 'text', (row) => row.words],
    ['amount', 'bigint', (row) => row.amount],
    ['is_open', 'boolean', (row) => row.is_open],
    ['bytes', 'bytea', (row) => row.bytes],
    ['at', 'timestamptz', (row) => row.at],
    ['mood', 'mood', (row) => row.mood],
  ],
  'on conflict (id) do nothing returning id',
)

async function store(rows: readonly Row[]): Promise<readonly Row[]> {
  await sql`truncate rows`.execute(database)
  await database.executeQuery(insertRows(rows))
  const stored = await sql<Row>`select * from rows order by id`.execute(database)
  return stored.rows
}

const nothing = { words: null, amount: null, is_open: null, bytes: null, at: null, mood: null }

test('rows come back as they went in, whatever is in them', async () => {
  const or = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })
  const limit = 2n ** 63n
  const row = fc.record({
    // PostgreSQL stores no NUL, which is refused long before it gets here.
    words: or(fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'))),
    amount: or(fc.bigInt({ min: -limit, max: limit - 1n })),
    is_open: or(fc.boolean()),
    bytes: or(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
    at: or(
      fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
    ),
    mood: or(fc.constantFrom('happy', 'sad')),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (drawn) => {
      const rows = drawn.map((one, id) => ({ id, ...one }))
      expect(await store(rows)).toEqual(rows)
    }),
    { numRuns: 50 },
  )
})

test('texts that mean something to an array literal are only texts', async () => {
  const texts = ['', 'NULL', 'null', '{}', '{a,b}', ',', '"', '""', '\\', '\\\\', '\\"', "'", ' ']
  const more = ['\\x00', '\n\t\r', '$1', '%', 'NULL,NULL', '"},{"', '🎁', '\u2028', ' padded ']
  const rows = [...texts, ...more].map((words, id) => ({ ...nothing, id, words }))
  expect(await store(rows)).toEqual(rows)
})

test('rows that are there already are left as they are, and the answer leaves them out', async () => {
  await store([{ ...nothing, id: 2, words: 'first' }])
  const again = [1, 2, 3].map((id) => ({ ...nothing, id, words: 'second' }))
  const inserted = await database.executeQuery(insertRows(again))
  expect(inserted.rows).toEqual([{ id: 1 }, { id: 3 }])
  const { rows } = await sql<Row>`select words from rows order by id`.execute(database)
  expect(rows).toEqual([{ words: 'second' }, { words: 'first' }, { words: 'second' }])
})
