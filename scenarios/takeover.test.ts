import { spawn } from 'node:child_process'
import { existsSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { call, connect, type Transaction } from './src/api.ts'
import { isAlive, noProcessTable } from './src/processes.ts'
import { quickstartOrder } from './src/quickstart.ts'
import { expectRefusal } from './src/refusal.ts'
import type { Installation, ServerProcess } from './src/server-process.ts'
import { test } from './src/test.ts'

describe('after PostgreSQL has died and was started again', () => {
  test('the same server serves, with the tokens from before', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    const api = await connect(server.info.url, server.info)
    await restartDatabase(installation, server)
    const { status, body } = await api.post<Transaction>('/orders', quickstartOrder('after'))
    expect(status).toBe(200)
    expect(await api.cards(body.transactionId)).toHaveLength(1)
  })

  test('the data directory is still closed to a second server', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    await restartDatabase(installation, server)
    const second = installation.launch()
    const decided = await Promise.race([
      second.ended,
      until('the second server serves', () => second.stdout() !== ''),
    ])
    expect(decided, 'the second server serves').not.toBe(true)
    expectRefusal(await second.ended, new RegExp(`${server.info.url}\\b.*\\b${server.info.pid}\\b`))
    expect((await call(`${server.info.url}/readyz`)).status).toBe(200)
  })

  test('a command still leaves the running server its database', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    await restartDatabase(installation, server)
    const postmaster = installation.cluster.pid()
    const { code, stderr } = await installation.scrip(['ledger', 'verify'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(installation.cluster.pid()).toBe(postmaster)
  })

  test('a changed client is seen: what was revoked stays revoked', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    const made = await installation.scrip(['client', 'create', '--json'])
    const client = JSON.parse(made.stdout) as { clientId: string; clientSecret: string }
    const api = await connect(server.info.url, client)
    await restartDatabase(installation, server)
    expect((await api.get('/accounts/balance')).status).toBe(200)
    expect((await installation.scrip(['client', 'revoke', client.clientId])).code).toBe(0)
    expect((await api.get('/accounts/balance')).status).toBe(401)
  })
})

describe('after PostgreSQL has died and its parent has not heard of it', () => {
  test.skipIf(noProcessTable)('it is started again', async ({ install }) => {
    const installation = install()
    const first = await installation.start()
    const program = readlinkSync(`/proc/${installation.cluster.pid()}/exe`)
    await first.stop()
    const folder = `${installation.cluster.folder()}`
    const { uid, gid } = statSync(folder)
    // As under the first process of a container that hears of no child.
    const deaf = spawn('sh', ['-c', '"$0" -D "$1" & exec sleep 3600', program, folder], {
      ...(process.getuid?.() === 0 && { uid, gid }),
      ...{ cwd: folder, stdio: 'ignore' },
    })
    try {
      await until('PostgreSQL runs', () => installation.cluster.pid())
      const server = await installation.start()
      const api = await connect(server.info.url, server.info)
      const dead = Number(installation.cluster.pid())
      installation.cluster.kill()
      await until('another PostgreSQL runs', () => {
        const pid = installation.cluster.pid()
        return pid !== undefined && pid !== dead
      })
      // Each under a name of its own: one without an answer may have been bought.
      let orders = 0
      const isAnswered = async () =>
        (await api.post('/orders', quickstartOrder(`after-${++orders}`))).status === 200
      await until('orders are answered', isAnswered)
    } finally {
      deaf.kill('SIGKILL')
    }
  })
})

describe('after the server has died', () => {
  test('commands work on the PostgreSQL that it left running', async ({ install }) => {
    const installation = install()
    const server = await installation.start()
    const api = await connect(server.info.url, server.info)
    await api.post('/orders', quickstartOrder('before'))
    await server.kill()
    const { code, stdout } = await installation.scrip(['ledger', 'verify'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('1 orders') })
  })

  test('the next server replaces the record of the dead one', async ({ install }) => {
    const installation = install()
    const first = await installation.start()
    await first.kill()
    expect(existsSync(join(installation.dataDir, 'server.json'))).toBe(true)
    const second = await installation.start()
    expect(second.info.pid).not.toBe(first.info.pid)
    await second.stop()
    expect(existsSync(join(installation.dataDir, 'server.json'))).toBe(false)
    expect(installation.cluster.pid()).toBeUndefined()
  })

  test('of two servers that start on its data directory at once, one serves', async ({
    install,
  }) => {
    const installation = install()
    await (await installation.start()).kill()
    const racers = [installation.launch(), installation.launch()]
    const winner = await until('one of them serves', () =>
      racers.find(({ stdout }) => stdout().includes('\n')),
    )
    const loser = racers.find((racer) => racer !== winner)
    expectRefusal(await (loser ?? winner).ended, /already uses the data directory/)
    const { url } = JSON.parse(winner.stdout()) as { url: string }
    expect((await call(`${url}/readyz`)).status).toBe(200)
  })
})

describe.skipIf(noProcessTable !== undefined)(
  `while PostgreSQL hangs${noProcessTable ? ` (skipped: ${noProcessTable})` : ''}`,
  () => {
    test('/healthz is well and /readyz is not', async ({ install }) => {
      const installation = install()
      const { info } = await installation.start()
      expect((await call(`${info.url}/readyz`)).status).toBe(200)
      await installation.cluster.whileHanging(async () => {
        expect((await call(`${info.url}/healthz`)).status).toBe(200)
        expect((await call(`${info.url}/readyz`)).status).toBe(503)
      })
      await until(
        'it is ready again',
        async () => (await call(`${info.url}/readyz`)).status === 200,
      )
    })

    test('a signal still ends the server', async ({ install }) => {
      const installation = install()
      const server = await installation.start({ SCRIP_SHUTDOWN_TIMEOUT_MS: '1000' })
      await installation.cluster.whileHanging(async () => {
        expect((await server.stop()).signal).toBeNull()
      })
    })
  },
)

async function restartDatabase(
  { cluster }: Installation,
  { info, child }: ServerProcess,
): Promise<void> {
  const old = Number(cluster.pid())
  cluster.kill()
  await until('the old PostgreSQL is gone', () => !isAlive(old))
  await until('a new one runs', () => cluster.pid() !== undefined)
  await until('the server is ready again', async () => {
    expect(child.exitCode ?? child.signalCode, 'the server has ended').toBeNull()
    return (await call(`${info.url}/readyz`)).status === 200
  })
}
