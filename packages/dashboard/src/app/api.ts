import {
  ApiError,
  Management,
  type OperationInput,
  type OperationName,
  type OperationOutput,
} from '@openscrip/sdk'
import {
  QueryCache,
  QueryClient,
  type QueryKey,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { accountIdNow } from './account.ts'
import { send } from './send.ts'

export type { OperationInput, OperationName, OperationOutput }

/** The Management API, as whoever is signed in, in the account that this tab shows. */
export const api = new Management({
  baseUrl: location.origin,
  retriesMax: 1,
  headers: () => {
    const accountId = accountIdNow()
    return accountId === undefined ? {} : { 'Scrip-Account': String(accountId) }
  },
})

/** How long an answer is as good as a new one. */
export const FRESH_MS = 5_000

// Whether there is a way to the server shows when it is asked. The browser's word for `offline` is
// not taken: a server of the own machine answers all the same, and a change that waited for better
// times would be made after its dialog was closed.
const networkMode = 'always'

export const queryClient: QueryClient = new QueryClient({
  // What one may no longer read may mean that the session has ended: it is looked at again.
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      const isRefused = error instanceof ApiError && error.status === 401
      if (isRefused && queryKey[0] !== 'session') {
        // Once, however much is refused together: every reading would lead away once more.
        void queryClient.invalidateQueries({ queryKey: ['session'] }, { cancelRefetch: false })
      }
    },
  }),
  defaultOptions: {
    queries: {
      networkMode,
      retry: false,
      staleTime: FRESH_MS,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
    mutations: { networkMode, retry: false },
  },
})

/** The operations that only read. */
export type Reading = Extract<OperationName, `GET ${string}`>

export interface CallSettings {
  /** False while there is nothing to ask for. */
  readonly isEnabled?: boolean
  /** Asks again after so many milliseconds, for as long as the page is seen; less often on failure. */
  readonly everyMs?: number
  /** Shows the last answer while the next one is on its way: for tables whose page changes. */
  readonly keepsLast?: boolean
}

/** A server in trouble is not asked more often than this. */
const TROUBLE_MS = 30_000

/**
 * What an operation answers, kept until it is invalidated: `useCall('GET /orders', { query: { mode } })`.
 * Input and answer have the types of the API's description.
 */
export function useCall<Name extends Reading>(
  name: Name,
  input: OperationInput<Name>,
  { isEnabled = true, everyMs, keepsLast = false }: CallSettings = {},
): UseQueryResult<OperationOutput<Name>> {
  return useQuery<unknown>({
    queryKey: [name, input],
    queryFn: ({ signal }) => api.request(name, input, { signal }),
    enabled: isEnabled,
    ...(everyMs !== undefined && {
      refetchInterval: ({ state }) => (state.error ? Math.max(everyMs, TROUBLE_MS) : everyMs),
    }),
    ...(keepsLast && {
      placeholderData: (last: unknown, before: { readonly queryKey: QueryKey } | undefined) =>
        before && isAlike(before.queryKey, [name, input]) ? last : undefined,
    }),
  }) as UseQueryResult<OperationOutput<Name>>
}

/** Whether two calls are about one thing in one mode, and differ in page or filter at most. */
function isAlike([nameA, a]: QueryKey, [nameB, b]: QueryKey): boolean {
  const aboutOf = (input: unknown) => {
    const { path, query } = input as { path?: unknown; query?: { readonly mode?: unknown } }
    return JSON.stringify([path, query?.mode])
  }
  return nameA === nameB && aboutOf(a) === aboutOf(b)
}

export interface ChangeSettings<Name extends OperationName> {
  /** The answer has a secret: it is forgotten as soon as nothing on the page shows it. */
  readonly keepsSecret?: boolean
  /** Hears the answer even when the page was left meanwhile. */
  readonly onDone?: (answer: OperationOutput<Name>) => void
}

/**
 * Carries an operation out when asked: `const fund = useChange('POST /wallet/test-funds', ['GET /wallet'])`,
 * then `fund.mutate({ query, body })`. What it makes stale is asked for again.
 */
export function useChange<Name extends OperationName>(
  name: Name,
  makesStale: readonly Reading[] = [],
  { keepsSecret = false, onDone }: ChangeSettings<Name> = {},
) {
  const client = useQueryClient()
  return useMutation<OperationOutput<Name>, Error, OperationInput<Name>>({
    mutationFn: (input) => api.request(name, input),
    onSuccess: (answer) => {
      onDone?.(answer)
      return invalidate(makesStale, client)
    },
    ...(keepsSecret && { gcTime: 0 }),
  })
}

/** Asks again for every answer of these operations. */
export async function invalidate(
  names: readonly Reading[],
  client: QueryClient = queryClient,
): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })))
}

/** The address of what an operation makes, for a frame: it names the account, as frames have no headers. */
export function framePath(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  return pathOf(path, { ...query, 'scrip-account': accountIdNow() })
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>

function pathOf(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/manage/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

/** Downloads a file that an operation makes, as the account that this tab shows. */
export async function download(path: string, query: Query = {}): Promise<void> {
  const accountId = accountIdNow()
  const headers = accountId === undefined ? {} : { 'Scrip-Account': String(accountId) }
  const response = await send(pathOf(path, query), { headers })
  const disposition = response.headers.get('content-disposition') ?? ''
  const fileName = /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'download'
  saveFile(fileName, await response.blob())
}

/** Hands the browser a file to save. */
export function saveFile(fileName: string, content: Blob | string): void {
  const blob = typeof content === 'string' ? new Blob([content]) : content
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
