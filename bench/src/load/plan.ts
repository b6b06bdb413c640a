/** What the load generator is told to do. Crosses the process boundary as JSON. */
export interface LoadPlan {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent by POST; a request without one is a GET. */
  readonly body?: string
  /** Digits inside `body` that the generator overwrites, so that every request is its own. */
  readonly uniqueDigits?: string
  /** The status of an answer that counts; 200 when absent. */
  readonly status?: number
  readonly connections: number
  readonly warmupSeconds: number
  readonly seconds: number
}

/** What the load generator reports. Crosses the process boundary as JSON. */
export interface LoadResult {
  /** Answers with the expected status inside the measured window, and what they cost. */
  readonly answers: number
  readonly seconds: number
  readonly p50Micros: number
  readonly p99Micros: number
  readonly maxMicros: number
  /** One request and one answer with their heads, on average over the window. */
  readonly requestBytes: number
  readonly answerBytes: number
  /** Processor time of the generator itself, as a share of one core. */
  readonly generatorCores: number
  /** All of them from the first request of the warm-up to the last one drained. */
  readonly answersEver: number
  /** How often each other status was answered, ever. */
  readonly refusals: Readonly<Record<string, number>>
  readonly firstRefusal?: string
}

export type LoadMessage = { result: LoadResult } | { failure: string }
