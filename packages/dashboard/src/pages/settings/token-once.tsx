import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type OperationOutput, saveFile } from '../../app/api.ts'
import { CodeBlock } from '../../components/code-block.tsx'
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
    <Modal
      opened={made !== undefined}
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<Text fw={620}>{words.onceTitle}</Text>}
    >
      {made !== undefined && (
        <Stack>
          <Text size="sm">{words.onceText}</Text>
          <CodeBlock code={made.token} title={made.name} wraps />
          <CodeBlock code={tryToken(made.token)} title={words.tryIt} wraps />
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() => saveFile(words.fileName(made.name), `${made.token}\n`)}
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
