import { postRoute, type Route } from '../http/index.ts'
import { authErrors } from './errors.ts'
import { TOKEN_PATH } from './model.ts'
import { TokenIn, TokenOut } from './schema.ts'
import type { Auth } from './service.ts'

export function authRoutes(auth: Auth): Route[] {
  return [
    postRoute({
      path: TOKEN_PATH,
      access: 'none',
      operationId: 'getToken',
      tag: 'Authentication',
      summary: 'Get an access token',
      description:
        'Exchanges client credentials for a bearer token (OAuth 2.0 client credentials grant). ' +
        'The audience decides the mode: that of the sandbox takes credentials of test mode, that of ' +
        'production those of live mode. Both JSON and form encoding are understood.',
      // RFC 6749 clients send a form; everything written for the original service sends JSON.
      isRecorded: true,
      accepts: ['json', 'form'],
      body: TokenIn,
      response: { 'application/json': TokenOut },
      errors: [
        authErrors.invalidCredentials,
        authErrors.invalidAudience,
        authErrors.invalidGrantType,
        authErrors.addressNotAllowed,
      ],
      handle: async ({ body, address }) => {
        const { token, lifeSeconds } = await auth.issueToken({
          clientId: body.client_id,
          clientSecret: body.client_secret,
          grantType: body.grant_type,
          audience: body.audience,
          address,
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
