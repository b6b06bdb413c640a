import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTitle } from '../../app/title.ts'
import { Logo } from '../../components/logo.tsx'
import { texts } from '../../texts/index.ts'
import styles from './frame.module.css'
import { Guilloche } from './guilloche.tsx'

export interface FrameProps {
  readonly title: string
  readonly text?: ReactNode
  readonly children: ReactNode
}

/** What stands around the pages in front of the account. */
export function Frame({ title, text, children }: FrameProps) {
  useTitle('plain', title)
  const { claim, facts } = texts.entry
  return (
    <div className={styles.frame}>
      <aside className={styles.brand}>
        <Guilloche className={styles.pattern} />
        <p className={styles.claim}>{claim}</p>
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.title}>
              <dt>{fact.title}</dt>
              <dd>{fact.text}</dd>
            </div>
          ))}
        </dl>
      </aside>
      <main className={styles.side}>
        <div className={styles.form}>
          <div className={styles.logo}>
            <Logo size={28} />
          </div>
          <Title order={1}>{title}</Title>
          {text && (
            <Text c="dimmed" mt={6}>
              {text}
            </Text>
          )}
          <div style={{ marginTop: '1.5rem' }}>{children}</div>
        </div>
      </main>
    </div>
  )
}
