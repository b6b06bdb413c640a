import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { saveFile } from '../../app/api.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId, CopyButton } from '../../components/copy-button.tsx'
import { Details } from '../../components/details.tsx'
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
    <Modal
      opened={made !== undefined}
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<Text fw={620}>{words.title}</Text>}
    >
      {made !== undefined && (
        <Stack>
          <Text size="sm">{words.text}</Text>
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
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() => saveFile(words.fileName(made.name), envFile(made))}
            >
              {texts.common.download}
            </Button>
            <Button onClick={onClose}>{words.done}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
