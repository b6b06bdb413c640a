import { randomBytes } from 'node:crypto'
import { accountErrors, isRefused, keyOf, type Mode, type Principal } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import type { Keyring } from '../storage/keyring.ts'
import { keyVersionOf, open, type SealingKey, seal } from '../storage/seal.ts'
import type { Card, CardId, RecordedReveal, Reveal, SealedCard } from './model.ts'
import * as store from './store.ts'

/**
 * Keeps cards so that the database alone is worth nothing: each is sealed under
 * a data key of its account and mode, and the data keys are wrapped by a key
 * that is derived from the master key and never stored.
 */
export interface Vault {
  /** Gets the keys ready that `seal` will need; outside the transaction, because it may have to make one. */
  prepare(owners: readonly Owner[]): Promise<void>
  /** Seals cards under keys that `prepare` got ready. */
  seal(cards: readonly (CardId & { readonly card: Card })[]): SealedCard[]
  insert(tx: Tx, cards: readonly SealedCard[]): Promise<void>
  /** Opens the cards of an order for a client and records it, in one transaction: no reveal without its row. */
  reveal(
    principal: Pick<Principal, 'accountId' | 'mode' | 'clientId'>,
    orderId: bigint,
  ): Promise<Card[]>
  /** Opens the cards of some orders and records why, in the caller's transaction. */
  open(tx: Tx, owner: Owner, reveal: Reveal): Promise<ReadonlyMap<bigint, readonly Card[]>>
  /** Who has seen the cards of an order, the last first. */
  listReveals(owner: Owner, orderId: bigint, limit: number): Promise<readonly RecordedReveal[]>
  /** Positions of the cards of an order; nothing is opened. */
  listPositions(owner: Owner, orderId: bigint): Promise<readonly number[]>
}

export interface Owner {
  readonly accountId: bigint
  readonly mode: Mode
}

export interface VaultDependencies {
  readonly database: Database
  readonly keyring: Keyring
  readonly clock: Clock
}

/** Version of the key that wraps data keys; there is one until master keys can be rotated. */
const WRAPPING_VERSION = 1

export function createVault({ database, keyring, clock }: VaultDependencies): Vault {
  const wrapping: SealingKey = { version: WRAPPING_VERSION, key: keyring.derive('data keys') }
  const current = new Map<string, SealingKey>()
  const opened = new Map<string, SealingKey>()

  async function prepareOne(owner: Owner): Promise<void> {
    const name = keyOf(owner)
    if (current.has(name)) return
    let [newest] = await store.listDataKeys(database, owner.accountId, owner.mode)
    if (newest === undefined) {
      const wrapped = seal(wrapping, randomBytes(32), wrappingContext(owner, 1))
      await store.insertDataKey(database, { ...owner, version: 1, wrapped })
      newest = (await store.listDataKeys(database, owner.accountId, owner.mode))[0]
    }
    if (newest === undefined) throw new Error(`No data key could be made for ${name}`)
    current.set(name, unwrap(owner, newest))
  }

  function unwrap(owner: Owner, { version, wrapped }: store.DataKeyRow): SealingKey {
    return { version, key: open(wrapping, wrapped, wrappingContext(owner, version)) }
  }

  async function keyFor(tx: Tx, card: SealedCard): Promise<SealingKey> {
    const version = keyVersionOf(card.sealed)
    const name = `${keyOf(card)}/${version}`
    const known = current.get(keyOf(card))
    const own = known?.version === version ? known : opened.get(name)
    if (own !== undefined) return own
    const keys = await store.listDataKeys(tx, card.accountId, card.mode)
    const row = keys.find((candidate) => candidate.version === version)
    if (row === undefined) throw new Error(`The data key of ${contextOf(card)} is missing`)
    const key = unwrap(card, row)
    opened.set(name, key)
    return key
  }

  async function openCards(
    tx: Tx,
    owner: Owner,
    reveal: Reveal,
  ): Promise<ReadonlyMap<bigint, readonly Card[]>> {
    const cards = new Map<bigint, Card[]>(reveal.orderIds.map((id) => [id, []]))
    for (const card of await store.listCards(tx, owner, reveal.orderIds)) {
      const key = await keyFor(tx, card)
      cards.get(card.orderId)?.push(decode(open(key, card.sealed, contextOf(card))))
    }
    await store.insertReveals(tx, owner, { ...reveal, at: clock.now() })
    return cards
  }

  return {
    async prepare(owners) {
      for (const owner of owners) await prepareOne(owner)
    },
    seal: (cards) =>
      cards.map(({ card, ...id }) => {
        const key = current.get(keyOf(id))
        if (key === undefined) throw new Error(`The data key of ${keyOf(id)} was not prepared`)
        return { ...id, sealed: seal(key, encode(card), contextOf(id)) }
      }),
    insert: store.insertCards,
    reveal: (principal, orderId) =>
      transact(database, async (tx) => {
        const reveal = { orderIds: [orderId], by: principal.clientId, via: 'api' } as const
        const [cards, isGone] = await Promise.all([
          openCards(tx, principal, reveal),
          isRefused(tx, principal),
        ])
        if (isGone) throw accountErrors.clientRevoked()
        return [...(cards.get(orderId) ?? [])]
      }),
    open: openCards,
    listReveals: (owner, orderId, limit) => store.listReveals(database, owner, orderId, limit),
    listPositions: (owner, orderId) => store.listPositions(database, owner, orderId),
  }
}

function contextOf({ accountId, mode, orderId, position }: CardId): string {
  return `card ${accountId}/${mode}/${orderId}/${position}`
}

function wrappingContext(owner: Owner, version: number): string {
  return `data key ${keyOf(owner)}/${version}`
}

function encode({ number, pin, url }: Card): Buffer {
  return Buffer.from(JSON.stringify([number, pin, url]))
}

function decode(plain: Buffer): Card {
  const [number, pin, url] = JSON.parse(plain.toString('utf8')) as [
    string | null,
    string | null,
    string | null,
  ]
  return { number, pin, url }
}
