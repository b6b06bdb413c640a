import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../../test/harness.ts'
import { createDatabase, transact } from '../storage/database.ts'
import { createJobs } from './queue.ts'

const log = pino({ level: 'silent' })

test('jobs that cannot begin yet begin as soon as they can', async () => {
  const { connection, drop } = await createTestDatabase()
  const database = createDatabase({ connection, poolSize: 1, log })
  await sql`create schema jobs`.execute(database)
  await sql`create table jobs.version (taken text)`.execute(database)
  const done: object[] = []
  const errors: unknown[] = []
  const jobs = createJobs<{ readonly number: number }>({
    connection,
    recurring: [],
    queued: { name: 'test', lot: 1, secondsMax: 10, run: async (data) => void done.push(data) },
    onError: (error) => errors.push(error),
  })
  const enqueue = (number: number) =>
    transact(database, (tx) =>
      jobs.enqueue(tx, [{ data: { number }, at: new Date(), key: String(number) }]),
    )
  jobs.start()
  await enqueue(1)
  expect(errors).not.toEqual([])
  await sql`drop schema jobs cascade`.execute(database)
  const isDone = async () => {
    await enqueue(2)
    return done
  }
  await expect.poll(isDone, { interval: 200 }).toContainEqual({ number: 2 })
  expect(done).not.toContainEqual({ number: 1 })
  await jobs.stop()
  await database.destroy()
  await drop()
})
