import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clients, makeFolder, scrip, whyMissing } from './testing/scrip.ts'
import { demoClient, type StandIn, startStandIn } from './testing/stand-in.ts'

const node = process.execPath
const quickstart = fileURLToPath(new URL('../../../../examples/quickstart', import.meta.url))

const fetchClient = `${clients}/fetch.mjs`
const httpsClient = `${clients}/node-https.cjs`

let standIn: StandIn
let folder: ReturnType<typeof makeFolder>
let env: Record<string, string>

beforeAll(async () => {
  standIn = await startStandIn()
  folder = makeFolder()
  mkdirSync(folder.path)
  env = {
    SCRIP_DATA_DIR: folder.path,
    RELOADLY_CLIENT_ID: demoClient.clientId,
    RELOADLY_CLIENT_SECRET: demoClient.clientSecret,
    // The case that must not matter: a user whose settings exempt everything.
    NO_PROXY: '*',
    // Its name has a space, and the trust stores and bundles are written into it.
    TMPDIR: folder.path,
    GOCACHE: `${folder.path}/go`,
  }
})
beforeEach(() => {
  standIn.seen.length = 0
})
afterAll(async () => {
  await standIn.close()
  folder.remove()
})

/** A test that is skipped with its reason in its name where the runtime is not installed. */
function testWith(runtime: { program: string; check: string[] }, name: string, run: () => unknown) {
  const reason = whyMissing(runtime.program, runtime.check)
  if (reason === undefined) test(name, async () => void (await run()))
  else test.skip(`${name} (${reason})`, () => {})
}

async function expectToken(command: string[], extra: Record<string, string> = {}) {
  const ended = await scrip(['--server', standIn.url, '--', ...command], { ...env, ...extra })
  expect(ended).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('"access_token":"the-token"'),
  })
  expect(standIn.seen).toContain('auth.reloadly.com POST /oauth/token')
}

describe('the quickstart', () => {
  const expectOrder = async (command: string[]) => {
    const { code, stdout, stderr } = await scrip(['--server', standIn.url, '--', ...command], env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/"transactionId": ?3116/)
    expect(stdout).toContain('JcrhDtest')
    expect(standIn.seen).toEqual([
      'auth.reloadly.com POST /oauth/token',
      'giftcards-sandbox.reloadly.com POST /orders',
      'giftcards-sandbox.reloadly.com GET /orders/transactions/3116/cards',
    ])
  }
  const requests = { program: 'python3', check: ['-c', 'import requests'] }
  testWith(requests, 'in Python', () => expectOrder(['python3', `${quickstart}/quickstart.py`]))
  test('in Node.js', () => expectOrder([node, `${quickstart}/quickstart.mjs`]))
  const curl = { program: 'curl', check: ['--version'] }
  testWith(curl, 'in shell', () => expectOrder(['sh', `${quickstart}/quickstart.sh`]))

  test('fails with the words of the server', async () => {
    const wrong = { ...env, RELOADLY_CLIENT_SECRET: 'wrong' }
    const args = ['--server', standIn.url, '--', node, `${quickstart}/quickstart.mjs`]
    expect(await scrip(args, wrong)).toMatchObject({
      code: 1,
      stderr: 'POST https://auth.reloadly.com/oauth/token: 401 Access Denied\n',
    })
  })
})

describe('Node.js', () => {
  test.each(['node-https.cjs', 'node-tls.mjs', 'node-worker.cjs'])('%s', (file) =>
    expectToken([node, `${clients}/${file}`]),
  )

  test('with options of its own in NODE_OPTIONS, and a process in between', () => {
    const spawn = `require('child_process').execFileSync(process.execPath, [process.argv[1]],
      { stdio: 'inherit' })`
    const command = [node, '-e', spawn, httpsClient]
    return expectToken(command, { NODE_OPTIONS: '--no-warnings' })
  })

  test('that obeys the proxy variables by itself', () =>
    expectToken([node, httpsClient], { NODE_USE_ENV_PROXY: '1' }))

  const systemNode = { program: '/usr/bin/node', check: ['--version'] }
  testWith(systemNode, "the machine's own version", () =>
    expectToken(['/usr/bin/node', httpsClient]),
  )
})

describe('other runtimes', () => {
  const httpx = { program: '/usr/bin/python3', check: ['-c', 'import httpx'] }
  const python = { program: 'python3', check: ['--version'] }
  const java = { program: 'java', check: ['--version'] }
  const phpCurl = { program: 'php', check: ['-r', 'exit(extension_loaded("curl") ? 0 : 1);'] }
  const phpTls = { program: 'php', check: ['-r', 'exit(extension_loaded("openssl") ? 0 : 1);'] }
  const ruby = { program: 'ruby', check: ['--version'] }
  const go = { program: 'go', check: ['version'] }

  const deno = { program: 'deno', check: ['--version'] }
  const bun = { program: 'bun', check: ['--version'] }

  testWith(deno, 'Deno fetch', () => expectToken(['deno', 'run', '-A', fetchClient]))
  testWith(deno, 'Deno node:https', () => expectToken(['deno', 'run', '-A', httpsClient]))
  testWith(bun, 'Bun fetch', () => expectToken(['bun', fetchClient]))
  testWith(bun, 'Bun node:https', () => expectToken(['bun', httpsClient]))
  testWith(python, 'Python urllib', () => expectToken(['python3', `${clients}/urllib_client.py`]))
  testWith(httpx, 'Python httpx', () =>
    expectToken(['/usr/bin/python3', `${clients}/httpx_client.py`]),
  )
  testWith(java, 'Java HttpURLConnection', () =>
    expectToken(['java', `${clients}/UrlConnectionClient.java`]),
  )
  testWith(java, 'Java HttpClient', () => expectToken(['java', `${clients}/HttpClientClient.java`]))
  testWith(phpCurl, 'PHP curl', () => expectToken(['php', `${clients}/curl_client.php`]))
  testWith(phpTls, 'PHP streams', () => expectToken(['php', `${clients}/stream_client.php`]))
  testWith(ruby, 'Ruby Net::HTTP', () => expectToken(['ruby', `${clients}/client.rb`]))
  testWith(go, 'Go net/http', () => expectToken(['go', 'run', `${clients}/client.go`]))
})
