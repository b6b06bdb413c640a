import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type OtherSite,
  startOtherSite,
  startUserProxy,
  type UserProxy,
} from './testing/other-site.ts'
import { clients, makeFolder, scrip, whyMissing } from './testing/scrip.ts'
import { demoClient, type StandIn, startStandIn } from './testing/stand-in.ts'

let standIn: StandIn
let site: OtherSite
let userProxy: UserProxy
let folder: ReturnType<typeof makeFolder>
let env: Record<string, string>

beforeAll(async () => {
  standIn = await startStandIn()
  site = await startOtherSite()
  userProxy = await startUserProxy(site.port)
  folder = makeFolder()
  mkdirSync(folder.path)
  const ownRoots = `${folder.path}/company.pem`
  writeFileSync(ownRoots, site.certificate)
  env = { SCRIP_DATA_DIR: folder.path, SSL_CERT_FILE: ownRoots, NODE_EXTRA_CA_CERTS: ownRoots }
})
afterAll(async () => {
  await Promise.all([standIn.close(), site.close(), userProxy.close()])
  folder.remove()
})

const node = process.execPath
const run = (args: string[], extra: Record<string, string> = {}) =>
  scrip(['--server', standIn.url, ...args], { ...env, ...extra })

const noCurl = whyMissing('curl', ['--version'])
const noJava = whyMissing('java', ['--version'])
const notLinux = process.platform === 'linux' ? undefined : '127.0.0.2 is an address on Linux only'

function testUnless(reason: string | undefined, name: string, body: () => Promise<void>) {
  if (reason === undefined) test(name, body)
  else test.skip(`${name} (${reason})`, () => {})
}

describe('another host', () => {
  const curl = ['curl', '--silent', '--show-error', '--max-time', '120']

  testUnless(noCurl ?? notLinux, 'keeps its own certificate, which the user trusts', async () => {
    const ended = await run([...curl, `https://127.0.0.2:${site.port}/`])
    expect(ended).toMatchObject({ code: 0, stdout: 'the other site', stderr: '' })
  })

  testUnless(noJava ?? notLinux, 'is reached from Java, which sends no password', async () => {
    const credentials = {
      RELOADLY_CLIENT_ID: demoClient.clientId,
      RELOADLY_CLIENT_SECRET: demoClient.clientSecret,
    }
    const program = ['java', `${clients}/HttpClientClient.java`, `https://127.0.0.2:${site.port}/`]
    const { stdout } = await run(program, credentials)
    expect(stdout).toContain('"access_token":"the-token"')
    expect(stdout).toContain('the other site')
  })

  testUnless(noCurl, "is reached through the user's own proxy", async () => {
    userProxy.asked.length = 0
    const HTTPS_PROXY = `http://me:p%40ss@127.0.0.1:${userProxy.port}`
    const proxies = { HTTPS_PROXY, http_proxy: HTTPS_PROXY, NO_PROXY: 'reloadly.com' }
    const secure = await run([...curl, 'https://other.test/'], proxies)
    expect(secure).toMatchObject({ code: 0, stdout: 'the other site' })
    const plain = await run([...curl, 'http://other.test/a'], proxies)
    expect(plain).toMatchObject({ code: 0, stdout: 'the plain other site' })
    expect(userProxy.asked).toEqual(['other.test:443 me:p@ss', 'http://other.test/a me:p@ss'])
  })

  testUnless(noCurl ?? notLinux, 'in the original NO_PROXY is reached directly', async () => {
    userProxy.asked.length = 0
    const HTTPS_PROXY = `http://127.0.0.1:${userProxy.port}`
    const args = [...curl, `https://127.0.0.2:${site.port}/`]
    const { stdout } = await run(args, { HTTPS_PROXY, NO_PROXY: '*' })
    expect({ stdout, asked: userProxy.asked }).toEqual({ stdout: 'the other site', asked: [] })
  })

  testUnless(noCurl, 'is refused offline', async () => {
    const ended = await run(['--offline', ...curl, 'https://example.com/'])
    expect(ended.code).not.toBe(0)
    expect(ended.stderr).toContain('scrip exec: refused example.com: --offline')
    const quiet = await run(['--offline', '--quiet', ...curl, 'https://example.com/'])
    expect(quiet.stderr).not.toContain('scrip exec')
  })

  test('is refused offline in Node.js too, the loopback is not', async () => {
    const script = `
      const tell = (name) => (error) => console.log(name, error.cause?.code ?? error.code)
      const http = require('http')
      await fetch('https://example.com').catch(tell('fetch'))
      await new Promise((done) => http.get('http://93.184.216.34/').on('error', (error) => {
        tell('http')(error)
        done()
      }))
      console.log((await fetch('${standIn.url}/healthz')).status)`
    const body = `(async () => {${script}})()`
    expect(await run(['--offline', '--', node, '-e', body])).toEqual({
      code: 0,
      signal: null,
      stdout: 'fetch ECONNREFUSED\nhttp ECONNREFUSED\n200\n',
      stderr: ['example.com', '93.184.216.34']
        .map((host) => `scrip exec: refused ${host}: --offline allows no host but Reloadly's\n`)
        .join(''),
    })
  })

  test('is untouched in Node.js, and does not get to use our authority', async () => {
    const script = `fetch('https://localhost:${site.port}').catch((e) => console.log(e.cause.code))`
    const { stdout } = await run(['--', node, '-e', script])
    // The site's certificate is trusted, but was not made for this name.
    expect(stdout).toBe('ERR_TLS_CERT_ALTNAME_INVALID\n')
  })
})

test('a proxy that cannot be chained stops the command before the program runs', async () => {
  const { code, stderr } = await run(['--', node, '-v'], { ALL_PROXY: 'socks5://127.0.0.1:1' })
  expect(code).toBe(1)
  expect(stderr).toContain('names a proxy that is no HTTP proxy')
})
