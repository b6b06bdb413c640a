import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { texts } from '../texts/index.ts'
import {
  chooseTimeZone,
  chosenTimeZone,
  computerTimeZone,
  nameOfZone,
  timeZone,
} from './time-zone.ts'

const words = texts.shell.timeZone

/** What stands for the computer's, whichever that is. */
const COMPUTER = ''

const zones = [
  { value: COMPUTER, label: words.computer(nameOfZone(computerTimeZone)) },
  // The chosen one may have another name in this version of the browser.
  ...[...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), timeZone])].map((zone) => ({
    value: zone,
    label: nameOfZone(zone),
  })),
]

/** In which zone this browser shows times, and whose days it means. */
export default function TimeZoneChoice({ onClose }: { readonly onClose: () => void }) {
  const before = chosenTimeZone ?? COMPUTER
  const [zone, setZone] = useState(before)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (zone !== before) chooseTimeZone(zone === COMPUTER ? undefined : zone)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Select
          label={words.label}
          description={words.now(timeIn(zone === COMPUTER ? computerTimeZone : zone))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          allowDeselect={false}
          openOnFocus={false}
          data-autofocus
          // It comes after the dialog the first time, which has looked for it in vain.
          autoFocus
          data={zones}
          value={zone}
          onChange={(next) => setZone(next ?? COMPUTER)}
          nothingFoundMessage={words.nothing}
        />
        <Text size="sm" c="dimmed">
          {words.note}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" disabled={zone === before}>
            {texts.common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What a clock there says: `Sun 29 Nov, 06:13`. */
const timeIn = (zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(Date.now())
