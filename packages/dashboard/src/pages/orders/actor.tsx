import { Text, Tooltip } from '@mantine/core'
import { texts } from '../../texts/index.ts'
import type { Detail } from './calls.ts'
import { ScopedLink } from './scoped-link.tsx'

type Actor = Detail['placedBy']

const said = texts.orders.order

/** Who is on record, by name. */
export function nameOf({ kind, id, name }: Actor): string {
  if (name !== null) return name
  if (kind === 'user') return said.reveals.unknown
  return kind === 'bulk_order' ? said.actors.bulk_order : id
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
      <ScopedLink scope="clients:read" to="/developers/api-settings" search={{ client: id }}>
        {name}
      </ScopedLink>
    )
  }
  if (kind === 'bulk_order') {
    return (
      <ScopedLink scope="bulk:read" to={`/bulk-orders/${id}`}>
        {name}
      </ScopedLink>
    )
  }
  if (kind === 'message') {
    return (
      <ScopedLink scope="messages:read" to="/developers/messages" search={{ message: id }}>
        {name}
      </ScopedLink>
    )
  }
  return (
    <Text component="span" inherit>
      {name}
    </Text>
  )
}
