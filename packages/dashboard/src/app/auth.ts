import { ApiError } from '@openscrip/sdk'

/**
 * One call of the sign-in routes below `/manage/v1/auth`, with the cookies of the page.
 *
 * @throws ApiError with the server's sentence
 */
export async function auth<Answer>(
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const response = await fetch(`/manage/v1/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = (await response.json().catch(() => null)) as unknown
  if (response.ok) return answer as Answer
  const { message, code } = (answer ?? {}) as { readonly message?: string; readonly code?: string }
  throw new ApiError({
    status: response.status,
    errorCode: code ?? null,
    message: message ?? response.statusText,
    path: `/manage/v1/auth${path}`,
    details: [],
    retryAfterMs: undefined,
    requestId: response.headers.get('x-request-id') ?? undefined,
  })
}

/** Ends the session and shows the way back in. */
export async function signOut(): Promise<void> {
  await auth('/sign-out', {})
  // A fresh page: nothing of the session stays in memory.
  location.assign('/dashboard/sign-in')
}
