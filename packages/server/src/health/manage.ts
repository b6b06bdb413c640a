import { manageRoute, type Route } from '../http/index.ts'
import { HealthOut, toHealthOut, toVerificationOut, VerificationOut } from './schema.ts'
import type { Health } from './service.ts'

/** How the platform is, for operators. */
export function healthRoutes(health: Health): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/operator/health',
      scope: 'operator:read',
      operationId: 'getHealth',
      tag: 'Operator',
      summary: 'Look at the health of the platform',
      description:
        'Of the process that answers, its database, what waits, and the last verification of the ' +
        'ledger, which happens every day.',
      response: { 'application/json': HealthOut },
      errors: [],
      handle: async () => ({ body: toHealthOut(await health.look()) }),
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/operator/verify-ledger',
      scope: 'operator:write',
      operationId: 'verifyLedger',
      tag: 'Operator',
      summary: 'Verify the ledger now',
      description:
        'Recomputes every balance of every account from its transfers. What takes longer than five ' +
        'seconds is answered as `RUNNING`; look at the health for its end.',
      response: { 'application/json': VerificationOut },
      errors: [],
      handle: async ({ manager }) => {
        const verification = await health.verifyLedger(manager.actor.name)
        const body = toVerificationOut(verification, verification.startedAt)
        return { body, change: { target: String(verification.id) } }
      },
    }),
  ]
}
