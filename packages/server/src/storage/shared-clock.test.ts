import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { createDatabase, type Database } from './database.ts'
import { createSharedClock } from './shared-clock.ts'

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  const log = pino({ level: 'silent' })
  database = createDatabase({ connection: testDatabase.connection, poolSize: 1, log })
})

afterAll(async () => {
  await database.destroy()
  await testDatabase.drop()
})

test('machines whose clocks differ by minutes agree to within a second', async () => {
  for (const minutes of [-90, -1, 1, 90]) {
    const before = Date.now()
    const own = createManualClock(new Date(before + minutes * 60_000))
    const clock = await createSharedClock(database, own)
    // The clock stands still at some moment of the comparison, however long that took.
    expect(clock.now().getTime()).toBeGreaterThan(before - 1_000)
    expect(clock.now().getTime()).toBeLessThan(Date.now() + 1_000)
  }
})

test('a small difference is left alone', async () => {
  const own = createManualClock(new Date())
  const clock = await createSharedClock(database, own)
  expect(clock.now()).toEqual(own.now())
})
