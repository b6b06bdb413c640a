import { Anchor, Group, Skeleton, Stack, useComputedColorScheme } from '@mantine/core'
import { IconExternalLink, IconMapOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useCall } from '../../app/api.ts'
import { send } from '../../app/send.ts'
import { useMay } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { Answer } from '../../components/answer.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { texts } from '../../texts/index.ts'
import type { TestToken } from './call.ts'
import type { OpenApi } from './openapi.ts'
import { OperationList } from './operation-list.tsx'
import { OperationView } from './operation-view.tsx'
import { findOperation, operationsOf } from './operations.ts'
import { Overview } from './overview.tsx'
import styles from './reference.module.css'

const words = texts.reference

/** The APIs of this server as it describes them itself: to search, to read and to try. */
export default function Reference() {
  const clientId = useTestClient()
  const document = useQuery({
    queryKey: ['openapi.json'],
    queryFn: async ({ signal }) =>
      (await (await send('/openapi.json', { signal })).json()) as OpenApi,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <PageHeader title={words.title} text={words.text} actions={<Links clientId={clientId} />} />
      <Answer call={document} pending={<Loading />}>
        {(data) => <Panes document={data} clientId={clientId} />}
      </Answer>
    </>
  )
}

function useTestClient(): string | undefined {
  const may = useMay('clients:read', 'test')
  const { data } = useCall('GET /clients', { query: { mode: 'test' } }, { isEnabled: may })
  return data?.find(({ revokedAt }) => revokedAt === null)?.clientId
}

interface PanesProps {
  readonly document: OpenApi
  readonly clientId: string | undefined
}

function Panes({ document, clientId }: PanesProps) {
  const [{ operation: wanted }] = useUrlState({ operation: '' })
  // Here, and nowhere that outlives the page.
  const [token, setToken] = useState<TestToken>()
  const operations = useMemo(() => operationsOf(document), [document])
  const operation = findOperation(operations, wanted)
  return (
    <div className={styles.panes}>
      <OperationList operations={operations} current={operation} isOverview={wanted === ''} />
      <div className={styles.pane}>
        {operation !== undefined ? (
          <OperationView
            key={operation.id}
            operation={operation}
            schemas={document.components.schemas}
            clientId={clientId}
            token={token}
            onToken={setToken}
          />
        ) : wanted === '' ? (
          <Overview clientId={clientId} />
        ) : (
          <EmptyState
            icon={IconMapOff}
            title={words.missingTitle}
            text={words.missing}
            action={{ label: words.toOverview, to: '/developers/reference' }}
          />
        )}
      </div>
    </div>
  )
}

/** The same description for programs, and in a viewer that has more of everything. */
function Links({ clientId }: Pick<PanesProps, 'clientId'>) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const search = new URLSearchParams({ scheme, ...(clientId && { client_id: clientId }) })
  const links = [
    ['/openapi.json', words.openApi],
    [`/docs?${search}`, words.viewer],
  ] as const
  return (
    <Group gap="md" mih={36}>
      {links.map(([href, label]) => (
        <Anchor key={href} href={href} target="_blank" size="sm">
          <Group gap={4} component="span" wrap="nowrap">
            {label}
            <IconExternalLink size={14} aria-hidden />
          </Group>
        </Anchor>
      ))}
    </Group>
  )
}

function Loading() {
  return (
    <div className={styles.panes} aria-busy>
      <Skeleton h={480} />
      <Stack>
        <Skeleton h={28} w="40%" />
        <Skeleton h={120} />
        <Skeleton h={240} />
      </Stack>
    </div>
  )
}
