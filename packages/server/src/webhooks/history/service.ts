import type { Owner } from '../../accounts/index.ts'
import { type Events, type EventType, eventErrors } from '../../events/index.ts'
import type { Database } from '../../storage/database.ts'
import { webhookErrors } from '../errors.ts'
import type { Delivery, DeliveryState, Endpoint, ShownAttempt, StoredAttempt } from '../model.ts'
import { examplePayload, payloadOf } from '../payload.ts'
import { findEndpoint, type ListPart } from '../store.ts'
import * as store from './store.ts'

/** What has become of sending events. */
export interface History {
  /** Requests to an endpoint, the newest first. @throws endpointNotFound */
  listAttempts(
    owner: Owner,
    id: string,
    filter: store.AttemptFilter,
    part: ListPart,
  ): Promise<ShownPart>
  /** @throws endpointNotFound */
  listDeliveries(
    owner: Owner,
    id: string,
    state: DeliveryState | undefined,
    part: ListPart,
  ): Promise<Delivery[]>
  /** The ways of one event to the endpoints that there are. @throws eventNotFound */
  listEventDeliveries(owner: Owner, sequence: bigint | undefined): Promise<store.EventDelivery[]>
  /** How each endpoint does. */
  listHealth(owner: Owner): Promise<store.EndpointHealth[]>
}

export interface ShownPart {
  readonly attempts: readonly ShownAttempt[]
  /** Those before this one have not been looked at; null when there are none. */
  readonly nextBefore: bigint | null
}

export interface HistoryDependencies {
  readonly database: Database
  readonly events: Pick<Events, 'get' | 'list'>
}

export function createHistory({ database, events }: HistoryDependencies): History {
  async function get(owner: Owner, id: string): Promise<Endpoint> {
    const endpoint = await findEndpoint(database, owner, id)
    if (endpoint === undefined) throw webhookErrors.endpointNotFound()
    return endpoint
  }

  /** The body of each attempt, which is kept nowhere: it is the event's, or that of an example. */
  async function withBodies(
    owner: Owner,
    attempts: readonly StoredAttempt[],
  ): Promise<ShownAttempt[]> {
    const sequences = [...new Set(attempts.flatMap(({ sequence }) => sequence ?? []))]
    const told = sequences.length === 0 ? [] : await events.list(database, owner, sequences)
    const bodies = new Map(told.map((event) => [event.sequence, payloadOf(event).toString()]))
    const bodyOf = ({ sequence, type }: StoredAttempt) =>
      sequence === null
        ? examplePayload(owner, type as EventType).toString()
        : (bodies.get(sequence) ?? '')
    return attempts.map((attempt) => ({ ...attempt, requestBody: bodyOf(attempt) }))
  }

  return {
    async listAttempts(owner, id, filter, part) {
      const found = await store.listAttempts(database, await get(owner, id), filter, part)
      return { ...found, attempts: await withBodies(owner, found.attempts) }
    },
    async listDeliveries(owner, id, state, part) {
      return store.listDeliveries(database, await get(owner, id), state, part)
    },
    async listEventDeliveries(owner, sequence) {
      if (sequence === undefined) throw eventErrors.eventNotFound()
      const event = await events.get(owner, sequence)
      return store.listEventDeliveries(database, owner, event.sequence)
    },
    listHealth: (owner) => store.listHealth(database, owner),
  }
}
