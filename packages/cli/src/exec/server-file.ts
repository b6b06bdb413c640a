import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A running OpenScrip server and, where known, the credentials of its demo client. */
export interface ServerInfo {
  url: string
  clientId?: string
  clientSecret?: string
  /** Access token of the demo account for the Management API. */
  manageToken?: string
  /** Absent when the server was named by its URL only. */
  pid?: number
}

const healthTimeoutMs = 1000

/** Finds the server that runs on this data directory; one that does not answer does not count. */
export async function findServer(dataDir: string): Promise<ServerInfo | undefined> {
  const info = await readServerFile(dataDir)
  return info !== undefined && (await isHealthy(info.url)) ? info : undefined
}

/** What `server.json` says, whether or not that server still runs. */
export async function readServerFile(dataDir: string): Promise<ServerInfo | undefined> {
  const text = await readFile(join(dataDir, 'server.json'), 'utf8').catch(() => '')
  return parseServerInfo(text)
}

/** Reads one line of `scrip serve --json`, or undefined when it is not one. */
export function parseServerInfo(text: string): ServerInfo | undefined {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || !('url' in value)) return undefined
  const { url, clientId, clientSecret, manageToken, pid } = value as Record<string, unknown>
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  return {
    url,
    ...(typeof clientId === 'string' && { clientId }),
    ...(typeof clientSecret === 'string' && { clientSecret }),
    ...(typeof manageToken === 'string' && { manageToken }),
    ...(typeof pid === 'number' && { pid }),
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(healthTimeoutMs)
    const answer = await fetch(new URL('/healthz', url), { signal, redirect: 'manual' })
    await answer.body?.cancel()
    return answer.status === 200
  } catch {
    return false
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
