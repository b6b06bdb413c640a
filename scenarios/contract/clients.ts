import { describe, expect } from 'vitest'
import { requestToken } from '../src/api.ts'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage } from '../src/contract/manager.ts'
import { openAccount, signUp } from '../src/contract/people.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { theWorld } from '../src/contract/world.ts'

const CLIENTS = '/manage/v1/clients'

interface Client {
  readonly clientId: string
  readonly clientSecret: string
}

const make = async (body: object = {}) =>
  expectAnswer<Client>(
    await manage(`POST ${CLIENTS}`, { body: { name: 'Shop', ...body } }),
    JSON_TYPE,
    201,
  ).body

const revoke = async ({ clientId }: Client) =>
  expectAnswer(await manage(`DELETE ${CLIENTS}/${clientId}`), JSON_TYPE).body

describe('/manage/v1/clients', () => {
  operated('makes, shows, changes and revokes a client', async () => {
    const { clientSecret, ...client } = await make({ dialect: '2026-10', scopes: ['catalog:read'] })
    expect(clientSecret).toMatch(/^[A-Za-z0-9]{10}-[A-Za-z0-9]{31}-[A-Za-z0-9]{22}$/)
    expect(client).toEqual({
      clientId: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
      name: 'Shop',
      mode: 'test',
      dialect: '2026-10',
      allowedIps: [],
      scopes: ['catalog:read'],
      createdAt: ISO_TIME,
      createdBy: 'Demo',
      lastUsedAt: null,
      previousSecretUntil: null,
      revokedAt: null,
    })
    const path = `${CLIENTS}/${client.clientId}`
    expect(expectAnswer(await manage(`GET ${path}`), JSON_TYPE).body).toEqual(client)
    expect(expectAnswer(await manage(`GET ${CLIENTS}`), JSON_TYPE).body).toContainEqual(client)
    const changed = await manage(`PATCH ${path}`, { body: { name: 'Kiosk', scopes: ['*'] } })
    const { body } = expectAnswer(changed, JSON_TYPE)
    expect(body).toEqual({ ...client, name: 'Kiosk', scopes: ['*'] })
    expect(await revoke({ ...client, clientSecret })).toMatchObject({ revokedAt: ISO_TIME })
    for (const line of [`DELETE ${path}`, `PATCH ${path}`, `POST ${path}/rotate-secret`] as const) {
      const answer = await manage(line, line.startsWith('DELETE') ? {} : { body: {} })
      expectError(answer, refusals.clientIsRevoked)
    }
  })

  operated('gives a client another secret, and the one before works for a while', async () => {
    const client = await make()
    const path = `POST ${CLIENTS}/${client.clientId}/rotate-secret` as const
    const rotated = await manage(path, { body: { overlapSeconds: 60 } })
    const { body } = expectAnswer<Client>(rotated, JSON_TYPE)
    expect(body).toMatchObject({ clientId: client.clientId, previousSecretUntil: ISO_TIME })
    expect(body.clientSecret).not.toBe(client.clientSecret)
    const { origin } = theWorld()
    expect((await requestToken(origin, client)).status).toBe(200)
    await expect.poll(async () => (await requestToken(origin, body)).status).toBe(200)
    await revoke(client)
  })

  operated('has a hundred in a mode at most', async () => {
    const made: Client[] = []
    for (;;) {
      const answer = await manage(`POST ${CLIENTS}`, { body: { name: 'One of many' } })
      if (answer.status !== 201) {
        expectError(answer, refusals.tooManyClients)
        break
      }
      made.push(JSON.parse(answer.text) as Client)
    }
    expect(made.length).toBeGreaterThan(50)
    for (const client of made) await revoke(client)
  })

  operated('makes none in live mode for an account that is not enabled for it', async () => {
    const person = await signUp('too-early')
    await openAccount(person)
    const answer = await manage(`POST ${CLIENTS}?mode=live`, { person, body: { name: 'Shop' } })
    expectError(answer, refusals.liveNotEnabled)
  })
})
