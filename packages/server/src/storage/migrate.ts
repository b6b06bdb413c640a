import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database, Executor } from './database.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/** A schema that this program must not touch; the message says what to do. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
}

const folder = join(import.meta.dirname, 'migrations')

/** Reads the numbered SQL files, `0001_name.sql` first. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      return {
        version: Number(file.slice(0, 4)),
        name: file.slice(5, -4),
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      }
    }),
  )
}

// Any constant will do, as long as every release uses the same one.
const MIGRATION_LOCK = 7_352_001

/**
 * Brings the schema up to this program's version: each migration runs once, in
 * its own transaction, under a lock that makes other processes wait. Running it
 * again changes nothing.
 *
 * @returns the migrations that were applied now
 * @throws SchemaError when the schema is newer than the program, or when an
 *   applied migration is not the one this program has
 */
export async function migrate(database: Database): Promise<Migration[]> {
  const migrations = await readMigrations()
  const applied: Migration[] = []
  await database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection)
    try {
      const done = await readApplied(connection)
      refuseForeignSchema(migrations, done)
      for (const migration of migrations) {
        if (done.has(migration.version)) continue
        await connection.transaction().execute((tx) => apply(tx, migration))
        applied.push(migration)
      }
    } finally {
      // Of a connection that broke, PostgreSQL has dropped the lock itself.
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection).catch(() => {})
    }
  })
  return applied
}

async function readApplied(connection: Database): Promise<Map<number, AppliedRow>> {
  await createHistory(connection).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== INSUFFICIENT_PRIVILEGE) throw error
    throw new SchemaError(
      'The database user of DATABASE_URL may not make tables in the schema public. ' +
        'Let the user own the database, or: GRANT CREATE ON SCHEMA public TO …',
    )
  })
  const { rows } = await sql<AppliedRow>`
    select version, name, checksum from schema_migrations order by version`.execute(connection)
  return new Map(rows.map((row) => [row.version, row]))
}

const INSUFFICIENT_PRIVILEGE = '42501'

async function createHistory(connection: Database): Promise<void> {
  await sql`
    create table if not exists schema_migrations (
      version integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`.execute(connection)
}

interface AppliedRow {
  readonly version: number
  readonly name: string
  readonly checksum: string
}

function refuseForeignSchema(
  migrations: readonly Migration[],
  done: ReadonlyMap<number, AppliedRow>,
): void {
  const known = new Map(migrations.map((migration) => [migration.version, migration]))
  for (const row of done.values()) {
    const migration = known.get(row.version)
    if (migration === undefined) {
      throw new SchemaError(
        `The database has schema version ${row.version} (${row.name}), but this program knows only ` +
          `versions up to ${migrations.at(-1)?.version}. Start the newer OpenScrip that made it.`,
      )
    }
    if (migration.checksum !== row.checksum) {
      throw new SchemaError(
        `Migration ${row.version} (${row.name}) was applied with another text than this program ` +
          'has. A released migration is never edited: restore the file or use the release that applied it.',
      )
    }
  }
}

async function apply(tx: Executor, migration: Migration): Promise<void> {
  await sql.raw(migration.text).execute(tx)
  await sql`
    insert into schema_migrations (version, name, checksum)
    values (${migration.version}, ${migration.name}, ${migration.checksum})`.execute(tx)
}

/** The version that the schema has. */
export async function readSchemaVersion(database: Database): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select max(version) as version from schema_migrations`.execute(database)
  return rows[0]?.version ?? 0
}
