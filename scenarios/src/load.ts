import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Api, ErrorBody, Transaction } from './api.ts'
import { quickstartOrder } from './quickstart.ts'

/** Clients that place orders one after another, each under an identifier of its own. */
export interface Load {
  /** Orders that were answered 200, by identifier. */
  readonly placed: ReadonlyMap<string, Transaction>
  /** Identifiers of orders that were sent and got no answer, or 503: their outcome is unknown. */
  readonly unknown: ReadonlySet<string>
  /** Answers that no order may ever get. */
  readonly surprises: readonly string[]
  /** Sends the orders to another server from now on; to none while it is undefined. */
  redirect(api: Api | undefined): void
  /** Waits for the answers that are still to come. */
  stop(): Promise<void>
}

export interface LoadOptions {
  readonly api: Api
  readonly connections: number
  /** Begins every identifier. */
  readonly name: string
}

/** So that clients of a server that is away do not spin. */
const PAUSE_MS = 50

export function startLoad({ api, connections, name }: LoadOptions): Load {
  const placed = new Map<string, Transaction>()
  const unknown = new Set<string>()
  const surprises: string[] = []
  let target: Api | undefined = api
  let stopped = false

  async function send(to: Api, identifier: string): Promise<void> {
    let answer: Answer<Transaction & ErrorBody>
    try {
      answer = await to.post('/orders', quickstartOrder(identifier))
    } catch {
      unknown.add(identifier)
      return sleep(PAUSE_MS)
    }
    if (answer.status === 200) {
      placed.set(identifier, answer.body)
      return
    }
    if (answer.status !== 503) {
      surprises.push(`${identifier}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    unknown.add(identifier)
    return sleep(PAUSE_MS)
  }

  async function run(connection: number): Promise<void> {
    for (let count = 0; !stopped; count++) {
      if (target === undefined) await sleep(PAUSE_MS)
      else await send(target, `${name}-${connection}-${count}`)
    }
  }

  const running = Promise.all(Array.from({ length: connections }, (_, index) => run(index)))
  return {
    placed,
    unknown,
    surprises,
    redirect(next) {
      target = next
    },
    async stop() {
      stopped = true
      await running
    },
  }
}

/** Does some work for every item, on so many at a time. */
export async function forEach<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items]
  const next = () => left.pop()
  const worker = async () => {
    for (let item = next(); item !== undefined; item = next()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
