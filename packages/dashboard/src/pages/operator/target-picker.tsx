import { Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { exact, formatMoney, formatPercent } from '../../app/money.ts'
import { texts } from '../../texts/index.ts'

const words = texts.operator.prices

type Product = OperationOutput<'GET /operator/products'>['content'][number]

/** A brand or a product that a price is for. */
export interface Picked {
  readonly kind: 'brand' | 'product'
  readonly id: number
  readonly name: string
}

interface TargetPickerProps {
  readonly kind: Picked['kind']
  readonly picked: Picked | undefined
  readonly onPick: (picked: Picked | undefined) => void
}

/** Finds a brand or a product by a few letters of its name. */
export function TargetPicker({ kind, picked, onPick }: TargetPickerProps) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 250)
  const { data } = useCall(
    'GET /operator/products',
    { query: { ...(q && { q }), size: kind === 'brand' ? 200 : 30 } },
    { keepsLast: true },
  )
  const found = data?.content ?? []
  const options = optionsOf(kind, found)
  const product =
    kind === 'product' ? found.find(({ productId }) => productId === picked?.id) : undefined
  return (
    <div>
      <Select
        aria-label={words.kinds[kind]}
        placeholder={words.pick}
        searchable
        data-autofocus
        value={picked === undefined ? null : String(picked.id)}
        data={options}
        // The server has searched already, and forgives slips that a comparison would not.
        filter={({ options: all }) => all}
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={words.nothingFound}
        onChange={(value, option) =>
          onPick(option === null ? undefined : { kind, id: Number(value), name: option.label })
        }
      />
      {product && (
        <Text size="xs" c="dimmed" mt={4}>
          {describeTerms(product)}
        </Text>
      )}
    </div>
  )
}

function optionsOf(kind: Picked['kind'], found: readonly Product[]) {
  const pairs = found.map(({ productId, productName, brand }) =>
    kind === 'product'
      ? ([String(productId), productName] as const)
      : ([String(brand.brandId), brand.brandName] as const),
  )
  return [...new Map(pairs)].map(([value, label]) => ({ value, label }))
}

function describeTerms(product: Product): string {
  const fee = formatMoney(exact(product, 'senderFee'), product.senderFeeCurrencyCode)
  const percent = formatPercent(exact(product, 'senderFeePercentage'))
  return words.catalogue(
    formatPercent(exact(product, 'discountPercentage')),
    product.senderFeePercentage > 0 ? words.feeAnd(fee, percent) : fee,
  )
}
