import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { DateTime } from './date-time.tsx'
import type { Tone } from './status-chip.tsx'
import styles from './timeline.module.css'

export interface TimelineItem {
  readonly key: string
  readonly icon: Icon
  readonly tone?: Tone
  /** May be or hold a link onwards. */
  readonly title: ReactNode
  readonly at: string
  /** Instead of how long ago it was: how long after the first. */
  readonly since?: string
  readonly body?: ReactNode
}

/** What happened, one beneath the other. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.list}>
      {items.map(({ key, icon: Icon, tone = 'waiting', title, at, since, body }) => (
        <li key={key} className={styles.item}>
          <span className={styles.icon} data-tone={tone} aria-hidden>
            <Icon size={15} stroke={1.8} />
          </span>
          <span className={styles.title}>{title}</span>
          <span className={styles.time}>
            <DateTime at={at} {...(since !== undefined && { text: since })} />
          </span>
          {body && <div className={styles.body}>{body}</div>}
        </li>
      ))}
    </ol>
  )
}
