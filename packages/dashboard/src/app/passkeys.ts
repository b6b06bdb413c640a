import { ApiError } from '@openscrip/sdk'
import { auth } from './auth.ts'

/** Whether the page is at a number instead of a name; passkeys belong to names. */
export const isAtNumber = (): boolean => /^[\d.]+$|:/.test(location.hostname)

/** Whether passkeys can be used in this browser, at this address. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential === 'function' && !isAtNumber()

/** Signs in with a passkey that the person chooses. @throws when they choose none */
export async function signInByPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = await auth<never>('/passkey/generate-authenticate-options')
  const response = await startAuthentication({ optionsJSON })
  await auth('/passkey/verify-authentication', { response })
}

/** Adds a passkey of this device or of a key to the person's own. @throws when they stop */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = await auth<never>(
    `/passkey/generate-register-options?${new URLSearchParams({ name })}`,
  )
  const response = await startRegistration({ optionsJSON })
  await auth('/passkey/verify-registration', { response, name })
}

/** Whether the person signed in too long ago to add another way of signing in. */
export const isSignInOld = (error: unknown): boolean =>
  error instanceof ApiError && error.errorCode === 'SESSION_NOT_FRESH'

/** Whether the person has closed the dialog, which is no error. */
export const wasStopped = (error: unknown): boolean =>
  !(error instanceof ApiError) &&
  error instanceof Error &&
  ['NotAllowedError', 'AbortError'].includes(error.name)
