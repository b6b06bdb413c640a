import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

type State = Readonly<Record<string, string | number>>

/**
 * What a page shows, kept in its address: filters, sort, page, the open panel. What equals its
 * default is left out. `useUrlState({ status: '', page: 1 })` answers the state and a setter that
 * merges; each change is a step of the back button unless `replace` is asked for.
 */
export function useUrlState<Defaults extends State>(
  defaults: Defaults,
): readonly [
  { readonly [Key in keyof Defaults]: Defaults[Key] extends number ? number : string },
  (
    change: { readonly [Key in keyof Defaults]?: string | number | undefined },
    how?: { readonly replace?: boolean },
  ) => void,
] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const navigate = useNavigate()
  // The defaults are written in place by every caller, and new at each rendering.
  const key = JSON.stringify(defaults)
  const state = useMemo(() => readState(JSON.parse(key) as State, search), [key, search])
  const set = useCallback(
    (
      change: Readonly<Record<string, string | number | undefined>>,
      how: { replace?: boolean } = {},
    ) => {
      const initial = JSON.parse(key) as State
      void navigate({
        to: '.',
        replace: how.replace ?? false,
        resetScroll: false,
        search: ((before: Readonly<Record<string, string>>) =>
          writeState(initial, before, change)) as never,
      })
    },
    [key, navigate],
  )
  return [state, set] as never
}

function readState(defaults: State, search: Readonly<Record<string, string | undefined>>): State {
  const entries = Object.entries(defaults).map(([name, fallback]) => {
    const given = search[name]
    if (given === undefined) return [name, fallback]
    if (typeof fallback === 'string') return [name, given]
    return [name, Number.isFinite(Number(given)) ? Number(given) : fallback]
  })
  return Object.fromEntries(entries) as State
}

function writeState(
  defaults: State,
  before: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | number | undefined>>,
): Readonly<Record<string, string>> {
  const next: Record<string, string> = { ...before }
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === defaults[name]) delete next[name]
    else next[name] = String(value)
  }
  return next
}

/** Search parameters as they are written: every value is a text. */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}
