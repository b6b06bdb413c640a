import { Group, Stack, Text } from '@mantine/core'
import { useCall } from '../../app/api.ts'
import { PagePending } from '../../app/states.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Section } from '../../components/section.tsx'
import { Stat } from '../../components/stat.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { LedgerSection } from './ledger.tsx'
import type { Health } from './model.ts'
import styles from './operator.module.css'

const { health: words, pages } = texts.operator

const EVERY_MS = 10_000

export default function HealthPage() {
  const { data, error, refetch } = useCall('GET /operator/health', {}, { everyMs: EVERY_MS })
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHeader title={pages.health} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (data === undefined) return <PagePending />
  return (
    <>
      <PageHeader
        title={pages.health}
        text={words.text}
        actions={<ViewAsApi path="/operator/health" />}
      />
      <div className={styles.stack}>
        {error !== null && (
          <Stack gap={4}>
            <ErrorNotice error={error} onRetry={() => void refetch()} />
            <Text size="sm" c="dimmed" component="div">
              {words.stale} <DateTime at={data.checkedAt} look="absolute" />
            </Text>
          </Stack>
        )}
        <Figures health={data} />
        <LedgerSection ledger={data.ledger} />
        <Queues health={data} />
        <Facts health={data} />
      </div>
    </>
  )
}

/** When the process began. */
function startOf({ checkedAt, uptimeSeconds }: Health): string {
  return new Date(Date.parse(checkedAt) - uptimeSeconds * 1_000).toISOString()
}

function Figures({ health }: { readonly health: Health }) {
  const { database, disk, residentBytes, heapBytes } = health
  return (
    <div className={styles.figures}>
      <Stat
        label={words.latency}
        value={words.milliseconds(String(database.milliseconds))}
        note={words.connections(database.connections, database.connectionsMax)}
      />
      <Stat
        label={words.started}
        value={<DateTime at={startOf(health)} />}
        note={<DateTime at={startOf(health)} look="absolute" />}
      />
      <Stat
        label={words.memory}
        value={formatBytes(residentBytes)}
        note={words.heap(formatBytes(heapBytes))}
      />
      <Stat
        label={words.disk}
        value={disk === null ? texts.common.none : formatBytes(disk.freeBytes)}
        note={disk && words.ofDisk(formatBytes(disk.totalBytes))}
      />
    </div>
  )
}

interface Queue {
  readonly name: string
  readonly count: number
  readonly dueLater: number
  readonly lateSince: string | null
}

/** What the API counts up to. */
const COUNTED_MAX = 10_000

function Queues({ health: { waiting, checkedAt } }: { readonly health: Health }) {
  const queues = (['jobs', 'deliveries', 'messages', 'events'] as const).map(
    (name): Queue => ({ name: words.queues[name], ...waiting[name] }),
  )
  return (
    <Section title={words.waiting} text={words.waitingText} isFlush>
      <DataTable
        name={words.waiting}
        rows={queues}
        keyOf={({ name }) => name}
        columns={columnsOf(checkedAt)}
        isFlush
        empty={null}
      />
    </Section>
  )
}

const counted = (count: number): string =>
  count >= COUNTED_MAX ? words.atMost : count.toLocaleString('en')

const columnsOf = (checkedAt: string): readonly Column<Queue>[] => [
  { key: 'name', title: words.queue, render: ({ name }) => name },
  {
    key: 'count',
    title: words.count,
    align: 'right',
    render: ({ count, dueLater }) => (
      <>
        {counted(count)}
        {dueLater > 0 && (
          <Text size="xs" c="dimmed">
            {words.dueLater(counted(dueLater))}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'status',
    title: words.status,
    align: 'right',
    render: ({ lateSince }) => <Lateness since={lateSince} checkedAt={checkedAt} />,
  },
]

/** What is due for this long is being done; longer means that something is wrong. */
const GRACE_MS = 60_000

interface LatenessProps {
  readonly since: string | null
  /** By the clock of the server, as `since` is. */
  readonly checkedAt: string
}

function Lateness({ since, checkedAt }: LatenessProps) {
  if (since === null || Date.parse(checkedAt) - Date.parse(since) < GRACE_MS) {
    return <StatusChip tone="good" label={words.onTime} />
  }
  return (
    <Group gap={6} justify="flex-end">
      <StatusChip tone="warning" label={words.isLate} />
      <span>
        {words.since} <DateTime at={since} />
      </span>
    </Group>
  )
}

function Facts({ health }: { readonly health: Health }) {
  const { database } = health
  return (
    <div className={styles.pair}>
      <Section title={words.database}>
        <Details
          items={[
            { label: words.postgres, value: database.postgresVersion },
            { label: words.schema, value: database.schemaVersion },
            { label: words.size, value: formatBytes(database.sizeBytes) },
          ]}
        />
      </Section>
      <Section title={words.process}>
        <Details
          items={[
            { label: words.version, value: health.version },
            { label: words.checked, value: <DateTime at={health.checkedAt} look="absolute" /> },
          ]}
        />
      </Section>
    </div>
  )
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** `182 MB`: three figures, in decimal units. */
function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const figure = bytes / 1_000 ** power
  return `${figure.toLocaleString('en', { maximumSignificantDigits: 3 })}\u00a0${UNITS[power]}`
}
