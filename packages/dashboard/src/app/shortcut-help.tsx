import { Group, Kbd, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { texts } from '../texts/index.ts'
import { navPages } from './registry.ts'
import { isApple } from './shortcuts.ts'

const { help } = texts.shell

export interface ShortcutHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The keys that work on every page. */
export default function ShortcutHelp({ isOpen, onClose }: ShortcutHelpProps) {
  const general = [
    { keys: [isApple ? '⌘' : 'Ctrl', 'K'], label: help.palette },
    { keys: ['/'], label: help.search },
    { keys: ['?'], label: help.help },
    { keys: ['↑', '↓'], label: help.rows },
    { keys: ['Enter'], label: help.open },
    { keys: ['Esc'], label: help.close },
  ]
  const jumps = navPages.flatMap(({ title, nav: { key } }) =>
    key === undefined ? [] : [{ keys: ['g', key], label: title }],
  )
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={<Text fw={620}>{texts.shell.shortcuts}</Text>}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
        <Keys title={help.general} items={general} />
        <Keys title={help.jumps} items={jumps} />
      </SimpleGrid>
    </Modal>
  )
}

interface KeysProps {
  readonly title: string
  readonly items: readonly { readonly keys: readonly string[]; readonly label: string }[]
}

function Keys({ title, items }: KeysProps) {
  return (
    <Stack gap={8}>
      <Text size="xs" c="dimmed" fw={560}>
        {title}
      </Text>
      {items.map(({ keys, label }) => (
        <Group key={label} justify="space-between" wrap="nowrap">
          <Text size="sm">{label}</Text>
          <Group gap={4} wrap="nowrap">
            {keys.map((key) => (
              <Kbd key={key} size="xs">
                {key}
              </Kbd>
            ))}
          </Group>
        </Group>
      ))}
    </Stack>
  )
}
