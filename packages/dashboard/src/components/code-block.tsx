import { useState } from 'react'
import styles from './code-block.module.css'
import { CopyButton } from './copy-button.tsx'

export interface CodeSample {
  /** The name on its tab, such as `curl`. */
  readonly label: string
  readonly code: string
}

export interface CodeBlockProps {
  /** One text, or one for each language. */
  readonly code: string | readonly CodeSample[]
  readonly title?: string
  /** Breaks long lines instead of scrolling sideways. */
  readonly wraps?: boolean
  readonly maxHeight?: number | string
}

/** Code to copy, in one language or behind a tab for each; the chosen language is remembered. */
export function CodeBlock({ code, title, wraps = false, maxHeight }: CodeBlockProps) {
  const samples = typeof code === 'string' ? [{ label: '', code }] : code
  const [language, setLanguage] = useState(readLanguage)
  const shown = samples.find(({ label }) => label === language) ?? samples[0]
  if (shown === undefined) return null
  const hasTabs = samples.length > 1
  return (
    <div className={styles.block}>
      <div className={styles.head}>
        {hasTabs ? (
          <div className={styles.tabs} role="tablist">
            {samples.map(({ label }) => (
              <button
                key={label}
                type="button"
                role="tab"
                aria-selected={label === shown.label}
                onClick={() => setLanguage(keepLanguage(label))}
              >
                {label}
              </button>
            ))}
          </div>
        ) : (
          <span className={styles.title}>{title ?? shown.label}</span>
        )}
        <CopyButton value={shown.code} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={styles.code} data-wraps={wraps} style={{ maxHeight }} tabIndex={0}>
        <code>{shown.code}</code>
      </pre>
    </div>
  )
}

const KEY = 'openscrip.language'

function readLanguage(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

function keepLanguage(language: string): string {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // It is asked for again next time.
  }
  return language
}
