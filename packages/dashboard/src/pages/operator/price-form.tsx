import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useEffect, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { exact } from '../../app/money.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { FeeFields, feesOf, type TypedFees } from './fee-fields.tsx'
import type { AccountPrice } from './model.ts'
import { type Picked, TargetPicker } from './target-picker.tsx'

const words = texts.operator.prices

type Kind = AccountPrice['appliesTo']

interface PriceFormProps {
  readonly accountId: number
  /** The one that is changed; undefined for a new one. */
  readonly price: AccountPrice | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

const NOTHING: TypedFees = {
  discountPercentage: '',
  senderFee: '',
  senderFeeCurrencyCode: 'USD',
  senderFeePercentage: '',
}

/** Sets a price of an account: what it is for, and its three parts. */
export function PriceForm({ accountId, price, isOpen, onClose }: PriceFormProps) {
  const [kind, setKind] = useState<Kind>('everything')
  const [picked, setPicked] = useState<Picked>()
  const [fees, setFees] = useState(NOTHING)
  const set = useChange('POST /operator/accounts/{accountId}/prices', [
    'GET /operator/accounts/{accountId}/prices',
  ])
  useEffect(() => {
    if (!isOpen) return
    setKind(price?.appliesTo ?? 'everything')
    setPicked(price && pickedOf(price))
    setFees(price === undefined ? NOTHING : typedOf(price))
  }, [isOpen, price])
  const given = feesOf(fees)
  const isReady = Object.keys(given).length > 0 && (kind === 'everything' || picked?.kind === kind)
  const close = () => {
    set.reset()
    onClose()
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isReady || set.isPending) return
    const target = picked === undefined || kind === 'everything' ? {} : { [`${kind}Id`]: picked.id }
    const onSuccess = () => {
      notifications.show({ message: words.saved })
      close()
    }
    set.mutate({ path: { accountId }, body: { ...target, ...given } }, { onSuccess })
  }
  return (
    <Modal opened={isOpen} onClose={close} title={<Text fw={620}>{words.formTitle}</Text>}>
      <form onSubmit={submit}>
        <Stack>
          {price === undefined ? (
            <>
              <SegmentedControl
                fullWidth
                aria-label={words.appliesTo}
                value={kind}
                data={(['everything', 'brand', 'product'] as const).map((value) => ({
                  value,
                  label: words.kinds[value],
                }))}
                onChange={(value) => {
                  setKind(value as Kind)
                  setPicked(undefined)
                }}
              />
              {kind !== 'everything' && (
                <TargetPicker key={kind} kind={kind} picked={picked} onPick={setPicked} />
              )}
            </>
          ) : (
            <Text fw={560}>{price.name ?? words.everything}</Text>
          )}
          <FeeFields value={fees} onChange={(part) => setFees({ ...fees, ...part })} />
          <Text size="sm" c="dimmed">
            {words.formText}
          </Text>
          {set.error !== null && <ErrorNotice error={set.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {texts.common.cancel}
            </Button>
            <Button
              type="submit"
              loading={set.isPending}
              disabled={!isReady}
              title={isReady ? undefined : words.required}
            >
              {texts.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function pickedOf({ appliesTo, brandId, productId, name }: AccountPrice): Picked | undefined {
  const id = brandId ?? productId
  return appliesTo === 'everything' || id === null
    ? undefined
    : { kind: appliesTo, id, name: name ?? String(id) }
}

function typedOf(price: AccountPrice): TypedFees {
  const text = (field: 'discountPercentage' | 'senderFee' | 'senderFeePercentage') =>
    price[field] === null ? '' : String(exact(price, field))
  return {
    discountPercentage: text('discountPercentage'),
    senderFee: text('senderFee'),
    senderFeeCurrencyCode: price.senderFeeCurrencyCode ?? 'USD',
    senderFeePercentage: text('senderFeePercentage'),
  }
}
