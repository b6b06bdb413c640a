import { Button, Divider, Drawer, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import type { Client, NewClient } from './client.ts'
import {
  bodyOf,
  ClientFields,
  type ClientValues,
  emptyClient,
  validateClient,
  valuesOf,
} from './client-fields.tsx'
import { ClientStatus } from './client-status.tsx'
import { RevokeClient } from './revoke-client.tsx'
import { RotateSecret } from './rotate-secret.tsx'

const { client: words, clients: list } = texts.developers

export interface ClientPanelProps {
  readonly client: Client | undefined
  readonly onClose: () => void
  readonly onRotated: (rotated: NewClient) => void
}

/** One client: what it is, what it may do, and what can be done with it. */
export function ClientPanel({ client, onClose, onRotated }: ClientPanelProps) {
  const [asking, setAsking] = useState<'rotate' | 'revoke'>()
  const stopAsking = () => setAsking(undefined)
  return (
    <Drawer
      opened={client !== undefined}
      onClose={onClose}
      // Escape closes what asks, and not what is beneath it as well.
      closeOnEscape={asking === undefined}
      title={
        client && (
          <Group gap="sm">
            <Text inherit fw={620}>
              {client.name}
            </Text>
            <ClientStatus client={client} />
          </Group>
        )
      }
    >
      {client && (
        <Stack>
          <Facts client={client} />
          {client.revokedAt === null && <Actions client={client} onAsk={setAsking} />}
        </Stack>
      )}
      <RotateSecret
        client={asking === 'rotate' ? client : undefined}
        onClose={stopAsking}
        onRotated={onRotated}
      />
      <RevokeClient
        client={asking === 'revoke' ? client : undefined}
        onClose={stopAsking}
        onRevoked={onClose}
      />
    </Drawer>
  )
}

function Facts({ client }: { readonly client: Client }) {
  const { clientId, createdAt, createdBy, lastUsedAt, previousSecretUntil, revokedAt } = client
  return (
    <Details
      items={[
        { label: words.id, value: <CopyableId value={clientId} what={words.id} /> },
        {
          label: list.made,
          value: (
            <>
              <DateTime at={createdAt} look="absolute" />{' '}
              {createdBy === null ? list.byCommandLine : list.by(createdBy)}
            </>
          ),
        },
        {
          label: list.used,
          value:
            lastUsedAt === null ? (
              list.neverUsed
            ) : (
              <Group gap="xs">
                <DateTime at={lastUsedAt} />
                <PageLink to="/developers/requests" search={{ client: clientId }}>
                  {words.requests}
                </PageLink>
              </Group>
            ),
        },
        ...(previousSecretUntil === null
          ? []
          : [
              {
                label: words.oldSecretUntil,
                value: <DateTime at={previousSecretUntil} look="absolute" />,
              },
            ]),
        ...(revokedAt === null
          ? []
          : [{ label: list.revoked, value: <DateTime at={revokedAt} look="absolute" /> }]),
      ]}
    />
  )
}

interface ActionsProps {
  readonly client: Client
  readonly onAsk: (what: 'rotate' | 'revoke') => void
}

function Actions({ client, onAsk }: ActionsProps) {
  const may = useMay('clients:write')
  if (!may) return <Text c="dimmed">{texts.common.notAllowed('clients:write')}</Text>
  return (
    <>
      <Group gap="xs">
        <Button variant="default" onClick={() => onAsk('rotate')}>
          {words.rotate}
        </Button>
        <Button variant="default" c="red" onClick={() => onAsk('revoke')}>
          {words.revoke}
        </Button>
      </Group>
      <Divider />
      <EditClient client={client} />
    </>
  )
}

function EditClient({ client }: { readonly client: Client }) {
  const mode = useMode()
  const change = useChange('PATCH /clients/{clientId}', ['GET /clients'])
  const form = useForm<ClientValues>({ initialValues: emptyClient, validate: validateClient })
  const { clientId } = client
  // Another client is another form; the same one, read again, is not.
  const fill = useEffectEvent(() => {
    form.setInitialValues(valuesOf(client))
    form.setValues(valuesOf(client))
    form.resetDirty(valuesOf(client))
  })
  useEffect(() => {
    if (clientId !== '') fill()
  }, [clientId])
  const save = (values: ClientValues) =>
    change.mutate(
      { path: { clientId }, query: { mode }, body: bodyOf(values) },
      {
        onSuccess: (after) => {
          form.setValues(valuesOf(after))
          form.resetDirty(valuesOf(after))
          notifications.show({ message: words.saved })
        },
      },
    )
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack>
        <ClientFields form={form} />
        {change.error && <ErrorNotice error={change.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {texts.common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
