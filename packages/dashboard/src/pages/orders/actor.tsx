import { Text, Tooltip } from '@mantine/core'
import { PageLink } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import type { Detail } from './calls.ts'

type Actor = Detail['placedBy']

const said = texts.orders.order

/** Who is on record, by name. */
export function nameOf({ kind, id, name }: Actor): string {
  if (name !== null) return name
  if (kind === 'user') return said.reveals.unknown
  return kind === 'bulk_order' ? `${said.actors.bulk_order} ${id}` : id
}

/** Who is on record; what has a page of its own leads there. */
export function ActorName({ actor }: { readonly actor: Actor }) {
  const { kind, id } = actor
  const name = (
    <Tooltip label={`${said.actors[kind]} ${id}`}>
      <span>{nameOf(actor)}</span>
    </Tooltip>
  )
  if (kind === 'client') {
    return (
      <PageLink to="/developers/api-settings" search={{ client: id }}>
        {name}
      </PageLink>
    )
  }
  if (kind === 'bulk_order') return <PageLink to={`/bulk-orders/${id}`}>{name}</PageLink>
  if (kind === 'message') {
    return (
      <PageLink to="/developers/messages" search={{ message: id }}>
        {name}
      </PageLink>
    )
  }
  return (
    <Text component="span" inherit>
      {name}
    </Text>
  )
}
