import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { FIRST_BALANCE } from './order.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const SCRIP = fileURLToPath(new URL('../../packages/cli/bin/scrip.js', import.meta.url))
const AUDIENCE = 'https://giftcards-sandbox.reloadly.com'

export interface OpenScrip {
  readonly server: ServerProcess
  /** The body of a token request with the demo client's credentials. */
  readonly tokenBody: string
}

/** Starts `scrip serve` as an operator would, with its own PostgreSQL in the given directory. */
export async function startOpenScrip(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OpenScrip> {
  const server = await startServer([SCRIP, 'serve', '--json'], {
    env: {
      ...environment(dataDir),
      PORT: '0',
      SCRIP_DEMO_BALANCE: FIRST_BALANCE,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stopBy: 'signal',
  })
  const tokenBody = JSON.stringify({
    client_id: server.ready.clientId,
    client_secret: server.ready.clientSecret,
    grant_type: 'client_credentials',
    audience: AUDIENCE,
  })
  return { server, tokenBody }
}

export async function getAccessToken({ server, tokenBody }: OpenScrip): Promise<string> {
  const response = await fetch(`${server.ready.url}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: tokenBody,
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`no access token: ${response.status} ${text}`)
  const { access_token: token } = JSON.parse(text) as { access_token: string }
  return token
}

export interface Outcome {
  readonly exitCode: number | null
  readonly output: string
}

/** Runs a command of `scrip` on a data directory, whether a server runs on it or not. */
export function runScrip(args: readonly string[], dataDir: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIP, ...args], { env: environment(dataDir) })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk
      })
    }
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, output: output.trim() }))
  })
}

/** Ours without what would point OpenScrip at another database or change what is measured. */
function environment(dataDir: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => name !== 'DATABASE_URL' && !name.startsWith('SCRIP_'),
  )
  return { ...Object.fromEntries(inherited), SCRIP_DATA_DIR: dataDir }
}
