import { Button, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { saveFile } from '../../app/api.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { texts } from '../../texts/index.ts'

const { twoFactor: words } = texts.settings

export interface BackupCodesProps {
  /** None while there is nothing to keep. */
  readonly codes: readonly string[]
  readonly email: string
  readonly onKept: () => void
}

/** Shows backup codes once, to copy or download; it closes only by saying that they are kept. */
export function BackupCodes({ codes, email, onKept }: BackupCodesProps) {
  const file = [words.fileHead(email), '', ...codes, ''].join('\n')
  return (
    <Modal
      opened={codes.length > 0}
      onClose={onKept}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<Text fw={620}>{words.codesTitle}</Text>}
    >
      <Stack>
        <Text size="sm">{words.codesText}</Text>
        <SimpleGrid cols={2} spacing={4} className="mono tabular" data-codes>
          {codes.map((code) => (
            <span key={code}>{code}</span>
          ))}
        </SimpleGrid>
        <Group justify="space-between">
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() => saveFile(words.fileName, file)}
            >
              {texts.common.download}
            </Button>
            <CopyButton value={codes.join('\n')} />
          </Group>
          <Button onClick={onKept}>{words.kept}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
