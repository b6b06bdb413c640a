import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../app/api.ts'
import { useWhyNotBuy } from '../../app/buying.ts'
import { audiences } from '../../app/first-calls.ts'
import { type Mode, useMode } from '../../app/mode.ts'
import { useUrlState } from '../../app/url-state.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Section } from '../../components/section.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import type { Client, NewClient } from './client.ts'
import { ClientPanel } from './client-panel.tsx'
import { ClientStatus } from './client-status.tsx'
import { CreateClient } from './create-client.tsx'
import { curlSample } from './samples.ts'
import { SecretOnce } from './secret-once.tsx'

const { clients: words, client: fields, pages } = texts.developers

export default function Clients() {
  const mode = useMode()
  const [{ client: openId, revoked, create }, setState] = useUrlState({
    client: '',
    revoked: '',
    create: '',
  })
  const [made, setMade] = useState<NewClient>()
  const { data, error, refetch } = useCall('GET /clients', { query: { mode } }, { everyMs: 15_000 })
  const reason = useWhyNotBuy('clients:write')
  const hasRevoked = data?.some(({ revokedAt }) => revokedAt !== null) ?? false
  const rows = data?.filter(({ revokedAt }) => revoked !== '' || revokedAt === null)
  const open = () => setState({ create: '1' })
  return (
    <>
      <PageHeader
        title={pages.clients}
        text={words.text}
        actions={
          <>
            <ViewAsApi path="/clients" query={{ mode }} />
            <Button disabled={reason !== undefined} title={reason} onClick={open}>
              {words.create}
            </Button>
          </>
        }
      />
      <Stack>
        <DataTable
          name={words.list}
          rows={rows}
          rowsExpected={3}
          error={error}
          onRetry={() => void refetch()}
          keyOf={({ clientId }) => clientId}
          onOpen={({ clientId }) => setState({ client: clientId })}
          columns={columns}
          empty={<NoClient mode={mode} reason={reason} onCreate={open} />}
        />
        {hasRevoked && (
          <Checkbox
            size="xs"
            label={words.showRevoked}
            checked={revoked !== ''}
            onChange={(event) => setState({ revoked: event.currentTarget.checked ? '1' : '' })}
          />
        )}
        <Addresses mode={mode} />
      </Stack>
      <CreateClient
        isOpen={create !== '' && reason === undefined}
        onClose={() => setState({ create: '' }, { replace: true })}
        onMade={setMade}
      />
      <ClientPanel
        client={data?.find(({ clientId }) => clientId === openId)}
        onClose={() => setState({ client: '' }, { replace: true })}
        onRotated={setMade}
      />
      <SecretOnce made={made} onClose={() => setMade(undefined)} />
    </>
  )
}

interface NoClientProps {
  readonly mode: Mode
  readonly reason: string | undefined
  readonly onCreate: () => void
}

function NoClient({ mode, reason, onCreate }: NoClientProps) {
  return (
    <EmptyState
      icon={IconKey}
      title={words.emptyTitle}
      text={reason ?? words.empty}
      {...(reason === undefined && { action: { label: words.create, onClick: onCreate } })}
    >
      <CodeBlock code={curlSample({ mode })} title="curl" />
    </EmptyState>
  )
}

/** What a program needs besides its credentials. */
function Addresses({ mode }: { readonly mode: Mode }) {
  const { origin } = location
  return (
    <Section title={words.addresses} text={words.addressesText}>
      <Details
        items={[
          { label: words.baseUrl, value: <CopyableId value={origin} /> },
          { label: words.tokenUrl, value: <CopyableId value={`${origin}/oauth/token`} /> },
          { label: words.audience, value: <CopyableId value={audiences[mode]} /> },
        ]}
      />
    </Section>
  )
}

/** The first of several, and how many others there are. */
const shortList = (names: readonly string[]): string => {
  const [first = '', ...others] = names
  return others.length === 0 ? first : words.more(first, others.length)
}

const nowrap = { whiteSpace: 'nowrap' } as const

const scopeLabel = (scope: Client['scopes'][number]): string => fields.scopeNames[scope].label

const columns: readonly Column<Client>[] = [
  {
    key: 'name',
    title: words.name,
    render: ({ name, clientId }) => (
      <div>
        <Text inherit fw={560} truncate maw={{ base: 170, xs: 260 }}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" component="div" maw={{ base: 170, xs: 'none' }}>
          <CopyableId value={clientId} what={fields.id} />
        </Text>
      </div>
    ),
  },
  {
    key: 'dialect',
    title: words.dialect,
    isWideOnly: true,
    width: 110,
    render: ({ dialect }) => <span style={nowrap}>{dialect}</span>,
  },
  {
    key: 'access',
    title: words.access,
    isWideOnly: true,
    render: ({ scopes }) => (
      <span style={nowrap} title={scopes.map(scopeLabel).join(', ')}>
        {shortList(scopes.map(scopeLabel))}
      </span>
    ),
  },
  {
    key: 'from',
    title: words.from,
    isWideOnly: true,
    render: ({ allowedIps }) => (
      <span style={nowrap} title={allowedIps.join(', ')}>
        {allowedIps.length === 0 ? words.anywhere : shortList(allowedIps)}
      </span>
    ),
  },
  {
    key: 'used',
    title: words.used,
    isWideOnly: true,
    render: ({ lastUsedAt }) =>
      lastUsedAt === null ? (
        <Text inherit c="dimmed">
          {words.neverUsed}
        </Text>
      ) : (
        <DateTime at={lastUsedAt} />
      ),
  },
  {
    key: 'made',
    title: words.made,
    isWideOnly: true,
    render: ({ createdAt, createdBy }) => (
      <div>
        <DateTime at={createdAt} />
        <Text size="xs" c="dimmed" truncate maw={125}>
          {createdBy === null ? words.byCommandLine : words.by(createdBy)}
        </Text>
      </div>
    ),
  },
  {
    key: 'status',
    title: words.status,
    width: 130,
    render: (client) => <ClientStatus client={client} />,
  },
]
