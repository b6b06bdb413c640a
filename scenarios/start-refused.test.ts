import { chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { call } from './src/api.ts'
import { runSql } from './src/database.ts'
import { processesIn } from './src/processes.ts'
import { expectRefusal } from './src/refusal.ts'
import type { Env } from './src/scrip.ts'
import type { Installation } from './src/server-process.ts'
import { test } from './src/test.ts'

const serve = (installation: Installation, env?: Env) =>
  installation.scrip(['serve', '--json'], env)

const isRoot = process.getuid?.() === 0

describe('an address', () => {
  test('that another program has taken is named', async ({ install }) => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const installation = install()
    try {
      expectRefusal(
        await serve(installation, { PORT: port }),
        new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken.*PORT`),
      )
      expect(installation.cluster.pid(), 'PostgreSQL is stopped again').toBeUndefined()
    } finally {
      other.close()
    }
  })

  test('that this machine does not have is named', async ({ install }) => {
    // TEST-NET-1 of RFC 5737: no machine has it.
    expectRefusal(await serve(install(), { HOST: '192.0.2.1' }), /HOST 192\.0\.2\.1/)
  })
})

describe('a database', () => {
  test('that refuses the connection is a sentence that says what to check', async ({ install }) => {
    // Port 1 needs more rights than a PostgreSQL ever has.
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }
    expectRefusal(await serve(install(), env), /DATABASE_URL does not answer.*127\.0\.0\.1:1/)
  })

  test('whose socket does not exist is a sentence that says what to check', async ({ install }) => {
    const env = { DATABASE_URL: 'postgres://nobody@/nothing?host=%2Fnowhere' }
    expectRefusal(await serve(install(), env), /DATABASE_URL does not answer/)
  })

  test.for([
    'nonsense',
    'mysql://localhost/shop',
    'postgres://',
    'postgres://user@[::1/name',
    'postgres://user@localhost:99999/name',
    'postgres://user@localhost:port/name',
  ])('whose address is %s is refused by the name of the setting', async (url, { install }) => {
    expectRefusal(await serve(install(), { DATABASE_URL: url }), /DATABASE_URL/)
  })

  test('password is not repeated in the sentence', async ({ install }) => {
    for (const url of [
      'postgres://shop:hunter2secret@127.0.0.1:1/name',
      'postgres://shop:hunter2secret@[::1/name',
    ]) {
      const { stderr } = await serve(install(), { DATABASE_URL: url })
      expect(stderr).not.toContain('hunter2secret')
    }
  })

  test('whose schema is newer than the program is left alone', async ({ install }) => {
    const installation = install()
    const first = await installation.start()
    const url = installation.cluster.url()
    await runSql(
      url,
      `insert into schema_migrations (version, name, checksum) values (9999, 'from_the_future', '')`,
    )
    const before = await runSql(url, 'select count(*) from transfers')
    const env = { DATABASE_URL: url, SCRIP_MASTER_KEY: masterKeyOf(installation) }
    expectRefusal(await serve(install(), env), /schema version 9999.*newer OpenScrip/)
    expect(await runSql(url, 'select count(*) from transfers')).toEqual(before)

    await first.stop()
    expectRefusal(await serve(installation), /schema version 9999.*newer OpenScrip/)
    expectRefusal(await installation.scrip(['ledger', 'verify']), /schema version 9999/)
    expect(installation.cluster.pid(), 'PostgreSQL is stopped again').toBeUndefined()
  })

  test('that was set up with another master key is left alone', async ({ install }) => {
    const installation = install()
    await (await installation.start()).stop()
    const env = { SCRIP_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }
    expectRefusal(await serve(installation, env), /another master key.*SCRIP_MASTER_KEY/)
    expectRefusal(await installation.scrip(['ledger', 'verify'], env), /another master key/)
    expect(installation.cluster.pid(), 'PostgreSQL is stopped again').toBeUndefined()
    await installation.start()
  })
})

describe('a data directory', () => {
  test.skipIf(!isRoot)(
    `that belongs to somebody else is not touched${isRoot ? '' : ' (skipped: only root can give one away)'}`,
    async ({ install }) => {
      const installation = install()
      chownSync(installation.dataDir, 12_345, 12_345)
      expectRefusal(await serve(installation), /belongs to another user.*12345.*SCRIP_DATA_DIR/)
      expect(installation.cluster.folder()).toBeUndefined()
    },
  )

  test('that is a file is named', async ({ install }) => {
    const installation = install({ path: 'a-file' })
    writeFileSync(installation.dataDir, '')
    expectRefusal(await serve(installation), /data directory \S+a-file is not a directory/)
  })

  test('below a file is named', async ({ install }) => {
    const installation = install({ path: 'a-file' })
    writeFileSync(installation.dataDir, '')
    const env = { SCRIP_DATA_DIR: join(installation.dataDir, 'below') }
    expectRefusal(await serve(installation, env), /data directory \S+below is not a directory/)
  })

  test('whose secrets are damaged is named, and its secrets are not replaced', async ({
    install,
  }) => {
    const installation = install()
    for (const damaged of ['{}', '{"masterKey": ', '']) {
      writeFileSync(join(installation.dataDir, 'secrets.json'), damaged)
      expectRefusal(await serve(installation), /secrets\.json/)
      expect(readFileSync(join(installation.dataDir, 'secrets.json'), 'utf8')).toBe(damaged)
    }
  })

  test('that a running server uses is refused with its address, and that server goes on', async ({
    install,
  }) => {
    const installation = install()
    const first = await installation.start()
    expectRefusal(
      await serve(installation),
      new RegExp(`${first.info.url}\\b.*\\b${first.info.pid}\\b.*SCRIP_DATA_DIR`),
    )
    expect((await call(`${first.info.url}/readyz`)).status).toBe(200)
    expect(first.child.exitCode).toBeNull()
  })
})

describe('a setting', () => {
  test.concurrent.for([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'localhost'],
    ['SCRIP_MASTER_KEY', 'short'],
    ['SCRIP_DEMO', 'perhaps'],
    ['SCRIP_DEMO_CLIENT_ID', 'with a space'],
    ['SCRIP_DEMO_CLIENT_SECRET', 'short'],
    ['SCRIP_DEMO_CURRENCY', 'XXQ'],
    ['SCRIP_DEMO_BALANCE', '-1'],
    ['SCRIP_DEMO_DIALECT', '1999-01'],
    ['SCRIP_DATABASE_POOL_SIZE', '0'],
    ['SCRIP_BATCH_SIZE_MAX', '0'],
    ['SCRIP_BATCH_CONCURRENCY_MAX', 'many'],
    ['SCRIP_BATCH_SPANS_ACCOUNTS', '2'],
    ['SCRIP_SHUTDOWN_TIMEOUT_MS', '1'],
  ] as const)(
    '%s=%s is refused by name, before anything is made',
    async ([name, value], { install }) => {
      const installation = install({ path: 'new' })
      expectRefusal(await serve(installation, { [name]: value }), new RegExp(`^error ${name} `))
      expect(() => rmSync(installation.dataDir)).toThrow(/ENOENT/)
    },
  )

  test('that is secret is not repeated in the sentence', async ({ install }) => {
    const secrets = { SCRIP_MASTER_KEY: 'bm90IDMyIGJ5dGVz', SCRIP_DEMO_CLIENT_SECRET: 'se cr et' }
    for (const [name, value] of Object.entries(secrets)) {
      const { stderr } = await serve(install(), { [name]: value })
      expect(stderr).toContain(name)
      expect(stderr).not.toContain(value)
    }
  })
})

test('nothing of a refused server goes on running', async ({ install }) => {
  const installation = install()
  await (await installation.start()).stop()
  await serve(installation, { HOST: '192.0.2.1' })
  const folder = installation.cluster.folder()
  expect(folder).toBeDefined()
  expect(process.platform === 'linux' ? processesIn(`${folder}`) : []).toEqual([])
})

function masterKeyOf({ dataDir }: Installation): string {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    masterKey: string
  }
  return secrets.masterKey
}
