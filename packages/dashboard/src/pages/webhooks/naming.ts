import type { OperationOutput } from '../../app/api.ts'
import type { StatusChipProps } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'

export type Endpoint = OperationOutput<'GET /webhook-endpoints'>[number]
export type Attempt =
  OperationOutput<'GET /webhook-endpoints/{endpointId}/attempts'>['content'][number]
export type Receiver = OperationOutput<'GET /webhook-receivers'>[number]
export type Health = OperationOutput<'GET /webhook-health'>[number]

const { endpoints, states, deliveries } = texts.webhooks

/** The original's name for all that happens to orders. */
export const ORDER_EVENTS = 'giftcard_transaction.status'

/** What a type is about: `order.failed` is about an order. */
export const groupOf = (type: string): string => type.slice(0, type.indexOf('.'))

/** Which events an endpoint asks for, in a few words. */
export function eventsInWords(events: readonly string[]): string {
  if (events.includes('*')) return endpoints.allEvents
  const [first] = events
  if (events.length > 1 || first === undefined) return endpoints.countOfEvents(events.length)
  return first === ORDER_EVENTS ? endpoints.orderEvents : first
}

/** What state an endpoint is in, as its chip. */
export function chipOf(endpoint: Pick<Endpoint, 'isEnabled' | 'disabledReason' | 'failingSince'>) {
  const { isEnabled, disabledReason, failingSince } = endpoint
  if (isEnabled && failingSince === null) {
    return chip('good', states.enabled, states.enabledHint)
  }
  if (isEnabled) return chip('warning', states.failing, states.failingHint)
  if (disabledReason === 'failing') {
    return chip('bad', states.disabledFailing, states.disabledFailingHint)
  }
  if (disabledReason === 'gone') return chip('bad', states.gone, states.goneHint)
  return chip('off', states.manual, states.manualHint)
}

/** What has become of a delivery, as its chip. */
export function deliveryChip(state: 'pending' | 'delivered' | 'failed') {
  const tone = ({ pending: 'waiting', delivered: 'good', failed: 'bad' } as const)[state]
  return chip(tone, deliveries.states[state], deliveries.stateHints[state])
}

const chip = (tone: StatusChipProps['tone'], label: string, hint: string): StatusChipProps => ({
  tone,
  label,
  hint,
})
