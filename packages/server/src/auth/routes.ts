import { postRoute, type Route } from '../http/index.ts'
import { TokenIn, TokenOut } from './schema.ts'
import type { Auth } from './service.ts'

export function authRoutes(auth: Auth): Route[] {
  return [
    postRoute({
      path: '/oauth/token',
      access: 'none',
      summary: 'Get an access token with client credentials',
      // RFC 6749 clients send a form; everything written for the original service sends JSON.
      accepts: ['json', 'form'],
      body: TokenIn,
      response: TokenOut,
      handle: async ({ body }) => {
        const { token, lifeSeconds } = await auth.issueToken({
          clientId: body.client_id,
          clientSecret: body.client_secret,
          grantType: body.grant_type,
          audience: body.audience,
        })
        return {
          body: {
            access_token: token,
            scope: 'developer',
            expires_in: lifeSeconds,
            token_type: 'Bearer',
          },
        }
      },
    }),
  ]
}
