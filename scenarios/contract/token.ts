import { describe, expect, test } from 'vitest'
import { LIVE, SANDBOX } from '../src/api.ts'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect, operated } from '../src/contract/scenario.ts'
import { connectCaller, makeClient, stranger, theOperator } from '../src/contract/world.ts'

const JSON_TYPE = 'application/json'
const FORM = 'application/x-www-form-urlencoded'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Token {
  readonly access_token: string
  readonly expires_in: number
}

function bodyOf({ credentials: { clientId, clientSecret } }: Caller, audience = SANDBOX) {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
    audience,
  }
}

/** Asks without an `Authorization` header, as everybody does who has no token yet. */
function ask(caller: Caller, body: unknown, headers = {}) {
  return caller.post('/oauth/token', body, { authorization: undefined, ...headers })
}

function decode(part = ''): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>
}

inEveryDialect('POST /oauth/token', (scenario, dialect) => {
  const life = dialect === '2026-10' ? 3_600 : 86_400

  scenario(`gives credentials of test mode a token for ${life} seconds`, async (caller) => {
    const answer = await ask(caller, bodyOf(caller))
    const { body } = expectAnswer(answer, JSON_TYPE)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]{43}$/),
      scope: 'developer',
      expires_in: life,
      token_type: 'Bearer',
    })
    expect(Object.keys(body as object)).toEqual([
      'access_token',
      'scope',
      'expires_in',
      'token_type',
    ])
  })

  scenario('the token is a JWT with the claims of the original, in its order', async (caller) => {
    const { body } = expectAnswer<Token>(await ask(caller, bodyOf(caller)), JSON_TYPE)
    const [header, claims] = body.access_token.split('.')
    expect(Object.entries(decode(header))).toEqual([
      ['kid', expect.stringMatching(UUID)],
      ['typ', 'JWT'],
      ['alg', 'HS256'],
    ])
    const { sub, iat } = decode(claims) as { sub: string; iat: number }
    expect(sub).toMatch(/^\d+$/)
    expect(Object.entries(decode(claims))).toEqual([
      ['sub', sub],
      ['iss', 'https://reloadly-sandbox.auth0.com/'],
      ['https://reloadly.com/sandbox', true],
      ['https://reloadly.com/prepaidUserId', sub],
      ['gty', 'client-credentials'],
      ['aud', SANDBOX],
      ['nbf', iat],
      ['azp', sub],
      ['scope', 'developer'],
      ['exp', iat + life],
      ['https://reloadly.com/jti', expect.stringMatching(UUID)],
      ['iat', iat],
      ['jti', expect.stringMatching(UUID)],
    ])
  })

  for (const audience of [
    SANDBOX,
    `${SANDBOX}/`,
    'https://topups-sandbox.reloadly.com',
    'https://topups-hs256-sandbox.reloadly.com',
    'https://utilities-sandbox.reloadly.com',
  ]) {
    scenario(`gives a token for the audience ${audience}`, async (caller) => {
      const answer = await ask(caller, bodyOf(caller, audience))
      const { body } = expectAnswer<Token>(answer, JSON_TYPE)
      expect(decode(body.access_token.split('.')[1]).aud).toBe(audience)
    })
  }

  scenario('takes the server’s own address for an audience', async (caller) => {
    const { body } = expectAnswer<Token>(
      await ask(caller, bodyOf(caller, caller.origin)),
      JSON_TYPE,
    )
    const authorization = `Bearer ${body.access_token}`
    expectAnswer(await caller.get('/accounts/balance', { authorization }))
  })

  scenario('takes a form as well as JSON, and answers JSON', async (caller) => {
    const form = new URLSearchParams(bodyOf(caller)).toString()
    const { body } = expectAnswer<Token>(
      await ask(caller, form, { 'content-type': FORM }),
      JSON_TYPE,
    )
    expect(body.expires_in).toBe(life)
  })

  scenario('a token that was given before works beside a new one', async (caller) => {
    for (let count = 0; count < 2; count++) await ask(caller, bodyOf(caller))
    expectAnswer(await caller.get('/accounts/balance'))
  })

  scenario('refuses a wrong secret and an unknown id with the same words', async (caller) => {
    const body = bodyOf(caller)
    for (const wrong of [
      { client_secret: 'nonsense' },
      { client_id: 'nonsense' },
      { client_id: body.client_secret, client_secret: body.client_id },
    ]) {
      expectError(await ask(caller, { ...body, ...wrong }), refusals.invalidCredentials)
    }
  })

  scenario('refuses the audience of the other mode as wrong credentials', async (caller) => {
    for (const audience of [LIVE, `${LIVE}/`, 'https://topups.reloadly.com']) {
      expectError(await ask(caller, bodyOf(caller, audience)), refusals.invalidCredentials)
    }
  })

  scenario('refuses an audience that stands for nothing', async (caller) => {
    for (const audience of ['https://example.com', 'giftcards', `${SANDBOX}//`, '__proto__']) {
      expectError(await ask(caller, bodyOf(caller, audience)), refusals.invalidAudience)
    }
  })

  scenario('refuses another grant type, before it looks at anything else', async (caller) => {
    const answer = await ask(caller, { ...bodyOf(caller, 'nowhere'), grant_type: 'password' })
    expectError(answer, refusals.invalidGrantType)
  })

  for (const field of ['client_id', 'client_secret', 'grant_type', 'audience']) {
    scenario(`names ${field} when it is absent, null or empty`, async (caller) => {
      for (const value of [undefined, null, '']) {
        const answer = await ask(caller, { ...bodyOf(caller), [field]: value })
        expectError(answer, refusals.missing(field))
      }
      const form = new URLSearchParams({ ...bodyOf(caller), [field]: '' }).toString()
      expectError(await ask(caller, form, { 'content-type': FORM }), refusals.missing(field))
    })

    scenario(`names ${field} when it is no text or has no end`, async (caller) => {
      for (const value of [5, true, [], {}]) {
        const answer = await ask(caller, { ...bodyOf(caller), [field]: value })
        expectError(answer, refusals.invalidField(field))
      }
      const answer = await ask(caller, { ...bodyOf(caller), [field]: 'x'.repeat(1_001) })
      expectError(answer, refusals.tooLong(field, 1_000))
    })
  }
})

inEveryDialect(
  'POST /oauth/token',
  (scenario) => {
    scenario('gives credentials of live mode a token for 60 days', async (caller) => {
      const { body } = expectAnswer<Token>(await ask(caller, bodyOf(caller, LIVE)), JSON_TYPE)
      expect(body.expires_in).toBe(5_184_000)
      expect(decode(body.access_token.split('.')[1])).toMatchObject({
        iss: 'https://reloadly.auth0.com/',
        'https://reloadly.com/sandbox': false,
        aud: LIVE,
      })
    })

    scenario('refuses live credentials for the sandbox', async (caller) => {
      expectError(await ask(caller, bodyOf(caller)), refusals.invalidCredentials)
    })
  },
  { account: 'dollar', mode: 'live' },
)

describe('POST /oauth/token', () => {
  operated('a revoked client gets no token, and its tokens are void', async () => {
    const spec = { account: 'naira', mode: 'test', dialect: '2021-11' } as const
    const caller = await connectCaller(spec, await makeClient(spec))
    expectAnswer(await caller.get('/accounts/balance'))
    await theOperator().revoke(caller.credentials.clientId)
    expectError(await ask(caller, bodyOf(caller)), refusals.invalidCredentials)
    expectError(await caller.get('/accounts/balance'), refusals.invalidToken)
    expectError(await caller.post('/orders', {}), refusals.invalidToken)
  })

  test('wants no token, and ignores a broken one', async () => {
    const { post } = stranger()
    const answer = await post('/oauth/token', {}, { authorization: 'Bearer nonsense' })
    expectError(answer, refusals.missing('client_id'))
  })
})
