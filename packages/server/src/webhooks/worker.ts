import { keyOf } from '../accounts/index.ts'
import { createBatcher } from '../core/batcher.ts'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import { type Events, eventIdOf } from '../events/index.ts'
import type { Database } from '../storage/database.ts'
import type { Endpoint } from './model.ts'
import { payloadOf } from './payload.ts'
import { handOut } from './queue/handing.ts'
import { createLanes, type Job } from './queue/lanes.ts'
import { type Result, record } from './queue/results.ts'
import * as queue from './queue/store.ts'
import { decide } from './schedule.ts'
import type { Sender } from './sender.ts'
import { attemptOf, type SecretsOf } from './service.ts'
import { signHeaders } from './signing.ts'
import { listActive } from './store.ts'

/**
 * Sends events to webhook endpoints, in every server process. The processes
 * share the work through the database: a delivery is claimed by one of them,
 * and claimed again when that one has not said in time what became of it. So
 * every delivery is made at least once, whoever is killed.
 */
export interface Worker {
  start(): void
  /** Says that there may be something to do. */
  wake(): void
  /** Resolves when what is being sent has been answered and recorded. */
  drain(): Promise<void>
}

export interface WorkerDependencies {
  readonly database: Database
  readonly events: Pick<Events, 'catchUpAll' | 'peek' | 'list' | 'emit' | 'subscribe'>
  readonly sender: Sender
  readonly clock: Clock
  readonly ids: Ids
  readonly secretsOf: SecretsOf
  /** Whether the process has its hands full with orders. */
  areOrdersWaiting(): boolean
  /** Hears why something could not be done; it is tried again. */
  onError(error: unknown): void
}

/** Looks at least this often: for retries, and for signals that got lost. */
const LOOK_MS = 1_000

/**
 * A claimed delivery waits for at most one other before it is sent, and each may
 * take the sender's five seconds; longer than this, and its worker is gone.
 */
const LEASE_MS = 20_000

const LANES = {
  total: 1_000,
  totalSlow: 500,
  perEndpoint: 64,
  perSlow: 16,
  perFailing: 4,
  slowMs: 500,
  failingMs: 10_000,
  waitingPerSent: 1,
}

/**
 * While more orders wait than one batch takes, events are handed out and sent
 * in small portions: they can be late, orders cannot. The pauses between them
 * are the longer, the longer a portion takes, so that the share of a machine
 * that is slow or busy stays small.
 */
const PAUSE_MS_MIN = 250
const PAUSE_MS_MAX = 2_000
const PAUSE_SHARE = 10
const SLOW_EVENTS = 250
const SLOW_DELIVERIES = 32

/** Attempts that are recorded in one transaction. */
const RECORD_MAX = 256

export function createWorker(deps: WorkerDependencies): Worker {
  const { database, events, clock } = deps
  const lanes = createLanes<Result>({
    ...LANES,
    send: attempt,
    record: keep,
    release(claimed) {
      queue.release(database, claimed, clock.now()).catch(deps.onError)
    },
    onRoom: wake,
  })
  /** Opened once for each time that an endpoint is read, not for each delivery. */
  const secrets = new WeakMap<Endpoint, [string, ...string[]]>()
  const results = createBatcher<Result, void>({
    async run(batch) {
      await record(deps, batch)
      return batch.map(() => ({ ok: true, value: undefined }))
    },
    sizeMax: RECORD_MAX,
    concurrencyMax: 2,
    waitingMax: LANES.total,
    waitMsMax: LEASE_MS,
    now: () => performance.now(),
    overloaded: () => new Error('Attempts could not be recorded in time'),
  })
  let isStopping = false
  let isWoken = false
  let rouse = () => {}
  let stopPause = () => {}
  let working: Promise<void> = Promise.resolve()
  /** Owners of endpoints; the events of others are of no interest. */
  let owners = new Set<string>()

  function wake(): void {
    isWoken = true
    rouse()
  }

  async function sleep(): Promise<void> {
    if (isWoken || isStopping) return
    const { promise, resolve } = Promise.withResolvers<void>()
    rouse = resolve
    const timer = setTimeout(resolve, LOOK_MS)
    await promise
    clearTimeout(timer)
  }

  /** Lets orders have the processor; they come first. */
  async function pause(portionMs: number): Promise<void> {
    if (isStopping) return
    const { promise, resolve } = Promise.withResolvers<void>()
    stopPause = resolve
    const pauseMs = Math.max(PAUSE_MS_MIN, portionMs * PAUSE_SHARE)
    const timer = setTimeout(resolve, Math.min(pauseMs, PAUSE_MS_MAX))
    await promise
    clearTimeout(timer)
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      isWoken = false
      const since = performance.now()
      const isBusy = await turn().catch((error: unknown) => {
        isWoken = false
        deps.onError(error)
        return false
      })
      if (deps.areOrdersWaiting()) await pause(performance.now() - since)
      else if (!isBusy) await sleep()
    }
  }

  /** @returns whether there is more to do at once */
  async function turn(): Promise<boolean> {
    const endpoints = await listActive(database)
    lanes.set(endpoints, clock.now())
    owners = new Set(endpoints.map(({ owner }) => keyOf(owner)))
    if (endpoints.length === 0) return false
    const isSlow = deps.areOrdersWaiting()
    const hasMore = await handOut(deps, endpoints, isSlow ? SLOW_EVENTS : undefined)
    const rooms = lanes.rooms(isSlow ? SLOW_DELIVERIES : undefined)
    if (rooms.length === 0) return false
    const now = clock.now()
    const leaseEnd = new Date(now.getTime() + LEASE_MS)
    const claimed = await queue.claimDue(database, rooms, now, leaseEnd)
    lanes.add(await prepare(claimed))
    return hasMore || claimed.length > 0
  }

  async function prepare(claimed: readonly queue.Claimed[]): Promise<Job[]> {
    const byOwner = [...Map.groupBy(claimed, ({ owner }) => keyOf(owner)).values()]
    const prepared = await Promise.all(
      byOwner.map((group) =>
        prepareOwn(group).catch((error: unknown) => {
          // Others are not to wait for events that cannot be told; these come up again.
          deps.onError(error)
          return []
        }),
      ),
    )
    return prepared.flat()
  }

  async function prepareOwn(claimed: readonly queue.Claimed[]): Promise<Job[]> {
    const owner = claimed[0]?.owner
    if (owner === undefined) return []
    const sequences = [...new Set(claimed.map(({ sequence }) => sequence))]
    const told = await events.list(database, owner, sequences)
    const bodies = new Map(
      told.map((event) => [
        event.sequence,
        { eventId: eventIdOf(event), type: event.type, body: payloadOf(event) },
      ]),
    )
    return claimed.flatMap((one) => {
      const content = bodies.get(one.sequence)
      return content === undefined ? [] : [{ claimed: one, ...content }]
    })
  }

  async function keep(result: Result): Promise<void> {
    try {
      await results.submit(result)
    } catch (error) {
      // Nobody knows of the attempt, so there will be another when the lease has ended.
      deps.onError(error)
    }
  }

  async function attempt(
    { claimed, eventId, type, body }: Job,
    endpoint: Endpoint,
  ): Promise<Result> {
    const at = clock.now()
    const signing = secrets.get(endpoint) ?? deps.secretsOf(endpoint, at)
    secrets.set(endpoint, signing)
    const headers = signHeaders({ id: eventId, body, at, secrets: signing })
    const outcome = await deps.sender.send({ url: endpoint.url, headers, body })
    const attempts = claimed.tries + 1
    const random = deps.ids.bytes(4).readUInt32BE() / 2 ** 32
    const decision = decide(outcome, { attempts, now: clock.now(), random })
    const { sequence } = claimed
    return {
      claimed,
      decision,
      attempt: attemptOf(endpoint, { sequence, type, headers, outcome, at }),
    }
  }

  return {
    start() {
      events.subscribe((key) => {
        if (key === undefined || owners.has(key)) wake()
      })
      working = run()
    },
    wake,
    async drain() {
      isStopping = true
      rouse()
      stopPause()
      await working
      const left = await lanes.drain()
      if (left.length > 0) await queue.release(database, left, clock.now())
    },
  }
}
