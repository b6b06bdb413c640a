import Type from 'typebox'
import {
  getRoute,
  type Page,
  postRoute,
  privatePageHeaders,
  type Route,
  type RouteRequest,
} from '../http/index.ts'
import { createLimiter, WINDOW_MS } from './claims/limiter.ts'
import type { Claim, Claims } from './claims/service.ts'

/** The pages that claim links lead to, for anybody who has one. */
export function claimRoutes(claims: Claims): Route[] {
  const limiter = createLimiter()
  const page = {
    path: '/claim/:token',
    access: 'none',
    isPage: true,
    tag: 'Messages',
    response: { 'text/html; charset=utf-8': Type.String() },
    errors: [],
  } as const

  const answer = (find: (token: string) => Promise<Claim>) => async (request: RouteRequest) => {
    const { params, address } = request
    const isExhausted = limiter.isExhausted(address)
    const claim = isExhausted ? gone : await find(params.token ?? '')
    if (claim.state === 'gone' && !isExhausted) limiter.miss(address)
    return toPage(claim, claims.support, isExhausted ? 429 : statuses[claim.state])
  }

  return [
    getRoute({
      ...page,
      operationId: 'lookAtClaimLink',
      summary: 'Look at a gift card',
      description: 'Who sent it and what it is worth; looking does not use the link up.',
      handle: answer((token) => claims.look(token)),
    }),
    postRoute({
      ...page,
      operationId: 'openClaimLink',
      summary: 'Show the codes of a gift card',
      description: 'Once.',
      accepts: ['form'],
      body: Type.Object({}),
      handle: answer((token) => claims.open(token)),
    }),
  ]
}

const gone: Claim = { state: 'gone' }

const statuses = { gone: 404, used: 410, ready: 200, open: 200 } as const

async function toPage(claim: Claim, support: string | undefined, status: number): Promise<Page> {
  // Drawing codes needs a large library that a server without links need not load.
  const { renderClaimPage } = await import('./templates/page.ts')
  const { html, styleHash } = renderClaimPage(claim, support)
  return {
    html,
    status,
    headers: {
      ...privatePageHeaders(styleHash, "'self'"),
      ...(status === 429 && { 'retry-after': String(WINDOW_MS / 1_000) }),
    },
  }
}
