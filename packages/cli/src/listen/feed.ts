import { setTimeout as sleep } from 'node:timers/promises'
import { type FeedEvent, readFeed } from '@openscrip/server'
import type { Source } from '../source.ts'

export interface FollowOptions {
  /** Asked for each time that the server could not be reached: it may have another address by now. */
  find(): Promise<Source>
  readonly mode: string
  /** Deals with an event; the next one waits for it. */
  handle(event: FeedEvent): Promise<void>
  /** Hears that the server went away, with the reason, and undefined when it is back. */
  onAway(reason: string | undefined): void
  readonly signal: AbortSignal
}

/** What the server said no to, for good. */
export class FeedRefused extends Error {
  override readonly name = 'FeedRefused'
}

const WAIT_SECONDS = 30
const RETRY_MS = 1_000

/** More than any feed has: the answer says where it ends. */
const END = '999999999999999'

/**
 * Hands over every event that happens from now on, in order and once each,
 * until the signal aborts. A server that goes away is waited for.
 *
 * @throws FeedRefused, and what `handle` throws
 */
export async function follow(options: FollowOptions): Promise<void> {
  const { signal } = options
  let source = await options.find()
  let after: number | undefined
  let isAway = false
  while (!signal.aborted) {
    try {
      const page = await readPage(source, after, options)
      if (isAway) options.onAway(undefined)
      isAway = false
      for (const event of after === undefined ? [] : page.content) {
        if (signal.aborted) return
        await options.handle(event)
        after = event.sequence
      }
      after = page.lastSequence
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof Away)) throw error
      if (!isAway) options.onAway(error.message)
      isAway = true
      await pause(signal)
      source = await options.find().catch(() => source)
    }
  }
}

/** The server cannot be reached, or not now. */
class Away extends Error {}

async function readPage(
  { url, token }: Source,
  after: number | undefined,
  { mode, signal }: FollowOptions,
) {
  const query = new URLSearchParams({ mode, after: String(after ?? END) })
  if (after !== undefined) query.set('wait', String(WAIT_SECONDS))
  const timeout = AbortSignal.timeout((WAIT_SECONDS + 10) * 1_000)
  const headers = { Authorization: `Bearer ${token}` }
  let status: number
  let text: string
  try {
    const answer = await fetch(`${url}/manage/v1/events?${query}`, {
      headers,
      signal: AbortSignal.any([signal, timeout]),
      redirect: 'manual',
    })
    status = answer.status
    text = await answer.text()
  } catch (error) {
    throw new Away(reasonOf(error))
  }
  if (status >= 500 || status === 429) throw new Away(`it answers ${status}`)
  if (status !== 200) throw new FeedRefused(`${url} refuses: ${messageOf(text) ?? status}`)
  return readFeed(text)
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error
  const code = (cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : message
}

function messageOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { message?: string }).message
  } catch {
    return undefined
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  // Rejects when the signal aborts, which ends the pause as well.
  await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined)
}
