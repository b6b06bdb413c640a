import Type from 'typebox'

/** One value of a form or JSON body; the bound is far above any real one. */
const MAX_LENGTH = 1_000

const Text = Type.String({ minLength: 1, maxLength: MAX_LENGTH })

export const TokenIn = Type.Object(
  {
    client_id: Text,
    client_secret: Text,
    grant_type: Type.String({
      minLength: 1,
      maxLength: MAX_LENGTH,
      description: 'Always `client_credentials`.',
    }),
    audience: Type.String({
      minLength: 1,
      maxLength: MAX_LENGTH,
      description:
        'What the token is for: `https://giftcards-sandbox.reloadly.com` with credentials of test ' +
        'mode, `https://giftcards.reloadly.com` with those of live mode, or the address of this ' +
        'server with either.',
    }),
  },
  {
    title: 'TokenRequest',
    examples: [
      {
        client_id: 'your-client-id',
        client_secret: 'your-client-secret',
        grant_type: 'client_credentials',
        audience: 'https://giftcards-sandbox.reloadly.com',
      },
    ],
  },
)

export const TokenOut = Type.Object(
  {
    access_token: Type.String({ description: 'A JWT, for the header `Authorization`.' }),
    scope: Type.Literal('developer'),
    expires_in: Type.Integer({ description: 'Life of the token, in seconds.' }),
    token_type: Type.Literal('Bearer'),
  },
  { title: 'Token' },
)
