import type { ReactNode } from 'react'
import styles from './details.module.css'

export interface Detail {
  readonly label: string
  readonly value: ReactNode
}

/** The facts about one thing: names on the left, values on the right. */
export function Details({ items }: { readonly items: readonly Detail[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ label, value }) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
