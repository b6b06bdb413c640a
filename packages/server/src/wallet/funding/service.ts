import { type Actor, actorIdOf, type Owner } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import { inputErrors } from '../../core/errors.ts'
import { MAX_MICROS, type Micros } from '../../core/money.ts'
import type { Events } from '../../events/index.ts'
import { type Database, type Tx, transact } from '../../storage/database.ts'
import type { Wallets } from '../service.ts'
import { fundingErrors } from './errors.ts'
import {
  type Decision,
  type FundingRequest,
  type FundingState,
  factOf,
  isAnotherPerson,
  PENDING_MAX,
  type Person,
  referenceOf,
} from './model.ts'
import * as store from './store.ts'

/** Live money: asked for by an account, paid by bank transfer, approved by an operator. */
export interface FundingRequests {
  /** @throws fundingIsLiveOnly, noWallet, liveNotEnabled, invalidField, tooManyFundingRequests */
  ask(owner: Owner, request: Wish, actor: Actor): Promise<FundingRequest>
  /** Of an account, the newest first. */
  list(owner: Owner, query: store.FundingQuery): Promise<RequestPage>
  countPending(owner: Owner): Promise<number>
  /** Of all accounts, the newest first. */
  listAll(query: store.FundingQuery): Promise<RequestPage>
  /** @throws fundingRequestNotFound, fundingRequestDecided */
  cancel(owner: Owner, id: bigint | undefined, actor: Actor): Promise<FundingRequest>
  /**
   * Puts what has arrived into the wallet, in the transaction in which the request becomes
   * approved: exactly once, however often and by how many it is approved.
   *
   * @param amount what has arrived; what was asked for when absent
   * @throws fundingRequestNotFound, fundingRequestDecided, anotherPersonNeeded, invalidField
   */
  approve(
    owner: Owner,
    id: bigint | undefined,
    actor: Actor,
    amount?: Micros,
  ): Promise<FundingRequest>
  /** @throws fundingRequestNotFound, fundingRequestDecided */
  decline(
    owner: Owner,
    id: bigint | undefined,
    actor: Actor,
    reason: string,
  ): Promise<FundingRequest>
}

export interface Wish {
  readonly amount: Micros | undefined
  readonly note: string | null
}

export interface RequestPage {
  readonly requests: readonly FundingRequest[]
  readonly hasMore: boolean
}

export interface FundingRequestsDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly wallets: Pick<Wallets, 'get' | 'fund'>
  readonly events: Pick<Events, 'emit'>
  /** @throws liveNotEnabled */
  requireLive(tx: Tx, owner: Owner): Promise<void>
}

export function createFundingRequests(deps: FundingRequestsDependencies): FundingRequests {
  const { database, wallets, events } = deps
  return {
    ask: (owner, wish, actor) => ask(deps, owner, wish, actor),
    async list(owner, query) {
      const { limit } = query
      return toPage(
        await store.listRequests(database, owner, { ...query, limit: limit + 1 }),
        limit,
      )
    },
    countPending: (owner) => store.countPending(database, owner),
    async listAll(query) {
      const { limit } = query
      return toPage(await store.listAllRequests(database, { ...query, limit: limit + 1 }), limit)
    },
    cancel: (owner, id, actor) => decide(deps, { owner, id, actor, state: 'cancelled' }),
    decline: (owner, id, actor, reason) =>
      decide(deps, { owner, id, actor, state: 'declined', reason }),
    approve: (owner, id, actor, amount) =>
      transact(database, async (tx) => {
        const request = await lockPending(tx, owner, id)
        const by = personOf(actor)
        if (!isAnotherPerson(actor, request)) throw fundingErrors.anotherPersonNeeded()
        const { reference, note } = request
        const arrived = amount ?? request.amount
        if (arrived <= 0n) throw inputErrors.invalidField({ field: 'amount' })
        const funded = await wallets.fund(tx, {
          ...owner,
          amount: arrived,
          memo: { note, reference, by },
        })
        const decision = {
          by,
          at: deps.clock.now(),
          reason: null,
          funded: arrived,
          transferId: funded.transferId,
        }
        const approved: FundingRequest = { ...request, state: 'approved', decision }
        await store.decide(tx, request, 'approved', decision)
        await events.emit(tx, owner, factOf(approved))
        return approved
      }),
  }
}

async function ask(
  { database, clock, wallets, events, requireLive }: FundingRequestsDependencies,
  owner: Owner,
  { amount, note }: Wish,
  actor: Actor,
): Promise<FundingRequest> {
  if (owner.mode === 'test') throw fundingErrors.fundingIsLiveOnly()
  if (amount === undefined || amount <= 0n || amount > MAX_MICROS) {
    throw inputErrors.invalidField({ field: 'amount' })
  }
  const { currency } = await wallets.get(owner)
  return transact(database, async (tx) => {
    await requireLive(tx, owner)
    if ((await store.countPending(tx, owner)) >= PENDING_MAX) {
      throw fundingErrors.tooManyFundingRequests()
    }
    const id = await store.nextRequestId(tx)
    const reference = referenceOf(owner.accountId, id)
    const requestedBy = personOf(actor)
    const createdAt = clock.now()
    const asked = { owner, id, amount, currency, note, reference, requestedBy, createdAt }
    await store.insertRequest(tx, asked)
    const request = await store.lockRequest(tx, owner, id)
    if (request === undefined) throw new Error('A funding request was not written')
    await events.emit(tx, owner, factOf(request))
    return request
  })
}

interface Ending {
  readonly owner: Owner
  readonly id: bigint | undefined
  readonly actor: Actor
  readonly state: Exclude<FundingState, 'pending' | 'approved'>
  readonly reason?: string
}

/** Ends a request without money. */
async function decide(
  { database, clock, events }: FundingRequestsDependencies,
  { owner, id, actor, state, reason }: Ending,
): Promise<FundingRequest> {
  return transact(database, async (tx) => {
    const request = await lockPending(tx, owner, id)
    const decision: Decision = {
      by: personOf(actor),
      at: clock.now(),
      reason: reason ?? null,
      funded: null,
      transferId: null,
    }
    const ended: FundingRequest = { ...request, state, decision }
    await store.decide(tx, request, state, decision)
    await events.emit(tx, owner, factOf(ended))
    return ended
  })
}

/** @throws fundingRequestNotFound, fundingRequestDecided */
async function lockPending(tx: Tx, owner: Owner, id: bigint | undefined): Promise<FundingRequest> {
  const request = id && (await store.lockRequest(tx, owner, id))
  if (!request) throw fundingErrors.fundingRequestNotFound()
  const { state } = request
  if (state !== 'pending') throw fundingErrors.fundingRequestDecided({ state })
  return request
}

const personOf = (actor: Actor): Person => ({ id: actorIdOf(actor), name: actor.name })

function toPage(requests: readonly FundingRequest[], limit: number): RequestPage {
  return { requests: requests.slice(0, limit), hasMore: requests.length > limit }
}
