import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEADLINE_MS } from '../packages/server/test/until.ts'
import { type Api, connect } from './src/api.ts'
import type { Ended } from './src/scrip.ts'
import { createInstallation, type Installation, type ServerInfo } from './src/server-process.ts'

const examples = fileURLToPath(new URL('../examples/quickstart/', import.meta.url))
const guides = fileURLToPath(new URL('../docs/guides/quickstarts/', import.meta.url))

const programs = [
  {
    name: 'Python with requests',
    path: 'python/quickstart.py',
    fence: 'python',
    command: ['python3'],
    check: ['python3', '-c', 'import requests'],
  },
  {
    name: 'Node.js with fetch',
    path: 'node/quickstart.mjs',
    fence: 'js',
    command: ['node'],
    check: ['node', '--version'],
  },
  {
    name: 'PHP with curl',
    path: 'php/quickstart.php',
    fence: 'php',
    command: ['php'],
    check: ['php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'],
  },
  {
    name: 'Go with net/http',
    path: 'go/quickstart.go',
    fence: 'go',
    command: ['go', 'run'],
    check: ['go', 'version'],
  },
  {
    name: 'Java with java.net.http',
    path: 'java/Quickstart.java',
    fence: 'java',
    command: ['java'],
    check: ['javac', '--version'],
  },
  {
    name: 'C# with HttpClient',
    path: 'csharp/quickstart.cs',
    fence: 'csharp',
    // Before .NET 10 a single file cannot be run.
    command: ['dotnet', 'run'],
    check: ['bash', '-c', '[[ $(dotnet --version) =~ ^[1-9][0-9]+[.] ]]'],
  },
  {
    name: 'Ruby with net/http',
    path: 'ruby/quickstart.rb',
    fence: 'ruby',
    command: ['ruby'],
    check: ['ruby', '--version'],
  },
  {
    name: 'curl',
    path: 'curl/quickstart.sh',
    fence: 'bash',
    command: ['bash'],
    check: ['bash', '-c', 'curl --version && jq --version'],
  },
] as const

type Program = (typeof programs)[number]

let installation: Installation
let info: ServerInfo
let api: Api

beforeAll(async () => {
  installation = createInstallation()
  info = (await installation.start()).info
  api = await connect(info.url, info)
})

afterAll(() => installation?.remove())

interface Run {
  readonly identifier: string
  readonly url?: string
  readonly clientSecret?: string
}

async function run({ command, path }: Program, options: Run): Promise<Ended> {
  const { identifier, url = info.url, clientSecret = info.clientSecret } = options
  const [runtime = '', ...args] = [...command, `${examples}${path}`, identifier]
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(runtime, args, {
    env: {
      // Without one, Java and Ruby read arguments as ASCII.
      LANG: 'C.UTF-8',
      // Its first run would greet among what the program prints.
      DOTNET_NOLOGO: '1',
      ...{ PATH, HOME, TMPDIR, SCRIP_URL: url },
      ...{ SCRIP_CLIENT_ID: info.clientId, SCRIP_CLIENT_SECRET: clientSecret },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: DEADLINE_MS,
  })
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code, signal, stdout, stderr }
}

interface LossyProxy {
  readonly url: string
  /** How many orders have come by. */
  orders(): number
  close(): void
}

/** A proxy that hands on every request, and breaks the connection instead of answering an order. */
async function startLossyProxy(target: string): Promise<LossyProxy> {
  let orders = 0
  const server = createServer(async (request, response) => {
    const answer = await forward(target, request)
    if (request.method === 'POST' && request.url === '/orders') {
      orders++
      response.socket?.destroy()
      return
    }
    response.writeHead(answer.status, { 'Content-Type': 'application/json' })
    response.end(await answer.text())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    orders: () => orders,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function forward(target: string, request: IncomingMessage): Promise<Response> {
  const { method = '', url = '', headers } = request
  const { authorization, accept = '*/*' } = headers
  const body = await text(request)
  return fetch(`${target}${url}`, {
    method,
    headers: {
      ...{ accept, 'content-type': 'application/json' },
      ...(authorization !== undefined && { authorization }),
    },
    ...(body !== '' && { body }),
  })
}

/** What a program prints; of two runs with one identifier the balance alone may differ. */
const bought = new RegExp(
  String.raw`^Balance: [\d.]+ NGN\nProduct 5: Amazon US\n(?<order>` +
    String.raw`Order \d+: SUCCESSFUL, 3135(?:\.0+)? NGN\nCard \w+test, PIN \d+test\n)$`,
)

for (const program of programs) {
  const [runtime, ...args] = program.check
  const isMissing = spawnSync(runtime, args, { stdio: 'ignore', timeout: DEADLINE_MS }).status !== 0
  const why = isMissing ? ` (skipped: ${program.check.join(' ')} fails)` : ''

  describe.skipIf(isMissing)(`the quickstart in ${program.name}${why}`, () => {
    test('buys a card, and finds its order when it is run again', async () => {
      const identifier = `${program.fence} ü&=+/ ${randomBytes(4).toString('hex')}`
      const first = await run(program, { identifier })
      expect(first).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(bought) })

      const again = await run(program, { identifier })
      expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(bought) })
      expect(again.stderr).toContain('The identifier was used before.')
      expect(bought.exec(again.stdout)?.groups).toEqual(bought.exec(first.stdout)?.groups)
      expect((await api.find(identifier)).totalElements).toBe(1)
    })

    test('finds the order behind a lost answer', async () => {
      const identifier = `${program.fence}-${randomBytes(4).toString('hex')}`
      const proxy = await startLossyProxy(info.url)
      const ended = await run(program, { identifier, url: proxy.url }).finally(proxy.close)
      expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(bought) })
      expect(ended.stderr).toContain('The answer was lost')
      expect(proxy.orders()).toBe(1)
      expect((await api.find(identifier)).totalElements).toBe(1)
    })

    test('says why it was refused', async () => {
      const ended = await run(program, { identifier: 'never', clientSecret: 'wrong' })
      expect(ended.stderr).toContain('INVALID_CREDENTIALS: Access Denied')
      expect(ended).toMatchObject({ code: 1, stdout: '' })
    })
  })
}

// `npx vitest run scenarios/quickstarts -u` brings the guides up to date.
test.each(programs)('the guide for $name shows the program', async ({ path, fence }) => {
  const code = readFileSync(`${examples}${path}`, 'utf8')
  const guide = `${guides}${dirname(path)}.md`
  const shown = readFileSync(guide, 'utf8').replace(
    /^```\w+ program\n.*^```$/ms,
    () => `\`\`\`${fence} program\n${code}\`\`\``,
  )
  expect(shown).toContain(code)
  await expect(shown).toMatchFileSnapshot(guide)
})
