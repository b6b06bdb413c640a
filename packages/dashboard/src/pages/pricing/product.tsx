import { Badge, Button, Stack, Text, Tooltip } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useCall } from '../../app/api.ts'
import { useWhyNotBuy } from '../../app/buying.ts'
import { describeValues } from '../../app/face-values.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatAmount, formatMoney, formatPercent } from '../../app/money.ts'
import { PagePending } from '../../app/states.tsx'
import { useUrlState } from '../../app/url-state.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Money } from '../../components/money.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { usePath } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { CardPicture } from './card-picture.tsx'
import styles from './product.module.css'
import { Receipt } from './receipt.tsx'
import { SampleCode } from './sample-code.tsx'
import { minus, type Product } from './values.ts'

const { product: words, list, pages } = texts.pricing

type Price = Product['prices'][number]

export default function ProductPage() {
  const mode = useMode()
  const { productId = '' } = useParams({ strict: false }) as { readonly productId?: string }
  const [{ amount }, set] = useUrlState({ amount: '' })
  const query = { mode, ...(amount && { amount: Number(amount) }) }
  const { data, error, refetch, isPlaceholderData } = useCall(
    'GET /products/{productId}',
    { path: { productId: Number(productId) }, query },
    { keepsLast: true },
  )
  const back = { label: pages.catalog, to: '/pricing/gift-cards' }
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHeader title={pages.product} back={back} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (data === undefined) return <PagePending />
  return (
    <>
      <PageHeader
        title={data.productName}
        back={back}
        status={
          data.hasOwnPrice && (
            <Tooltip label={list.ownHint}>
              <Badge>{list.own}</Badge>
            </Tooltip>
          )
        }
        actions={
          <>
            <ViewAsApi path={`/products/${productId}`} query={query} />
            <OrderButton productId={data.productId} amount={amount} />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
          <Prices product={data} />
          <SampleCode product={data} />
          <Redeeming product={data} />
        </div>
        <div className={styles.column}>
          <Receipt
            product={data}
            amount={amount}
            onAmount={(value) => set({ amount: value })}
            isStale={isPlaceholderData}
          />
          <About product={data} />
        </div>
      </div>
    </>
  )
}

function OrderButton({ productId, amount }: { productId: number; amount: string }) {
  const whyNot = useWhyNotBuy('orders:write')
  const path = usePath()
  if (whyNot !== undefined) {
    return (
      <Button disabled title={whyNot}>
        {words.order}
      </Button>
    )
  }
  const search = { productId: String(productId), ...(amount && { unitPrice: amount }) }
  return (
    <Button component={Link} to={path('/orders/new') as never} search={search as never}>
      {words.order}
    </Button>
  )
}

function Prices({ product }: { readonly product: Product }) {
  const { recipientCurrencyCode: currency } = product
  const columns: readonly Column<Price>[] = [
    {
      key: 'face',
      title: words.faceHead,
      render: (price) => (
        <Text inherit fw={560}>
          {formatAmount(exact(price, 'unitPrice'), 0)} {currency}
          {price.label !== null && (
            <Text span inherit c="dimmed" fw={400}>
              {' '}
              · {price.label}
            </Text>
          )}
        </Text>
      ),
    },
    amountColumn('converted', words.converted, 'face'),
    amountColumn('fee', words.fee, 'fee'),
    amountColumn('discount', list.discount, 'discount'),
    {
      key: 'cost',
      title: list.cost,
      align: 'right',
      render: (price) => (
        <Money amount={exact(price, 'cost')} currency={price.currencyCode} fw={560} />
      ),
    },
  ]
  const [from, to] = (['minDenomination', 'maxDenomination'] as const).map((field) =>
    formatAmount(exact(product, field), 0),
  )
  const text =
    product.denominationType === 'RANGE'
      ? words.steps(from ?? '', `${to}\u00a0${currency}`)
      : words.pricesText
  return (
    <Section title={words.prices} text={text} isFlush>
      <DataTable
        name={words.prices}
        rows={product.prices}
        keyOf={({ unitPrice }) => unitPrice}
        columns={columns}
        isFlush
        empty={
          <Text c="dimmed" p="md">
            {words.noPrices}
          </Text>
        }
      />
    </Section>
  )
}

const amountColumn = (
  key: string,
  title: string,
  field: 'face' | 'fee' | 'discount',
): Column<Price> => ({
  key,
  title,
  align: 'right',
  isWideOnly: true,
  render: (price) => (
    <Money
      amount={field === 'discount' ? minus(exact(price, field)) : exact(price, field)}
      currency={price.currencyCode}
      look="bare"
      c={field === 'discount' ? 'var(--scrip-positive)' : 'dimmed'}
    />
  ),
})

function About({ product }: { readonly product: Product }) {
  const { senderCurrencyCode: currency, country, isGlobal, userIdRequired } = product
  const fee = product.senderFee === null ? '' : formatMoney(exact(product, 'senderFee'), currency)
  const percent = formatPercent(exact(product, 'senderFeePercentage'))
  const shownFee =
    product.senderFeePercentage > 0 ? words.feeAndPercent(fee, percent) : words.perCard(fee)
  return (
    <Section title={words.about}>
      <Stack gap="sm" className={styles.about ?? ''}>
        <CardPicture url={product.cardUrl} isLarge />
        <Details
          items={[
            {
              label: words.id,
              value: <CopyableId value={String(product.productId)} what={words.id} />,
            },
            { label: words.brand, value: product.brand.brandName },
            { label: words.category, value: product.category.name },
            { label: words.country, value: isGlobal ? words.worldWide : country.name },
            { label: words.values, value: describeValues(product, 12) },
            { label: words.fee, value: fee === '' ? texts.common.none : shownFee },
            {
              label: words.discount,
              value: formatPercent(exact(product, 'discountPercentage')),
            },
            {
              label: words.preOrder,
              value: product.supportsPreOrder ? words.preOrders.yes : words.preOrders.no,
            },
            { label: words.userId, value: userIdRequired ? words.userIds.yes : words.userIds.no },
          ]}
        />
      </Stack>
    </Section>
  )
}

function Redeeming({ product }: { readonly product: Product }) {
  const { concise, verbose } = product.redeemInstruction
  return (
    <Section title={words.redeem} text={words.redeemText}>
      <Stack gap="xs">
        <Text fw={560}>{concise}</Text>
        {verbose !== concise && (
          <Text size="sm" c="dimmed" className={styles.redeem ?? ''}>
            {verbose}
          </Text>
        )}
      </Stack>
    </Section>
  )
}
