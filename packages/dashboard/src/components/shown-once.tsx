import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { saveFile } from '../app/api.ts'
import { texts } from '../texts/index.ts'

export interface ShownOnceProps {
  readonly isOpen: boolean
  readonly title: string
  readonly text: string
  /** What is kept when it is downloaded. */
  readonly file: { readonly name: string; readonly content: string } | undefined
  readonly done: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Shows a secret that is never shown again: it is left by a button alone, so not by mistake. */
export function ShownOnce(props: ShownOnceProps) {
  const { isOpen, title, text, file, done, onClose, children } = props
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<Text fw={620}>{title}</Text>}
    >
      {file !== undefined && (
        <Stack>
          <Text size="sm">{text}</Text>
          {children}
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() => saveFile(file.name, file.content)}
            >
              {texts.common.download}
            </Button>
            <Button onClick={onClose}>{done}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
