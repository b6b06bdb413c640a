import { randomBytes } from 'node:crypto'
import { accountErrors, isRevoked, keyOf, type Mode, type Principal } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import type { Keyring } from '../storage/keyring.ts'
import { keyVersionOf, open, type SealingKey, seal } from '../storage/seal.ts'
import type { Card, CardId, SealedCard } from './model.ts'
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
  /** Opens the cards of an order and records who asked, in one transaction: no reveal without its row. */
  reveal(
    principal: Pick<Principal, 'accountId' | 'mode' | 'clientId'>,
    orderId: bigint,
    via: 'api',
  ): Promise<Card[]>
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
    const known = current.get(keyOf(card))
    if (known?.version === version) return known
    const keys = await store.listDataKeys(tx, card.accountId, card.mode)
    const row = keys.find((candidate) => candidate.version === version)
    if (row === undefined) throw new Error(`The data key of ${contextOf(card)} is missing`)
    return unwrap(card, row)
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
    reveal: (principal, orderId, via) =>
      transact(database, async (tx) => {
        const [sealed, isGone] = await Promise.all([
          store.listCards(tx, principal, orderId),
          isRevoked(tx, principal),
        ])
        if (isGone) throw accountErrors.clientRevoked()
        const cards: Card[] = []
        for (const card of sealed) {
          cards.push(decode(open(await keyFor(tx, card), card.sealed, contextOf(card))))
        }
        await store.insertReveal(tx, principal, { orderId, via, at: clock.now() })
        return cards
      }),
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
