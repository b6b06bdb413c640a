import { Button, Group, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { type OperationOutput, useCall, useChange } from '../../app/api.ts'
import { useMay } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { CreateToken } from './create-token.tsx'
import { TokenOnce, tryToken } from './token-once.tsx'

const { tokens: words, pages } = texts.settings

type Token = OperationOutput<'GET /access-tokens'>[number]

export default function AccessTokens() {
  const may = useMay('tokens:write')
  const { data, error, refetch } = useCall('GET /access-tokens', {})
  const [isCreating, setCreating] = useState(false)
  const [made, setMade] = useState<OperationOutput<'POST /access-tokens'>>()
  const [revoked, setRevoked] = useState<Token>()
  const create = () => setCreating(true)
  return (
    <>
      <PageHeader
        title={pages.accessTokens}
        text={words.text}
        actions={
          <>
            <ViewAsApi path="/access-tokens" />
            <Button
              disabled={!may}
              title={may ? undefined : texts.common.notAllowed('tokens:write')}
              onClick={create}
            >
              {words.create}
            </Button>
          </>
        }
      />
      <DataTable
        name={pages.accessTokens}
        rows={data}
        rowsExpected={3}
        error={error}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            icon={IconKey}
            title={words.emptyTitle}
            text={words.empty}
            {...(may && { action: { label: words.create, onClick: create } })}
          >
            <CodeBlock code={tryToken('$SCRIP_TOKEN')} title="curl" />
          </EmptyState>
        }
        columns={columnsWith(may, setRevoked)}
      />
      <CreateToken isOpen={isCreating} onClose={() => setCreating(false)} onMade={setMade} />
      <TokenOnce made={made} onClose={() => setMade(undefined)} />
      <RevokeToken token={revoked} onClose={() => setRevoked(undefined)} />
    </>
  )
}

const columnsWith = (may: boolean, onRevoke: (token: Token) => void) => [
  {
    key: 'name',
    title: words.name,
    render: ({ name, id, scopes }: Token) => (
      <div>
        <Text inherit fw={560}>
          {name}
        </Text>
        <Group gap="0 0.5rem">
          <Text size="xs" c="dimmed" className="mono">
            {id}
          </Text>
          <Text size="xs" c="dimmed" lineClamp={3} title={scopes.join(', ')}>
            {scopes.includes('*') ? words.everything : scopes.join(', ')}
          </Text>
        </Group>
      </div>
    ),
  },
  {
    key: 'by',
    title: words.by,
    isWideOnly: true,
    render: ({ createdBy }: Token) => createdBy ?? words.byCommandLine,
  },
  {
    key: 'made',
    title: words.made,
    width: 120,
    isWideOnly: true,
    render: ({ createdAt }: Token) => <DateTime at={createdAt} />,
  },
  {
    key: 'used',
    title: words.used,
    width: 120,
    isWideOnly: true,
    render: ({ lastUsedAt }: Token) =>
      lastUsedAt === null ? words.neverUsed : <DateTime at={lastUsedAt} />,
  },
  {
    key: 'expires',
    title: words.expires,
    render: ({ expiresAt }: Token) =>
      expiresAt === null ? words.never : <DateTime at={expiresAt} />,
  },
  {
    key: 'revoke',
    title: '',
    align: 'right' as const,
    render: (token: Token) =>
      may && (
        <Button variant="subtle" color="red" size="compact-sm" onClick={() => onRevoke(token)}>
          {words.revoke}
        </Button>
      ),
  },
]

interface RevokeTokenProps {
  readonly token: Token | undefined
  readonly onClose: () => void
}

function RevokeToken({ token, onClose }: RevokeTokenProps) {
  const revoke = useChange('DELETE /access-tokens/{tokenId}', ['GET /access-tokens'])
  const close = () => {
    revoke.reset()
    onClose()
  }
  return (
    <ReviewDialog
      isOpen={token !== undefined}
      onClose={close}
      title={words.revokeTitle}
      action={words.revokeAction}
      isDestructive
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() =>
        token && revoke.mutate({ path: { tokenId: token.id } }, { onSuccess: close })
      }
    >
      <Group>{token && words.revokeText(token.name)}</Group>
    </ReviewDialog>
  )
}
