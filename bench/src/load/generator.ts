/**
 * The load generator, a process of its own: keep-alive connections, each with
 * one request in flight, over raw sockets.
 *
 * Its processor time is taken from the server under test, as both share the
 * machine, so it does as little as it can. Measured against autocannon 9 on the
 * echo server (two cores, 64 connections, identifiers unique, three runs each):
 * 14 µs per request instead of 35, so 38,000 to 47,000 requests/s instead of
 * 24,000 to 29,000, where autocannon itself was the limit with a full core.
 */
import type { Answer } from './answer.ts'
import { Connection } from './connection.ts'
import { Histogram } from './histogram.ts'
import type { LoadMessage, LoadPlan, LoadResult } from './plan.ts'
import { PreparedRequest } from './request.ts'

type Phase = 'warmup' | 'measuring' | 'draining'

process.once('message', (plan: LoadPlan) => {
  generate(plan).then(
    (result) => finish({ result }),
    (error: Error) => finish({ failure: error.message }),
  )
})
process.once('disconnect', () => process.exit())

function finish(message: LoadMessage): void {
  process.send?.(message, () => process.disconnect?.())
}

/** Puts load on the server for the planned time, then waits until every answer is in. */
async function generate(plan: LoadPlan): Promise<LoadResult> {
  const run = new Run(plan)
  const drained = run.start()
  const timer = schedule(run, plan)
  try {
    await drained
  } finally {
    clearTimeout(timer.current)
  }
  return run.result()
}

function schedule(run: Run, plan: LoadPlan): { current: NodeJS.Timeout } {
  const timer = {
    current: setTimeout(() => {
      run.beginMeasuring()
      timer.current = setTimeout(() => run.beginDraining(), plan.seconds * 1000)
    }, plan.warmupSeconds * 1000),
  }
  return timer
}

class Run {
  readonly #plan: LoadPlan
  readonly #histogram = new Histogram()
  readonly #refusals: Record<string, number> = {}
  #firstRefusal: string | undefined
  #phase: Phase = 'warmup'
  #sequence = 0
  #answersEver = 0
  #answerBytes = 0
  #startedAtMs = 0
  #seconds = 0
  #cpu = process.cpuUsage()

  constructor(plan: LoadPlan) {
    this.#plan = plan
  }

  /** Resolves when all connections are drained, rejects when one of them breaks. */
  async start(): Promise<void> {
    const connections: Connection[] = []
    try {
      await Promise.all(
        Array.from({ length: this.#plan.connections }, () => this.#converse(connections)),
      )
    } finally {
      for (const connection of connections) connection.close()
    }
  }

  beginMeasuring(): void {
    this.#startedAtMs = performance.now()
    this.#cpu = process.cpuUsage()
    this.#phase = 'measuring'
  }

  beginDraining(): void {
    this.#phase = 'draining'
    this.#seconds = (performance.now() - this.#startedAtMs) / 1000
    this.#cpu = process.cpuUsage(this.#cpu)
  }

  result(): LoadResult {
    const answers = this.#histogram.total
    return {
      answers,
      seconds: this.#seconds,
      p50Micros: this.#histogram.percentileMicros(0.5),
      p99Micros: this.#histogram.percentileMicros(0.99),
      maxMicros: this.#histogram.maxMicros,
      requestBytes: new PreparedRequest(this.#plan).bytes.length,
      answerBytes: answers === 0 ? 0 : this.#answerBytes / answers,
      generatorCores: (this.#cpu.user + this.#cpu.system) / 1e6 / this.#seconds,
      answersEver: this.#answersEver,
      refusals: this.#refusals,
      ...(this.#firstRefusal === undefined ? {} : { firstRefusal: this.#firstRefusal }),
    }
  }

  /** Asks and asks again on one connection until the run drains. */
  #converse(connections: Connection[]): Promise<void> {
    const { host, port } = this.#plan
    const request = new PreparedRequest(this.#plan)
    return new Promise((resolve, reject) => {
      const ask = () => connection.send(request.numbered(this.#sequence++))
      const connection = new Connection(
        { host, port },
        {
          answered: (answer, bytes, micros) => {
            this.#record(answer, bytes, micros)
            if (this.#phase === 'draining') resolve()
            else ask()
          },
          failed: reject,
        },
      )
      connections.push(connection)
      ask()
    })
  }

  #record(answer: Answer, bytes: Buffer, micros: number): void {
    if (answer.status !== (this.#plan.status ?? 200)) {
      this.#refusals[answer.status] = (this.#refusals[answer.status] ?? 0) + 1
      this.#firstRefusal ??= bytes.toString('utf8', answer.bodyStart, answer.bytes)
      return
    }
    this.#answersEver += 1
    if (this.#phase !== 'measuring') return
    this.#histogram.add(micros)
    this.#answerBytes += answer.bytes
  }
}
