import { notifications } from '@mantine/notifications'
import { ApiError } from '@openscrip/sdk'
import { texts } from '../texts/index.ts'
import { send } from './send.ts'

/** Sign-in and what belongs to it: better-auth's routes. */
export const AUTH_PATH = '/manage/v1/auth/'

/**
 * One call of the sign-in routes below `/manage/v1/auth`, with the cookies of the page.
 *
 * @throws ApiError with the server's sentence, ConnectionError
 */
export async function auth<Answer>(
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const response = await send(`${AUTH_PATH}${path.slice(1)}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return (await response.json().catch(() => null)) as Answer
}

let isLeaving = false

/** Whether one signs out here at the moment, which ends with the sign-in page. */
export const isSigningOut = () => isLeaving

/** Ends the session and shows the way back in, or says that it goes on. */
export async function signOut(): Promise<void> {
  isLeaving = true
  try {
    await auth('/sign-out', {})
  } catch (error) {
    const hasEnded = error instanceof ApiError && error.status === 401
    if (!hasEnded) {
      isLeaving = false
      const message = error instanceof Error ? error.message : String(error)
      notifications.show({ color: 'red', title: texts.shell.stillSignedIn, message })
      return
    }
  }
  // A fresh page: nothing of the session stays in memory.
  location.assign('/dashboard/sign-in')
}
