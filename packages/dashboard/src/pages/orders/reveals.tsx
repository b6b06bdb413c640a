import { Stack, Text } from '@mantine/core'
import { DateTime } from '../../components/date-time.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { ActorName } from './actor.tsx'
import type { Detail } from './calls.ts'

const said = texts.orders.order.reveals

/** Who has seen the codes, how and why. */
export function Reveals({ order: { reveals, hasMoreReveals } }: { readonly order: Detail }) {
  return (
    <Section title={said.title}>
      {reveals.length === 0 && <Text c="dimmed">{said.none}</Text>}
      <Stack gap="sm" mah={360} style={{ overflowY: 'auto' }}>
        {reveals.map(({ at, by, via, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log have no names of their own
          <div key={`${at} ${index}`}>
            <Text size="sm">
              <ActorName actor={by} /> {said.via[via]},{' '}
              <Text span inherit c="dimmed">
                <DateTime at={at} />
              </Text>
            </Text>
            {reason !== null && (
              <Text size="sm" c="dimmed">
                {texts.orders.timeline.reason(reason)}
              </Text>
            )}
          </div>
        ))}
      </Stack>
      {hasMoreReveals && (
        <Text size="xs" c="dimmed" mt="xs">
          {said.more}
        </Text>
      )}
    </Section>
  )
}
