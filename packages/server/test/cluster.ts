import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { seedCatalog } from '../src/catalog/index.ts'
import { createDatabase, transact } from '../src/storage/database.ts'
import { startCluster } from '../src/storage/embedded/cluster.ts'
import { migrate } from '../src/storage/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the socket of the test run's PostgreSQL. */
    socketDir: string
  }
}

/** Name of the database that every test's own is cloned from: migrated, with the catalogue in it. */
export const TEMPLATE = 'openscrip_template'

/** Starts one PostgreSQL for the whole test run and prepares the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'openscrip-test-'))
  // Root's cluster belongs to another user, who has to get here.
  chmodSync(folder, 0o711)
  const log = pino({ level: 'warn' })
  const cluster = await startCluster(folder, log)
  const admin = createDatabase({ connection: cluster.connection, poolSize: 2, log })
  const { sql } = await import('kysely')
  // What a test has written need not outlive the machine.
  await sql`alter system set fsync = off`.execute(admin)
  await sql`select pg_reload_conf()`.execute(admin)
  await sql`create database ${sql.id(TEMPLATE)}`.execute(admin)
  await admin.destroy()
  const connection = { ...cluster.connection, database: TEMPLATE }
  const template = createDatabase({ connection, poolSize: 2, log })
  await migrate(template)
  await transact(template, seedCatalog)
  await template.destroy()
  project.provide('socketDir', String(cluster.connection.host))
  return async () => {
    await cluster.stop(5_000)
    rmSync(folder, { recursive: true, force: true })
  }
}
