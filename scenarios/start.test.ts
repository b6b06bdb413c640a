import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { call, connect, requestToken } from './src/api.ts'
import { listeningPorts, noProcessTable, processesIn } from './src/processes.ts'
import { quickstartOrder } from './src/quickstart.ts'
import { launchScrip, runScrip } from './src/scrip.ts'
import {
  createInstallation,
  type Installation,
  type ServerInfo,
  type ServerProcess,
} from './src/server-process.ts'
import { test } from './src/test.ts'

const isRoot = process.getuid?.() === 0
const hasCurl = spawnSync('curl', ['--version']).status === 0

describe('a server', () => {
  let installation: Installation
  let server: ServerProcess

  beforeAll(async () => {
    installation = createInstallation()
    const before = process.umask(0)
    server = await installation.start().finally(() => process.umask(before))
  })
  afterAll(() => installation?.remove())

  test('answers /healthz and /readyz without a token', async () => {
    const healthz = await call(`${server.info.url}/healthz`)
    expect({ status: healthz.status, body: healthz.body }).toEqual({
      status: 200,
      body: { status: 'ok' },
    })
    const readyz = await call(`${server.info.url}/readyz`)
    expect({ status: readyz.status, body: readyz.body }).toEqual({
      status: 200,
      body: { status: 'ready' },
    })
  })

  test.skipIf(noProcessTable !== undefined)(
    `has no open TCP port but the HTTP server's${noProcessTable ? ` (${noProcessTable})` : ''}`,
    () => {
      const database = processesIn(`${installation.cluster.folder()}`)
      expect(database).toContain(installation.cluster.pid())
      const port = Number(new URL(server.info.url).port)
      expect(listeningPorts([server.info.pid, ...database])).toEqual([port])
    },
  )

  test('keeps secrets in files that their owner alone can read, whatever the umask', () => {
    for (const name of ['secrets.json', 'server.json']) {
      const mode = modeOf(join(installation.dataDir, name))
      expect({ name, mode }).toEqual({ name, mode: 0o600 })
    }
    expect(modeOf(`${installation.cluster.folder()}`)).toBe(0o700)
  })

  test('tells programs in server.json where it is for as long as it runs', async () => {
    const file = join(installation.dataDir, 'server.json')
    expect(JSON.parse(readFileSync(file, 'utf8')) as ServerInfo).toEqual(server.info)
    await server.stop()
    expect(() => statSync(file)).toThrow(/ENOENT/)
  })

  test('prints with --json exactly one line, with what a program needs, and no error', async () => {
    const { stdout, stderr } = await server.stop()
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^[^\n]+\n$/)
    expect(JSON.parse(stdout)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      clientId: expect.stringMatching(/^[0-9A-Za-z]{32}$/),
      clientSecret: expect.stringMatching(/^[0-9A-Za-z]+-[0-9A-Za-z]+-[0-9A-Za-z]+$/),
      manageToken: expect.stringMatching(/^scrip_[0-9A-Za-z]{16}_[0-9A-Za-z]{40}$/),
      dashboardUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/dashboard\/$/),
      signInUrl: expect.stringMatching(/\/dashboard\/sign-in\?link=[0-9A-Za-z]{43}$/),
      dataDir: installation.dataDir,
      pid: server.child.pid,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })
  })
})

test('a data directory that the server makes is closed to other users', async ({ install }) => {
  const installation = install({ path: 'made/by the server' })
  await installation.start()
  // Root's may be entered, by the user that PostgreSQL runs as; it cannot be listed.
  expect(modeOf(installation.dataDir)).toBe(isRoot ? 0o711 : 0o700)
})

test.skipIf(!hasCurl)(
  `the banner's curl line gets a token as it stands${hasCurl ? '' : ' (skipped: no curl here)'}`,
  async ({ install }) => {
    const env = { SCRIP_DATA_DIR: install().dataDir, PORT: '0', LOG_LEVEL: 'warn' }
    const running = launchScrip(['serve'], { env })
    try {
      const lines = await until('the banner shows a curl line', () => curlIn(running.stdout()))
      const { stdout, status } = spawnSync('sh', ['-c', lines], { encoding: 'utf8' })
      expect(status).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({ expires_in: 86_400, token_type: 'Bearer' })
    } finally {
      running.child.kill('SIGTERM')
      await running.ended
    }
  },
)

describe('demo credentials', () => {
  const first = { SCRIP_DEMO_CLIENT_ID: 'my-own-client', SCRIP_DEMO_CLIENT_SECRET: 'first-secret' }

  test('that the settings name work, also when they change later', async ({ install }) => {
    const installation = install()
    const before = await installation.start(first)
    expect(before.info).toMatchObject({ clientId: 'my-own-client', clientSecret: 'first-secret' })
    const { balance } = await connect(before.info.url, before.info)
    const funded = await balance()
    await before.stop()

    const second = { ...first, SCRIP_DEMO_CLIENT_SECRET: 'second-secret' }
    const after = await installation.start(second)
    expect(after.info.clientSecret).toBe('second-secret')
    expect(await statusOfToken(after.info)).toBe(200)
    expect(await statusOfToken({ ...after.info, clientSecret: 'first-secret' })).toBe(401)
    await after.stop()

    const other = await installation.start({ ...second, SCRIP_DEMO_CLIENT_ID: 'another-client' })
    expect(other.info.clientId).toBe('another-client')
    expect(await (await connect(other.info.url, other.info)).balance()).toBe(funded)
  })

  test('are absent when the demo is off', async ({ install }) => {
    const installation = install()
    const { info } = await installation.start({ SCRIP_DEMO: 'off' })
    expect(info).toMatchObject({
      ...{ clientId: null, clientSecret: null, manageToken: null, signInUrl: null },
    })
    const made = await installation.scrip(['client', 'create'])
    expect({ code: made.code, stderr: made.stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error There is no demo account/),
    })
  })
})

describe('a data directory', () => {
  // A Unix socket's path has room for about a hundred bytes.
  const long = Array.from({ length: 12 }, (_, index) => `a-rather-long-folder-${index}`).join('/')

  test.for([
    ['with a path longer than a socket may have', long],
    ['with spaces, quotes and letters of other alphabets', `it's "my" data/Übergrößen и 数据`],
    ['with what a shell would expand', 'a$HOME/`b`/c%d;e&f'],
    ['with a backslash', 'back\\slash'],
    ['with a comma', 'cards, and codes'],
  ] as const)('%s works, also at the second start', async ([, path], { install }) => {
    const installation = install({ path })
    const first = await installation.start()
    const api = await connect(first.info.url, first.info)
    expect((await api.post('/orders', quickstartOrder('first'))).status).toBe(200)
    expect((await installation.scrip(['ledger', 'verify'])).code).toBe(0)
    await first.stop()
    const { info } = await installation.start()
    expect((await (await connect(info.url, info)).find('first')).totalElements).toBe(1)
  })

  test.skipIf(!isRoot)(
    `where only root can enter works${isRoot ? '' : ' (skipped: this user is not root)'}`,
    async ({ install }) => {
      const installation = install({ path: 'private/data' })
      const parent = dirname(installation.dataDir)
      spawnSync('mkdir', [parent])
      chmodSync(parent, 0o700)
      const first = await installation.start()
      expect(dirname(`${installation.cluster.folder()}`)).not.toBe(installation.dataDir)
      const api = await connect(first.info.url, first.info)
      expect((await api.post('/orders', quickstartOrder('first'))).status).toBe(200)
      await first.stop()
      const { info } = await installation.start()
      expect((await (await connect(info.url, info)).find('first')).totalElements).toBe(1)
    },
  )
})

test('`scrip config` lists every setting that the server reads', async () => {
  const source = new URL('../packages/server/src/config.ts', import.meta.url)
  const names = [...readFileSync(fileURLToPath(source), 'utf8').matchAll(/\benv: '(\w+)'/g)]
    .map(([, name]) => `${name}`)
    .sort()
  expect(names).toContain('PORT')

  const json = await runScrip(['config', '--json'])
  const described = JSON.parse(json.stdout) as { env: string; about: string }[]
  expect(described.map(({ env }) => env).sort()).toEqual(names)
  for (const { env, about } of described) expect({ env, about }).toMatchObject({ about: /\.$/ })

  const { stdout, code } = await runScrip(['config'])
  expect(code).toBe(0)
  for (const name of names) expect(stdout).toMatch(new RegExp(`^${name}\\b`, 'm'))
})

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}

function curlIn(banner: string): string | undefined {
  return /^ {2}curl .*\n(?:.*\\\n)* {4}-d .*\n/m.exec(banner)?.[0]
}

async function statusOfToken(info: ServerInfo): Promise<number> {
  return (await requestToken(info.url, info)).status
}
