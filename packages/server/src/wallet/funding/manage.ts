import Type from 'typebox'
import { type Actor, accountErrors, type Manager, modes } from '../../accounts/index.ts'
import { inputErrors } from '../../core/errors.ts'
import { readId } from '../../core/ids.ts'
import { parseMicros } from '../../core/money.ts'
import { idOf, integerOf, manageRoute, ownerOf, type Route, wordOf } from '../../http/index.ts'
import { walletErrors } from '../errors.ts'
import type { Money } from '../money.ts'
import { fundingErrors } from './errors.ts'
import { fundingStates } from './model.ts'
import {
  FundingPageOut,
  FundingRequestOut,
  toFundingQueueOut,
  toFundingRequestOut,
} from './schema.ts'
import type { FundingQuery } from './store.ts'

const LIMIT = { min: 1, max: 100, fallback: 20 }

const params = { requestId: Type.Integer({ examples: [1] }) }

export const listQuery = {
  state: Type.Optional(Type.Enum([...fundingStates])),
  before: Type.Optional(Type.Integer({ description: 'Only requests with a lower id.' })),
  limit: Type.Optional(
    Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
  ),
}

const RequestIn = Type.Object(
  {
    amount: Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 64 })], {
      description: 'What is going to be paid, in the currency of the wallet.',
    }),
    note: Type.Optional(
      Type.String({ minLength: 1, maxLength: 500, description: 'For whoever decides.' }),
    ),
  },
  { title: 'FundingWish', examples: [{ amount: 250_000, note: 'Cards for December' }] },
)

/** The reference shows what there is something of. */
const live = {
  mode: Type.Optional(
    Type.Enum([...modes], {
      default: 'test',
      description: 'Which mode of the account.',
      examples: ['live'],
    }),
  ),
}

type Funding = Pick<Money, 'fundingRequests' | 'fundingInstructions'>

/** How an account asks for live money. */
export function fundingRoutes(money: Funding): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/funding-requests',
      scope: 'wallet:read',
      operationId: 'listFundingRequests',
      tag: 'Wallet',
      summary: 'List funding requests',
      description: 'The newest first, with how to pay. There are none in test mode.',
      query: { ...listQuery, ...live },
      response: { 'application/json': FundingPageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const page = await money.fundingRequests.list(owner, readQuery(query))
        return {
          body: {
            ...toFundingQueueOut(page, manager.actor),
            instructions: money.fundingInstructions ?? null,
          },
        }
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/funding-requests',
      scope: 'wallet:write',
      operationId: 'createFundingRequest',
      tag: 'Wallet',
      summary: 'Ask for live money',
      description:
        'The answer has the reference that the bank transfer must name. The money is in the wallet ' +
        'when an operator has approved the request.',
      status: 201,
      query: live,
      body: RequestIn,
      response: { 'application/json': FundingRequestOut },
      errors: [
        fundingErrors.fundingIsLiveOnly,
        fundingErrors.tooManyFundingRequests,
        accountErrors.liveNotEnabled,
        walletErrors.noWallet,
        inputErrors.invalidField,
      ],
      handle: async ({ manager, query, body }) => {
        const owner = ownerOf(manager, query.mode)
        const wish = { amount: parseMicros(String(body.amount)), note: readNote(body.note) }
        const asker = askerOf(manager)
        const request = await money.fundingRequests.ask(owner, wish, asker)
        const made = toFundingRequestOut(request, manager.actor)
        // Of whoever calls, not of the request.
        const { isOwn, ...after } = made
        return { body: made, change: { target: request.id.toString(), after } }
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/funding-requests/:requestId/cancel',
      scope: 'wallet:write',
      operationId: 'cancelFundingRequest',
      tag: 'Wallet',
      summary: 'Cancel a funding request',
      description: 'One that nobody has decided yet. What was paid already is sent back by hand.',
      params,
      query: live,
      response: { 'application/json': FundingRequestOut },
      errors: [
        fundingErrors.fundingRequestNotFound,
        fundingErrors.fundingRequestDecided,
        inputErrors.invalidField,
      ],
      handle: async ({ manager, params: { requestId }, query }) => {
        const owner = ownerOf(manager, query.mode)
        const ended = await money.fundingRequests.cancel(owner, readId(requestId), manager.actor)
        return { body: toFundingRequestOut(ended, manager.actor), change: changeTo(ended.state) }
      },
    }),
  ]
}

/** Who asks: of a program the person who has made its token, under the name of the token. */
function askerOf({ actor, token }: Manager): Actor {
  const id = token?.createdBy ?? null
  return id === null ? actor : { kind: 'user', id, name: actor.name }
}

/** What a decision changes, for the audit log. */
export const changeTo = (state: string) => ({ before: { state: 'pending' }, after: { state } })

/** @throws invalidField for a text that PostgreSQL cannot store */
export function readNote(note: string | undefined): string | null {
  if (note?.includes('\0')) throw inputErrors.invalidField({ field: 'note' })
  return note ?? null
}

/** @throws invalidField */
export function readQuery(query: Readonly<Record<string, string | undefined>>): FundingQuery {
  return {
    state: wordOf(query, 'state', fundingStates),
    before: idOf(query, 'before'),
    limit: integerOf(query, 'limit', LIMIT),
  }
}
