import { exact, formatMoney } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details, type Detail as Fact } from '../../components/details.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { ActorName } from './actor.tsx'
import type { Detail } from './calls.ts'
import { ScopedLink } from './scoped-link.tsx'

const said = texts.orders.order.facts

/** What was ordered, by whom and for whom. */
export function Facts({ order }: { readonly order: Detail }) {
  const mayReadRequests = useMay('requests:read')
  const hasRequest = mayReadRequests && order.placedBy.kind === 'client'
  return (
    <Section title={said.title}>
      <Details items={[...factsOf(order), ...(hasRequest ? [requestOf(order)] : [])]} />
    </Section>
  )
}

function factsOf(order: Detail): readonly Fact[] {
  const { transactionId, customIdentifier, product, quantity, senderName, recipientUserId } = order
  const face = formatMoney(exact(order, 'unitPrice'), order.cardCurrencyCode)
  const id = String(transactionId)
  return [
    { label: said.id, value: <CopyableId value={id} what={texts.orders.order.id} /> },
    ...when(customIdentifier, said.identifier, (value) => <CopyableId value={value} />),
    { label: said.placed, value: <DateTime at={order.createdAt} look="absolute" /> },
    { label: said.placedBy, value: <ActorName actor={order.placedBy} /> },
    {
      label: said.product,
      value: (
        <ScopedLink scope="catalog:read" to={`/pricing/gift-cards/${product.productId}`}>
          {product.productName}
        </ScopedLink>
      ),
    },
    { label: said.cards, value: texts.orders.list.quantity(quantity, face) },
    { label: said.recipient, value: <Recipient order={order} /> },
    ...when(senderName, said.sender, (value) => value),
    ...when(recipientUserId, said.userId, (value) => value),
    ...(order.isPreOrder ? [{ label: said.preOrder, value: said.yes }] : []),
    { label: said.supplier, value: order.supplier },
  ]
}

/** The request by which a client placed it. */
const requestOf = ({ transactionId }: Detail): Fact => ({
  label: said.request,
  value: (
    <PageLink to="/developers/requests" search={{ order: transactionId }}>
      {said.requests}
    </PageLink>
  ),
})

function when(
  value: string | null,
  label: string,
  render: (value: string) => Fact['value'],
): readonly Fact[] {
  return value === null ? [] : [{ label, value: render(value) }]
}

function Recipient({ order: { recipientEmail, recipientPhone } }: { readonly order: Detail }) {
  const given = [recipientEmail, recipientPhone].filter((one) => one !== null)
  if (given.length === 0) return texts.orders.list.nobody
  return given.map((one) => (
    <div key={one}>
      <CopyableId value={one} />
    </div>
  ))
}
