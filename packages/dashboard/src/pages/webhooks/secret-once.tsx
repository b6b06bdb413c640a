import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { CodeBlock } from '../../components/code-block.tsx'
import { texts } from '../../texts/index.ts'
import { verifySamples } from './verify-samples.ts'

const { secret: words } = texts.webhooks

interface SecretOnceProps {
  /** Undefined while there is none to show. */
  readonly secret: string | undefined
  readonly title: string
  readonly onClose: () => void
}

/** The secret of an endpoint that was made or rotated, and what to do with it. */
export function SecretOnce({ secret, title, onClose }: SecretOnceProps) {
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      size="lg"
      title={
        <Text inherit fw={620}>
          {title}
        </Text>
      }
    >
      <Stack>
        <Text size="sm">{words.text}</Text>
        <CodeBlock title={words.label} code={secret ?? ''} wraps />
        <div>
          <Text fw={560}>{words.verify}</Text>
          <Text size="sm" c="dimmed">
            {words.verifyText}
          </Text>
        </div>
        <CodeBlock code={verifySamples} maxHeight={300} />
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {words.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
