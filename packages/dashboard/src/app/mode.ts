import type { Mode } from '@openscrip/sdk'
import { useParams } from '@tanstack/react-router'

export type { Mode }

const KEY = 'openscrip.mode'

/** The mode that the page shows: it stands in its address. Pages without one go by the last. */
export function useMode(): Mode {
  const { mode } = useParams({ strict: false }) as { readonly mode?: string }
  return mode === 'test' || mode === 'live' ? mode : lastMode()
}

/** The address of an account's page in a mode: `/orders/5` is `/test/orders/5`. */
export const inMode = (mode: Mode, path: string): string => `/${mode}${path}`

export function rememberMode(mode: Mode): void {
  try {
    localStorage.setItem(KEY, mode)
  } catch {
    // A browser that keeps nothing begins with test.
  }
}

export function lastMode(): Mode {
  try {
    return localStorage.getItem(KEY) === 'live' ? 'live' : 'test'
  } catch {
    return 'test'
  }
}
