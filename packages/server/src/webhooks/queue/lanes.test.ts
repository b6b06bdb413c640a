import { setImmediate as settle } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../model.ts'
import { createLanes, type Job, type LanesOptions } from './lanes.ts'
import type { Claimed, Room } from './store.ts'

const LANES = {
  total: 100,
  totalSlow: 50,
  perEndpoint: 16,
  perSlow: 4,
  perFailing: 1,
  waitingPerSent: 1,
  failingMs: 1_000,
}

const now = new Date('2026-03-01T12:00:00.000Z')
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)

const endpointOf = (id: number): Endpoint => ({
  owner: { accountId: 1n, mode: 'test' },
  id: `we_${id}`,
  url: 'https://shop.example/',
  description: null,
  events: ['*'],
  secret: Buffer.alloc(0),
  previousSecret: null,
  previousSecretUntil: null,
  isEnabled: true,
  disabledReason: null,
  handedSequence: 0n,
  failingSince: null,
  failures: 0,
  createdAt: new Date(),
})

/** Lanes of so many endpoints, whose requests are answered by hand. */
function open(count: number, options: Partial<LanesOptions<undefined>> = {}) {
  const endpoints = Array.from({ length: count }, (_, id) => endpointOf(id))
  const sending: { readonly id: string; answer(): void }[] = []
  const released: Claimed[] = []
  const lanes = createLanes<undefined>({
    ...LANES,
    slowMs: Number.MAX_VALUE,
    send: ({ claimed: { id } }) =>
      new Promise((resolve) => sending.push({ id, answer: () => resolve(undefined) })),
    record: async () => {},
    release: (claimed) => released.push(...claimed),
    onRoom: () => {},
    ...options,
  })
  lanes.set(endpoints, now)
  return {
    lanes,
    endpoints,
    released,
    sendingTo: (id: string) => sending.filter((one) => one.id === id).length,
    async answer(id?: string) {
      const answered = sending.filter((one) => id === undefined || one.id === id)
      for (const one of answered) {
        sending.splice(sending.indexOf(one), 1)
        one.answer()
      }
      await settle()
    },
  }
}

let sequence = 0n

function jobsFor({ owner, id, count }: Room): Job[] {
  return Array.from({ length: count }, () => ({
    claimed: { owner, id, sequence: ++sequence, tries: 0, leaseEnd: new Date() },
    eventId: 'evt',
    type: 'order.successful',
    body: Buffer.alloc(0),
  }))
}

const countOf = (rooms: readonly Room[]) => rooms.reduce((sum, { count }) => sum + count, 0)

describe('a lane', () => {
  test('is wide for an endpoint that has answered quickly', async () => {
    const { lanes, answer } = open(1)
    const first = lanes.rooms()
    expect(countOf(first)).toBe(8)
    lanes.add(first.flatMap(jobsFor))
    await answer()
    await answer()
    expect(countOf(lanes.rooms())).toBe(32)
  })

  test('stays narrow for one that is slow, and narrower for one that only fails', async () => {
    const { lanes, answer, endpoints } = open(1, { slowMs: 0 })
    lanes.add(lanes.rooms().flatMap(jobsFor))
    await answer()
    await answer()
    expect(countOf(lanes.rooms())).toBe(8)
    lanes.set(
      endpoints.map((endpoint) => ({ ...endpoint, failingSince: before(999) })),
      now,
    )
    expect(countOf(lanes.rooms())).toBe(8)
    lanes.set(
      endpoints.map((endpoint) => ({ ...endpoint, failingSince: before(1_000) })),
      now,
    )
    expect(countOf(lanes.rooms())).toBe(2)
  })

  test('gives back what waits when it becomes narrow, and when its endpoint is gone', () => {
    const { lanes, endpoints, released } = open(1)
    lanes.add(lanes.rooms().flatMap(jobsFor))
    lanes.set(
      endpoints.map((endpoint) => ({ ...endpoint, failingSince: before(1_000) })),
      now,
    )
    expect(released).toHaveLength(3)
    lanes.set([], now)
    expect(released).toHaveLength(4)
  })
})

describe('endpoints that hang', () => {
  test('leave half of the room to the others, however many they are', async () => {
    const { lanes, answer, sendingTo } = open(200)
    const known = lanes.rooms().filter(({ id }) => id === 'we_0')
    lanes.add(known.flatMap(jobsFor))
    await answer()
    let held = 0
    for (;;) {
      const rooms = lanes.rooms().filter(({ id }) => id !== 'we_0')
      if (rooms.length === 0) break
      held += countOf(rooms)
      lanes.add(rooms.flatMap(jobsFor))
    }
    expect(held).toBe(50)
    for (let round = 0; round < 10; round++) {
      const rooms = lanes.rooms()
      expect(rooms).toMatchObject([{ id: 'we_0' }])
      lanes.add(rooms.flatMap(jobsFor))
      expect(sendingTo('we_0')).toBeGreaterThan(0)
      await answer('we_0')
      await answer('we_0')
    }
  })
})
