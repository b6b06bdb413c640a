import { Checkbox, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { texts } from '../../texts/index.ts'
import { groupOf, ORDER_EVENTS } from './naming.ts'

const { form, groups } = texts.webhooks

interface EventChoiceProps {
  /** `*` alone stands for everything. */
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly error?: string | undefined
}

/** Everything, or types by their groups; a group is chosen by its own box. */
export function EventChoice({ value, onChange, error }: EventChoiceProps) {
  const { data = [] } = useCall('GET /event-types', { query: { mode: useMode() } })
  const isAll = value.includes('*')
  const types = data.map(({ type }) => type)
  // The original's name for what happens to orders stands for each of them.
  const chosen = new Set(
    value.flatMap((name) =>
      name === ORDER_EVENTS ? types.filter((type) => groupOf(type) === 'order') : name,
    ),
  )
  const set = (names: readonly string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const name of names) isOn ? next.add(name) : next.delete(name)
    onChange([...next])
  }
  return (
    <Radio.Group
      label={form.which}
      value={isAll ? 'all' : 'chosen'}
      onChange={(which) => onChange(which === 'all' ? ['*'] : [])}
      error={error}
    >
      <Stack gap="sm" mt={6}>
        <Radio value="all" label={form.all} description={form.allText} />
        <Radio value="chosen" label={form.chosen} />
        {!isAll && (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" pl={28}>
            {[...Map.groupBy(types, groupOf)].map(([group, members]) => (
              <Group
                key={group}
                name={groups[group] ?? group}
                members={members}
                chosen={chosen}
                onSet={set}
              />
            ))}
          </SimpleGrid>
        )}
      </Stack>
    </Radio.Group>
  )
}

interface GroupProps {
  readonly name: string
  readonly members: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly onSet: (names: readonly string[], isOn: boolean) => void
}

function Group({ name, members, chosen, onSet }: GroupProps) {
  const count = members.filter((type) => chosen.has(type)).length
  const isWhole = count === members.length
  return (
    <Stack gap={8}>
      <Checkbox
        size="sm"
        checked={isWhole}
        indeterminate={count > 0 && !isWhole}
        onChange={() => onSet(members, !isWhole)}
        label={
          <Text size="sm" fw={560}>
            {name}
          </Text>
        }
      />
      <Stack gap={8} pl={28}>
        {members.map((type) => (
          <Checkbox
            key={type}
            size="sm"
            checked={chosen.has(type)}
            onChange={(event) => onSet([type], event.currentTarget.checked)}
            label={<span className="mono">{type}</span>}
          />
        ))}
      </Stack>
    </Stack>
  )
}
