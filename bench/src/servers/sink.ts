/**
 * A webhook endpoint that checks the original's signature of every delivery and
 * answers 204. `GET /` says what it has counted since the last `GET /`.
 */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { Histogram } from '../load/histogram.ts'
import { answerJson, readBody } from './body.ts'
import { serve } from './ready.ts'

export interface SinkCount {
  /** Deliveries with a signature that is right. */
  readonly answers: number
  readonly forged: number
  /** From the time that was signed, which has whole milliseconds, to the arrival. */
  readonly p50Micros: number
  readonly p99Micros: number
  readonly maxMicros: number
  readonly bytes: number
  /** Different events, ever. */
  readonly eventsEver: number
  readonly cpuMicros: number
}

/** Told by the first request to `/secret`. */
let secret = ''
const events = new Set<string>()
let ages = new Histogram()
let forged = 0
let bytes = 0

const server = createServer((request, response) => {
  if (request.method === 'GET') return answerJson(response, 200, JSON.stringify(takeCount()))
  readBody(request, (body) => {
    if (request.url === '/secret') {
      secret = body
      return answerJson(response, 200, '{}')
    }
    const timestamp = String(request.headers['x-reloadly-request-timestamp'])
    const signature = createHmac('sha256', secret).update(`${body}:${timestamp}`).digest('hex')
    if (signature === request.headers['x-reloadly-signature']) {
      ages.add(Math.max(0, Date.now() - Number(timestamp)) * 1_000)
      events.add(String(request.headers['webhook-id']))
      bytes += body.length
    } else {
      forged++
    }
    response.writeHead(204).end()
  })
})
serve(server)

function takeCount(): SinkCount {
  const { user, system } = process.cpuUsage()
  const count = {
    answers: ages.total,
    forged,
    p50Micros: ages.percentileMicros(0.5),
    p99Micros: ages.percentileMicros(0.99),
    maxMicros: ages.maxMicros,
    bytes,
    eventsEver: events.size,
    cpuMicros: user + system,
  }
  ages = new Histogram()
  bytes = 0
  return count
}
