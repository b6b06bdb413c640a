import { List, Stack, Text } from '@mantine/core'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import type { Health } from './model.ts'

const words = texts.operator.health

const tones = {
  RUNNING: 'working',
  PASSED: 'good',
  DISCREPANCIES: 'bad',
  FAILED: 'warning',
} as const

const grouped = (count: number | null) => (count ?? 0).toLocaleString('en')

/** Whether the books were found in order, when, and what was not. */
export function LedgerSection({ ledger }: { readonly ledger: Health['ledger'] }) {
  const chip =
    ledger === null ? (
      <StatusChip tone="draft" label={words.never} />
    ) : (
      <StatusChip tone={tones[ledger.state]} label={words.states[ledger.state]} />
    )
  return (
    <Section title={words.ledger} text={words.ledgerText} actions={chip}>
      {ledger === null ? (
        <Text size="sm">{words.first}</Text>
      ) : (
        <Stack gap="sm">
          <Details
            items={[
              {
                label: words.finished,
                value: <DateTime at={ledger.finishedAt ?? ledger.startedAt} />,
              },
              {
                label: words.startedBy,
                value: ledger.startedBy === 'schedule' ? words.schedule : ledger.startedBy,
              },
              ...(ledger.transfers === null
                ? []
                : [
                    {
                      label: words.verified,
                      value: words.counted(
                        grouped(ledger.transfers),
                        grouped(ledger.orders),
                        grouped(ledger.wallets),
                      ),
                    },
                  ]),
            ]}
          />
          {ledger.error !== null && <Text c="var(--mantine-color-error)">{ledger.error}</Text>}
          {ledger.discrepancies.length > 0 && (
            <div>
              <Text fw={560} mb={4}>
                {words.found}
              </Text>
              <List size="sm" spacing={4}>
                {ledger.discrepancies.map((sentence) => (
                  <List.Item key={sentence}>{sentence}</List.Item>
                ))}
              </List>
            </div>
          )}
        </Stack>
      )}
    </Section>
  )
}
