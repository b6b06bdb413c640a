import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, get, getToken, MASTER_KEY, type TestApp } from '../test/harness.ts'
import { readConfig } from './config.ts'
import { transact } from './storage/database.ts'
import { openTools, type Tools } from './tools.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'openscrip-tools-'))
let app: TestApp
let tools: Tools

beforeAll(async () => {
  app = await createTestApp()
  tools = await openTools(
    readConfig({
      SCRIP_DATA_DIR: dataDir,
      DATABASE_URL: app.testDatabase.url,
      SCRIP_MASTER_KEY: MASTER_KEY.toString('base64'),
      LOG_LEVEL: 'silent',
    }),
  )
})

afterAll(async () => {
  await tools.close()
  await app.close()
  rmSync(dataDir, { recursive: true })
})

async function open() {
  const { accountId } = await app.openAccount({ currency: 'USD' })
  const request = { accountId, mode: 'live', name: 'Shop', dialect: '2022-06' } as const
  const money = { accountId, mode: 'live', amount: 5_000_000n, currency: 'EUR' } as const
  return { accountId, request, money, live: { accountId, mode: 'live' } as const }
}

const clientsOf = async (accountId: bigint) =>
  (await tools.listClients()).filter((client) => client.accountId === accountId)

describe('live credentials that are made at the command line', () => {
  test('enable live mode, with an empty wallet in the currency of the account', async () => {
    const { accountId, request } = await open()
    const made = await tools.createClient(request)
    const headers = { authorization: `Bearer ${await getToken(app, made, 'live')}` }
    const balance = await get(app, { headers }, '/accounts/balance')
    expect(balance.json()).toMatchObject({ balance: 0, currencyCode: 'USD' })
    expect((await app.accounts.get(accountId)).liveEnabledAt).not.toBeNull()
  })

  test('enable nothing when they could not be made', async () => {
    const { accountId, request, live } = await open()
    await expect(tools.createClient({ ...request, name: 'Sh\0op' })).rejects.toThrow()
    expect((await app.accounts.get(accountId)).liveEnabledAt).toBeNull()
    await expect(app.wallets.get(live)).rejects.toMatchObject({ code: 'WALLET_NOT_FOUND' })
  })

  test('are refused where live mode was disabled, whose clients stay suspended', async () => {
    const { accountId, request, money } = await open()
    const { clientId } = await tools.createClient(request)
    await app.opening.setLive(accountId, false)
    await expect(tools.createClient(request)).rejects.toThrow(
      `Live mode of account ${accountId} was disabled. Enable it in the operator console first.`,
    )
    expect(await tools.fund(money)).toMatchObject({ balance: 5_000_000n })
    expect((await app.accounts.get(accountId)).liveDisabledAt).not.toBeNull()
    const clients = await clientsOf(accountId)
    expect(clients.filter(({ isSuspended }) => isSuspended)).toMatchObject([{ id: clientId }])
    await app.opening.setLive(accountId, true)
    expect((await clientsOf(accountId)).some(({ isSuspended }) => isSuspended)).toBe(false)
  })
})

describe('a live wallet that is made at the command line', () => {
  test('enables live mode, in the currency that was asked for', async () => {
    const { accountId, money } = await open()
    expect(await tools.fund(money)).toMatchObject({ balance: 5_000_000n, currency: 'EUR' })
    expect((await app.accounts.get(accountId)).liveEnabledAt).not.toBeNull()
  })

  test('is not made where live mode was disabled', async () => {
    const accountId = await transact(app.database, (tx) =>
      app.accounts.open(tx, { name: 'No currency', countryCode: 'US' }),
    )
    await app.opening.setLive(accountId, true)
    await app.opening.setLive(accountId, false)
    const money = { accountId, mode: 'live', amount: 5_000_000n, currency: 'EUR' } as const
    await expect(tools.fund(money)).rejects.toThrow('was disabled')
    await expect(app.wallets.get(money)).rejects.toMatchObject({ code: 'WALLET_NOT_FOUND' })
  })

  test('enables nothing when it could not be funded', async () => {
    const { accountId, money } = await open()
    await expect(tools.fund({ ...money, amount: -1n })).rejects.toThrow()
    expect((await app.accounts.get(accountId)).liveEnabledAt).toBeNull()
  })
})
