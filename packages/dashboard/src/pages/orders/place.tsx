import { Alert, Button, Grid, Stack, Text } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { ApiError } from '@openscrip/sdk'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, invalidate, useCall, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { useAccount } from '../../app/session.ts'
import { useUrlState } from '../../app/url-state.ts'
import { type Detail, Details } from '../../components/details.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { usePath } from '../../components/page-link.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { type Draft, fieldOf, isEmail, newIdentifier, toOrderBody, toQuoteBody } from './draft.ts'
import { CardFields, RecipientFields } from './fields.tsx'
import type { Product } from './product-picker.tsx'
import { type Quote, QuoteLedger, QuoteLines, QuotePanel } from './quote.tsx'

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
  const quoteField = fieldOf(quote.error)
  const error = productId === '' ? null : (product.error ?? quote.error)
  const errorOf = (field: keyof Draft) =>
    field === quoteField && quote.error !== null ? quote.error.message : undefined
  const body = toOrderBody(draft)
  const isComplete = draft.identifier.trim() !== '' && (draft.email === '' || isEmail(draft.email))
  const isReady = quote.data?.isAffordable === true && !quote.isStale && isComplete
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
            <CardFields draft={draft} product={product.data} onChange={change} errorOf={errorOf} />
            {productId !== '' && (
              <RecipientFields draft={draft} onChange={change} errorOf={errorOf} />
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <div style={{ position: 'sticky', top: '6rem' }}>
            <QuotePanel
              quote={quote.data}
              isStale={quote.isStale}
              error={quoteField === undefined ? error : null}
              isReady={isReady}
              onReview={open}
            />
          </div>
        </Grid.Col>
      </Grid>
      {quote.data && (
        <Review draft={draft} quote={quote.data} isOpen={isReviewing} onClose={close} />
      )}
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
  const wanted = toQuoteBody(draft)
  const [body] = useDebouncedValue(wanted, 250, { leading: false })
  const key = JSON.stringify(body)
  const found = useQuery({
    queryKey: ['POST /orders/quote', mode, key],
    queryFn: ({ signal }) =>
      api.request('POST /orders/quote', { query: { mode }, body: body ?? {} } as never, { signal }),
    enabled: body !== undefined,
    staleTime: 0,
    placeholderData: (last) => last,
  })
  const isAsked = wanted !== undefined && body !== undefined
  const isStale = found.isFetching || JSON.stringify(wanted) !== key
  const data = isAsked && found.error === null ? (found.data as Quote | undefined) : undefined
  return { data, error: isAsked ? found.error : null, isStale }
}

interface ReviewProps {
  readonly draft: Draft
  readonly quote: Quote
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The last look before the money moves. */
function Review({ draft, quote, isOpen, onClose }: ReviewProps) {
  const mode = useMode()
  const place = useChange('POST /orders', ['GET /orders'])
  const goTo = useGoTo()
  const { review } = said
  const body = toOrderBody(draft)
  const confirm = () =>
    body &&
    place.mutate(
      { query: { mode }, body },
      {
        onSuccess: ({ transactionId }) => goTo(transactionId, said.bought(transactionId)),
        onError: (error) => {
          if (isTaken(error)) void find(draft.identifier)
        },
      },
    )
  /** The first of two clicks has bought it, or the answer to it got lost. */
  async function find(customIdentifier: string): Promise<void> {
    await invalidate(['GET /orders'])
    const { content } = await api.request('GET /orders', { query: { mode, customIdentifier } })
    const [placed] = content
    if (placed) goTo(placed.transactionId, said.already)
  }
  const isUnknown = place.error !== null && !(place.error instanceof ApiError)
  return (
    <ReviewDialog
      isOpen={isOpen}
      onClose={onClose}
      title={review.title}
      action={review.action(formatMoney(exact(quote, 'cost'), quote.currencyCode))}
      onConfirm={confirm}
      isPending={place.isPending}
      error={place.error}
    >
      <Stack gap="md">
        {mode === 'live' && (
          <Alert color="amber">
            <Text size="sm">{review.live}</Text>
          </Alert>
        )}
        <Details items={summaryOf(draft, quote)} />
        <QuoteLines quote={quote} />
        <QuoteLedger quote={quote} />
        {isUnknown && (
          <Button variant="default" onClick={() => void find(draft.identifier)}>
            {said.recover}
          </Button>
        )}
      </Stack>
    </ReviewDialog>
  )
}

const isTaken = (error: unknown): boolean =>
  error instanceof ApiError && error.errorCode === 'CUSTOM_IDENTIFIER_ALREADY_USED'

function useGoTo(): (transactionId: number, message: string) => void {
  const navigate = useNavigate()
  const path = usePath()
  return (transactionId, message) => {
    notifications.show({ message })
    void navigate({ to: path(`/orders/${transactionId}`) as never })
  }
}

function summaryOf(draft: Draft, quote: Quote): readonly Detail[] {
  const given = [draft.email, draft.phone].filter((one) => one !== '')
  const { review } = said
  return [
    { label: said.product, value: quote.product.productName },
    { label: review.to, value: given.length === 0 ? review.nobody : given.join(', ') },
    { label: said.identifier, value: <span className="mono">{draft.identifier}</span> },
  ]
}
