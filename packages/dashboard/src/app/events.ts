import { ApiError, type FeedEvent, type Mode } from '@openscrip/sdk'
import { useEffect, useEffectEvent, useState } from 'react'
import { api, FRESH_MS, queryClient } from './api.ts'
import { useMode } from './mode.ts'
import { useMay } from './session.ts'

/** May answer a promise, for what has to be read again: the feed goes on when it is there. */
type Hear = (events: readonly FeedEvent[]) => unknown

/** One request for each mode waits for all who listen. */
interface Feed {
  readonly mode: Mode
  readonly listeners: Set<Hear>
  following: AbortController | undefined
  /** Everything up to this number has been heard. */
  after: number
  leftAt: number
}

/** Behind every event that there can be: asks where the feed ends. */
const END = Number.MAX_SAFE_INTEGER
const WAIT_SECONDS = 25
/** Whoever knows later where the feed ends may have missed something. */
const LATE_MS = 500
const FAILURE_PAUSE_MS = 5_000
/** Steady events are heard together: each time, pages read again. */
const NEWS_PAUSE_MS = 1_000

const feedOf = (mode: Mode): Feed => ({
  ...{ mode, listeners: new Set<Hear>(), following: undefined },
  ...{ after: END, leftAt: 0 },
})
const feeds: Readonly<Record<Mode, Feed>> = { test: feedOf('test'), live: feedOf('live') }

/**
 * Calls back with new events of these types (`order.` stands for all that begin so), for as long
 * as the page is seen: `useEvents(['order.'], () => invalidate(['GET /orders']))`. The callback gets
 * the events, with their data; the promise that it answers is waited for before the next ones.
 */
export function useEvents(types: readonly string[], onEvents: Hear): void {
  const mode = useMode()
  const may = useMay('events:read')
  const hear = useEffectEvent((events: readonly FeedEvent[]) => {
    const wanted = events.filter(({ type }) =>
      types.some((each) => (each.endsWith('.') ? type.startsWith(each) : type === each)),
    )
    return wanted.length > 0 ? onEvents(wanted) : undefined
  })
  useEffect(() => {
    if (!may) return
    const feed = feeds[mode]
    const listener: Hear = (events) => hear(events)
    feed.listeners.add(listener)
    followOrLeave(feed)
    return () => {
      feed.listeners.delete(listener)
      followOrLeave(feed)
    }
  }, [mode, may])
}

/** How many events of these types have come since what they are about was read, at `readAt`. */
export function useNews(types: readonly string[], readAt: number): number {
  const [count, setCount] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read anew has the news in it
  useEffect(() => setCount(0), [readAt])
  useEvents(types, (events) => setCount((known) => known + events.length))
  return count
}

// A browser has six connections to a server: pages that nobody sees leave them to the others.
document.addEventListener('visibilitychange', () => {
  for (const feed of Object.values(feeds)) followOrLeave(feed)
})

/** Follows while somebody listens to a page that is seen. */
function followOrLeave(feed: Feed): void {
  const isWanted = feed.listeners.size > 0 && !document.hidden
  if (isWanted && feed.following === undefined) {
    // From one page to the next nothing is missed; after longer, pages read afresh anyway.
    if (performance.now() - feed.leftAt > FRESH_MS) feed.after = END
    feed.following = new AbortController()
    void follow(feed, feed.following.signal)
  } else if (!isWanted && feed.following !== undefined) {
    feed.following.abort()
    feed.following = undefined
    feed.leftAt = performance.now()
  }
}

/** Waits for events and hands them on until it is stopped; a failure only makes it pause. */
async function follow(feed: Feed, signal: AbortSignal): Promise<void> {
  const { mode, listeners } = feed
  const beganAt = performance.now()
  while (!signal.aborted) {
    try {
      const { after } = feed
      const wait = after === END ? {} : { waitSeconds: WAIT_SECONDS }
      const page = await api.events.list({ after, mode, limit: 100, ...wait }, { signal })
      if (signal.aborted) return
      feed.after = page.lastSequence
      if (after === END) {
        // What happened since the pages were read is not heard any more: they are read once more.
        if (performance.now() - beganAt > LATE_MS) void queryClient.invalidateQueries()
        continue
      }
      if (page.content.length === 0) continue
      const heard = [...listeners].map((hear) => hear(page.content))
      await Promise.allSettled([...heard, pause(NEWS_PAUSE_MS)])
    } catch (error) {
      // Whoever may not follow is not asked again.
      if (error instanceof ApiError && [401, 403].includes(error.status)) return
      await pause(FAILURE_PAUSE_MS)
    }
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
