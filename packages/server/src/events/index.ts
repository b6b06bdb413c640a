export { eventErrors } from './errors.ts'
export { exampleOf } from './examples.ts'
export { eventRoutes } from './manage.ts'
export {
  type Event,
  type EventType,
  eventIdOf,
  eventTypes,
  type Fact,
  fundedFact,
  isOrderEvent,
  lowBalanceFact,
  type PlacedOrder,
  type StoredEvent,
} from './model.ts'
export type { OrderDescription, OrderLog, Position } from './port.ts'
export { createEvents, type Events } from './service.ts'
