import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  audienceOf,
  createTestApp,
  type ErrorBody,
  getToken,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'

const ISSUED = new Date('2022-06-01T11:41:07.999Z')
const clock = createManualClock(ISSUED)

let app: TestApp
let account: TestAccount
let live: TestAccount

beforeAll(async () => {
  app = await createTestApp({ clock })
  account = await app.openAccount()
  live = await app.openAccount({ mode: 'live' })
})

beforeEach(() => clock.set(ISSUED))

afterAll(() => app.close())

type Fields = Record<string, unknown>

const fieldsOf = ({ clientId, clientSecret }: TestAccount, mode: 'test' | 'live' = 'test') => ({
  client_id: clientId,
  client_secret: clientSecret,
  grant_type: 'client_credentials',
  audience: audienceOf(mode),
})

function request(fields: Fields | string, contentType = 'application/json') {
  return app.http.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': contentType },
    payload: typeof fields === 'string' ? fields : JSON.stringify(fields),
  })
}

async function issue(fields: Fields) {
  const response = await request(fields)
  const body = response.json() as { access_token: string; expires_in: number }
  const [header = '', claims = ''] = body.access_token
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString('utf8'))
  return {
    lifeSeconds: body.expires_in,
    header: JSON.parse(header) as Record<string, unknown>,
    claims: JSON.parse(claims) as Record<string, unknown>,
  }
}

describe('a token', () => {
  test('is answered as the wire has it', async () => {
    const response = await request(fieldsOf(account))
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toBe('application/json')
    expect(response.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]{43}$/) as string,
      scope: 'developer',
      expires_in: 86_400,
      token_type: 'Bearer',
    })
    expect(Object.keys(response.json() as object).join()).toBe(
      'access_token,scope,expires_in,token_type',
    )
  })

  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

  test('has the header of the wire, in its order', async () => {
    const { header } = await issue(fieldsOf(account))
    expect(Object.keys(header)).toEqual(['kid', 'typ', 'alg'])
    expect(header).toMatchObject({ typ: 'JWT', alg: 'HS256' })
    expect(header.kid).toMatch(uuid)
  })

  test('has the claims of the wire, in their order', async () => {
    const { claims } = await issue(fieldsOf(account))
    const iat = 1_654_083_667
    expect(Object.entries(claims)).toEqual([
      ['sub', account.accountId.toString()],
      ['iss', 'https://reloadly-sandbox.auth0.com/'],
      ['https://reloadly.com/sandbox', true],
      ['https://reloadly.com/prepaidUserId', account.accountId.toString()],
      ['gty', 'client-credentials'],
      ['aud', 'https://giftcards-sandbox.reloadly.com'],
      ['nbf', iat],
      ['azp', account.accountId.toString()],
      ['scope', 'developer'],
      ['exp', iat + 86_400],
      ['https://reloadly.com/jti', expect.stringMatching(uuid)],
      ['iat', iat],
      ['jti', expect.stringMatching(uuid)],
    ])
    expect(claims.jti).not.toBe(claims['https://reloadly.com/jti'])
  })

  test('of live mode says so and lives for 60 days', async () => {
    const { lifeSeconds, claims } = await issue(fieldsOf(live, 'live'))
    expect(lifeSeconds).toBe(5_184_000)
    expect(claims).toMatchObject({
      iss: 'https://reloadly.auth0.com/',
      'https://reloadly.com/sandbox': false,
      aud: 'https://giftcards.reloadly.com',
      exp: 1_654_083_667 + 5_184_000,
    })
  })

  test('of today’s dialect lives for an hour in test mode and for 60 days in live mode', async () => {
    const test = await app.openAccount({ dialect: '2026-10' })
    expect(await issue(fieldsOf(test))).toMatchObject({ lifeSeconds: 3_600 })
    const real = await app.openAccount({ dialect: '2026-10', mode: 'live' })
    expect(await issue(fieldsOf(real, 'live'))).toMatchObject({ lifeSeconds: 5_184_000 })
  })

  test.each([
    'https://giftcards-sandbox.reloadly.com/',
    'https://topups-sandbox.reloadly.com',
    'https://topups-hs256-sandbox.reloadly.com',
    'https://utilities-sandbox.reloadly.com',
    'http://127.0.0.1:4000',
    'http://127.0.0.1:4000/',
  ])('has the audience that was asked for: %s', async (audience) => {
    const { claims } = await issue({ ...fieldsOf(account), audience })
    expect(claims.aud).toBe(audience)
  })

  test('is another one at every request', async () => {
    const tokens = new Set<string>()
    for (let index = 0; index < 20; index++) tokens.add(await getToken(app, account))
    expect(tokens.size).toBe(20)
  })

  test('is given for a form as well, as RFC 6749 has it', async () => {
    const form = new URLSearchParams(fieldsOf(account)).toString()
    const type = 'application/x-www-form-urlencoded'
    const response = await request(form, type)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ scope: 'developer', token_type: 'Bearer' })
    expect((await request(form, `${type}; charset=UTF-8`)).statusCode).toBe(200)
  })
})

describe('a token request that is refused', () => {
  async function expectRefusal(
    fields: Fields | string,
    status: number,
    error: Partial<ErrorBody>,
    contentType?: string,
  ) {
    const response = await request(fields, contentType)
    expect(response.json()).toMatchObject({ path: '/oauth/token', infoLink: null, ...error })
    expect(response.json()).toHaveProperty('timeStamp', '2022-06-01 11:41:07')
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toBe('application/json')
  }

  const denied = { errorCode: 'INVALID_CREDENTIALS', message: 'Access Denied', details: [] }

  test('has a client id that nobody has', () =>
    expectRefusal({ ...fieldsOf(account), client_id: 'nobody' }, 401, denied))

  test.each(['wrong', ' ', 'Z', '\0', '🎁'])('has the secret %j', (client_secret) =>
    expectRefusal({ ...fieldsOf(account), client_secret }, 401, denied),
  )

  test.each(['\0', 'a\0b', '\ud800', '%', "' or 1=1"])('has the client id %j', (client_id) =>
    expectRefusal({ ...fieldsOf(account), client_id }, 401, denied),
  )

  test('has the secret of another client', () =>
    expectRefusal({ ...fieldsOf(account), client_secret: live.clientSecret }, 401, denied))

  test('has a secret in another case', () =>
    expectRefusal(
      { ...fieldsOf(account), client_secret: account.clientSecret.toLowerCase() },
      401,
      denied,
    ))

  test('has credentials of test mode and an audience of live mode', () =>
    expectRefusal(fieldsOf(account, 'live'), 401, denied))

  test('has credentials of live mode and an audience of test mode', () =>
    expectRefusal(fieldsOf(live, 'test'), 401, denied))

  test.each([
    'https://example.com',
    'giftcards-sandbox.reloadly.com',
    'https://giftcards-sandbox.reloadly.com//',
    'https://giftcards-sandbox.reloadly.com.evil.example',
    'HTTPS://GIFTCARDS-SANDBOX.RELOADLY.COM',
    '__proto__',
    'constructor',
  ])('has the audience %s', (audience) =>
    expectRefusal({ ...fieldsOf(account), audience }, 400, {
      errorCode: 'INVALID_AUDIENCE',
      message: 'The provided audience is not valid',
    }),
  )

  test.each(['password', 'CLIENT_CREDENTIALS', 'authorization_code'])(
    'has the grant type %s',
    (grant_type) =>
      expectRefusal({ ...fieldsOf(account), grant_type }, 400, {
        errorCode: 'INVALID_INPUT_PROVIDED',
        message: 'Invalid grant type',
        details: [{ field: 'grant_type' }],
      }),
  )

  const fields = ['client_id', 'client_secret', 'grant_type', 'audience']

  describe.each(fields)('has no %s', (field) => {
    const missing = {
      errorCode: 'INVALID_INPUT_PROVIDED',
      message: `Missing required field ${field}`,
      details: [],
    }

    test.each([undefined, null, ''])('but %j', (nothing) =>
      expectRefusal({ ...fieldsOf(account), [field]: nothing }, 400, missing),
    )

    test('in its form', () => {
      const form = new URLSearchParams(fieldsOf(account))
      form.delete(field)
      const type = 'application/x-www-form-urlencoded'
      return expectRefusal(form.toString(), 400, missing, type)
    })
  })

  test.each(fields)('has a %s that is no text', (field) =>
    expectRefusal({ ...fieldsOf(account), [field]: 5 }, 400, {
      errorCode: 'INVALID_INPUT_PROVIDED',
      message: `Invalid value provided for field ${field}`,
    }),
  )

  test('has a secret without end', () =>
    expectRefusal({ ...fieldsOf(account), client_secret: 's'.repeat(1_001) }, 400, {
      errorCode: 'INVALID_INPUT_PROVIDED',
      message: 'Maximum length allowed for field client_secret is 1000',
    }))

  test('is no JSON', () =>
    expectRefusal('client_id', 400, {
      errorCode: 'INVALID_INPUT_PROVIDED',
      message: expect.stringContaining('The request body is not valid JSON') as string,
    }))

  test('is of another media type', () =>
    expectRefusal(
      fieldsOf(account),
      415,
      {
        errorCode: 'UNSUPPORTED_MEDIA_TYPE',
        message:
          'Send the request body as Content-Type application/json or application/x-www-form-urlencoded',
      },
      'text/plain',
    ))
})

test('no secret of a client is stored in clear', async () => {
  const { rows } = await sql<{ row: string }>`
    select c::text || encode(secret_hash, 'escape') as row from clients c`.execute(app.database)
  const dump = rows.map(({ row }) => row).join('\n')
  expect(dump).toContain(account.clientId)
  for (const { clientSecret } of [account, live]) {
    const hex = Buffer.from(clientSecret).toString('hex')
    expect(dump).not.toContain(clientSecret)
    expect(dump).not.toContain(hex)
    for (const part of clientSecret.split('-')) expect(dump).not.toContain(part)
  }
})
