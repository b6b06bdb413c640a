import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../../server/test/until.ts'
import { sendRaw } from './testing/raw.ts'
import { clients, makeFolder, scrip, startNode, startScrip } from './testing/scrip.ts'
import { demoClient, type StandIn, startStandIn } from './testing/stand-in.ts'

const node = process.execPath
let standIn: StandIn
let folder: ReturnType<typeof makeFolder>
let env: Record<string, string>

beforeAll(async () => {
  standIn = await startStandIn()
  folder = makeFolder()
  env = { SCRIP_DATA_DIR: folder.path }
})
afterAll(async () => {
  await standIn.close()
  folder.remove()
})

const run = (...args: string[]) => scrip(['--server', standIn.url, ...args], env)

describe('the end of the program', () => {
  test('is passed on as its exit code, and its streams are its own', async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(7)'
    expect(await run('--', node, '-e', script)).toEqual({
      code: 7,
      signal: null,
      stdout: 'out\n',
      stderr: 'err\n',
    })
  })

  test('is passed on as its signal', async () => {
    const ended = await run(node, '-e', 'process.kill(process.pid, "SIGKILL")')
    expect(ended).toMatchObject({ code: null, signal: 'SIGKILL' })
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the program first', async (signal) => {
    const script = `process.on('${signal}', () => { console.log('bye'); process.exit(5) })
      setInterval(() => {}, 1000); console.log('ready')`
    const { child, ended } = startScrip(['--server', standIn.url, '--', node, '-e', script], env)
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 5, stdout: 'ready\nbye\n' })
  })

  test('a program that does not exist gives 127 and a sentence', async () => {
    expect(await run('--', 'no-such-program-here')).toMatchObject({
      code: 127,
      stderr: 'scrip exec: no-such-program-here: no such program.\n',
    })
  })

  test('no program at all is an error that says what to write', async () => {
    const { code, stderr } = await run()
    expect(code).toBe(1)
    expect(stderr).toContain('name the program to run')
  })
})

describe('the environment of the program', () => {
  test('has the demo client of the server, unless the user has one', async () => {
    const script = 'console.log(process.env.RELOADLY_CLIENT_ID, process.env.SCRIP_URL)'
    const ownEnv = { ...env, RELOADLY_CLIENT_ID: 'mine', RELOADLY_CLIENT_SECRET: 'x' }
    const own = await scrip(['--server', standIn.url, '--', node, '-e', script], ownEnv)
    expect(own.stdout).toBe(`mine ${standIn.url}\n`)
  })

  test('options after the program belong to the program', async () => {
    const { stdout } = await run(node, '-p', '1 + 1', '--', '--offline')
    expect(stdout).toBe('2\n')
  })

  test('--print-env prints what a shell can read, until a signal comes', async () => {
    const { child, ended } = startScrip(['--server', standIn.url, '--print-env'], env)
    let printed = ''
    child.stdout?.on('data', (text: string) => {
      printed += text
    })
    const line = /^export HTTPS_PROXY='http:\/\/scrip:[\w-]+@127\.0\.0\.1:(\d+)'$/m
    const port = await until('the proxy is printed', () => line.exec(printed)?.[1])
    expect(await sendRaw(Number(port), 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/ 400 /)
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })
})

describe('a data directory without a running server', () => {
  const runScript = fileURLToPath(new URL('testing/run.ts', import.meta.url))
  const client = `${clients}/node-https.cjs`

  test('gets one for the time of the program', async () => {
    const { path, remove } = makeFolder()
    const { ended } = startNode([runScript, node, client], { SCRIP_DATA_DIR: path })
    const { code, stdout, stderr } = await ended
    expect({ code, stdout, stderr }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"access_token":"the-token"'),
      stderr: 'scrip exec: starting a temporary OpenScrip server\n',
    })
    expect(readFileSync(`${path}/life.log`, 'utf8')).toBe('started\nstopped\n')
    remove()
  })

  test('is served by one server to several programs, which ends with the last', async () => {
    const { path, remove } = makeFolder()
    const [go, program] = [`${path}/go`, client].map((name) => JSON.stringify(name))
    const slow = `const timer = setInterval(() => {
      if (!fs.existsSync(${go})) return
      clearInterval(timer)
      require(${program})
    }, 20)`
    const start = (...args: string[]) =>
      startNode([runScript, node, ...args], { SCRIP_DATA_DIR: path }).ended
    const last = start('-e', slow)
    const others = await Promise.all([start(client), start(client)])
    writeFileSync(`${path}/go`, '')
    for (const { code, stdout } of [...others, await last]) {
      expect({ code, stdout }).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('"access_token":"the-token"'),
      })
    }
    expect(readFileSync(`${path}/life.log`, 'utf8')).toBe('started\nstopped\n')
    expect(await readdir(`${path}/exec`)).toEqual(['server.err'])
    remove()
  })

  test('shows why the server did not start', async () => {
    const { path, remove } = makeFolder()
    const failing = { SCRIP_DATA_DIR: path, FAIL_WITH: 'The disk is full.' }
    const { code, stderr } = await startNode([runScript, node, '-v'], failing).ended
    expect(code).toBe(1)
    expect(stderr).toContain('did not start: it ended with code 3.\nThe disk is full.')
    remove()
  })
})

test('folders with spaces and quotes in their names do no harm', async () => {
  const { path, remove } = makeFolder()
  const preload = `${path}/it's "here"`
  cpSync(fileURLToPath(new URL('../../preload', import.meta.url)), preload, { recursive: true })
  const odd = { SCRIP_DATA_DIR: path, PRELOAD_FOLDER: preload, TMPDIR: path }
  const runScript = fileURLToPath(new URL('testing/run.ts', import.meta.url))
  const { stdout } = await startNode([runScript, node, `${clients}/node-https.cjs`], odd).ended
  expect(stdout).toContain('"access_token":"the-token"')
  remove()
})

test('the demo client named by server.json is handed over', async () => {
  const { path, remove } = makeFolder()
  mkdirSync(path)
  writeFileSync(`${path}/server.json`, JSON.stringify({ url: standIn.url, ...demoClient }))
  const { stdout } = await scrip(['--', node, `${clients}/node-https.cjs`], {
    SCRIP_DATA_DIR: path,
  })
  expect(stdout).toContain('"access_token":"the-token"')
  remove()
})
