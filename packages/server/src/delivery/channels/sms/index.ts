import { createHttpSms } from './http.ts'
import type { SmsProvider, SmsSettings } from './port.ts'
import { createTwilio } from './twilio.ts'
import { createVonage } from './vonage.ts'

export { type SmsSize, sizeOf } from './encoding.ts'
export type { SmsProvider } from './port.ts'

export const smsProviders = ['twilio', 'vonage', 'http'] as const

export type SmsProviderName = (typeof smsProviders)[number]

/** Undefined when it has not been set up: `http` needs an address. */
export function createSmsProvider(
  name: SmsProviderName,
  settings: SmsSettings,
): SmsProvider | undefined {
  switch (name) {
    case 'twilio':
      return createTwilio(settings)
    case 'vonage':
      return createVonage(settings)
    case 'http':
      return settings.url === undefined ? undefined : createHttpSms(settings.url, settings)
  }
}
