import { createHttpSms } from './http.ts'
import type { SmsProvider, SmsSettings } from './port.ts'
import { createTwilio } from './twilio.ts'
import { createVonage } from './vonage.ts'

export { type SmsSize, sizeOf } from './encoding.ts'
export type { SmsProvider } from './port.ts'

export const smsProviders = ['twilio', 'vonage', 'http'] as const

export type SmsProviderName = (typeof smsProviders)[number]

/** @throws with a sentence for the operator when a setting is missing */
export function createSmsProvider(name: SmsProviderName, settings: SmsSettings): SmsProvider {
  switch (name) {
    case 'twilio':
      return createTwilio(settings)
    case 'vonage':
      return createVonage(settings)
    case 'http': {
      if (settings.url === undefined)
        throw new Error('SCRIP_SMS_URL is needed with the provider http.')
      return createHttpSms(settings.url, settings)
    }
  }
}
