import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** What signing up needs to know about this server. */
export interface Setup {
  readonly version: string
  readonly signUp: 'open' | 'invited'
  readonly hasMail: boolean
  readonly countries: readonly {
    readonly code: string
    readonly name: string
    readonly currencyCode: string
  }[]
  readonly currencies: readonly { readonly code: string; readonly name: string }[]
}

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () =>
    (api.request as unknown as (name: string, input: object) => Promise<Setup>).call(
      api,
      'GET /setup',
      {},
    ),
  staleTime: Number.POSITIVE_INFINITY,
})
