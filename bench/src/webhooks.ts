import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Check } from './checks.ts'
import { runLoad } from './load/load.ts'
import type { LoadPlan, LoadResult } from './load/plan.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import type { SinkCount } from './servers/sink.ts'

const SINK = fileURLToPath(new URL('./servers/sink.ts', import.meta.url))

/** All that was ordered has to have arrived by then, after the measured time. */
const COMPLETE_MS = 120_000

/** A webhook endpoint of the demo account in a process of its own. */
export interface Sink {
  /** Places orders for the whole plan, then counts their deliveries for its measured time. */
  measure(plan: LoadPlan, stack: AsyncDisposableStack): Promise<LoadResult>
  /** Whether every order that was placed is told in the end, rightly signed. */
  checkComplete(): Promise<Check>
}

export async function openSink(server: ServerProcess, stack: AsyncDisposableStack): Promise<Sink> {
  const sink = await startServer([SINK], { stopBy: 'channel' })
  stack.defer(sink.stop)
  const secret = await createEndpoint(server, `${sink.ready.url}/webhooks`)
  await fetch(`${sink.ready.url}/secret`, { method: 'POST', body: secret })
  const takeCount = async () => (await (await fetch(sink.ready.url)).json()) as SinkCount
  let placed = 0
  let forged = 0

  return {
    async measure(plan, ownStack) {
      const load = await runLoad(plan, ownStack)
      placed = load.answersEver
      const before = await takeCount()
      const since = performance.now()
      await sleep(plan.seconds * 1_000)
      const count = await takeCount()
      const seconds = (performance.now() - since) / 1_000
      forged = before.forged + count.forged
      const { answers, p50Micros, p99Micros, maxMicros } = count
      return {
        ...load,
        answers,
        seconds,
        p50Micros,
        p99Micros,
        maxMicros,
        requestBytes: answers === 0 ? 0 : count.bytes / answers,
        answerBytes: 0,
        generatorCores: (count.cpuMicros - before.cpuMicros) / 1e6 / seconds,
      }
    },
    async checkComplete() {
      const deadline = performance.now() + COMPLETE_MS
      let { eventsEver } = await takeCount()
      while (eventsEver < placed && performance.now() < deadline) {
        await sleep(100)
        eventsEver = (await takeCount()).eventsEver
      }
      const isComplete = eventsEver === placed && forged === 0
      return {
        name: 'deliveries',
        outcome: isComplete ? 'passed' : 'failed',
        detail: `${eventsEver} of ${placed} orders arrived, ${forged} wrongly signed`,
      }
    },
  }
}

async function createEndpoint({ ready }: ServerProcess, url: string): Promise<string> {
  const response = await fetch(`${ready.url}/manage/v1/webhook-endpoints`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${ready.manageToken}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ url, events: ['giftcard_transaction.status'] }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`no webhook endpoint: ${response.status} ${text}`)
  const { secret } = JSON.parse(text) as { secret: string }
  return secret
}
