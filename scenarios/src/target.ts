import { randomUUID } from 'node:crypto'
import type { Credentials } from './api.ts'
import { createInstallation } from './server-process.ts'

/** The server that a contract scenario runs against. */
export interface Target extends Credentials {
  readonly url: string
  /** A custom identifier that the server has not seen: as given, where the server is new. */
  identifier(name: string): string
  close(): Promise<void>
}

/** The server that the environment names, or else a new one of this checkout. */
export async function openTarget(): Promise<Target> {
  const url = process.env.SCENARIOS_BASE_URL
  return url === undefined || url === '' ? openOwn() : openNamed(url.replace(/\/$/, ''))
}

async function openOwn(): Promise<Target> {
  const installation = createInstallation()
  try {
    const { info } = await installation.start()
    const { url, clientId, clientSecret } = info
    return {
      url,
      clientId,
      clientSecret,
      identifier: (name) => name,
      close: installation.remove,
    }
  } catch (error) {
    await installation.remove()
    throw error
  }
}

function openNamed(url: string): Target {
  const run = randomUUID().slice(0, 8)
  return {
    url,
    clientId: requireVariable('SCENARIOS_CLIENT_ID'),
    clientSecret: requireVariable('SCENARIOS_CLIENT_SECRET'),
    identifier: (name) => `${name}-${run}`,
    close: async () => undefined,
  }
}

function requireVariable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`SCENARIOS_BASE_URL is set, so ${name} must be set as well.`)
  return value
}
