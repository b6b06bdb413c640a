import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type OperationOutput, queryClient, useChange } from '../../app/api.ts'
import { sessionQuery, useMay } from '../../app/session.ts'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'

const words = texts.operator.live

type Account = OperationOutput<'GET /operator/accounts/{accountId}'>

export function LiveChip(account: Pick<Account, 'isLiveEnabled' | 'isLiveDisabled'>) {
  if (account.isLiveEnabled) return <StatusChip tone="good" label={words.on} />
  return <StatusChip tone="off" label={account.isLiveDisabled ? words.stopped : words.off} />
}

const stale = ['GET /operator/accounts', 'GET /operator/accounts/{accountId}'] as const

/** Lets an account spend real money, or stops that; after a look at what it means. */
export function LiveButton({ account }: { readonly account: Account }) {
  const may = useMay('operator:write')
  const [isOpen, setOpen] = useState(false)
  const { id, name, isLiveEnabled } = account
  const enable = useChange('POST /operator/accounts/{accountId}/enable-live', stale)
  const disable = useChange('POST /operator/accounts/{accountId}/disable-live', stale)
  const change = isLiveEnabled ? disable : enable
  const close = () => {
    enable.reset()
    disable.reset()
    setOpen(false)
  }
  const onConfirm = () =>
    change.mutate(
      { path: { accountId: id } },
      {
        onSuccess: async () => {
          // The account may be one's own, whose live pages are open when this is said.
          await queryClient.invalidateQueries(sessionQuery)
          notifications.show({
            message: isLiveEnabled ? words.disabled(name) : words.enabled(name),
          })
          close()
        },
      },
    )
  const label = isLiveEnabled ? words.disable : words.enable
  return (
    <>
      <Button
        disabled={!may}
        title={may ? undefined : texts.common.notAllowed('operator:write')}
        {...(isLiveEnabled && { variant: 'default' })}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ReviewDialog
        isOpen={isOpen}
        onClose={close}
        title={isLiveEnabled ? words.disableTitle : words.enableTitle}
        action={label}
        word={name}
        isDestructive={isLiveEnabled}
        isPending={change.isPending}
        error={change.error}
        onConfirm={onConfirm}
      >
        <Text size="sm">{textOf(account)}</Text>
      </ReviewDialog>
    </>
  )
}

/** What it means to change it. */
function textOf({ name, currencyCode, isLiveEnabled, isLiveDisabled }: Account): string {
  if (isLiveEnabled) return words.disableText(name)
  if (isLiveDisabled) return words.enableAgainText(name)
  return words.enableText(name, currencyCode ?? texts.common.none)
}
