import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import Type from 'typebox'
import { Check } from 'typebox/value'
import type { Clock } from '../../core/clock.ts'
import type { Database } from '../../storage/database.ts'
import { hashOfLink } from './model.ts'
import * as store from './store.ts'

const LinkIn = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) })

/** `POST /sign-in/link`: signs in whoever has a link that was not used before, and uses it up. */
export function signInLinks(database: Database, clock: Clock) {
  return {
    id: 'sign-in-link',
    endpoints: {
      signInLink: createAuthEndpoint('/sign-in/link', { method: 'POST' }, async (context) => {
        const { body } = context
        const userId = Check(LinkIn, body)
          ? await store.takeSignInLink(database, hashOfLink(body.token), clock.now())
          : undefined
        const { internalAdapter } = context.context
        const user = userId === undefined ? null : await internalAdapter.findUserById(userId)
        if (user === null) {
          throw new APIError('UNAUTHORIZED', {
            code: 'LINK_NOT_VALID',
            message:
              'This link was used before or is too old. Start the server again for a new one',
          })
        }
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return context.json({ user: { id: user.id, email: user.email, name: user.name } })
      }),
    },
  } as const
}
