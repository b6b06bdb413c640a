import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDiscount2, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall, useChange } from '../../app/api.ts'
import { exact, formatMoney, formatPercent } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import type { AccountPrice } from './model.ts'
import { PriceForm } from './price-form.tsx'

const words = texts.operator.prices

const LIST = 'GET /operator/accounts/{accountId}/prices'

/** What an account pays instead of what the catalogue says. */
export function AccountPrices({ accountId }: { readonly accountId: number }) {
  const may = useMay('operator:write')
  const { data, error, refetch } = useCall(LIST, { path: { accountId } })
  const [edited, setEdited] = useState<AccountPrice | 'new'>()
  const [removed, setRemoved] = useState<AccountPrice>()
  const prices = data?.content
  const add = () => setEdited('new')
  return (
    <Section
      title={words.title}
      text={words.text}
      isFlush
      actions={
        // An empty table has this button itself.
        prices?.length !== 0 && (
          <Button
            size="xs"
            disabled={!may || prices === undefined}
            title={may ? undefined : texts.common.notAllowed('operator:write')}
            onClick={add}
          >
            {words.add}
          </Button>
        )
      }
    >
      <DataTable
        name={words.title}
        rows={prices}
        rowsExpected={2}
        keyOf={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        isFlush
        columns={columnsWith(may, setEdited, setRemoved)}
        empty={
          <EmptyState
            icon={IconDiscount2}
            title={words.emptyTitle}
            text={words.empty}
            {...(may && { action: { label: words.add, onClick: add } })}
          />
        }
      />
      <PriceForm
        accountId={accountId}
        price={edited === 'new' ? undefined : edited}
        prices={prices ?? []}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
      />
      <RemovePrice accountId={accountId} price={removed} onClose={() => setRemoved(undefined)} />
    </Section>
  )
}

/** What a price holds for, in words. */
const nameOf = ({ appliesTo, name }: AccountPrice): string =>
  appliesTo === 'everything' ? words.everything : (name ?? words[appliesTo])

const inherited = (
  <Text inherit c="dimmed">
    {words.inherited}
  </Text>
)

const columnsWith = (
  may: boolean,
  onEdit: (price: AccountPrice) => void,
  onRemove: (price: AccountPrice) => void,
): readonly Column<AccountPrice>[] => [
  {
    key: 'for',
    title: words.appliesTo,
    render: (price) => (
      <div>
        <Text inherit fw={560}>
          {nameOf(price)}
        </Text>
        {price.appliesTo !== 'everything' && (
          <Text size="xs" c="dimmed">
            {words[price.appliesTo]}
          </Text>
        )}
      </div>
    ),
  },
  {
    key: 'discount',
    title: words.discount,
    align: 'right',
    render: (price) =>
      price.discountPercentage === null
        ? inherited
        : formatPercent(exact(price, 'discountPercentage')),
  },
  {
    key: 'fee',
    title: words.fee,
    align: 'right',
    isWideOnly: true,
    render: (price) =>
      price.senderFee === null
        ? inherited
        : formatMoney(exact(price, 'senderFee'), price.senderFeeCurrencyCode ?? ''),
  },
  {
    key: 'percentage',
    title: words.feePercentage,
    align: 'right',
    isWideOnly: true,
    render: (price) =>
      price.senderFeePercentage === null
        ? inherited
        : formatPercent(exact(price, 'senderFeePercentage')),
  },
  {
    key: 'changed',
    title: words.changed,
    isWideOnly: true,
    render: ({ updatedAt, updatedBy }) => (
      <div>
        <DateTime at={updatedAt} />
        <Text size="xs" c="dimmed" lineClamp={1}>
          {words.by(updatedBy)}
        </Text>
      </div>
    ),
  },
  {
    key: 'actions',
    title: '',
    align: 'right',
    render: (price) =>
      may && (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Tooltip label={words.edit}>
            <ActionIcon aria-label={words.editOf(nameOf(price))} onClick={() => onEdit(price)}>
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={words.remove}>
            <ActionIcon
              color="red"
              aria-label={words.removeOf(nameOf(price))}
              onClick={() => onRemove(price)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ),
  },
]

interface RemovePriceProps {
  readonly accountId: number
  readonly price: AccountPrice | undefined
  readonly onClose: () => void
}

function RemovePrice({ accountId, price, onClose }: RemovePriceProps) {
  const remove = useChange('DELETE /operator/accounts/{accountId}/prices/{priceId}', [LIST])
  const close = () => {
    remove.reset()
    onClose()
  }
  const onConfirm = () => {
    if (price === undefined) return
    const onSuccess = () => {
      notifications.show({ message: words.removed })
      close()
    }
    remove.mutate({ path: { accountId, priceId: price.id } }, { onSuccess })
  }
  return (
    <ReviewDialog
      isOpen={price !== undefined}
      onClose={close}
      title={words.removeTitle}
      action={words.remove}
      isDestructive
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={onConfirm}
    >
      <Text size="sm">{price && words.removeText(nameOf(price))}</Text>
    </ReviewDialog>
  )
}
