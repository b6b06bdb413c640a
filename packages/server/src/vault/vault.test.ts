import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buy,
  createTestApp,
  get,
  MASTER_KEY,
  type TestAccount,
  type TestApp,
} from '../../test/harness.ts'
import { createManualClock } from '../core/clock.ts'
import { transact } from '../storage/database.ts'
import { createKeyring } from '../storage/keyring.ts'
import { keyVersionOf, open, seal } from '../storage/seal.ts'
import type { CardId } from './model.ts'
import { createVault, type Vault } from './service.ts'

const clock = createManualClock(new Date('2026-02-03T04:05:06.000Z'))
const card = { number: 'ABCD-EFGH-1234', pin: '9876', url: 'https://redeem.example/x' }

let app: TestApp
let account: TestAccount
let other: TestAccount
let vault: Vault

beforeAll(async () => {
  app = await createTestApp()
  account = await app.openAccount()
  other = await app.openAccount()
  vault = openVault()
})

afterAll(() => app.close())

function openVault(masterKey: Buffer = MASTER_KEY): Vault {
  return createVault({ database: app.database, keyring: createKeyring(masterKey), clock })
}

let orders = 1_000_000n

/** Puts cards into the vault as an order of their own. */
async function store(cards = [card], whose = account) {
  const orderId = ++orders
  const { accountId } = whose
  const ids = cards.map((one, index) => ({
    ...{ accountId, mode: 'test' as const, orderId, position: index + 1 },
    card: one,
  }))
  await vault.prepare([{ accountId, mode: 'test' }])
  await transact(app.database, (tx) => vault.insert(tx, vault.seal(ids)))
  return { orderId, principal: { ...whose, mode: 'test' as const } }
}

async function countReveals(orderId: bigint): Promise<number> {
  const { rows } = await sql`
    select from card_reveals where order_id = ${orderId}`.execute(app.database)
  return rows.length
}

describe('a seal', () => {
  const key = { version: 258, key: randomBytes(32) }
  const plain = Buffer.from('a code')

  test('opens with its key and context to what was sealed', () => {
    for (const text of ['', 'a', 'a code', '🎁'.repeat(1_000)]) {
      const bytes = Buffer.from(text)
      expect(open(key, seal(key, bytes, 'context'), 'context')).toEqual(bytes)
    }
  })

  test('is another one each time', () => {
    const seals = Array.from({ length: 1_000 }, () => seal(key, plain, 'context'))
    expect(new Set(seals.map((sealed) => sealed.toString('hex'))).size).toBe(1_000)
    expect(new Set(seals.map((sealed) => sealed.toString('hex', 3, 15))).size).toBe(1_000)
  })

  test('says which version of the key it needs', () => {
    expect(keyVersionOf(seal(key, plain, 'context'))).toBe(258)
  })

  test('does not open with another key or another context', () => {
    const sealed = seal(key, plain, 'context')
    expect(() => open({ ...key, key: randomBytes(32) }, sealed, 'context')).toThrow()
    for (const context of ['', 'contexu', 'context ']) {
      expect(() => open(key, sealed, context)).toThrow()
    }
  })

  test('does not open when a bit of its nonce, tag or text has been changed', () => {
    const sealed = seal(key, plain, 'context')
    for (let at = 3; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => open(key, changed, 'context')).toThrow()
    }
  })

  test('does not open when it has been cut or lengthened', () => {
    const sealed = seal(key, plain, 'context')
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(key, sealed.subarray(0, length), 'context')).toThrow()
    }
    expect(() => open(key, Buffer.concat([sealed, Buffer.from([0])]), 'context')).toThrow()
  })
})

describe('a card in the vault', () => {
  test('comes out as it went in', async () => {
    const cards = [
      card,
      { number: null, pin: null, url: null },
      { number: 'Größe "1" \\ 你', pin: '', url: null },
    ] as (typeof card)[]
    const { orderId, principal } = await store(cards)
    expect(await vault.reveal(principal, orderId)).toEqual(cards)
  })

  test('comes out of a vault that was opened later, with the same master key', async () => {
    const { orderId, principal } = await store()
    expect(await openVault().reveal(principal, orderId)).toEqual([card])
  })

  test('stays closed to a vault with another master key', async () => {
    const { orderId, principal } = await store()
    const stranger = openVault(Buffer.alloc(32, 8))
    await expect(stranger.reveal(principal, orderId)).rejects.toThrow()
    await expect(stranger.prepare([principal])).rejects.toThrow()
    expect(await countReveals(orderId)).toBe(0)
  })

  test.each([
    ['format', 0],
    ['key version', 1],
    ['key version', 2],
    ['nonce', 3],
    ['nonce', 14],
    ['tag', 15],
    ['tag', 30],
    ['text', 31],
    ['text', 40],
  ])('stays closed when its %s is changed at byte %i', async (_, at) => {
    const { orderId, principal } = await store()
    await sql`
      update cards set sealed = set_byte(sealed, ${at}::int, get_byte(sealed, ${at}::int) # 1)
       where order_id = ${orderId}`.execute(app.database)
    await expect(vault.reveal(principal, orderId)).rejects.toThrow()
    expect(await countReveals(orderId)).toBe(0)
  })

  test.each([
    ['another order', { order_id: 5_000_001 }],
    ['another position', { position: 2 }],
    ['live mode', { mode: 'live' }],
  ])('stays closed when it is moved to %s', async (_, change) => {
    const { orderId, principal } = await store()
    for (const [column, value] of Object.entries(change)) {
      await sql`
        update cards set ${sql.ref(column)} = ${sql.lit(value)}
         where order_id = ${orderId}`.execute(app.database)
    }
    const moved = { orderId, mode: 'test' as 'test' | 'live' }
    if ('order_id' in change) moved.orderId = BigInt(change.order_id)
    if ('mode' in change) moved.mode = 'live'
    await vault.prepare([{ ...principal, mode: moved.mode }])
    const asked = vault.reveal({ ...principal, mode: moved.mode }, moved.orderId)
    await expect(asked).rejects.toThrow()
  })

  test('stays closed when it is moved to another account', async () => {
    const { orderId } = await store()
    await store([card], other)
    await sql`
      update cards set account_id = ${other.accountId} where order_id = ${orderId}`.execute(
      app.database,
    )
    const thief = { ...other, mode: 'test' as const }
    await expect(vault.reveal(thief, orderId)).rejects.toThrow()
  })

  test('is not there for another account or the other mode', async () => {
    const { orderId, principal } = await store()
    const foreign = { ...other, mode: 'test' as const }
    expect(await vault.reveal(foreign, orderId)).toEqual([])
    expect(await vault.reveal({ ...principal, mode: 'live' }, orderId)).toEqual([])
  })

  test('does not come out without a row in the log that says who asked, and when', async () => {
    const { orderId, principal } = await store()
    await vault.reveal(principal, orderId)
    const { rows } = await sql`
      select account_id, mode, revealed_by, via, revealed_at from card_reveals
       where order_id = ${orderId}`.execute(app.database)
    expect(rows).toEqual([
      {
        account_id: account.accountId,
        mode: 'test',
        revealed_by: account.clientId,
        via: 'api',
        revealed_at: clock.now(),
      },
    ])
  })

  test('cannot be sealed for an account whose key is not ready', () => {
    const id: CardId = { accountId: 1n, mode: 'test', orderId: 1n, position: 1 }
    expect(() => openVault().seal([{ ...id, card }])).toThrow('was not prepared')
  })
})

test('an account has a data key of its own per mode, however many make it at once', async () => {
  const { accountId } = await app.openAccount()
  const owners = [
    { accountId, mode: 'test' as const },
    { accountId, mode: 'live' as const },
  ]
  const vaults = Array.from({ length: 5 }, () => openVault())
  await Promise.all(vaults.map((one) => one.prepare(owners)))
  const { rows } = await sql<{ wrapped: Buffer }>`
    select wrapped from data_keys where account_id = ${accountId}`.execute(app.database)
  expect(new Set(rows.map((row) => row.wrapped.toString('hex'))).size).toBe(2)
  const orderId = ++orders
  const sealed = vaults.flatMap((one, index) =>
    one.seal([{ accountId, mode: 'test', orderId, position: index + 1, card }]),
  )
  await transact(app.database, (tx) => vault.insert(tx, sealed))
  const principal = { accountId, mode: 'test' as const, clientId: 'client' }
  expect(await vault.reveal(principal, orderId)).toEqual(vaults.map(() => card))
})

test('no code can be read anywhere in the database', async () => {
  const codes: string[] = []
  for (const request of [
    { productId: 5, quantity: 3, unitPrice: 5 },
    { productId: 13959, quantity: 2, unitPrice: 25 },
  ]) {
    const id = await buy(app, account, request)
    const cards = (await get(app, account, `/orders/transactions/${id}/cards`)).json() as {
      cardNumber: string
      pinCode: string
    }[]
    codes.push(...cards.flatMap((one) => [one.cardNumber, one.pinCode]))
  }
  const dump = await dumpDatabase()
  // The dump is one that would show them.
  expect(dump).toContain(account.clientId)
  expect(codes.length).toBe(10)
  for (const code of codes) {
    expect(dump).not.toContain(code)
    expect(dump).not.toContain(Buffer.from(code).toString('hex'))
    expect(dump).not.toContain(Buffer.from(code).toString('base64').slice(0, -4))
  }
})

async function dumpDatabase(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`.execute(app.database)
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.raw(name)} as t`.execute(app.database)
    parts.push(name, ...rows.map((row) => row.row))
  }
  return parts.join('\n')
}
