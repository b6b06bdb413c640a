import { createRequire } from 'node:module'

/** The driver's parts that are used here. */
interface Driver {
  readonly Client: new (options: {
    connectionString: string
  }) => {
    connect(): Promise<void>
    query(text: string): Promise<{ rows: Record<string, unknown>[] }>
    end(): Promise<void>
  }
}

// The server's own driver: the embedded PostgreSQL comes without psql, and a scenario that
// damages a database on purpose is not worth a dependency.
const { Client } = createRequire(new URL('../../packages/server/package.json', import.meta.url))(
  'pg',
) as Driver

/** Runs SQL behind the server's back. */
export async function runSql(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
