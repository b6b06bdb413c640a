import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { exact } from '../../app/money.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { FeeFields, type Fees, feesOf } from './fee-fields.tsx'
import type { AccountPrice } from './model.ts'
import { type Picked, TargetPicker } from './target-picker.tsx'

const words = texts.operator.prices

type Kind = AccountPrice['appliesTo']

interface FormProps {
  readonly accountId: number
  /** The one that is changed; undefined for a new one. */
  readonly price: AccountPrice | undefined
  /** What the account has: setting one again replaces it whole. */
  readonly prices: readonly AccountPrice[]
  readonly onClose: () => void
}

interface PriceFormProps extends FormProps {
  readonly isOpen: boolean
}

/** Sets a price of an account: what it is for, and its three parts. */
export function PriceForm({ isOpen, ...form }: PriceFormProps) {
  return (
    <Modal opened={isOpen} onClose={form.onClose} title={<Text fw={620}>{words.formTitle}</Text>}>
      <Form {...form} />
    </Modal>
  )
}

function Form({ accountId, price, prices, onClose }: FormProps) {
  const [kind, setKind] = useState<Kind>(price?.appliesTo ?? 'everything')
  const [picked, setPicked] = useState<Picked | undefined>(price && pickedOf(price))
  const [known, setKnown] = useState(price ?? findPrice(prices, 'everything'))
  const [fees, setFees] = useState(feesIn(known))
  const set = useChange('POST /operator/accounts/{accountId}/prices', [
    'GET /operator/accounts/{accountId}/prices',
  ])
  const given = feesOf(fees)
  const isReady = Object.keys(given).length > 0 && (kind === 'everything' || picked?.kind === kind)
  /** What is set for it already is where the change begins. */
  function choose(nextKind: Kind, next?: Picked): void {
    const nextKnown = findPrice(prices, nextKind, next?.id)
    setKind(nextKind)
    setPicked(next)
    setKnown(nextKnown)
    if (nextKnown !== known) setFees(feesIn(nextKnown))
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isReady || set.isPending) return
    const target = picked === undefined ? {} : { [`${kind}Id`]: picked.id }
    const onSuccess = () => {
      notifications.show({ message: words.saved })
      onClose()
    }
    set.mutate({ path: { accountId }, body: { ...target, ...given } }, { onSuccess })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {price === undefined ? (
          <Target kind={kind} picked={picked} onChoose={choose} />
        ) : (
          <Text fw={560}>{price.name ?? words.everything}</Text>
        )}
        <FeeFields value={fees} onChange={(part) => setFees({ ...fees, ...part })} />
        <Text size="sm" c="dimmed">
          {price === undefined && known !== undefined ? words.knownText : words.formText}
        </Text>
        {set.error !== null && <ErrorNotice error={set.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
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
  )
}

interface TargetProps {
  readonly kind: Kind
  readonly picked: Picked | undefined
  readonly onChoose: (kind: Kind, picked?: Picked) => void
}

/** What a new price is for. */
function Target({ kind, picked, onChoose }: TargetProps) {
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={words.appliesTo}
        value={kind}
        data={(['everything', 'brand', 'product'] as const).map((value) => ({
          value,
          label: words.kinds[value],
        }))}
        onChange={(value) => onChoose(value as Kind)}
      />
      {kind !== 'everything' && (
        <TargetPicker
          key={kind}
          kind={kind}
          picked={picked}
          onPick={(next) => onChoose(kind, next)}
        />
      )}
    </>
  )
}

const idOf = ({ brandId, productId }: AccountPrice): number | undefined =>
  brandId ?? productId ?? undefined

function findPrice(prices: readonly AccountPrice[], kind: Kind, id?: number) {
  return prices.find((price) => price.appliesTo === kind && idOf(price) === id)
}

function pickedOf(price: AccountPrice): Picked | undefined {
  const { appliesTo, name } = price
  const id = idOf(price)
  return appliesTo === 'everything' || id === undefined
    ? undefined
    : { kind: appliesTo, id, name: name ?? String(id) }
}

function feesIn(price: AccountPrice | undefined): Fees {
  const text = (field: 'discountPercentage' | 'senderFee' | 'senderFeePercentage') =>
    price === undefined || price[field] === null ? '' : String(exact(price, field))
  return {
    discountPercentage: text('discountPercentage'),
    senderFee: text('senderFee'),
    senderFeeCurrencyCode: price?.senderFeeCurrencyCode ?? 'USD',
    senderFeePercentage: text('senderFeePercentage'),
  }
}
