import { Tooltip } from '@mantine/core'
import { useEffect, useState } from 'react'
import { absoluteTime, relativeTime, wholeTime } from '../app/time.ts'
import { texts } from '../texts/index.ts'

export interface DateTimeProps {
  /** ISO 8601. */
  readonly at: string | null | undefined
  /** What is written; the other is shown when pointed at. Default: relative. */
  readonly look?: 'relative' | 'absolute'
  /** What is written where a page knows better, such as `+120 ms`. */
  readonly text?: string
}

/** A moment: how long ago, and exactly when for whoever points at it. */
export function DateTime({ at, look = 'relative', text }: DateTimeProps) {
  const now = useNow()
  if (at === null || at === undefined) return <span>{texts.common.none}</span>
  const date = new Date(at)
  const found =
    look === 'absolute'
      ? absoluteTime(date)
      : (relativeTime(date, now) ?? texts.common.relative.now)
  return (
    <Tooltip label={`${wholeTime(date)}\n${at}`} style={{ whiteSpace: 'pre-line' }}>
      <time dateTime={at}>{text ?? found}</time>
    </Tooltip>
  )
}

/** One timer for every time of the page. */
const readers = new Set<(now: number) => void>()
setInterval(() => {
  for (const tell of readers) tell(Date.now())
}, 30_000)

function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    readers.add(setNow)
    return () => void readers.delete(setNow)
  }, [])
  return now
}
