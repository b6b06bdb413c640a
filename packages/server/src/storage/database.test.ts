import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/harness.ts'
import {
  createDatabase,
  type Database,
  isUnavailable,
  OutcomeUnknownError,
  ping,
  transact,
} from './database.ts'
import { createNotifications, type Notifications } from './notifications.ts'

const log = pino({ level: 'silent' })

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase('template0')
  database = createDatabase({ connection: testDatabase.connection, poolSize: 2, log })
  await sql`create table notes (id int primary key, big bigint, list bigint[])`.execute(database)
})

beforeEach(() => sql`truncate notes`.execute(database))

afterAll(async () => {
  await database.destroy()
  await testDatabase.drop()
})

const note = (id: number): RawBuilder<unknown> => sql`insert into notes (id) values (${id})`

async function listNotes(): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from notes order by id`.execute(database)
  return rows.map((row) => row.id)
}

describe('a transaction', () => {
  test('happens as a whole when its work resolves, and answers what the work answers', async () => {
    const answer = await transact(database, async (tx) => {
      await note(1).execute(tx)
      await Promise.all([note(2).execute(tx), note(3).execute(tx)])
      return 'done'
    })
    expect(answer).toBe('done')
    expect(await listNotes()).toEqual([1, 2, 3])
  })

  test('does not happen at all when its work rejects', async () => {
    const failed = transact(database, async (tx) => {
      await note(1).execute(tx)
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await listNotes()).toEqual([])
  })

  test('does not happen when one of several statements fails, in any place', async () => {
    await note(9).execute(database)
    for (const ids of [
      [9, 1, 2],
      [1, 9, 2],
      [1, 2, 9],
    ]) {
      const failed = transact(database, (tx) => Promise.all(ids.map((id) => note(id).execute(tx))))
      await expect(failed).rejects.toMatchObject({ code: '23505' })
    }
    expect(await listNotes()).toEqual([9])
  })

  test('does not pretend to have happened when the work hides that a statement failed', async () => {
    const hidden = transact(database, async (tx) => {
      await note(1).execute(tx)
      await note(1)
        .execute(tx)
        .catch(() => undefined)
      return 'fine'
    })
    await expect(hidden).rejects.toThrow('rolled back because one of its statements failed')
    expect(await listNotes()).toEqual([])
  })

  test('takes no statement after its end', async () => {
    const ended = await transact(database, async (tx) => tx)
    await expect(note(1).execute(ended)).rejects.toThrow('after its transaction had ended')
    expect(await listNotes()).toEqual([])
  })

  test('leaves its connection in order, whatever happened', async () => {
    for (let round = 0; round < 10; round++) {
      await transact(database, async (tx) => {
        await note(1).execute(tx)
        throw new Error('again')
      }).catch(() => undefined)
    }
    await Promise.all(Array.from({ length: 10 }, (_, id) => note(id).execute(database)))
    expect(await listNotes()).toHaveLength(10)
  })

  test('that is a snapshot sees one moment and writes nothing', async () => {
    await note(1).execute(database)
    const counts = await transact(
      database,
      async (tx) => {
        const first = (await sql`select from notes`.execute(tx)).rows.length
        await note(2).execute(database)
        return [first, (await sql`select from notes`.execute(tx)).rows.length]
      },
      { isSnapshot: true },
    )
    expect(counts).toEqual([1, 1])
    const writing = transact(database, (tx) => note(3).execute(tx), { isSnapshot: true })
    await expect(writing).rejects.toMatchObject({ code: '25006' })
  })
})

test('64-bit numbers come back exactly, alone and in lists', async () => {
  const big = 2n ** 63n - 1n
  await sql`insert into notes values (1, ${big}, ${[big, -big, 0n]}::bigint[])`.execute(database)
  const { rows } = await sql`select big, list from notes`.execute(database)
  expect(rows).toEqual([{ big, list: [big, -big, 0n] }])
})

describe('a connection that is lost', () => {
  const kill = (pid: number) => sql`select pg_terminate_backend(${pid}, 10000)`.execute(database)

  test('fails what it was doing and is replaced, and the process lives on', async () => {
    const failed = transact(database, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await note(1).execute(tx)
      await kill(rows[0]?.pid ?? 0)
      await note(2).execute(tx)
    })
    const error = await failed.catch((reason: unknown) => reason)
    expect(isUnavailable(error)).toBe(true)
    await Promise.all(Array.from({ length: 5 }, () => ping(database)))
    expect(await listNotes()).toEqual([])
  })

  test.each([
    new pg.DatabaseError('terminating connection', 1, 'error'),
    Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' }),
    Object.assign(new Error('no socket'), { code: 'ENOENT', syscall: 'connect' }),
    Object.assign(new Error('unreachable'), { code: 'ENETUNREACH', syscall: 'write' }),
    new Error('Query read timeout'),
    new OutcomeUnknownError('No answer'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ])('is recognised: %s', (error) => {
    if (error instanceof pg.DatabaseError) error.code = '57P01'
    expect(isUnavailable(error)).toBe(true)
  })

  test.each([
    new pg.DatabaseError('duplicate key', 1, 'error'),
    new Error('something else'),
    'Connection terminated',
    undefined,
  ])('is not what this is: %s', (error) => {
    if (error instanceof pg.DatabaseError)
      Object.assign(error, { code: '23505', severity: 'ERROR' })
    expect(isUnavailable(error)).toBe(false)
  })
})

describe('a commit', () => {
  test('that nobody answered is an unknown outcome, not a failure', async () => {
    await sql`create function nap() returns trigger language plpgsql as
      $$ begin perform pg_sleep(20); return null; end $$`.execute(database)
    await sql`create constraint trigger nap after insert on notes
      deferrable initially deferred for each row execute function nap()`.execute(database)
    onTestFinished(async () => void (await sql`drop function nap cascade`.execute(database)))
    const outcome = transact(database, (tx) => note(7).execute(tx)).catch((error: unknown) => error)
    const kill = sql<{ killed: boolean }>`
      select pg_terminate_backend(pid) as killed from pg_stat_activity
       where datname = current_database() and state = 'active' and query = 'commit'`
    await expect.poll(async () => (await kill.execute(database)).rows.length).toBe(1)
    expect(await outcome).toBeInstanceOf(OutcomeUnknownError)
  })

  test('that a deferred check refuses did not happen, and is no unknown outcome', async () => {
    await sql`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$`.execute(database)
    await sql`create constraint trigger refuse after insert on notes
      deferrable initially deferred for each row execute function refuse()`.execute(database)
    onTestFinished(async () => void (await sql`drop function refuse cascade`.execute(database)))
    await expect(transact(database, (tx) => note(8).execute(tx))).rejects.toThrow('no')
    expect(await listNotes()).toEqual([])
  })
})

describe('a notification', () => {
  const notify = (payload: string) => sql`select pg_notify('told', ${payload})`.execute(database)

  /** Resolves when the listener has heard something, which it does soon after it was made. */
  async function listen(): Promise<{ notifications: Notifications; heard: unknown[] }> {
    const notifications = await createNotifications(testDatabase.connection, log)
    const heard: unknown[] = []
    let greetings = 0
    notifications.on('told', (payload) => {
      if (payload === 'greeting') greetings++
      else heard.push(payload)
    })
    await expect.poll(() => notify('greeting').then(() => greetings)).toBeGreaterThan(0)
    return { notifications, heard }
  }

  test('is heard by everybody who listens, in order', async () => {
    const listeners = [await listen(), await listen()]
    for (const payload of ['a', 'b', 'c']) await notify(payload)
    for (const { heard, notifications } of listeners) {
      await expect.poll(() => heard).toEqual(['a', 'b', 'c'])
      await notifications.close()
    }
  })

  test('that may have been missed makes every listener forget what it knows', async () => {
    const { notifications, heard } = await listen()
    expect(notifications.isLive).toBe(true)
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'openscrip notifications'
         and datname = current_database()`.execute(database)
    await expect.poll(() => heard).toEqual([undefined])
    expect(notifications.isLive).toBe(true)
    await notify('heard')
    await expect.poll(() => heard).toEqual([undefined, 'heard'])
    await notifications.close()
  })
})
