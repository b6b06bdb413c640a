import { Button, List, Stack, Text } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { useMay } from '../../app/session.ts'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
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

type Ledger = Health['ledger']

/** Whether the books were found in order, when, and what was not. */
export function LedgerSection({ ledger }: { readonly ledger: Ledger }) {
  const may = useMay('operator:write')
  const verify = useChange('POST /operator/verify-ledger', ['GET /operator/health'])
  return (
    <Section
      title={words.ledger}
      text={words.ledgerText}
      actions={
        <Button
          size="xs"
          loading={verify.isPending}
          disabled={!may || ledger?.state === 'RUNNING'}
          title={may ? undefined : texts.common.notAllowed('operator:write')}
          onClick={() => verify.mutate({})}
        >
          {words.verify}
        </Button>
      }
    >
      <Stack gap="sm">
        {verify.error !== null && <ErrorNotice error={verify.error} />}
        {ledger === null ? (
          <>
            <StatusChip tone="draft" label={words.never} />
            <Text size="sm">{words.first}</Text>
          </>
        ) : (
          <Findings ledger={ledger} />
        )}
      </Stack>
    </Section>
  )
}

function Findings({ ledger }: { readonly ledger: NonNullable<Ledger> }) {
  const { state, startedAt, finishedAt, startedBy, error, discrepancies } = ledger
  const { transfers, orders, wallets } = ledger
  return (
    <>
      <Details
        items={[
          {
            label: words.result,
            value: <StatusChip tone={tones[state]} label={words.states[state]} />,
          },
          { label: words.finished, value: <DateTime at={finishedAt ?? startedAt} /> },
          {
            label: words.startedBy,
            value: startedBy === 'schedule' ? words.schedule : startedBy,
          },
          ...(transfers === null
            ? []
            : [
                {
                  label: words.verified,
                  value: words.counted(grouped(transfers), grouped(orders), grouped(wallets)),
                },
              ]),
        ]}
      />
      {error !== null && <Text c="var(--mantine-color-error)">{error}</Text>}
      {discrepancies.length > 0 && (
        <div>
          <Text fw={560} mb={4}>
            {words.found}
          </Text>
          <List size="sm" spacing={4}>
            {discrepancies.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  )
}
