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
  /** Requests to one endpoint at the same time. */
  readonly perEndpoint: number
  /** The same for one that only fails, which must not hold what others could use. */
  readonly perFailing: number
  /** Deliveries of one endpoint that wait in memory for one being sent. */
  readonly waitingPerSent: number
  /** Makes one attempt; never rejects. */
  send(job: Job, endpoint: Endpoint): Promise<Sent>
  /** Records it, while the lane goes on; never rejects. */
  record(sent: Sent): Promise<void>
  /** Hears that there is room again. */
  onRoom(): void
}

/**
 * A lane for each endpoint, so that one that is slow delays only itself. A lane
 * takes a few deliveries more than it sends, to have the next ones at hand.
 */
export interface Lanes {
  /** The endpoints there are now; what waits for any other is let go. */
  set(endpoints: readonly Endpoint[]): void
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
}

export function createLanes<Sent>(options: LanesOptions<Sent>): Lanes {
  let lanes = new Map<string, Lane>()
  const underWay = new Set<Promise<void>>()
  /** Rotates, so that with many endpoints all of them have their turn. */
  let turn = 0
  let isDraining = false

  const limitOf = ({ endpoint }: Lane) =>
    endpoint.failingSince === null ? options.perEndpoint : options.perFailing

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

  async function handle(lane: Lane, job: Job): Promise<void> {
    lane.sending++
    const sent = await options.send(job, lane.endpoint)
    lane.sending--
    lane.recording++
    pump(lane)
    await options.record(sent)
    lane.recording--
    if (heldBy(lane) * 2 <= capacityOf(lane)) options.onRoom()
  }

  return {
    set(endpoints) {
      const known = lanes
      lanes = new Map(
        endpoints.map((endpoint) => {
          const lane = known.get(nameOf(endpoint)) ?? {
            endpoint,
            waiting: [],
            sending: 0,
            recording: 0,
          }
          lane.endpoint = endpoint
          return [nameOf(endpoint), lane]
        }),
      )
      for (const [name, lane] of known) if (!lanes.has(name)) lane.waiting = []
    },
    rooms(most = options.total) {
      const all = [...lanes.values()]
      const held = all.reduce((sum, lane) => sum + heldBy(lane), 0)
      let free = Math.min(most, options.total - held)
      const roomy = all.filter((lane) => heldBy(lane) * 2 <= capacityOf(lane))
      const share = Math.max(1, Math.floor(free / Math.max(1, roomy.length)))
      const first = turn++ % Math.max(1, roomy.length)
      const rooms: Room[] = []
      for (const lane of [...roomy.slice(first), ...roomy.slice(0, first)]) {
        const count = Math.min(capacityOf(lane) - heldBy(lane), share, free)
        if (count <= 0) continue
        free -= count
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
