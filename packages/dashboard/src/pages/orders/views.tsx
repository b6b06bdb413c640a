import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useAccount } from '../../app/session.ts'
import { texts } from '../../texts/index.ts'
import { type Filter, isFiltered, noFilter } from './filter.ts'

interface View {
  readonly name: string
  readonly filter: Filter
}

const VIEWS_MAX = 20

export interface ViewsProps {
  readonly filter: Filter
  readonly onChoose: (filter: Filter) => void
}

/** Filters that somebody comes back to, kept under names in this browser, for each account. */
export function Views({ filter, onChoose }: ViewsProps) {
  const { id } = useAccount()
  const [views, setViews] = useLocalStorage<readonly View[]>({
    key: `openscrip.views.orders.${id}`,
    defaultValue: [],
  })
  const [isOpen, { close, toggle }] = useDisclosure(false)
  const said = texts.orders.views
  const save = (name: string) =>
    setViews((known) => [
      ...known.filter((view) => view.name !== name).slice(1 - VIEWS_MAX),
      { name, filter },
    ])
  return (
    <Popover opened={isOpen} onChange={close} position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} />} onClick={toggle}>
          {said.button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {views.length === 0 && (
            <Text size="sm" c="dimmed">
              {said.none}
            </Text>
          )}
          {views.map((view) => (
            <Group key={view.name} gap="xs" wrap="nowrap">
              <Button
                variant="subtle"
                color="gray"
                justify="flex-start"
                style={{ flex: 1 }}
                onClick={() => {
                  onChoose({ ...noFilter, ...view.filter })
                  close()
                }}
              >
                {view.name}
              </Button>
              <ActionIcon
                aria-label={said.remove(view.name)}
                onClick={() => setViews(views.filter(({ name }) => name !== view.name))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Group>
          ))}
          {isFiltered(filter) && <SaveView onSave={save} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function SaveView({ onSave }: { readonly onSave: (name: string) => void }) {
  const [name, setName] = useState('')
  const said = texts.orders.views
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onSave(name.trim())
    setName('')
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={said.save}
          aria-label={said.name}
          placeholder={said.placeholder}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {said.saveAction}
        </Button>
      </Group>
    </form>
  )
}
