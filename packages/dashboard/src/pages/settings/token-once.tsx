import type { OperationOutput } from '../../app/api.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { ShownOnce } from '../../components/shown-once.tsx'
import { texts } from '../../texts/index.ts'

const { tokens: words } = texts.settings

/** A first request with a token. */
export const tryToken = (token: string): string =>
  `curl ${location.origin}/manage/v1/orders \\\n  -H "Authorization: Bearer ${token}"`

export interface TokenOnceProps {
  readonly made: OperationOutput<'POST /access-tokens'> | undefined
  readonly onClose: () => void
}

/** Shows a new token, once, to copy or download. */
export function TokenOnce({ made, onClose }: TokenOnceProps) {
  return (
    <ShownOnce
      isOpen={made !== undefined}
      title={words.onceTitle}
      text={words.onceText}
      file={made && { name: words.fileName(made.name), content: `${made.token}\n` }}
      done={words.done}
      onClose={onClose}
    >
      {made !== undefined && (
        <>
          <CodeBlock code={made.token} title={made.name} wraps />
          <CodeBlock code={tryToken(made.token)} title={words.tryIt} wraps />
        </>
      )}
    </ShownOnce>
  )
}
