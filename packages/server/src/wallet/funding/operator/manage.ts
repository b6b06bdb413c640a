import Type from 'typebox'
import type { Owner } from '../../../accounts/index.ts'
import { inputErrors } from '../../../core/errors.ts'
import { readId } from '../../../core/ids.ts'
import { parseMicros } from '../../../core/money.ts'
import { manageRoute, type Route } from '../../../http/index.ts'
import { walletErrors } from '../../errors.ts'
import type { Money } from '../../money.ts'
import { fundingErrors } from '../errors.ts'
import { changeTo, listQuery, readQuery } from '../manage.ts'
import {
  FundingQueueOut,
  FundingRequestOut,
  toFundingQueueOut,
  toFundingRequestOut,
} from '../schema.ts'

const paramsOf = (requestId: number) => ({
  accountId: Type.Integer({ examples: [6793] }),
  requestId: Type.Integer({ examples: [requestId] }),
})

const ApproveIn = Type.Object(
  {
    amount: Type.Optional(
      Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 64 })], {
        description: 'What has arrived; what was asked for when absent.',
      }),
    ),
  },
  { title: 'FundingApproval', examples: [{ amount: 249_990.5 }] },
)

const DeclineIn = Type.Object(
  {
    reason: Type.String({ minLength: 1, maxLength: 500, description: 'The account reads it.' }),
  },
  { title: 'FundingRefusal', examples: [{ reason: 'No bank transfer has arrived' }] },
)

const decidingErrors = [
  fundingErrors.fundingRequestNotFound,
  fundingErrors.fundingRequestDecided,
  inputErrors.invalidField,
]

/** What an operator decides: whether the money has arrived. */
export function fundingOperatorRoutes(money: Pick<Money, 'fundingRequests'>): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/operator/funding-requests',
      scope: 'operator:read',
      operationId: 'listFundingQueue',
      tag: 'Operator',
      summary: 'List the funding requests of all accounts',
      description: 'The newest first.',
      query: listQuery,
      response: { 'application/json': FundingQueueOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const page = await money.fundingRequests.listAll(readQuery(query))
        return { body: toFundingQueueOut(page, manager.actor) }
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/operator/accounts/:accountId/funding-requests/:requestId/approve',
      scope: 'operator:write',
      operationId: 'approveFundingRequest',
      tag: 'Operator',
      summary: 'Approve a funding request',
      description:
        'Puts what has arrived into the live wallet, exactly once. Who has asked for the money ' +
        'cannot approve it.',
      params: paramsOf(2),
      body: ApproveIn,
      response: { 'application/json': FundingRequestOut },
      errors: [...decidingErrors, fundingErrors.anotherPersonNeeded, walletErrors.invalidAmount],
      handle: async ({ manager, params: { accountId, requestId }, body }) => {
        const amount = body.amount === undefined ? undefined : parseMicros(String(body.amount))
        if (body.amount !== undefined && amount === undefined) {
          throw inputErrors.invalidField({ field: 'amount' })
        }
        const owner = liveOwnerOf(accountId)
        const id = readId(requestId)
        const request = await money.fundingRequests.approve(owner, id, manager.actor, amount)
        return {
          body: toFundingRequestOut(request, manager.actor),
          change: changeTo(request.state),
        }
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/operator/accounts/:accountId/funding-requests/:requestId/decline',
      scope: 'operator:write',
      operationId: 'declineFundingRequest',
      tag: 'Operator',
      summary: 'Decline a funding request',
      description: 'The account is told why.',
      params: paramsOf(3),
      body: DeclineIn,
      response: { 'application/json': FundingRequestOut },
      errors: decidingErrors,
      handle: async ({ manager, params: { accountId, requestId }, body: { reason } }) => {
        if (reason.includes('\0')) throw inputErrors.invalidField({ field: 'reason' })
        const owner = liveOwnerOf(accountId)
        const request = await money.fundingRequests.decline(
          owner,
          readId(requestId),
          manager.actor,
          reason,
        )
        return {
          body: toFundingRequestOut(request, manager.actor),
          change: changeTo(request.state),
        }
      },
    }),
  ]
}

/** @throws fundingRequestNotFound for what is no account's id */
function liveOwnerOf(text: string | undefined): Owner {
  const accountId = readId(text)
  if (accountId === undefined) throw fundingErrors.fundingRequestNotFound()
  return { accountId, mode: 'live' }
}
