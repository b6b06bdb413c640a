import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api'
import type { LockOut } from './lock-out.ts'
import { type PersonEvent, toPersonEvent } from './model.ts'

/** What is worth a line of the audit log, by the path that does it. */
const actions: Readonly<Record<string, string>> = {
  '/sign-up/email': 'person.signed_up',
  '/sign-in/email': 'person.signed_in',
  '/sign-in/link': 'person.signed_in',
  '/passkey/verify-authentication': 'person.signed_in',
  '/two-factor/verify-totp': 'person.signed_in',
  '/two-factor/verify-backup-code': 'person.signed_in',
  '/two-factor/enable': 'person.two_factor_started',
  '/two-factor/generate-backup-codes': 'person.backup_codes_made',
  '/two-factor/disable': 'person.two_factor_disabled',
  '/passkey/verify-registration': 'person.passkey_added',
  '/passkey/delete-passkey': 'person.passkey_removed',
  '/change-password': 'person.password_changed',
  '/sessions/revoke': 'person.session_revoked',
  '/revoke-session': 'person.session_revoked',
  '/revoke-sessions': 'person.session_revoked',
  '/revoke-other-sessions': 'person.session_revoked',
}

export interface Watched {
  readonly lockOut: LockOut
  maySignUp(email: string): Promise<boolean>
  onEvent(event: PersonEvent): Promise<void>
}

interface At {
  readonly path?: string | undefined
}

/**
 * Refuses strangers where only who is invited may sign up, locks addresses for which passwords are
 * tried, and tells what people do to their own access.
 */
export function watch({ lockOut, maySignUp, onEvent }: Watched) {
  return {
    id: 'watch',
    hooks: {
      before: [
        {
          matcher: ({ path }: At) => path === '/sign-up/email',
          handler: createAuthMiddleware(async ({ body }) => {
            if (await maySignUp(textOf(body, 'email'))) return
            throw new APIError('FORBIDDEN', {
              code: 'NOT_INVITED',
              message: 'Only who is invited may sign up here. Ask for an invitation',
            })
          }),
        },
        {
          matcher: ({ path }: At) => path === '/sign-in/email',
          handler: createAuthMiddleware(async ({ body }) => {
            // Nothing is tried without both; that is refused in a moment.
            if (!textOf(body, 'email') || !textOf(body, 'password')) return
            if (await lockOut.mayTry(textOf(body, 'email'))) return
            throw new APIError('TOO_MANY_REQUESTS', {
              code: 'LOCKED',
              message: 'Too many wrong passwords. Try again in a quarter of an hour',
            })
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }: At) => actions[path ?? ''] !== undefined,
          handler: createAuthMiddleware(async ({ path = '', headers, context }) => {
            const person = context.newSession?.user ?? context.session?.user
            const action = actions[path]
            if (isAPIError(context.returned) || !person || action === undefined) return
            await onEvent(toPersonEvent(person, action, headers))
          }),
        },
      ],
    },
  }
}

function textOf(body: unknown, field: 'email' | 'password'): string {
  const value = ((body ?? {}) as Record<string, unknown>)[field]
  return typeof value === 'string' ? value : ''
}
