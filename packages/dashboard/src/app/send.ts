import { ApiError, ConnectionError } from '@openscrip/sdk'

/**
 * One request to the server, for what the SDK does not know: sign-in and files.
 *
 * @throws ApiError with the server's sentence when it refuses
 * @throws ConnectionError when it cannot be reached
 */
export async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new ConnectionError('The server cannot be reached.', { cause })
  })
  if (response.ok) return response
  const { message, code, errorCode, details } = ((await response.json().catch(() => null)) ??
    {}) as {
    readonly message?: string
    readonly code?: string
    readonly errorCode?: string | null
    readonly details?: readonly unknown[]
  }
  throw new ApiError({
    status: response.status,
    errorCode: errorCode ?? code ?? null,
    message: message ?? response.statusText,
    path,
    details: details ?? [],
    retryAfterMs: undefined,
    requestId: response.headers.get('x-request-id') ?? undefined,
  })
}
