import { describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage } from '../src/contract/manager.ts'
import { openAccount, signUp } from '../src/contract/people.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { theOperator } from '../src/contract/world.ts'

describe('/manage/v1/access-tokens', () => {
  const PATH = '/manage/v1/access-tokens'

  operated('makes, lists and revokes tokens', async () => {
    const person = await signUp('maker')
    await openAccount(person)
    const body = { name: 'Report', scopes: ['account:read'], expiresInDays: 7 }
    const made = await manage(`POST ${PATH}`, { person, body })
    const { token, ...shown } = expectAnswer<{ id: string; token: string }>(
      made,
      JSON_TYPE,
      201,
    ).body
    expect(shown).toMatchObject({
      ...{ name: 'Report', scopes: ['account:read'], lastUsedAt: null },
      ...{ createdAt: ISO_TIME, expiresAt: ISO_TIME, createdBy: expect.stringMatching(/^maker-/) },
    })
    expectAnswer(await manage('GET /manage/v1/account', { token }), JSON_TYPE)
    const list = expectAnswer(await manage(`GET ${PATH}`, { person }), JSON_TYPE).body
    expect(list).toEqual([{ ...shown, lastUsedAt: ISO_TIME }])
    const line = `DELETE ${PATH}/${shown.id}` as const
    const revoked = await manage(line, { person })
    expect(revoked.status).toBe(204)
    countAnswer(revoked)
    expectError(await manage(line, { person }), refusals.tokenNotFound)
    expectError(await manage('GET /manage/v1/account', { token }), refusals.invalidToken)
  })

  operated('makes none that may do more than its maker', async () => {
    const token = await theOperator().createToken('tokens:write')
    const body = { name: 'More', scopes: ['wallet:write'] }
    expectError(
      await manage(`POST ${PATH}`, { token, body }),
      refusals.insufficientScope('wallet:write'),
    )
    const long = { name: 'x'.repeat(101), scopes: ['orders:read'] }
    expectError(await manage(`POST ${PATH}`, { body: long }), refusals.tooLong('name', 100))
    const wrong = { name: 'Operator', scopes: ['operator:write'] }
    expectError(await manage(`POST ${PATH}`, { body: wrong }), refusals.invalidField('scopes'))
  })
})

describe('/manage/v1/audit-log', () => {
  operated('has every write, the newest first, to read and to download', async () => {
    const person = await signUp('auditor')
    const { id } = await openAccount(person)
    await manage('PATCH /manage/v1/account', { person, body: { name: 'Renamed' } })
    const { body } = expectAnswer(await manage('GET /manage/v1/audit-log', { person }), JSON_TYPE)
    expect(body).toMatchObject({
      content: [
        {
          ...{ action: 'updateAccount', target: String(id), status: 200, at: ISO_TIME },
          ...{ before: { name: 'Corner Shop' }, after: { name: 'Renamed' } },
        },
        { action: 'openAccount', status: 201 },
      ],
      hasMore: false,
    })
    const file = await manage('GET /manage/v1/audit-log/export', { person })
    expect(file).toMatchObject({ status: 200, contentType: 'text/csv; charset=utf-8' })
    expect(file.text.trim().split('\r\n')).toHaveLength(3)
    countAnswer(file)
    for (const [path, field] of [
      ['audit-log?limit=0', 'limit'],
      ['audit-log/export?from=today', 'from'],
    ] as const) {
      const refused = await manage(`GET /manage/v1/${path}`, { person })
      expectError(refused, refusals.invalidField(field))
    }
  })
})

describe('/manage/v1/operator/accounts', () => {
  const PATH = '/manage/v1/operator/accounts'

  operated('lists accounts and lets them use live mode', async () => {
    const person = await signUp('customer')
    const { id } = await openAccount(person)
    const [reader, writer] = [
      { token: await theOperator().createToken('operator:read') },
      { token: await theOperator().createToken('operator:write') },
    ]
    const list = expectAnswer<{ content: object[] }>(
      await manage(`GET ${PATH}?q=${id}`, reader),
      JSON_TYPE,
    )
    expect(list.body).toMatchObject({
      content: [
        {
          id,
          isLiveEnabled: false,
          isLiveDisabled: false,
          members: 1,
          owner: expect.stringMatching(/^customer-/),
        },
      ],
    })
    for (const [action, live] of [
      ['enable-live', { isLiveEnabled: true, isLiveDisabled: false }],
      ['disable-live', { isLiveEnabled: false, isLiveDisabled: true }],
    ] as const) {
      const done = await manage(`POST ${PATH}/${id}/${action}`, writer)
      expect(expectAnswer(done, JSON_TYPE).body).toMatchObject({ id, ...live })
      const one = expectAnswer(await manage(`GET ${PATH}/${id}`, reader), JSON_TYPE).body
      expect(one).toMatchObject({ id, ...live })
      const nobody = await manage(`POST ${PATH}/1/${action}`, writer)
      expectError(nobody, refusals.accountNotFound)
    }
    expectError(await manage(`GET ${PATH}/1`, reader), refusals.accountNotFound)
    expectError(await manage(`GET ${PATH}?limit=0`, reader), refusals.invalidField('limit'))
  })
})
