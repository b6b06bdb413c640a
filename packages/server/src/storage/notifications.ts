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
  /** Resolves when no change after this moment can be missed. */
  on(channel: string, handler: (payload: string | undefined) => void): Promise<void>
  readonly isLive: boolean
  close(): Promise<void>
}

const RETRY_MS = 250

/** A connection can die without either side noticing; asked this often, it is noticed. */
const HEARTBEAT_MS = 1_000
const HEARTBEAT_TIMEOUT_MS = 2_000

export async function createNotifications(
  connection: Connection,
  log: Logger,
): Promise<Notifications> {
  const handlers = new Map<string, ((payload: string | undefined) => void)[]>()
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let heartbeat: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({
      ...connection,
      application_name: 'openscrip notifications',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: HEARTBEAT_TIMEOUT_MS,
    })
    next.on('error', () => undefined)
    next.on('end', () => lose(next))
    next.on('notification', ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload)
    })
    await next.connect()
    await next.query([...handlers.keys()].map((channel) => `listen ${channel}`).join(';'))
    if (closed) return next.end()
    client = next
    heartbeat = setTimeout(beat, HEARTBEAT_MS, next)
    for (const list of handlers.values()) for (const handler of list) handler(undefined)
  }

  function beat(beating: pg.Client): void {
    beating.query('select 1').then(
      () => {
        if (client === beating) heartbeat = setTimeout(beat, HEARTBEAT_MS, beating)
      },
      () => {
        lose(beating)
        void beating.end().catch(() => undefined)
      },
    )
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return
    client = undefined
    clearTimeout(heartbeat)
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
    async on(channel, handler) {
      const list = handlers.get(channel)
      handlers.set(channel, [...(list ?? []), handler])
      const current = client
      if (list !== undefined || current === undefined) return
      // Without the channel the connection is of no use; the next one has it.
      await current.query(`listen ${channel}`).catch(() => lose(current))
    },
    get isLive() {
      return client !== undefined
    },
    async close() {
      closed = true
      clearTimeout(retry)
      clearTimeout(heartbeat)
      await client?.end()
    },
  }
}
