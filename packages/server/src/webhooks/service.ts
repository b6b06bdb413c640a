import { keyOf, type Owner } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Events, EventType } from '../events/index.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import type { Keyring } from '../storage/keyring.ts'
import { open, seal } from '../storage/seal.ts'
import { type AddressPolicy, AddressRefused, checkUrl } from './addresses.ts'
import { webhookErrors } from './errors.ts'
import { type Attempt, type Endpoint, endpointFact, isWanted, type ShownAttempt } from './model.ts'
import { examplePayload } from './payload.ts'
import * as queue from './queue/store.ts'
import type { Outcome, Sender } from './sender.ts'
import { makeSecret, signHeaders } from './signing.ts'
import * as store from './store.ts'

/** Where an account's events are sent to, and what came of sending them. */
export interface Endpoints {
  /** Makes an endpoint; it gets what happens from now on. @throws invalidUrl, tooManyEndpoints */
  create(owner: Owner, request: EndpointRequest): Promise<WithSecret>
  list(owner: Owner): Promise<Endpoint[]>
  /** @throws endpointNotFound, as everything below does */
  get(owner: Owner, id: string): Promise<Endpoint>
  /** The secret that an endpoint's deliveries are signed with. */
  revealSecret(owner: Owner, id: string): Promise<string>
  /** Changes what is given. Enabled again, an endpoint gets what it has missed. @throws invalidUrl */
  update(owner: Owner, id: string, change: Partial<EndpointChange>): Promise<Endpoint>
  delete(owner: Owner, id: string): Promise<void>
  /** Gives an endpoint a new secret; the old one signs as well for the overlap. */
  rotateSecret(owner: Owner, id: string, overlapSeconds: number): Promise<WithSecret>
  /** Sends an example of an event at once and answers what came of it. @throws endpointDisabled */
  sendExample(owner: Owner, id: string, type: EventType): Promise<ShownAttempt>
  /**
   * Sends events again, those that the endpoint asks for.
   *
   * @returns how many events will be sent
   * @throws endpointDisabled
   */
  resend(owner: Owner, id: string, range: EventRange): Promise<number>
  /** The same for one event, whether the endpoint asks for its type or not. @throws eventNotFound */
  resendOne(owner: Owner, id: string, sequence: bigint | undefined): Promise<void>
  /** The same for every event that was given up. */
  resendFailed(owner: Owner, id: string): Promise<number>
  /** Secrets that sign a delivery now, the current one first. */
  readonly secretsOf: SecretsOf
}

export type SecretsOf = (endpoint: Endpoint, now: Date) => [string, ...string[]]

export interface EndpointRequest {
  readonly url: string
  readonly events: readonly string[]
  readonly description: string | null
}

export interface EndpointChange extends EndpointRequest {
  readonly isEnabled: boolean
}

export interface WithSecret {
  readonly endpoint: Endpoint
  readonly secret: string
}

/** Numbers of events, both inclusive. */
export interface EventRange {
  readonly from: bigint
  readonly to: bigint
}

export interface EndpointDependencies {
  readonly database: Database
  readonly events: Pick<Events, 'emit' | 'get' | 'peek' | 'catchUp'>
  readonly sender: Sender
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
  /** Which addresses may be called. */
  readonly policy: AddressPolicy
  /** Hears that there may be something to send. */
  onChange(): void
}

const ENDPOINTS_MAX = 20

export function createEndpoints(deps: EndpointDependencies): Endpoints {
  const { database, events, clock, ids } = deps
  const sealing = { version: 1, key: deps.keyring.derive('webhook secrets') }
  const contextOf = ({ owner, id }: Pick<Endpoint, 'owner' | 'id'>) => `${keyOf(owner)}/${id}`
  const sealFor = (endpoint: Pick<Endpoint, 'owner' | 'id'>, secret: string) =>
    seal(sealing, Buffer.from(secret), contextOf(endpoint))
  const openOf = (endpoint: Endpoint, sealed: Buffer) =>
    open(sealing, sealed, contextOf(endpoint)).toString()

  const secretsOf: SecretsOf = (endpoint, now) => {
    const { secret, previousSecret, previousSecretUntil } = endpoint
    const current = openOf(endpoint, secret)
    const isOverlapping = previousSecretUntil !== null && previousSecretUntil > now
    return previousSecret !== null && isOverlapping
      ? [current, openOf(endpoint, previousSecret)]
      : [current]
  }

  async function get(owner: Owner, id: string): Promise<Endpoint> {
    const endpoint = await store.findEndpoint(database, owner, id)
    if (endpoint === undefined) throw webhookErrors.endpointNotFound()
    return endpoint
  }

  async function getEnabled(owner: Owner, id: string): Promise<Endpoint> {
    const endpoint = await get(owner, id)
    if (!endpoint.isEnabled) throw webhookErrors.endpointDisabled()
    return endpoint
  }

  /** Changes a locked endpoint and tells it. */
  async function change(
    owner: Owner,
    id: string,
    toChanged: (endpoint: Endpoint) => Endpoint,
  ): Promise<Endpoint> {
    const changed = await transact(database, async (tx) => {
      const endpoint = await store.lockEndpoint(tx, owner, id)
      if (endpoint === undefined) throw webhookErrors.endpointNotFound()
      const next = toChanged(endpoint)
      await store.updateEndpoint(tx, next)
      const isDisabling = endpoint.isEnabled && !next.isEnabled
      const type = isDisabling ? 'webhook_endpoint.disabled' : 'webhook_endpoint.updated'
      await events.emit(tx, owner, { type, data: endpointFact(next) })
      return next
    })
    deps.onChange()
    return changed
  }

  /** Queues events of an endpoint that is enabled, and stays so meanwhile. */
  async function requeue<Result>(
    owner: Owner,
    id: string,
    queueAgain: (tx: Tx, endpoint: Endpoint) => Promise<Result>,
  ): Promise<Result> {
    const result = await transact(database, async (tx) => {
      const endpoint = await store.lockEndpoint(tx, owner, id)
      if (endpoint === undefined) throw webhookErrors.endpointNotFound()
      if (!endpoint.isEnabled) throw webhookErrors.endpointDisabled()
      return queueAgain(tx, endpoint)
    })
    deps.onChange()
    return result
  }

  return {
    async create(owner, request) {
      const url = readUrl(request.url, owner, deps.policy)
      const id = `we_${ids.alphanumeric(16)}`
      const secret = makeSecret(ids)
      const endpoint = await transact(database, async (tx) => {
        const draft = { ...request, owner, id, url, secret: sealFor({ owner, id }, secret) }
        return insertEndpoint(deps, tx, draft)
      })
      deps.onChange()
      return { endpoint, secret }
    },
    list: (owner) => store.listEndpoints(database, owner),
    get,
    async revealSecret(owner, id) {
      const endpoint = await get(owner, id)
      return openOf(endpoint, endpoint.secret)
    },
    update: (owner, id, wanted) =>
      change(owner, id, (endpoint) => ({
        ...endpoint,
        ...wanted,
        url: wanted.url === undefined ? endpoint.url : readUrl(wanted.url, owner, deps.policy),
        ...(wanted.isEnabled === true && { disabledReason: null, failingSince: null, failures: 0 }),
        ...(wanted.isEnabled === false && endpoint.isEnabled && { disabledReason: 'manual' }),
      })),
    async delete(owner, id) {
      await transact(database, async (tx) => {
        const endpoint = await store.lockEndpoint(tx, owner, id)
        if (endpoint === undefined) throw webhookErrors.endpointNotFound()
        await store.deleteEndpoint(tx, endpoint, clock.now())
        const type = 'webhook_endpoint.deleted' as const
        await events.emit(tx, owner, { type, data: endpointFact(endpoint) })
      })
      deps.onChange()
    },
    async rotateSecret(owner, id, overlapSeconds) {
      const secret = makeSecret(ids)
      const until = new Date(clock.now().getTime() + overlapSeconds * 1_000)
      const endpoint = await change(owner, id, (current) => ({
        ...current,
        secret: sealFor(current, secret),
        previousSecret: overlapSeconds === 0 ? null : current.secret,
        previousSecretUntil: overlapSeconds === 0 ? null : until,
      }))
      return { endpoint, secret }
    },
    async sendExample(owner, id, type) {
      const endpoint = await getEnabled(owner, id)
      const at = clock.now()
      const body = examplePayload(owner, type)
      const eventId = `evt_example_${ids.alphanumeric(16)}`
      const headers = signHeaders({ id: eventId, body, at, secrets: secretsOf(endpoint, at) })
      const outcome = await deps.sender.send({ url: endpoint.url, headers, body })
      const attempt = attemptOf(endpoint, { sequence: null, type, headers, outcome, at })
      const [attemptId = 0n] = await queue.insertAttempts(database, [attempt])
      return { id: attemptId, ...attempt, requestBody: body.toString() }
    },
    async resend(owner, id, range) {
      await events.catchUp(owner)
      return requeue(owner, id, (tx, endpoint) => requeueRange(deps, tx, endpoint, range))
    },
    async resendOne(owner, id, sequence) {
      await getEnabled(owner, id)
      const event = await events.get(owner, sequence)
      await requeue(owner, id, (tx, endpoint) =>
        queue.requeue(tx, endpoint, [event.sequence], clock.now()),
      )
    },
    resendFailed: (owner, id) =>
      requeue(owner, id, (tx, endpoint) => queue.requeueFailed(tx, endpoint, clock.now())),
    secretsOf,
  }
}

/** Tells of the endpoint before it is there: it gets every event after that one. */
async function insertEndpoint(
  { events, clock }: EndpointDependencies,
  tx: Tx,
  draft: Pick<Endpoint, 'owner' | 'id' | 'url' | 'description' | 'events' | 'secret'>,
): Promise<Endpoint> {
  const endpoint: Endpoint = {
    ...draft,
    previousSecret: null,
    previousSecretUntil: null,
    isEnabled: true,
    disabledReason: null,
    handedSequence: 0n,
    failingSince: null,
    failures: 0,
    createdAt: clock.now(),
  }
  const type = 'webhook_endpoint.created' as const
  const { owner } = draft
  const handedSequence = await events.emit(tx, owner, { type, data: endpointFact(endpoint) })
  // The events are locked by now, so two requests count one after the other.
  const existing = await store.listEndpoints(tx, owner)
  if (existing.length >= ENDPOINTS_MAX) {
    throw webhookErrors.tooManyEndpoints({ limit: ENDPOINTS_MAX })
  }
  const numbered = { ...endpoint, handedSequence }
  await store.insertEndpoint(tx, numbered)
  return numbered
}

/** Events that are queued again in one statement. */
const REQUEUE_CHUNK = 5_000

/** @returns how many events were queued */
async function requeueRange(
  { events, clock }: EndpointDependencies,
  tx: Tx,
  endpoint: Endpoint,
  { from, to }: EventRange,
): Promise<number> {
  let count = 0
  for (let after = from - 1n; after < to; ) {
    const found = await events.peek(tx, endpoint.owner, { after, upTo: to, limit: REQUEUE_CHUNK })
    const wanted = found.filter(({ type }) => isWanted(endpoint.events, type))
    const sequences = wanted.map(({ sequence }) => sequence)
    await queue.requeue(tx, endpoint, sequences, clock.now())
    count += sequences.length
    after = found.at(-1)?.sequence ?? to
  }
  return count
}

/** @throws invalidUrl */
function readUrl(text: string, { mode }: Owner, policy: AddressPolicy): string {
  const url = checkUrl(text, policy)
  const refuse = (reason: string) => webhookErrors.invalidUrl({ field: 'url', reason })
  if (url instanceof AddressRefused) throw refuse(url.message.replace(/\.$/, ''))
  const isFree = policy.allowPrivate || policy.isReceiver?.(url) === true
  if (mode === 'live' && url.protocol !== 'https:' && !isFree) {
    throw refuse('In live mode the address must begin with https://')
  }
  return url.href
}

interface Sent {
  readonly sequence: bigint | null
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly outcome: Outcome
  readonly at: Date
}

/** What is remembered of an attempt. */
export function attemptOf(
  { owner, id, url }: Endpoint,
  { sequence, type, headers, outcome, at }: Sent,
): Attempt & { readonly owner: Owner } {
  return {
    owner,
    endpointId: id,
    sequence,
    type,
    url,
    requestHeaders: headers,
    status: outcome.status,
    answerHeaders: outcome.headers,
    answerBody: outcome.body,
    error: outcome.error?.kind ?? null,
    errorMessage: outcome.error?.message ?? null,
    milliseconds: outcome.milliseconds,
    at,
  }
}
