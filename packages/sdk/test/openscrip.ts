import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

export interface OpenScrip extends Credentials {
  readonly url: string
  /** Access token of the demo account for the Management API. */
  readonly manageToken: string
  /** Makes another client of the demo account, which speaks the API of that year. */
  createClient(dialect: string): Promise<Credentials>
  stop(): Promise<void>
}

const scrip = fileURLToPath(new URL('../../cli/bin/scrip.js', import.meta.url))

/** Starts the real server with the demo account: 1,000,000 NGN in test mode. */
export async function startOpenScrip(): Promise<OpenScrip> {
  const dataDir = mkdtempSync(join(tmpdir(), 'openscrip-sdk-'))
  // Root's cluster belongs to another user, who has to get here.
  chmodSync(dataDir, 0o711)
  const { DATABASE_URL: _, ...env } = process.env
  const settings = { ...env, PORT: '0', SCRIP_DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [scrip, 'serve', '--json'], {
    env: settings,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    rmSync(dataDir, { recursive: true, force: true })
  }
  const createClient = async (dialect: string) => {
    const args = [scrip, 'client', 'create', '--json', '--dialect', dialect]
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: settings })
    return JSON.parse(stdout) as Credentials
  }
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{')) continue
    child.stdout.resume()
    return {
      ...(JSON.parse(line) as Credentials & { url: string; manageToken: string }),
      createClient,
      stop,
    }
  }
  await stop()
  throw new Error('The server has ended before it was ready.')
}
