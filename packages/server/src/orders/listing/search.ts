import { readId } from '../../core/ids.ts'
import type { Tx } from '../../storage/database.ts'
import type { OrderFilter, Owner } from '../filter.ts'
import { isEmail, readSearchedPhone } from '../recipient.ts'
import * as store from './store.ts'

/** Either the orders that a filter names, the newest first, or a filter that names none. */
export type Narrowed =
  | { readonly ids: readonly bigint[] }
  | { readonly filter: Omit<OrderFilter, 'search' | 'customIdentifier'> }

/**
 * Looks up what a filter names. An identifier has one order, or a few that differ in case; what
 * somebody searches for is an id or an identifier if any order has it, else a recipient.
 */
export async function narrow(tx: Tx, owner: Owner, filter: OrderFilter): Promise<Narrowed> {
  const { search, ...rest } = filter
  if (search === undefined) return narrowByIdentifier(tx, owner, rest)
  const named = { id: readId(search), identifier: search }
  const ids = await store.listByName(tx, owner, rest, named)
  if (ids.length > 0) return { ids }
  const recipient = readRecipient(search)
  if (recipient === undefined || contradicts(rest, recipient)) return { ids: [] }
  return narrowByIdentifier(tx, owner, { ...rest, ...recipient })
}

async function narrowByIdentifier(
  tx: Tx,
  owner: Owner,
  filter: Omit<OrderFilter, 'search'>,
): Promise<Narrowed> {
  const { customIdentifier, ...rest } = filter
  return customIdentifier === undefined
    ? { filter: rest }
    : { ids: await store.listByIdentifier(tx, owner, filter) }
}

type Sought = Pick<OrderFilter, 'recipientEmail' | 'recipientPhone'>

/** A recipient as somebody writes it; undefined for what is none. */
export function readRecipient(text: string): Sought | undefined {
  if (isEmail(text)) return { recipientEmail: text }
  const recipientPhone = readSearchedPhone(text)
  return recipientPhone === undefined ? undefined : { recipientPhone }
}

/** Whether a filter asks for another recipient of the same kind. */
function contradicts(filter: OrderFilter, sought: Sought): boolean {
  const email = sought.recipientEmail?.toLowerCase()
  const isOther = <Text>(wanted: Text | undefined, found: Text | undefined) =>
    wanted !== undefined && found !== undefined && wanted !== found
  return (
    isOther(filter.recipientEmail?.toLowerCase(), email) ||
    isOther(filter.recipientPhone, sought.recipientPhone)
  )
}
