import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** What signing up needs to know about this server; it does not change while the page is open. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => api.request('GET /setup', {}),
  staleTime: Number.POSITIVE_INFINITY,
})
