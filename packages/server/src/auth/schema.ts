import Type from 'typebox'

/** One value of a form or JSON body; the bound is far above any real one. */
const Text = Type.String({ minLength: 1, maxLength: 1_000 })

export const TokenIn = Type.Object({
  client_id: Text,
  client_secret: Text,
  grant_type: Text,
  audience: Text,
})

export const TokenOut = Type.Object({
  access_token: Type.String(),
  scope: Type.Literal('developer'),
  expires_in: Type.Integer(),
  token_type: Type.Literal('Bearer'),
})
