import { ApiError } from '@openscrip/sdk'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { accountIdNow, chooseAccount } from './account.ts'
import { api } from './api.ts'
import { type Mode, useMode } from './mode.ts'

export type Role = 'owner' | 'admin' | 'developer' | 'finance' | 'support'

/** Who is signed in, in which account, and what they may do there. */
export interface Session {
  readonly user: {
    readonly id: string
    readonly email: string
    readonly name: string
    readonly isEmailVerified: boolean
    readonly isOperator: boolean
    readonly isTwoFactorEnabled: boolean
    /** False for who came by a one-time link only. */
    readonly hasPassword: boolean
  } | null
  readonly token: { readonly id: string; readonly name: string } | null
  readonly account: {
    readonly id: number
    readonly name: string
    readonly countryCode: string
    readonly currencyCode: string | null
    readonly isLiveEnabled: boolean
    readonly createdAt: string
  } | null
  readonly role: Role | null
  readonly scopes: Readonly<Record<Mode, readonly string[]>>
  readonly accounts: readonly {
    readonly id: number
    readonly name: string
    readonly role: Role
  }[]
}

/** Undefined when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
})

async function readSession(): Promise<Session | null> {
  const request = api.request as unknown as (name: string, input: object) => Promise<Session>
  try {
    return await request.call(api, 'GET /session', {})
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.status === 401) return null
    // The account that was chosen last is no longer one's own.
    if (accountIdNow() === undefined || ![403, 404].includes(error.status)) throw error
    chooseAccount(undefined)
    return request.call(api, 'GET /session', {})
  }
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
