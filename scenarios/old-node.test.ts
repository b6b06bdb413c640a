import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { call } from './src/api.ts'
import { oldNode } from './src/old-node.ts'
import { isAlive } from './src/processes.ts'
import { launcher, runScrip } from './src/scrip.ts'
import { test } from './src/test.ts'

const why = oldNode === undefined ? ' (skipped: no Node.js older than 22.18 is on the PATH)' : ''

describe.skipIf(oldNode === undefined)(`on a Node.js that is too old${why}`, () => {
  test('and without the pinned one, the command says what it needs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scrip-scenario-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    copyFileSync(launcher, join(folder, 'scrip.js'))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')

    const ended = await runScrip(['serve'], {
      node: `${oldNode}`,
      launcher: join(folder, 'scrip.js'),
    })

    expect(ended.stderr).toMatch(
      /^OpenScrip needs Node\.js 22\.18 or newer; this is \d+\.\d+\.\d+\. [^\n]*npm ci[^\n]*\n$/,
    )
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 1, stdout: '' })
  })

  test('the server runs on the pinned one and stops with its launcher', async ({ install }) => {
    const installation = install()
    const server = await installation.start({}, { node: `${oldNode}` })
    expect(server.info.pid).not.toBe(server.child.pid)
    expect((await call(`${server.info.url}/readyz`)).status).toBe(200)

    expect(await server.stop()).toMatchObject({ code: 0, signal: null })

    expect(isAlive(server.info.pid)).toBe(false)
    expect(installation.cluster.pid()).toBeUndefined()
  })

  test('a launcher whose server is killed ends by the same signal', async ({ install }) => {
    const server = await install().start({}, { node: `${oldNode}` })
    process.kill(server.info.pid, 'SIGKILL')
    expect(await server.ended).toMatchObject({ code: null, signal: 'SIGKILL' })
  })

  test('the exit code of a refused start comes through', async ({ install }) => {
    const running = install().launch({ PORT: 'abc' }, { node: `${oldNode}` })
    expect(await running.ended).toMatchObject({ code: 1, stdout: '' })
    expect(running.stderr()).toMatch(/^error PORT /)
  })

  test('Ctrl-C in a terminal, which reaches launcher and server, stops both', async ({
    install,
  }) => {
    const installation = install()
    const server = await installation.start({}, { node: `${oldNode}`, ownGroup: true })
    process.kill(-Number(server.child.pid), 'SIGINT')
    expect(await server.ended).toMatchObject({ code: 0, signal: null })
    await until('PostgreSQL ends', () => installation.cluster.pid() === undefined)
  })
})
