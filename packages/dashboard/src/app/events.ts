import { ApiError, type FeedEvent, type Mode } from '@openscrip/sdk'
import { useEffect, useEffectEvent } from 'react'
import { api } from './api.ts'
import { useMode } from './mode.ts'
import { useMay } from './session.ts'

type Hear = (events: readonly FeedEvent[]) => void

/** Whoever listens, by mode: one request waits for all of them. */
const listeners: Readonly<Record<Mode, Set<Hear>>> = { test: new Set(), live: new Set() }
const following = new Map<Mode, AbortController>()

/** Behind every event that there can be: asks where the feed ends. */
const END = Number.MAX_SAFE_INTEGER
const WAIT_SECONDS = 25
const PAUSE_MS = 5_000

/**
 * Calls back with new events of these types (`order.` stands for all that begin so), for as long
 * as the page is shown: `useEvents(['order.'], () => invalidate(['GET /orders']))`.
 */
export function useEvents(types: readonly string[], onEvents: Hear): void {
  const mode = useMode()
  const may = useMay('events:read')
  const hear = useEffectEvent((events: readonly FeedEvent[]) => {
    const wanted = events.filter(({ type }) =>
      types.some((each) => (each.endsWith('.') ? type.startsWith(each) : type === each)),
    )
    if (wanted.length > 0) onEvents(wanted)
  })
  useEffect(() => {
    if (!may) return
    const listener: Hear = (events) => hear(events)
    listeners[mode].add(listener)
    void follow(mode)
    return () => {
      listeners[mode].delete(listener)
      if (listeners[mode].size === 0) following.get(mode)?.abort()
    }
  }, [mode, may])
}

/** Waits for events and hands them on until nobody listens; a failure only makes it pause. */
async function follow(mode: Mode): Promise<void> {
  if (following.has(mode)) return
  const controller = new AbortController()
  following.set(mode, controller)
  const { signal } = controller
  let after = END
  while (!signal.aborted) {
    try {
      const wait = after === END ? {} : { waitSeconds: WAIT_SECONDS }
      const page = await api.events.list({ after, mode, limit: 100, ...wait }, { signal })
      if (after !== END && page.content.length > 0) {
        for (const hear of listeners[mode]) hear(page.content)
      }
      after = page.lastSequence
    } catch (error) {
      if (signal.aborted) break
      // Whoever may not follow is not asked again.
      if (error instanceof ApiError && [401, 403].includes(error.status)) break
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  following.delete(mode)
  if (listeners[mode].size > 0 && signal.aborted) void follow(mode)
}
