import {
  ApiError,
  Management,
  type OperationInput,
  type OperationName,
  type OperationOutput,
} from '@openscrip/sdk'
import {
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { accountIdNow } from './account.ts'

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

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** The operations that only read. */
export type Reading = Extract<OperationName, `GET ${string}`>

export interface CallSettings {
  /** False while there is nothing to ask for. */
  readonly isEnabled?: boolean
  /** Asks again after so many milliseconds, for as long as the page is seen. */
  readonly everyMs?: number
  /** Shows the last answer while the next one is on its way: for tables whose page changes. */
  readonly keepsLast?: boolean
}

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
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
    ...(keepsLast && { placeholderData: (last: unknown) => last }),
  }) as UseQueryResult<OperationOutput<Name>>
}

/**
 * Carries an operation out when asked: `const fund = useChange('POST /wallet/test-funds', ['GET /wallet'])`,
 * then `fund.mutate({ query, body })`. What it makes stale is asked for again.
 */
export function useChange<Name extends OperationName>(
  name: Name,
  makesStale: readonly Reading[] = [],
) {
  const client = useQueryClient()
  return useMutation<OperationOutput<Name>, Error, OperationInput<Name>>({
    mutationFn: (input) => api.request(name, input),
    onSuccess: () => invalidate(makesStale, client),
  })
}

/** Asks again for every answer of these operations. */
export async function invalidate(
  names: readonly Reading[],
  client: QueryClient = queryClient,
): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })))
}

/** The address of a file that an operation makes, for a link that downloads it. */
export function downloadPath(
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  const accountId = accountIdNow()
  if (accountId !== undefined) search.set('account', String(accountId))
  return `/manage/v1${path}?${search}`
}

/** Downloads a file that an operation makes, as the account that this tab shows. */
export async function download(
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): Promise<void> {
  const accountId = accountIdNow()
  const headers = accountId === undefined ? {} : { 'Scrip-Account': String(accountId) }
  const response = await fetch(downloadPath(path, query), { headers })
  if (!response.ok) throw await errorOf(response, path)
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

async function errorOf(response: Response, path: string): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as {
    readonly message?: string
    readonly errorCode?: string | null
    readonly details?: readonly unknown[]
  }
  return new ApiError({
    status: response.status,
    errorCode: body.errorCode ?? null,
    message: body.message ?? response.statusText,
    path: `/manage/v1${path}`,
    details: body.details ?? [],
    retryAfterMs: undefined,
    requestId: response.headers.get('x-request-id') ?? undefined,
  })
}
