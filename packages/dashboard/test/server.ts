import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.ts'

export interface Server {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Access token of the demo account for the Management API. */
  readonly manageToken: string
  /** Signs the demo account's owner in, once. */
  readonly signInUrl: string
  readonly dataDir: string
  /** Calls the Management API of the demo account, or as somebody else. */
  manage<Answer>(
    request: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  /** Calls the Gift Cards API as the demo account's client. */
  giftCards<Answer>(request: `${'GET' | 'POST'} ${string}`, body?: object): Promise<Answer>
  stop(): Promise<void>
}

/** A server whose clock is behind, by as much as it is told. */
export interface LateServer extends Server {
  setBehind(milliseconds: number): Promise<void>
}

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Starts the real server, with the demo account, in a process and a data directory of its own. */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<Server> {
  return (await start([fileOf('../../cli/bin/scrip.js'), 'serve', '--json'], env)).server
}

/** The same, so many milliseconds behind. */
export async function startLateServer(
  behind: number,
  env: Readonly<Record<string, string>> = {},
): Promise<LateServer> {
  const script = fileOf('../../server/scripts/behind.ts')
  const { server, child } = await start([script, String(behind)], env)
  // Passkeys work under this name and no other that is without TLS.
  const rename = (url: string) => url.replace('//127.0.0.1:', '//localhost:')
  return {
    ...server,
    url: rename(server.url),
    signInUrl: rename(server.signInUrl),
    async setBehind(milliseconds) {
      child.send(milliseconds)
      await once(child, 'message')
    },
  }
}

async function start(args: readonly string[], env: Readonly<Record<string, string>>) {
  await ensureBuilt()
  const dataDir = mkdtempSync(join(tmpdir(), 'openscrip-dashboard-'))
  // Root's cluster belongs to another user, who has to get here.
  chmodSync(dataDir, 0o711)
  const { DATABASE_URL: _, ...own } = process.env
  const child = spawn(process.execPath, args, {
    env: { ...own, PORT: '0', SCRIP_DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    rmSync(dataDir, { recursive: true, force: true })
  }
  const output = child.stdout as Readable
  for await (const line of createInterface(output)) {
    if (!line.startsWith('{')) continue
    output.resume()
    const info = JSON.parse(line) as Info
    return { child, server: { ...info, dataDir, stop, ...callersOf(info) } }
  }
  await stop()
  throw new Error('The server has ended before it was ready.')
}

type Info = Pick<Server, 'url' | 'clientId' | 'clientSecret' | 'manageToken' | 'signInUrl'>

function callersOf({ url, clientId, clientSecret, manageToken }: Info) {
  let token: string | undefined
  async function getToken(): Promise<string> {
    const body = {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      audience: 'https://giftcards-sandbox.reloadly.com',
    }
    const answer = await call<{ access_token: string }>(`${url}/oauth/token`, 'POST', {}, body)
    return answer.access_token
  }
  return {
    manage<Answer>(request: string, body?: object, headers: Readonly<Record<string, string>> = {}) {
      const [method = 'GET', path = ''] = request.split(' ')
      const authorization = `Bearer ${manageToken}`
      return call<Answer>(`${url}/manage/v1${path}`, method, { authorization, ...headers }, body)
    },
    async giftCards<Answer>(request: string, body?: object) {
      const [method = 'GET', path = ''] = request.split(' ')
      token ??= await getToken()
      return call<Answer>(`${url}${path}`, method, { authorization: `Bearer ${token}` }, body)
    },
  }
}

async function call<Answer>(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}
