import Type from 'typebox'
import { ModeIn } from '../../accounts/index.ts'
import { inputErrors } from '../../core/errors.ts'
import { idOf, integerOf, manageRoute, ownerOf, type Route, wordOf } from '../../http/index.ts'
import { walletErrors } from '../errors.ts'
import type { Money } from '../money.ts'
import { momentIn, periodOf, periodQuery, timeZoneQuery, zoneOf } from '../period.ts'
import { toCsv } from './csv.ts'
import { PastBalanceOut, StatementOut, toPastBalanceOut, toStatementOut } from './schema.ts'
import { statementKinds } from './store.ts'

const LIMIT = { min: 1, max: 200, fallback: 50 }

/** Two hundred pages and more; whoever keeps books of so many lines does not do it on paper. */
const PDF_LINES_MAX = 10_000

type Books = Pick<Money, 'statements' | 'clock' | 'timeZone'>

/** The wallet's book in the Management API. */
export function statementRoutes(books: Books): Route[] {
  return [...readingRoutes(books), ...fileRoutes(books)]
}

function readingRoutes(books: Books): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/wallet/statement',
      scope: 'wallet:read',
      operationId: 'listTransfers',
      tag: 'Wallet',
      summary: 'List transfers',
      description:
        'What was put into the wallet and what orders took from it, the newest first, each with the ' +
        'balance after it and its entries in the ledger.',
      query: {
        ...periodQuery,
        kind: Type.Optional(
          Type.Enum([...statementKinds], {
            description: '`order`: what orders took, and discounts that were booked by themselves.',
          }),
        ),
        before: Type.Optional(Type.Integer({ description: 'Only transfers with a lower id.' })),
        limit: Type.Optional(
          Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
        ),
        mode: ModeIn,
      },
      response: { 'application/json': StatementOut },
      errors: [walletErrors.noWallet, inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const page = await books.statements.list(owner, {
          period: periodOf(query, books.timeZone),
          kind: wordOf(query, 'kind', statementKinds),
          before: idOf(query, 'before'),
          limit: integerOf(query, 'limit', LIMIT),
        })
        return { body: toStatementOut(page) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/wallet/balance',
      scope: 'wallet:read',
      operationId: 'getPastBalance',
      tag: 'Wallet',
      summary: 'Get the balance at any time',
      description: 'What the wallet held at the end of a day, or just before a time.',
      query: {
        at: Type.Optional(
          Type.String({
            description: 'A day, or a time as ISO 8601; now when absent.',
            examples: ['2026-01-31'],
          }),
        ),
        ...timeZoneQuery,
        mode: ModeIn,
      },
      response: { 'application/json': PastBalanceOut },
      errors: [walletErrors.noWallet, inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const moment = momentIn(query, 'at', books.timeZone)
        return {
          body: toPastBalanceOut(await books.statements.balanceBefore(owner, moment), moment),
        }
      },
    }),
  ]
}

function fileRoutes(books: Books): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/wallet/statement/csv',
      scope: 'wallet:read',
      operationId: 'downloadStatementCsv',
      tag: 'Wallet',
      summary: 'Download a statement as CSV',
      description:
        'Opening balance, every transfer of the period with its entries, sums, closing balance.',
      query: { ...periodQuery, mode: ModeIn },
      response: { 'text/csv; charset=utf-8': Type.String() },
      errors: [walletErrors.noWallet, inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const statement = await books.statements.open(owner, periodOf(query, books.timeZone))
        return {
          content: toCsv(statement),
          contentType: 'text/csv; charset=utf-8',
          fileName: `statement-${owner.accountId}-${owner.mode}.csv`,
        }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/wallet/statement/pdf',
      scope: 'wallet:read',
      operationId: 'downloadStatementPdf',
      tag: 'Wallet',
      summary: 'Download a statement as PDF',
      description: `The same as a document with letterhead and numbered pages; at most ${PDF_LINES_MAX} transfers.`,
      query: { ...periodQuery, mode: ModeIn },
      response: { 'application/pdf': Type.String() },
      errors: [walletErrors.noWallet, walletErrors.statementTooLong, inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const period = periodOf(query, books.timeZone)
        const statement = await books.statements.open(owner, period, PDF_LINES_MAX)
        // What draws it takes 20 MB and a tenth of a second to load, and most never ask for it.
        const { toPdf } = await import('./pdf.ts')
        const options = { timeZone: zoneOf(query, books.timeZone), madeAt: books.clock.now() }
        return {
          content: toPdf(statement, options),
          contentType: 'application/pdf',
          fileName: `statement-${owner.accountId}-${owner.mode}.pdf`,
        }
      },
    }),
  ]
}
