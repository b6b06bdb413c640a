export { smsProviders } from './channels/sms/index.ts'
export type { Mailer } from './channels/smtp.ts'
export type { Claims } from './claims/service.ts'
export { createDelivery, type Delivery } from './delivery.ts'
export { type MessageHealth, readMessageHealth } from './health/store.ts'
export { sendJob, sendJobsOf } from './jobs.ts'
export { messageRoutes } from './manage.ts'
export {
  channels,
  type Gift,
  messageIdOf,
  messageStates,
  type Recipients,
  tellings,
} from './model.ts'
export type { OrderBook } from './port.ts'
export { previewClaimPages, previewMessage } from './preview.ts'
export { claimRoutes } from './routes.ts'
export type { Messages } from './service.ts'
export type { MessageTrace } from './tracing.ts'
