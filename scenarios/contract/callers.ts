import { describe, expect } from 'vitest'
import { until } from '../../packages/server/test/until.ts'
import { requestToken } from '../src/api.ts'
import { expectError } from '../src/contract/assertions.ts'
import {
  type Caller,
  createSender,
  type Exchange,
  type Headers,
  type Sender,
} from '../src/contract/caller.ts'
import { type Dialect, dialects } from '../src/contract/dialects.ts'
import { type Operation, readOperations } from '../src/contract/document.ts'
import { manage } from '../src/contract/manager.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect, operated } from '../src/contract/scenario.ts'
import { callerOf, connectCaller, stranger, theOperator, theWorld } from '../src/contract/world.ts'

const values: Readonly<Record<string, string>> = {
  countryCode: 'US',
  productId: '5',
  brandId: '2',
  transactionId: '3116',
}

/** Every operation that takes a token of a client. */
function secured(): Operation[] {
  return readOperations(theWorld().document).filter(({ access }) => access === 'client')
}

function request(sender: Sender, operation: Operation, headers: Headers = {}): Promise<Exchange> {
  const path = operation.template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return operation.method === 'POST'
    ? sender.post(path, '{broken', headers)
    : sender.get(path, headers)
}

inEveryDialect('Any endpoint with a token', (scenario) => {
  scenario('refuses a token of another product, before it reads the body', async (caller) => {
    const { clientId, clientSecret } = caller.credentials
    const { text } = await caller.post('/oauth/token', {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      audience: 'https://topups-hs256-sandbox.reloadly.com',
    })
    const { access_token } = JSON.parse(text) as { access_token: string }
    for (const operation of secured()) {
      const answer = await request(caller, operation, {
        authorization: `Bearer ${access_token}`,
      })
      expectError(answer, refusals.invalidToken)
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
  })

  scenario('refuses a token whose signature or claims were changed', async (caller) => {
    const [header, claims, signature = ''] = caller.token.split('.')
    const parsed = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...parsed, exp: 4_000_000_000 }))
    // The last character of 43 has bits that do not count, the first one has none.
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    const none = Buffer.from('{"typ":"JWT","alg":"none"}').toString('base64url')
    for (const token of [
      `${header}.${claims}.${other}`,
      `${header}.${forged.toString('base64url')}.${signature}`,
      `${header}.${claims}.`,
      `${header}.${claims}`,
      `${none}.${claims}.`,
    ]) {
      const answer = await caller.get('/accounts/balance', { authorization: `Bearer ${token}` })
      expectError(answer, refusals.invalidToken)
    }
  })

  scenario('takes the scheme in any case, and spaces around the token', async (caller) => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer  ']) {
      const authorization = `${scheme} ${caller.token} `
      expect((await caller.get('/accounts/balance', { authorization })).status).toBe(200)
    }
  })

  scenario('opens the sandbox only by its host name', async (caller) => {
    const host = (name: string) => caller.get('/accounts/balance', { host: name })
    expect((await host('giftcards-sandbox.reloadly.com')).status).toBe(200)
    expect((await host('giftcards-sandbox.reloadly.com:443')).status).toBe(200)
    expectError(await host('giftcards.reloadly.com'), refusals.invalidToken)
  })
})

inEveryDialect(
  'Any endpoint with a token',
  (scenario) => {
    scenario('opens the live host only for a client of live mode', async (caller) => {
      const host = (name: string) => caller.get('/accounts/balance', { host: name })
      expect((await host('giftcards.reloadly.com')).status).toBe(200)
      expectError(await host('giftcards-sandbox.reloadly.com'), refusals.invalidToken)
    })
  },
  { account: 'dollar', mode: 'live' },
)

describe('Any endpoint and a client that is bound', () => {
  /** A client of the demo account that is changed after it has its token. */
  async function bind(dialect: Dialect, change: object): Promise<Caller> {
    const { account, createClient } = theOperator()
    const credentials = await createClient(await account('naira'), 'test', dialect)
    const caller = await connectCaller({ account: 'naira', mode: 'test', dialect }, credentials)
    const path = `/manage/v1/clients/${credentials.clientId}`
    expect((await manage(`PATCH ${path}`, { body: change })).status).toBe(200)
    // Every process hears of it, a moment later.
    await until('it is bound', async () => {
      const answers = await Promise.all(
        ['/countries', '/accounts/balance'].map((each) => caller.get(each)),
      )
      return answers.some(({ status }) => status === 403)
    })
    return caller
  }

  operated('refuses addresses that it is not bound to, and gives them no token', async () => {
    for (const dialect of dialects) {
      const caller = await bind(dialect, { allowedIps: ['192.0.2.0/24'] })
      for (const operation of secured()) {
        const answer = await request(caller, operation)
        expectError(answer, refusals.addressNotAllowed('127.0.0.1'))
      }
      const { clientId, clientSecret } = caller.credentials
      const answer = await caller.post('/oauth/token', {
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'client_credentials',
        audience: 'https://giftcards-sandbox.reloadly.com',
      })
      expectError(answer, refusals.addressNotAllowed('127.0.0.1'))
    }
  })

  operated('refuses what it lacks the scope for, and names the scope', async () => {
    for (const dialect of dialects) {
      const orderer = await bind(dialect, { scopes: ['orders:write'] })
      const reader = await bind(dialect, { scopes: ['balance:read'] })
      for (const operation of secured()) {
        const { scope = '' } = operation
        const caller = scope === 'orders:write' ? reader : orderer
        expectError(await request(caller, operation), refusals.clientLacksScope(scope))
      }
    }
  })
})

describe('Any endpoint without its database', () => {
  operated('says that it is not available and when to come again', async () => {
    const { lonely, dropDatabase } = await theOperator().startLonely()
    const { origin, check } = { ...theWorld(), origin: lonely.info.url }
    const { body } = await requestToken(origin, lonely.info)
    // Nobody knows the dialect of a caller who cannot be looked up.
    const sender = createSender({ origin, check, token: body.access_token })
    expect((await sender.get('/accounts/balance')).status).toBe(200)
    await dropDatabase()
    // Until it notices, it answers from memory to clients that it knows.
    await until('it notices', async () => (await sender.get('/countries')).status === 503)
    for (const operation of secured()) {
      const answer = await request(sender, operation)
      expectError(answer, refusals.unavailable)
      expect(answer.headers['retry-after']).toBe('1')
    }
    const tokenRequest = {
      client_id: lonely.info.clientId,
      client_secret: lonely.info.clientSecret,
      grant_type: 'client_credentials',
      audience: origin,
    }
    expectError(await sender.post('/oauth/token', tokenRequest), refusals.unavailable)
    await lonely.kill()
  })
})

describe('Any endpoint without a token', () => {
  operated('says INVALID_TOKEN, whatever else is wrong with the request', async () => {
    for (const operation of secured()) {
      const answer = await request(stranger('2022-06'), operation)
      expectError(answer, refusals.invalidToken)
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
  })

  operated('says INVALID_TOKEN to everything that is no token', async () => {
    for (const authorization of [
      '',
      'nonsense',
      'Bearer',
      'Bearer nonsense',
      'Basic YTpi',
      'Bearer a.b.c',
    ]) {
      const answer = await stranger('2022-06').get('/accounts/balance', { authorization })
      expectError(answer, refusals.invalidToken)
    }
  })

  operated('says MISSING_TOKEN where strangers are answered as in 2026', async () => {
    const second = await theOperator().startSecond({ SCRIP_STRANGERS_DIALECT: '2026-10' })
    const { check } = theWorld()
    const origin = second.info.url
    const sender = createSender({ origin, check, dialect: '2026-10' })
    for (const operation of secured()) {
      expectError(await request(sender, operation), refusals.missingToken)
    }
    const garbage = await sender.get('/accounts/balance', { authorization: 'Bearer nonsense' })
    expectError(garbage, refusals.invalidToken)
    // The client's own dialect counts once it is known who calls.
    const { token } = await callerOf({ dialect: '2022-06' })
    const authorization = `Bearer ${token}`
    expect((await sender.get('/accounts/balance', { authorization })).status).toBe(200)
    await second.stop()
  })
})
