import type { ReactNode } from 'react'
import { ErrorNotice } from './error-notice.tsx'

export interface AnswerProps<Data> {
  /** What `useCall` gives. */
  readonly call: {
    readonly data: Data | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  /** While the first answer is on its way. */
  readonly pending?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** What was read, beneath what went wrong with reading it again: a failure takes nothing away. */
export function Answer<Data>({ call, pending = null, children }: AnswerProps<Data>) {
  const { data, error, refetch } = call
  const hasFailed = error !== null && error !== undefined
  return (
    <>
      {hasFailed && (
        <div style={{ marginBottom: '1rem' }}>
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data === undefined ? !hasFailed && pending : children(data)}
    </>
  )
}
