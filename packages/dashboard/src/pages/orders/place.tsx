import { Grid, Stack } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact } from '../../app/money.ts'
import { useAccount } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import {
  type Draft,
  fieldOf,
  isComplete,
  newIdentifier,
  toOrderBody,
  toQuoteBody,
} from './draft.ts'
import { CardFields, RecipientFields } from './fields.tsx'
import type { Product } from './product-picker.tsx'
import { type Quote, QuotePanel } from './quote.tsx'
import { Review } from './review.tsx'

const said = texts.orders.place

/** Placing an order by hand: a card, a recipient, the price, a last look, and then it is bought once. */
export default function PlaceOrderPage() {
  const mode = useMode()
  const account = useAccount()
  const [typed, change] = useDraft(account.name)
  const { productId } = typed
  const path = { productId: Number(productId) }
  const product = useCall(
    'GET /products/{productId}',
    { path, query: { mode } },
    { isEnabled: productId !== '' },
  )
  const draft = {
    ...typed,
    unitPrice: typed.unitPrice || firstValueOf(product.data),
    // Most recipients are where the card is good.
    phoneCountry: typed.phoneCountry || product.data?.country.isoName || account.countryCode,
  }
  const quote = useQuote(draft)
  const [isReviewing, { open, close }] = useDisclosure(false)
  const [taken, setTaken] = useState<Taken>()
  const [hasChanged, setChanged] = useState(false)
  const isTaken = draft.identifier === taken?.identifier
  const quoteField = fieldOf(quote.error)
  const errorOf = (field: keyof Draft): ReactNode => {
    if (field === 'identifier' && isTaken) return <TakenBy {...taken} />
    return field === quoteField ? quote.error?.message : undefined
  }
  const body = toOrderBody(draft, quote.data)
  const canPay = quote.data?.isAffordable === true && !quote.isStale
  const isReady = canPay && isComplete(draft) && !isTaken
  // What is wrong with a product stands where it was chosen.
  const error = quoteField === undefined && product.error === null ? quote.error : null
  const review = () => {
    setChanged(false)
    open()
  }
  return (
    <>
      <PageHeader
        title={texts.orders.pages.place}
        text={said.text}
        back={{ label: said.back, to: '/orders' }}
        actions={body && <ViewAsApi method="POST" path="/orders" query={{ mode }} body={body} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <CardFields draft={draft} product={product} onChange={change} errorOf={errorOf} />
            {productId !== '' && product.error === null && (
              <RecipientFields draft={draft} onChange={change} errorOf={errorOf} />
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <div style={{ position: 'sticky', top: '6rem' }}>
            <QuotePanel
              quote={quote.data}
              isStale={quote.isStale}
              error={error}
              hasChanged={hasChanged}
              isReady={isReady}
              onReview={review}
            />
          </div>
        </Grid.Col>
      </Grid>
      {quote.data && body && (
        <Review
          body={body}
          quote={quote.data}
          isOpen={isReviewing}
          onClose={close}
          onTaken={(identifier, transactionId) => setTaken({ identifier, transactionId })}
          onPriceChanged={() => {
            setChanged(true)
            quote.refetch()
          }}
        />
      )}
    </>
  )
}

/** An identifier that was tried, and the order that has it. */
interface Taken {
  readonly identifier: string
  readonly transactionId: number
}

function TakenBy({ transactionId }: Taken) {
  return (
    <>
      {said.taken}{' '}
      <PageLink to={`/orders/${transactionId}`} inherit underline="always">
        {texts.orders.order.title(transactionId)}
      </PageLink>
    </>
  )
}

/** Of fixed values the smallest is meant until another is chosen; any amount of a range may be. */
function firstValueOf(product: Product | undefined): string {
  const [first] = product?.denominationType === 'FIXED' ? product.prices : []
  return first === undefined ? '' : String(exact(first, 'unitPrice'))
}

/** Which card it is stands in the address; whom it is for does not. */
function useDraft(sender: string): readonly [Draft, (change: Partial<Draft>) => void] {
  const [card, setCard] = useUrlState({ productId: '', unitPrice: '', quantity: 1 })
  const [rest, setRest] = useState(() => ({
    userId: '',
    email: '',
    phoneCountry: '',
    phone: '',
    sender,
    identifier: newIdentifier(),
  }))
  function change({ productId, unitPrice, quantity, ...others }: Partial<Draft>): void {
    const changed = { productId, unitPrice, quantity }
    const given = Object.entries(changed).filter(([, value]) => value !== undefined)
    if (given.length > 0) setCard(Object.fromEntries(given), { replace: productId === undefined })
    if (Object.keys(others).length > 0) setRest((known) => ({ ...known, ...others }))
  }
  return [{ ...card, ...rest }, change]
}

/** The price of what is filled in, a moment after the last key. */
function useQuote(draft: Draft) {
  const mode = useMode()
  const body = toQuoteBody(draft)
  // As text, because a body is another one whenever it is put together.
  const wanted = body && JSON.stringify(body)
  const [key] = useDebouncedValue(wanted, 250, { leading: false })
  const found = useQuery({
    queryKey: ['POST /orders/quote', mode, key],
    queryFn: ({ signal }) =>
      api.request(
        'POST /orders/quote',
        { query: { mode }, body: JSON.parse(key ?? '') },
        { signal },
      ),
    enabled: key !== undefined,
    staleTime: 0,
    placeholderData: (last, before) => (before?.queryKey[1] === mode ? last : undefined),
  })
  const isAsked = wanted !== undefined && key !== undefined
  const isStale = found.isFetching || wanted !== key
  const data: Quote | undefined = isAsked && found.error === null ? found.data : undefined
  return { data, error: isAsked ? found.error : null, isStale, refetch: () => void found.refetch() }
}
