import { Group } from '@mantine/core'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId, CopyButton } from '../../components/copy-button.tsx'
import { Details } from '../../components/details.tsx'
import { ShownOnce } from '../../components/shown-once.tsx'
import { texts } from '../../texts/index.ts'
import type { NewClient } from './client.ts'
import { curlSample, envFile, nodeSample } from './samples.ts'

const { once: words, client: fields } = texts.developers

export interface SecretOnceProps {
  readonly made: NewClient | undefined
  readonly onClose: () => void
}

/** Shows the credentials of a client, once, ready for a program. */
export function SecretOnce({ made, onClose }: SecretOnceProps) {
  return (
    <ShownOnce
      isOpen={made !== undefined}
      title={words.title}
      text={words.text}
      file={made && { name: words.fileName(made.name), content: envFile(made) }}
      done={words.done}
      onClose={onClose}
    >
      {made !== undefined && (
        <>
          <Details
            items={[
              { label: fields.id, value: <CopyableId value={made.clientId} what={fields.id} /> },
              {
                label: fields.secret,
                value: (
                  <Group gap={2} wrap="nowrap" align="flex-start">
                    <span className="mono">{made.clientSecret}</span>
                    <CopyButton value={made.clientSecret} what={fields.secret} />
                  </Group>
                ),
              },
            ]}
          />
          <CodeBlock
            wraps
            code={[
              { label: words.env, code: envFile(made) },
              { label: words.curl, code: curlSample(made) },
              { label: words.node, code: nodeSample(made) },
            ]}
          />
        </>
      )}
    </ShownOnce>
  )
}
