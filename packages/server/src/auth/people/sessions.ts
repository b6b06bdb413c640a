import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api'
import Type from 'typebox'
import { Check } from 'typebox/value'

const SessionIn = Type.Object({ id: Type.String({ maxLength: 100 }) })

/**
 * `GET /sessions` and `POST /sessions/revoke`: where a person is signed in, and ending one of those.
 * better-auth's own list holds the tokens, so it is for sessions of the last day alone; this one
 * holds none, and whoever finds a stranger in it can act at once, however long ago they signed in.
 */
export function ownSessions() {
  return {
    id: 'own-sessions',
    endpoints: {
      ownSessions: createAuthEndpoint(
        '/sessions',
        { method: 'GET', use: [sensitiveSessionMiddleware] },
        async (context) => {
          const { internalAdapter, session: own } = context.context
          const open = await internalAdapter.listSessions(own.user.id, { onlyActiveSessions: true })
          const shown = open.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
            ...{ id, createdAt, updatedAt, ipAddress, userAgent },
            isHere: id === own.session.id,
          }))
          return context.json(shown)
        },
      ),
      revokeOwnSession: createAuthEndpoint(
        '/sessions/revoke',
        { method: 'POST', use: [sensitiveSessionMiddleware] },
        async (context) => {
          const { body } = context
          const { internalAdapter, session: own } = context.context
          const open = await internalAdapter.listSessions(own.user.id, { onlyActiveSessions: true })
          const ended = Check(SessionIn, body) ? open.find(({ id }) => id === body.id) : undefined
          if (ended === undefined) {
            throw new APIError('NOT_FOUND', {
              code: 'SESSION_NOT_FOUND',
              message: 'You have no such session. It may have ended',
            })
          }
          await internalAdapter.deleteSession(ended.token)
          return context.json({ status: true })
        },
      ),
    },
  } as const
}
