import pg from 'pg'
import type { Logger } from 'pino'
import type { Connection } from './database.ts'

/**
 * Tells every server process at once that something it may hold in memory has
 * changed, by PostgreSQL's LISTEN and NOTIFY.
 *
 * While the connection is down, changes could be missed. So `isLive` says when
 * memory must not be trusted, and every handler is called once after a
 * reconnection, with no payload, to drop what it holds.
 */
export interface Notifications {
  on(channel: string, handler: (payload: string | undefined) => void): void
  readonly isLive: boolean
  close(): Promise<void>
}

const RETRY_MS = 250

export async function createNotifications(
  connection: Connection,
  log: Logger,
): Promise<Notifications> {
  const handlers = new Map<string, ((payload: string | undefined) => void)[]>()
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...connection, application_name: 'openscrip notifications' })
    next.on('error', () => undefined)
    next.on('end', () => lose(next))
    next.on('notification', ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload)
    })
    await next.connect()
    await next.query([...handlers.keys()].map((channel) => `listen ${channel}`).join(';'))
    if (closed) return next.end()
    client = next
    for (const list of handlers.values()) for (const handler of list) handler(undefined)
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return
    client = undefined
    if (!closed) reconnect()
  }

  function reconnect(): void {
    retry = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.debug({ err: error }, 'waiting for the database')
        if (!closed) reconnect()
      })
    }, RETRY_MS)
  }

  await connect()
  return {
    on(channel, handler) {
      const list = handlers.get(channel)
      if (list !== undefined) {
        list.push(handler)
        return
      }
      handlers.set(channel, [handler])
      client?.query(`listen ${channel}`).catch(() => client?.end())
    },
    get isLive() {
      return client !== undefined
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
