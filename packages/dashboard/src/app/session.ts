import { ApiError } from '@openscrip/sdk'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { accountIdNow, chooseAccount } from './account.ts'
import { api, type OperationOutput, queryClient } from './api.ts'
import { isSigningOut } from './auth.ts'
import { type Mode, useMode } from './mode.ts'

/** Who is signed in, in which account, and what they may do there. */
export type Session = OperationOutput<'GET /session'>

export type Role = NonNullable<Session['role']>

const queryKey = ['session']

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({ queryKey, queryFn: readSession, staleTime: 60_000 })

async function readSession(): Promise<Session | null> {
  try {
    const session = await api.request('GET /session', {})
    // Kept by the tab, so that the choice of another one does not change it.
    if (session.account !== null) chooseAccount(session.account.id)
    return session
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const isOpen = Boolean(queryClient.getQueryData(queryKey))
    if (error.status === 401) return isOpen ? leaveFor(signInPath()) : null
    // The account that was chosen last is no longer one's own.
    if (accountIdNow() === undefined || ![403, 404].includes(error.status)) throw error
    chooseAccount(undefined)
    return isOpen ? leaveFor('/') : readSession()
  }
}

/** Loads the dashboard afresh: nothing that was read before may stay. */
function leaveFor(path: string): Promise<never> {
  // Who signs out is not to come back to the page that was left.
  if (!isSigningOut()) location.assign(`/dashboard${path}`)
  return new Promise(() => {})
}

function signInPath(): string {
  const here = `${location.pathname}${location.search}`.replace(/^\/dashboard/, '')
  return `/sign-in?${new URLSearchParams({ next: here })}`
}

/** The session, on pages that need one. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data === null) throw new Error('Nobody is signed in')
  return data
}

/** The account of the session, on pages that need one. */
export function useAccount(): NonNullable<Session['account']> {
  const { account } = useSession()
  if (account === null) throw new Error('There is no account')
  return account
}

/** Whether live pages show anything: also what was bought before live mode was disabled. */
export function showsLive(account: Session['account']): boolean {
  return account === null || account.isLiveEnabled || account.isLiveDisabled
}

/** Whether the session may do this, in the mode of the page or another: `useMay('orders:write')`. */
export function useMay(scope: string, mode?: Mode): boolean {
  const { scopes } = useSession()
  const here = useMode()
  return mayIn(scopes[mode ?? here], scope)
}

/** `*` is everything in the account and nothing of the platform. */
export function mayIn(scopes: readonly string[], scope: string): boolean {
  return scopes.includes(scope) || (!scope.startsWith('operator:') && scopes.includes('*'))
}
