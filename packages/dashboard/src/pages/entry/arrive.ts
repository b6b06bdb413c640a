import { queryClient } from '../../app/api.ts'
import { sessionQuery } from '../../app/session.ts'

/** Goes where the person wanted to go before signing in, inside of the dashboard only. */
export function arrive(next: string | undefined): void {
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  const isInside = next?.startsWith('/') && !next.startsWith('//')
  // A fresh page, so that nothing of an earlier session is shown.
  location.replace(`/dashboard${isInside ? next : '/'}`)
}
