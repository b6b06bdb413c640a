import { setTimeout as sleep } from 'node:timers/promises'
import Type from 'typebox'
import type { Clock } from '../../core/clock.ts'
import { type Page, privatePageHeaders, type Route, type RouteRequest } from '../../http/index.ts'
import type { ReceiverAnswer } from './model.ts'
import { renderReceiverPage } from './page.ts'
import type { Receivers } from './service.ts'

/** Longer than any delivery waits for its answer. */
const SILENCE_MS = 8_000

/** Requests that are left without an answer at the same time; beyond that they are answered 503. */
const SILENT_MAX = 100

/** The addresses of test receivers, for anybody who has one. */
export function receiveRoutes(receivers: Receivers, clock: Clock): Route[] {
  const page = {
    path: '/receive/:token',
    access: 'none',
    isPage: true,
    tag: 'Webhooks',
    response: { 'text/html; charset=utf-8': Type.String() },
    errors: [],
  } as const
  let silent = 0

  async function keepSilent(signal: AbortSignal): Promise<number> {
    if (silent >= SILENT_MAX) return 503
    silent++
    await sleep(SILENCE_MS, undefined, { signal }).catch(() => undefined)
    silent--
    return 200
  }

  async function statusOf(answer: ReceiverAnswer, { signal }: RouteRequest): Promise<number> {
    return answer === 'timeout' ? keepSilent(signal) : Number(answer)
  }

  return [
    {
      ...page,
      method: 'POST',
      operationId: 'receiveWebhook',
      summary: 'Send something to a test receiver',
      description: 'It keeps whatever it is, and answers as it was told to.',
      accepts: ['bytes'],
      handle: async (request) => {
        const { params, headers } = request
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const answer = await receivers.receive(params.token ?? '', { headers, body })
        if (answer === undefined) return say(404, { received: false })
        return say(await statusOf(answer, request), { received: answer === '200' })
      },
    },
    {
      ...page,
      method: 'GET',
      operationId: 'lookAtWebhookReceiver',
      summary: 'Look at a test receiver',
      description: 'What came last, as a page.',
      handle: async ({ params }) => {
        const looked = await receivers.look(params.token ?? '')
        const { html, styleHash } = renderReceiverPage(looked, clock.now())
        const headers = privatePageHeaders(styleHash, "'none'")
        return { html, status: looked === undefined ? 404 : 200, headers }
      },
    },
  ]
}

/** What programs are answered, though the address is that of a page. */
function say(status: number, fact: object): Page {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return { html: JSON.stringify(fact), status, headers }
}
