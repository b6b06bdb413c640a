import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { auth } from '../../app/auth.ts'
import { DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { browserOf } from './user-agent.ts'

const { sessions: words } = texts.settings

interface SignedIn {
  readonly id: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly ipAddress?: string | null
  readonly userAgent?: string | null
  readonly isHere: boolean
}

const KEY = ['sessions']

async function readSessions() {
  const all = await auth<readonly SignedIn[]>('/sessions')
  return all.toSorted(
    (a, b) => Number(b.isHere) - Number(a.isHere) || (a.updatedAt < b.updatedAt ? 1 : -1),
  )
}

export function Sessions() {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: readSessions })
  const revoke = useMutation({
    mutationFn: (id: string | undefined) =>
      id === undefined ? auth('/revoke-other-sessions', {}) : auth('/sessions/revoke', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <Section
      title={words.title}
      text={words.text}
      isFlush
      actions={
        data !== undefined &&
        data.length > 1 && (
          <Button
            variant="default"
            loading={revoke.isPending}
            onClick={() => revoke.mutate(undefined)}
          >
            {words.revokeOthers}
          </Button>
        )
      }
    >
      {revoke.error && <ErrorNotice error={revoke.error} />}
      <DataTable
        name={words.title}
        isFlush
        rowsExpected={2}
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'device',
            title: words.device,
            render: ({ userAgent, isHere }) => (
              <Group gap="xs">
                <Text inherit>{browserOf(userAgent)}</Text>
                {isHere && <StatusChip tone="good" label={words.here} />}
              </Group>
            ),
          },
          {
            key: 'address',
            title: words.address,
            isWideOnly: true,
            render: ({ ipAddress }) => <span className="mono">{ipAddress}</span>,
          },
          {
            key: 'since',
            title: words.since,
            width: 120,
            render: ({ createdAt }) => <DateTime at={createdAt} />,
          },
          {
            key: 'revoke',
            title: '',
            align: 'right',
            render: ({ id, isHere }) =>
              !isHere && (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  onClick={() => revoke.mutate(id)}
                >
                  {words.revoke}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}
