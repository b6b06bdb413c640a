import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Owner } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import { type Database, transact } from '../../storage/database.ts'
import { webhookErrors } from '../errors.ts'
import type { Endpoint } from '../model.ts'
import type { SecretsOf } from '../service.ts'
import { isSigned, isSignedWith, type Signed } from '../signing.ts'
import { type ListPart, listEndpoints } from '../store.ts'
import { makeToken, type ReceiverAddress } from './address.ts'
import {
  LIFE_MS,
  type Received,
  type Receiver,
  type ReceiverAnswer,
  type StoredReceived,
} from './model.ts'
import * as store from './store.ts'

/** Addresses at this server that show what endpoints are sent, and answer as they are told to. */
export interface Receivers {
  /** @throws tooManyReceivers */
  create(owner: Owner, answer: ReceiverAnswer): Promise<ShownReceiver>
  list(owner: Owner): Promise<ShownReceiver[]>
  /** Changes what a receiver answers from now on. @throws receiverNotFound, as what follows does */
  update(owner: Owner, id: string, answer: ReceiverAnswer): Promise<ShownReceiver>
  delete(owner: Owner, id: string): Promise<void>
  /** What came, the newest first. */
  listReceived(owner: Owner, id: string, part: ListPart): Promise<StoredReceived[]>
  /** Keeps what came to the address with this token, and answers what is to be answered. */
  receive(token: string, request: Arrived): Promise<ReceiverAnswer | undefined>
  /** A receiver and the last of what it got, for whoever has its address. */
  look(token: string): Promise<Looked | undefined>
  /** Deletes receivers whose time has come. */
  deleteExpired(): Promise<number>
}

export interface ShownReceiver {
  readonly receiver: Receiver
  readonly url: string
  /** The endpoints that point at it. */
  readonly endpointIds: readonly string[]
}

export interface Looked extends ShownReceiver {
  readonly received: readonly StoredReceived[]
}

export interface Arrived {
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface ReceiverDependencies {
  readonly database: Database
  readonly ids: Ids
  readonly clock: Clock
  readonly address: ReceiverAddress
  readonly secretsOf: SecretsOf
}

/** An account has at most so many in a mode; whoever needs another deletes one. */
const RECEIVERS_MAX = 10

/** What one receiver keeps in a second; what comes beyond that is answered and forgotten. */
const KEPT_PER_SECOND = 50

const LOOKED_AT = 20
const EXPIRED_CHUNK = 100

export function createReceivers(deps: ReceiverDependencies): Receivers {
  const { database, ids, clock, address } = deps
  const kept = new LRUCache<string, number>({ max: 1_000, ttl: 1_000, noUpdateTTL: true })

  const show = (receiver: Receiver, endpoints: readonly Endpoint[]): ShownReceiver => {
    const url = address.of(receiver.token)
    return { receiver, url, endpointIds: pointingAt(url, endpoints).map(({ id }) => id) }
  }

  async function get(owner: Owner, id: string): Promise<Receiver> {
    const receiver = await store.findReceiver(database, owner, id, clock.now())
    if (receiver === undefined) throw webhookErrors.receiverNotFound()
    return receiver
  }

  function mayKeep({ token }: Receiver): boolean {
    const count = (kept.get(token) ?? 0) + 1
    kept.set(token, count)
    return count <= KEPT_PER_SECOND
  }

  /** Whose signature it is, among the endpoints that point here. */
  async function signedBy(receiver: Receiver, signed: Signed) {
    if (!isSigned(signed)) return { signature: 'none', endpointId: null } as const
    const now = clock.now()
    const endpoints = await listEndpoints(database, receiver.owner)
    const signer = pointingAt(address.of(receiver.token), endpoints).find((endpoint) =>
      deps.secretsOf(endpoint, now).some((secret) => isSignedWith(secret, signed)),
    )
    return signer === undefined
      ? ({ signature: 'wrong', endpointId: null } as const)
      : ({ signature: 'verified', endpointId: signer.id } as const)
  }

  return {
    async create(owner, answer) {
      const createdAt = clock.now()
      const receiver: Receiver = {
        owner,
        id: `wr_${ids.alphanumeric(16)}`,
        token: makeToken(ids.bytes),
        answer,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + LIFE_MS),
      }
      await transact(database, async (tx) => {
        await store.lockOwner(tx, owner)
        const existing = await store.listReceivers(tx, owner, createdAt)
        if (existing.length >= RECEIVERS_MAX) {
          throw webhookErrors.tooManyReceivers({ limit: RECEIVERS_MAX })
        }
        await store.insertReceiver(tx, receiver)
      })
      return show(receiver, [])
    },
    async list(owner) {
      const [receivers, endpoints] = await Promise.all([
        store.listReceivers(database, owner, clock.now()),
        listEndpoints(database, owner),
      ])
      return receivers.map((receiver) => show(receiver, endpoints))
    },
    async update(owner, id, answer) {
      const receiver = await get(owner, id)
      await store.updateAnswer(database, receiver, answer)
      return show({ ...receiver, answer }, await listEndpoints(database, owner))
    },
    async delete(owner, id) {
      const receiver = await get(owner, id)
      await transact(database, (tx) => store.deleteReceiver(tx, receiver))
    },
    async listReceived(owner, id, part) {
      return store.listReceived(database, await get(owner, id), part)
    },
    async receive(token, { headers, body }) {
      const now = clock.now()
      const receiver = await store.findByToken(database, token, now)
      if (receiver === undefined) return undefined
      const { answer } = receiver
      if (mayKeep(receiver)) {
        const shown = readHeaders(headers)
        const signer = await signedBy(receiver, { headers: shown, body })
        const content = { headers: shown, body: readText(body), bytes: body.length }
        const received: Received = { ...content, ...signer, answered: answer, at: now }
        await store.insertReceived(database, receiver, received)
      }
      return answer
    },
    async look(token) {
      const receiver = await store.findByToken(database, token, clock.now())
      if (receiver === undefined) return undefined
      const part = { before: undefined, limit: LOOKED_AT }
      const [received, endpoints] = await Promise.all([
        store.listReceived(database, receiver, part),
        listEndpoints(database, receiver.owner),
      ])
      return { ...show(receiver, endpoints), received }
    },
    async deleteExpired() {
      const expired = await store.listExpired(database, clock.now(), EXPIRED_CHUNK)
      for (const receiver of expired) {
        await transact(database, (tx) => store.deleteReceiver(tx, receiver))
      }
      return expired.length
    },
  }
}

function pointingAt(url: string, endpoints: readonly Endpoint[]): Endpoint[] {
  return endpoints.filter((endpoint) => endpoint.url === url)
}

const HEADERS_MAX = 60
const HEADER_LENGTH_MAX = 2_000

/** Who sends by hand may send what opens this server or another; none of it is kept. */
const SECRET_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization'])

function readHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const shown = Object.entries(headers)
    .filter(([name]) => !SECRET_HEADERS.has(name))
    .slice(0, HEADERS_MAX)
    .map(([name, value]) => [name, readText(String(value ?? '')).slice(0, HEADER_LENGTH_MAX)])
  return Object.fromEntries(shown) as Record<string, string>
}

/** As text that PostgreSQL can keep. */
function readText(content: Buffer | string): string {
  return content.toString().toWellFormed().replaceAll('\0', '\ufffd')
}
