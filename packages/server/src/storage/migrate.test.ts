import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, MASTER_KEY, type TestDatabase } from '../../test/harness.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createDatabase, type Database } from './database.ts'
import { checkMasterKey, createKeyring, WrongMasterKeyError } from './keyring.ts'
import { migrate, readMigrations, SchemaError } from './migrate.ts'

const log = pino({ level: 'silent' })

let testDatabase: TestDatabase
let database: Database

beforeEach(async () => {
  testDatabase = await createTestDatabase('template0')
  database = connect()
})

afterEach(async () => {
  await database.destroy()
  await testDatabase.drop()
})

function connect(): Database {
  return createDatabase({ connection: testDatabase.connection, poolSize: 2, log })
}

const startServer = (masterKey = MASTER_KEY) =>
  createApp({
    config: readConfig({}),
    connection: testDatabase.connection,
    masterKey,
    log,
    ownUrl: () => '',
  })

/** The whole schema and what migrations have been noted, as text that can be compared. */
async function describeSchema(): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select format('%s %s %s %s', table_name, column_name, data_type, column_default) as line
      from information_schema.columns where table_schema = 'public'
    union all
    select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
     where connamespace = 'public'::regnamespace
    union all
    select tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    union all
    select format('%s %s %s %s', version, name, checksum, applied_at) from schema_migrations
     order by 1`.execute(database)
  return rows.map((row) => row.line).join('\n')
}

describe('migrating', () => {
  test('brings an empty database up to date, and says what it did', async () => {
    const applied = await migrate(database)
    expect(applied.map((migration) => migration.version)).toEqual(
      (await readMigrations()).map((migration) => migration.version),
    )
    expect(await describeSchema()).toContain('transfer_sums_to_zero')
  })

  test('twice does nothing the second time', async () => {
    await migrate(database)
    const before = await describeSchema()
    expect(await migrate(database)).toEqual([])
    expect(await describeSchema()).toBe(before)
  })

  test('from several servers at once is done by one of them', async () => {
    const others = [connect(), connect(), connect()]
    const applied = await Promise.all([database, ...others].map(migrate))
    expect(applied.flat()).toHaveLength((await readMigrations()).length)
    expect(await migrate(database)).toEqual([])
    await Promise.all(others.map((other) => other.destroy()))
  })

  test('keeps its hands off a schema that is newer, and says what to do', async () => {
    await migrate(database)
    await sql`
      insert into schema_migrations (version, name, checksum)
      values (9999, 'from_the_future', '')`.execute(database)
    const before = await describeSchema()
    await expect(migrate(database)).rejects.toThrow(SchemaError)
    await expect(migrate(database)).rejects.toThrow(
      /schema version 9999 \(from_the_future\).*Start the newer OpenScrip/,
    )
    await expect(startServer()).rejects.toThrow(SchemaError)
    expect(await describeSchema()).toBe(before)
  })

  test('refuses a migration that was applied with another text', async () => {
    await migrate(database)
    await sql`update schema_migrations set checksum = 'x' where version = 1`.execute(database)
    await expect(migrate(database)).rejects.toThrow(SchemaError)
    await expect(migrate(database)).rejects.toThrow(/Migration 1 .* with another text/)
  })

  test('that was refused lets the next one have its turn', async () => {
    await migrate(database)
    await sql`update schema_migrations set checksum = 'x' || checksum`.execute(database)
    await expect(migrate(database)).rejects.toThrow(SchemaError)
    await sql`update schema_migrations set checksum = substr(checksum, 2)`.execute(database)
    const other = connect()
    expect(await migrate(other)).toEqual([])
    await other.destroy()
  })
})

test('who could use live mode all along may go on, and who was stopped stays so', async () => {
  const migrations = await readMigrations()
  const apply = async (from: number, to: number) => {
    for (const { version, text } of migrations) {
      if (version >= from && version <= to) await sql.raw(text).execute(database)
    }
  }
  await apply(1, 13)
  const names = ['used', 'stopped', 'revoked', 'idle', 'enabled', 'never']
  for (const [index, name] of names.entries()) {
    const id = index + 1
    const isLive = name !== 'never'
    await sql`
      insert into accounts (id, name, country_code, created_at, live_enabled_at)
      overriding system value
      values (${id}, ${name}, 'US', now(), ${name === 'enabled' ? new Date() : null})`.execute(
      database,
    )
    await sql`
      insert into wallets (account_id, mode, currency, updated_at)
      values (${id}, ${isLive ? 'live' : 'test'}, 'USD', now())`.execute(database)
    if (name === 'idle') continue
    await sql`
      insert into clients (account_id, id, mode, name, dialect, secret_hash, created_at, revoked_at)
      values (${id}, ${name}, ${isLive ? 'live' : 'test'}, 'Shop', '2022-06', '', now(),
              ${name === 'revoked' ? new Date() : null})`.execute(database)
  }
  await sql`
    insert into audit_log (account_id, at, actor_kind, actor_id, actor_name, action, mode, target,
                           request, address, user_agent, status)
    select id, now(), 'user', 'u', 'Ops', 'disableLive', 'test', id::text, '{}', '', '', 200
      from accounts where name = 'stopped'`.execute(database)
  await apply(14, 14)
  const { rows } = await sql<{ name: string; state: string }>`
    select name, case when live_enabled_at is not null then 'enabled'
                      when live_disabled_at is not null then 'disabled' else 'never' end as state
      from accounts order by id`.execute(database)
  expect(Object.fromEntries(rows.map(({ name, state }) => [name, state]))).toEqual({
    used: 'enabled',
    stopped: 'disabled',
    revoked: 'disabled',
    idle: 'disabled',
    enabled: 'enabled',
    never: 'never',
  })
})

test('migrations are numbered from 1 without a gap', async () => {
  const versions = (await readMigrations()).map((migration) => migration.version)
  expect(versions).toEqual(versions.map((_, index) => index + 1))
})

describe('the master key', () => {
  const check = (key: Buffer) => checkMasterKey(database, createKeyring(key))

  test('is remembered at the first start, and no other opens the database', async () => {
    await migrate(database)
    await check(MASTER_KEY)
    await check(MASTER_KEY)
    await expect(check(Buffer.alloc(32, 8))).rejects.toThrow(WrongMasterKeyError)
    await check(MASTER_KEY)
  })

  test('itself is not in the database, nor is any key that is derived from it', async () => {
    await migrate(database)
    await check(MASTER_KEY)
    const { rows } = await sql<{ row: string }>`
      select i::text as row from installation i`.execute(database)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(MASTER_KEY.toString('hex'))
    for (const purpose of ['master key check', 'data keys', 'token keys', 'client secrets']) {
      const key = createKeyring(MASTER_KEY).derive(purpose)
      expect(rows[0]?.row).not.toContain(key.toString('hex'))
    }
  })

  test('that is wrong keeps a server from starting', async () => {
    await (await startServer()).close()
    await expect(startServer(Buffer.alloc(32, 8))).rejects.toThrow(
      /set up with another master key.*SCRIP_MASTER_KEY/,
    )
    await (await startServer()).close()
  })

  test('derives another key for every purpose, and the same for the same', () => {
    const keyring = createKeyring(MASTER_KEY)
    const keys = ['a', 'b', 'A', ''].map((purpose) => keyring.derive(purpose).toString('hex'))
    expect(new Set(keys).size).toBe(4)
    expect(keyring.derive('a').toString('hex')).toBe(keys[0])
    expect(keyring.derive('a')).toHaveLength(32)
    expect(createKeyring(Buffer.alloc(32, 8)).derive('a').toString('hex')).not.toBe(keys[0])
  })
})
