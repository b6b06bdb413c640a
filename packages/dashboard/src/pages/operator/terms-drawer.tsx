import { Button, Drawer, Group, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useEffect, useState } from 'react'
import { type OperationOutput, useCall, useChange } from '../../app/api.ts'
import { exact } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { Changes } from '../../components/changes.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { texts } from '../../texts/index.ts'
import { FeeFields, type Fees, feesOf } from './fee-fields.tsx'

const words = texts.operator.catalog

type Product = OperationOutput<'GET /operator/products/{productId}'>

interface TermsDrawerProps {
  /** 0 for none. */
  readonly productId: number
  readonly onClose: () => void
}

/** A product’s terms for every account, and what they were before they are changed. */
export function TermsDrawer({ productId, onClose }: TermsDrawerProps) {
  const { data, error, refetch } = useCall(
    'GET /operator/products/{productId}',
    { path: { productId } },
    { isEnabled: productId > 0 },
  )
  return (
    <Drawer
      opened={productId > 0}
      onClose={onClose}
      size="md"
      title={<Text fw={620}>{data?.productName ?? words.card}</Text>}
    >
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        <Skeleton h={280} />
      ) : (
        <Terms key={data.productId} product={data} onClose={onClose} />
      )}
    </Drawer>
  )
}

interface Typed extends Fees {
  readonly isActive: boolean
}

interface TermsProps {
  readonly product: Product
  readonly onClose: () => void
}

function Terms({ product, onClose }: TermsProps) {
  const may = useMay('operator:write')
  const [typed, setTyped] = useState(() => typedOf(product))
  const [isReviewing, setReviewing] = useState(false)
  useEffect(() => setTyped(typedOf(product)), [product])
  const before = termsOf(typedOf(product))
  const after = termsOf(typed)
  const hasChanged = JSON.stringify(before) !== JSON.stringify(after)
  const nothing = hasChanged ? undefined : words.nothing
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (hasChanged) setReviewing(true)
  }
  return (
    <>
      <form onSubmit={submit}>
        <Stack>
          <Switch
            label={words.isActive}
            description={words.isActiveText}
            checked={typed.isActive}
            disabled={!may}
            onChange={(event) => setTyped({ ...typed, isActive: event.currentTarget.checked })}
          />
          <FeeFields
            isRequired
            value={typed}
            onChange={(part) => setTyped({ ...typed, ...part })}
          />
          <Text size="sm" c="dimmed">
            {words.note}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button
              type="submit"
              disabled={!may || !hasChanged}
              title={may ? nothing : texts.common.notAllowed('operator:write')}
            >
              {words.review}
            </Button>
          </Group>
        </Stack>
      </form>
      <Review
        isOpen={isReviewing}
        productId={product.productId}
        before={before}
        after={after}
        onClose={() => setReviewing(false)}
        onDone={onClose}
      />
    </>
  )
}

interface ReviewProps {
  readonly isOpen: boolean
  readonly productId: number
  readonly before: ReturnType<typeof termsOf>
  readonly after: ReturnType<typeof termsOf>
  readonly onClose: () => void
  readonly onDone: () => void
}

function Review({ isOpen, productId, before, after, onClose, onDone }: ReviewProps) {
  const update = useChange('PATCH /operator/products/{productId}', [
    'GET /operator/products',
    'GET /operator/products/{productId}',
  ])
  const close = () => {
    update.reset()
    onClose()
  }
  function apply(): void {
    const onSuccess = () => {
      notifications.show({ message: words.saved })
      close()
      onDone()
    }
    update.mutate({ path: { productId }, body: after }, { onSuccess })
  }
  const isWithdrawal = before.isActive && !after.isActive
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={close}
      title={isWithdrawal ? words.withdrawTitle : words.reviewTitle}
      action={isWithdrawal ? words.withdraw : words.apply}
      isDestructive={isWithdrawal}
      isPending={update.isPending}
      error={update.error}
      onConfirm={apply}
    >
      <Stack gap="sm">
        <Text size="sm">{words.reviewText}</Text>
        <Changes before={before} after={after} />
      </Stack>
    </ReviewDialog>
  )
}

function typedOf(product: Product): Typed {
  const text = (field: 'discountPercentage' | 'senderFee' | 'senderFeePercentage') =>
    String(exact(product, field))
  return {
    isActive: product.isActive,
    discountPercentage: text('discountPercentage'),
    senderFee: text('senderFee'),
    senderFeeCurrencyCode: product.senderFeeCurrencyCode,
    senderFeePercentage: text('senderFeePercentage'),
  }
}

const termsOf = ({ isActive, ...fees }: Typed) => ({ isActive, ...feesOf(fees) })
