import { readConfig } from '@openscrip/server'
import { findServer } from './exec/server-file.ts'

/** A server's Management API and who calls it. */
export interface Source {
  readonly url: string
  readonly token: string
}

export interface SourceOptions {
  readonly url?: string
  readonly token?: string
}

/**
 * The server that is named, or the one that runs on the data directory, whose demo account may be
 * used without a token.
 *
 * @throws a sentence that says what to give
 */
export async function findSource({ url, token }: SourceOptions): Promise<Source> {
  if (url !== undefined && token !== undefined) return { url, token }
  const { dataDir } = readConfig(process.env)
  const server = await findServer(dataDir)
  // Our own server's token is nobody else's business.
  const isOurs = url === undefined || url === server?.url
  const found = {
    url: url ?? server?.url,
    token: token ?? (isOurs ? server?.manageToken : undefined),
  }
  if (found.url === undefined) {
    throw new Error(
      `No server runs on the data directory ${dataDir}. Start one with scrip serve, or give --url and --token.`,
    )
  }
  if (found.token === undefined) {
    throw new Error(`Give --token: there is none here for ${found.url}.`)
  }
  return { url: found.url, token: found.token }
}
