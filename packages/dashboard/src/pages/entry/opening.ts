import { api } from '../../app/api.ts'
import type { AccountValues } from './account-fields.tsx'

/** Opens an account for the person who is signed in. */
export function openAccount({ accountName, countryCode, currencyCode }: AccountValues): Promise<{
  readonly id: number
}> {
  return api.request('POST /accounts', {
    body: { name: accountName.trim(), countryCode, currencyCode },
  })
}
