import { keyOf } from '../../accounts/index.ts'
import type { Endpoint } from '../model.ts'
import type { Claimed, Room } from './store.ts'

/** A claimed delivery with what has to be sent. */
export interface Job {
  readonly claimed: Claimed
  readonly eventId: string
  /** As the payload names it. */
  readonly type: string
  readonly body: Buffer
}

export interface LanesOptions<Sent> {
  /** Deliveries in memory over all endpoints, waiting, being sent or being recorded. */
  readonly total: number
  /** The most of them that endpoints hold which are slow, so that others find room. */
  readonly totalSlow: number
  /** Requests to one endpoint at the same time, if it is quick. */
  readonly perEndpoint: number
  /** The same for one that is slow, or that nobody knows yet. */
  readonly perSlow: number
  /** The same for one that has only failed for `failingMs`. */
  readonly perFailing: number
  /** An endpoint that takes longer than this on average is slow. */
  readonly slowMs: number
  readonly failingMs: number
  /** Deliveries of one endpoint that wait in memory for one being sent. */
  readonly waitingPerSent: number
  /** Makes one attempt; never rejects. */
  send(job: Job, endpoint: Endpoint): Promise<Sent>
  /** Records it, while the lane goes on; never rejects. */
  record(sent: Sent): Promise<void>
  /** Gives back what was claimed and is not going to be sent from here. */
  release(claimed: readonly Claimed[]): void
  /** Hears that there is room again. */
  onRoom(): void
}

/**
 * A lane for each endpoint, so that one that is slow delays only itself. A lane
 * takes a few deliveries more than it sends, to have the next ones at hand. It
 * begins narrow, is wide as long as the endpoint is quick, and all that are not
 * share a part of the whole.
 */
export interface Lanes {
  /** The endpoints there are now; what waits for any other is given back. */
  set(endpoints: readonly Endpoint[], now: Date): void
  /** How many deliveries can be taken, by endpoint; `most` of them over all. */
  rooms(most?: number): Room[]
  add(jobs: readonly Job[]): void
  /** Stops sending. @returns what was not sent, once what is being sent has ended */
  drain(): Promise<Claimed[]>
}

interface Lane {
  endpoint: Endpoint
  waiting: Job[]
  sending: number
  recording: number
  isFailing: boolean
  /** Moving average of what an attempt takes; undefined before the first. */
  milliseconds: number | undefined
}

/** Weight of the last attempt: where one in a hundred hangs, a lane stays wide. */
const LAST_WEIGHT = 0.05

export function createLanes<Sent>(options: LanesOptions<Sent>): Lanes {
  let lanes = new Map<string, Lane>()
  const underWay = new Set<Promise<void>>()
  /** Rotates, so that with many endpoints all of them have their turn. */
  let turn = 0
  let isDraining = false

  const isQuick = ({ isFailing, milliseconds = Number.POSITIVE_INFINITY }: Lane) =>
    !isFailing && milliseconds <= options.slowMs

  const isFailing = ({ failingSince }: Endpoint, now: Date) =>
    failingSince !== null && now.getTime() - failingSince.getTime() >= options.failingMs

  function limitOf(lane: Lane): number {
    if (isQuick(lane)) return options.perEndpoint
    return lane.isFailing ? options.perFailing : options.perSlow
  }

  const capacityOf = (lane: Lane) => limitOf(lane) * (1 + options.waitingPerSent)

  const heldBy = ({ waiting, sending, recording }: Lane) => waiting.length + sending + recording

  function pump(lane: Lane): void {
    while (!isDraining && lane.sending < limitOf(lane)) {
      const job = lane.waiting.shift()
      if (job === undefined) break
      const handled = handle(lane, job)
      underWay.add(handled)
      void handled.then(() => underWay.delete(handled))
    }
  }

  /** Gives back what a lane would take too long for, now that it may hold less. */
  function narrow(lane: Lane, waitingMax = limitOf(lane) * options.waitingPerSent): void {
    const surplus = lane.waiting.splice(waitingMax)
    if (surplus.length > 0) options.release(surplus.map(({ claimed }) => claimed))
  }

  async function handle(lane: Lane, job: Job): Promise<void> {
    lane.sending++
    const since = performance.now()
    const sent = await options.send(job, lane.endpoint)
    const took = performance.now() - since
    const { milliseconds = took } = lane
    lane.milliseconds = milliseconds + (took - milliseconds) * LAST_WEIGHT
    narrow(lane)
    lane.sending--
    lane.recording++
    pump(lane)
    await options.record(sent)
    lane.recording--
    if (heldBy(lane) * 2 <= capacityOf(lane)) options.onRoom()
  }

  return {
    set(endpoints, now) {
      const known = lanes
      lanes = new Map(
        endpoints.map((endpoint) => {
          const lane = known.get(nameOf(endpoint)) ?? {
            endpoint,
            waiting: [],
            sending: 0,
            recording: 0,
            isFailing: false,
            milliseconds: undefined,
          }
          lane.endpoint = endpoint
          lane.isFailing = isFailing(endpoint, now)
          narrow(lane)
          return [nameOf(endpoint), lane]
        }),
      )
      for (const [name, lane] of known) if (!lanes.has(name)) narrow(lane, 0)
    },
    rooms(most = options.total) {
      const all = [...lanes.values()]
      const countHeld = (some: readonly Lane[]) => some.reduce((sum, lane) => sum + heldBy(lane), 0)
      let free = Math.min(most, options.total - countHeld(all))
      let freeSlow = options.totalSlow - countHeld(all.filter((lane) => !isQuick(lane)))
      const roomy = all.filter((lane) => heldBy(lane) * 2 <= capacityOf(lane))
      const share = Math.max(1, Math.floor(free / Math.max(1, roomy.length)))
      const first = turn++ % Math.max(1, roomy.length)
      const rooms: Room[] = []
      for (const lane of [...roomy.slice(first), ...roomy.slice(0, first)]) {
        const available = isQuick(lane) ? free : Math.min(free, freeSlow)
        const count = Math.min(capacityOf(lane) - heldBy(lane), share, available)
        if (count <= 0) continue
        free -= count
        if (!isQuick(lane)) freeSlow -= count
        rooms.push({ owner: lane.endpoint.owner, id: lane.endpoint.id, count })
      }
      return rooms
    },
    add(jobs) {
      for (const [name, group] of Map.groupBy(jobs, ({ claimed }) => nameOf(claimed))) {
        const lane = lanes.get(name)
        if (lane === undefined) continue
        lane.waiting.push(...group)
        pump(lane)
      }
    },
    async drain() {
      isDraining = true
      const left = [...lanes.values()].flatMap(({ waiting }) => waiting)
      await Promise.all(underWay)
      return left.map(({ claimed }) => claimed)
    },
  }
}

const nameOf = ({ owner, id }: Pick<Endpoint, 'owner' | 'id'>) => `${keyOf(owner)}/${id}`
