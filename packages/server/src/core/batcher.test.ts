import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Batcher, type BatcherOptions, createBatcher, type Outcome } from './batcher.ts'

class Overloaded extends Error {}

/** A batch that has begun and ends when the test says so. */
interface Running {
  readonly items: readonly string[]
  succeed(): void
  fail(error: Error): void
}

interface Bench {
  readonly batcher: Batcher<string, string>
  /** Every batch that has begun, in order. */
  readonly batches: Running[]
  /** Lets everything happen that does not wait for the test. */
  settle(): Promise<void>
}

type Limits = Partial<Pick<BatcherOptions<string, string>, 'sizeMax' | 'concurrencyMax'>> &
  Partial<Pick<BatcherOptions<string, string>, 'waitingMax' | 'waitMsMax' | 'now' | 'key'>>

const accept = (item: string): Outcome<string> =>
  item.startsWith('bad')
    ? { ok: false, error: new Error(`${item} is bad`) }
    : { ok: true, value: item.toUpperCase() }

function createBench(limits: Limits = {}): Bench {
  const batches: Running[] = []
  const batcher = createBatcher<string, string>({
    sizeMax: 100,
    concurrencyMax: 1,
    waitingMax: 1_000,
    waitMsMax: 1_000,
    now: () => 0,
    overloaded: () => new Overloaded(),
    ...limits,
    run(items) {
      const { promise, resolve, reject } = Promise.withResolvers<Outcome<string>[]>()
      batches.push({ items, succeed: () => resolve(items.map(accept)), fail: reject })
      return promise
    },
  })
  return {
    batcher,
    batches,
    async settle() {
      for (let turns = 0; turns < 5; turns++) await turn()
    },
  }
}

const itemsOf = (bench: Bench) => bench.batches.map((batch) => batch.items.join(' '))

const submitAll = (bench: Bench, ...items: string[]) =>
  Promise.allSettled(items.map((item) => bench.batcher.submit(item)))

const reasonOf = (result: PromiseSettledResult<string> | undefined) =>
  result?.status === 'rejected' ? String(result.reason) : result?.value

describe('calls that arrive together', () => {
  test('share one batch, and each gets its own outcome', async () => {
    const bench = createBench()
    const results = submitAll(bench, 'a', 'b', 'c')
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a b c'])
    bench.batches[0]?.succeed()
    expect((await results).map(reasonOf)).toEqual(['A', 'B', 'C'])
  })

  test('are refused alone when they are bad', async () => {
    const bench = createBench()
    const results = submitAll(bench, 'a', 'bad', 'c')
    await bench.settle()
    bench.batches[0]?.succeed()
    expect((await results).map(reasonOf)).toEqual(['A', 'Error: bad is bad', 'C'])
  })

  test('gather while a batch runs, and are the next one', async () => {
    const bench = createBench()
    const first = submitAll(bench, 'a')
    await bench.settle()
    const rest = submitAll(bench, 'b', 'c')
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a'])
    bench.batches[0]?.succeed()
    await first
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a', 'b c'])
    bench.batches[1]?.succeed()
    expect((await rest).map(reasonOf)).toEqual(['B', 'C'])
  })

  test('get every outcome in its place, whatever the limits', async () => {
    const limits = fc.record({
      sizeMax: fc.integer({ min: 1, max: 7 }),
      concurrencyMax: fc.integer({ min: 1, max: 3 }),
    })
    const items = fc.array(fc.constantFrom('a', 'b', 'bad', 'c', 'bad too'), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(limits, items, fc.boolean(), async (some, submitted, fails) => {
        const batcher = createBatcher<string, string>({
          ...some,
          waitingMax: 1_000,
          waitMsMax: 1_000,
          now: () => 0,
          overloaded: () => new Overloaded(),
          run: async (batch) => {
            if (fails && batch.length > 1) throw new Error('as a whole')
            return batch.map(accept)
          },
        })
        const results = await Promise.allSettled(submitted.map((item) => batcher.submit(item)))
        expect(results.map(reasonOf)).toEqual(
          submitted.map((item) =>
            item.startsWith('bad') ? `Error: ${item} is bad` : item.toUpperCase(),
          ),
        )
        await batcher.drain()
      }),
    )
  })
})

describe('a batch that fails as a whole', () => {
  test('is run again item by item, so that one bad item harms no other', async () => {
    const bench = createBench()
    const results = submitAll(bench, 'a', 'b', 'c')
    await bench.settle()
    bench.batches[0]?.fail(new Error('deadlock'))
    await bench.settle()
    bench.batches[1]?.succeed()
    await bench.settle()
    bench.batches[2]?.fail(new Error('b is the one'))
    await bench.settle()
    bench.batches[3]?.succeed()
    expect((await results).map(reasonOf)).toEqual(['A', 'Error: b is the one', 'C'])
    expect(itemsOf(bench)).toEqual(['a b c', 'a', 'b', 'c'])
  })

  test('is not run again when it is a single item', async () => {
    const bench = createBench()
    const results = submitAll(bench, 'a')
    await bench.settle()
    bench.batches[0]?.fail(new Error('broken'))
    expect((await results).map(reasonOf)).toEqual(['Error: broken'])
    expect(itemsOf(bench)).toEqual(['a'])
  })

  test('is one that throws before it has begun, as well', async () => {
    const batcher = createBatcher<string, string>({
      ...{
        sizeMax: 9,
        concurrencyMax: 1,
        waitingMax: 9,
        waitMsMax: 1_000,
        now: () => 0,
        overloaded: () => new Overloaded(),
      },
      run: () => {
        throw new Error('at once')
      },
    })
    await expect(batcher.submit('a')).rejects.toThrow('at once')
    await batcher.drain()
  })

  test('stands in nobody’s way: the next batch runs', async () => {
    const bench = createBench()
    const first = submitAll(bench, 'a')
    await bench.settle()
    bench.batches[0]?.fail(new Error('broken'))
    await first
    const second = submitAll(bench, 'b')
    await bench.settle()
    bench.batches[1]?.succeed()
    expect((await second).map(reasonOf)).toEqual(['B'])
  })
})

test('an item that got no outcome is refused, not forgotten', async () => {
  const batcher = createBatcher<string, string>({
    ...{
      sizeMax: 9,
      concurrencyMax: 1,
      waitingMax: 9,
      waitMsMax: 1_000,
      now: () => 0,
      overloaded: () => new Overloaded(),
    },
    run: async () => [{ ok: true, value: 'only one' }],
  })
  const results = await Promise.allSettled([batcher.submit('a'), batcher.submit('b')])
  expect(results.map(reasonOf)).toEqual(['only one', 'Error: The batch answered too few outcomes'])
})

describe('limits', () => {
  test('no batch is larger than the most', async () => {
    const bench = createBench({ sizeMax: 2, concurrencyMax: 9 })
    const results = submitAll(bench, 'a', 'b', 'c', 'd', 'e')
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a b', 'c d', 'e'])
    for (const batch of bench.batches) batch.succeed()
    expect((await results).map(reasonOf)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  test('no more batches run at once than the most', async () => {
    const bench = createBench({ sizeMax: 1, concurrencyMax: 2 })
    const results = submitAll(bench, 'a', 'b', 'c')
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a', 'b'])
    bench.batches[1]?.succeed()
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a', 'b', 'c'])
    bench.batches[0]?.succeed()
    bench.batches[2]?.succeed()
    expect((await results).map(reasonOf)).toEqual(['A', 'B', 'C'])
  })

  test('items with different keys never share a batch, nor wait for each other', async () => {
    const bench = createBench({ key: (item) => item.slice(0, 1) })
    const results = submitAll(bench, 'a1', 'b1', 'a2')
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a1 a2', 'b1'])
    const late = submitAll(bench, 'b2')
    bench.batches[1]?.succeed()
    await bench.settle()
    expect(itemsOf(bench)).toEqual(['a1 a2', 'b1', 'b2'])
    bench.batches[2]?.succeed()
    expect((await late).map(reasonOf)).toEqual(['B2'])
    bench.batches[0]?.succeed()
    expect((await results).map(reasonOf)).toEqual(['A1', 'B1', 'A2'])
  })

  test('when too many wait, the next is refused at once and the others go on', async () => {
    const bench = createBench({ sizeMax: 1, waitingMax: 2 })
    const first = submitAll(bench, 'a')
    await bench.settle()
    const waiting = submitAll(bench, 'b', 'c')
    await expect(bench.batcher.submit('d')).rejects.toBeInstanceOf(Overloaded)
    for (let batch = 0; batch < 3; batch++) {
      bench.batches[batch]?.succeed()
      await bench.settle()
    }
    expect([...(await first), ...(await waiting)].map(reasonOf)).toEqual(['A', 'B', 'C'])
    const again = submitAll(bench, 'e')
    await bench.settle()
    bench.batches[3]?.succeed()
    expect((await again).map(reasonOf)).toEqual(['E'])
  })

  test('too many of one key leave another key alone', async () => {
    const bench = createBench({ waitingMax: 1, key: (item) => item.slice(0, 1) })
    const results = submitAll(bench, 'a1', 'a2', 'b1')
    await bench.settle()
    for (const batch of bench.batches) batch.succeed()
    const [first, second, other] = await results
    expect(reasonOf(first)).toBe('A1')
    expect(second).toMatchObject({ reason: expect.any(Overloaded) as Overloaded })
    expect(reasonOf(other)).toBe('B1')
  })
})

describe('draining', () => {
  test('has nothing to wait for when nothing was submitted, or all is done', async () => {
    const bench = createBench()
    await bench.batcher.drain()
    const results = submitAll(bench, 'a')
    await bench.settle()
    bench.batches[0]?.succeed()
    await results
    await bench.batcher.drain()
    expect(itemsOf(bench)).toEqual(['a'])
  })

  test('waits for what runs and for what waits, of every key', async () => {
    const bench = createBench({ sizeMax: 1, key: (item) => item.slice(0, 1) })
    const outcomes: string[] = []
    for (const item of ['a1', 'a2', 'b1']) {
      void bench.batcher.submit(item).then((value) => outcomes.push(value))
    }
    let drained = false
    const drains = [1, 2].map(() =>
      bench.batcher.drain().then(() => {
        drained = true
      }),
    )
    for (let batch = 0; batch < 3; batch++) {
      await bench.settle()
      expect(drained).toBe(false)
      bench.batches[batch]?.succeed()
    }
    await Promise.all(drains)
    expect(outcomes.toSorted()).toEqual(['A1', 'A2', 'B1'])
  })

  test('ends even when what it waited for failed', async () => {
    const bench = createBench()
    const results = submitAll(bench, 'a')
    const drained = bench.batcher.drain()
    await bench.settle()
    bench.batches[0]?.fail(new Error('broken'))
    await drained
    expect((await results).map(reasonOf)).toEqual(['Error: broken'])
  })
})

test('an item that waited too long is refused and never run', async () => {
  let now = 0
  const bench = createBench({ sizeMax: 1, now: () => now, waitMsMax: 1_000 })
  const first = bench.batcher.submit('a')
  const late = bench.batcher.submit('b')
  await bench.settle()
  now = 1_001
  const punctual = bench.batcher.submit('c')
  bench.batches[0]?.succeed()
  await expect(late).rejects.toBeInstanceOf(Overloaded)
  await bench.settle()
  bench.batches[1]?.succeed()
  await expect(Promise.all([first, punctual])).resolves.toEqual(['A', 'C'])
  expect(bench.batches.map(({ items }) => items)).toEqual([['a'], ['c']])
  await bench.batcher.drain()
})
