import { Button, Group, Image, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { describeValues } from '../../app/face-values.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatAmount } from '../../app/money.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Money } from '../../components/money.tsx'
import { texts } from '../../texts/index.ts'
import styles from './product-picker.module.css'

export type Product = OperationOutput<'GET /products/{productId}'>

type Row = OperationOutput<'GET /products'>['content'][number]

const said = texts.orders.place

const SIZE = 8

export interface ProductPickerProps {
  readonly onChoose: (productId: string) => void
}

/** Finds a product by name, brand or id, with what its smallest card costs. */
export function ProductPicker({ onChoose }: ProductPickerProps) {
  const mode = useMode()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const query = { mode, size: SIZE, ...(q !== '' && { q }) }
  const products = useCall('GET /products', { query }, { keepsLast: true })
  const { data } = products
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        aria-label={said.searchLabel}
        placeholder={said.search}
        data-search
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {products.error !== null && (
        <ErrorNotice error={products.error} onRetry={() => void products.refetch()} />
      )}
      {data?.content.length === 0 ? (
        <Text c="dimmed" py="lg" ta="center">
          {said.noResults(q)}
        </Text>
      ) : (
        <ul className={styles.list} aria-label={said.results} aria-busy={data === undefined}>
          {data?.content.map((product) => (
            <li key={product.productId}>
              <button
                type="button"
                className={styles.row}
                onClick={() => onChoose(String(product.productId))}
              >
                <ProductName product={product} />
                <SmallestCost {...product} />
              </button>
            </li>
          )) ??
            Array.from({ length: SIZE }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
              <li key={index}>
                <Skeleton h={52} />
              </li>
            ))}
        </ul>
      )}
      {data && data.total > data.content.length && (
        <Text size="xs" c="dimmed">
          {said.showing(data.content.length, data.total)}
        </Text>
      )}
    </Stack>
  )
}

/** The product that was chosen, and a way to another. */
export function ChosenProduct({
  product,
  onChange,
}: {
  readonly product: Product
  readonly onChange: () => void
}) {
  return (
    <Group justify="space-between" wrap="nowrap" className={styles.chosen}>
      <ProductName product={product} />
      <Button variant="default" size="compact-sm" onClick={onChange}>
        {said.change}
      </Button>
    </Group>
  )
}

function ProductName({ product }: { readonly product: Row | Product }) {
  return (
    <span className={styles.name}>
      <Image src={product.cardUrl} alt="" w={54} h={34} radius={4} fit="cover" />
      <span className={styles.words}>
        <Text component="span" fw={560} truncate>
          {product.productName}
        </Text>
        <Text component="span" size="xs" c="dimmed" truncate>
          {describeValues(product, Number.POSITIVE_INFINITY)}
        </Text>
      </span>
    </span>
  )
}

/** What its smallest card costs. */
function SmallestCost({ price, recipientCurrencyCode: currency }: Row) {
  if (price === null) return null
  const value = `${formatAmount(exact(price, 'unitPrice'), 0)}\u00a0${currency}`
  return (
    <span className={styles.price}>
      <Money amount={exact(price, 'cost')} currency={price.currencyCode} />
      <Text component="span" size="xs" c="dimmed">
        {texts.pricing.list.forValue(value)}
      </Text>
    </span>
  )
}
