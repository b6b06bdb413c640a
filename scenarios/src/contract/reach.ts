import { type Dialect, dialects } from './dialects.ts'
import type { DocumentedAnswer, Operation } from './document.ts'

/** Refusals that belong to some years only; whatever is not named here belongs to all. */
const years: Readonly<Record<string, readonly Dialect[]>> = {
  productNotFound: ['2022-06', '2026-10'],
  productNotFoundOnce: ['2021-11'],
  noProducts: ['2022-06', '2026-10'],
  noProductsOnce: ['2021-11'],
  noRedeemInstruction: ['2022-06', '2026-10'],
  noRedeemInstructionOnce: ['2021-11'],
  wrongPrice: ['2022-06', '2026-10'],
  wrongPriceOnce: ['2021-11'],
  invalidTransactionId: ['2021-11', '2022-06'],
  invalidTransactionIdCoded: ['2026-10'],
  notFound: ['2021-11', '2022-06'],
  notFoundCoded: ['2026-10'],
  missingToken: ['2026-10'],
  testLimit: ['2026-10'],
  notAcceptable: ['2026-10'],
  // Before there were codes, an unknown country was one without products.
  'listCountryProducts countryNotSupported': ['2022-06', '2026-10'],
}

/** The dialects in which an operation can answer this. */
export function occursIn({ id }: Operation, { name }: DocumentedAnswer): readonly Dialect[] {
  return years[`${id} ${name}`] ?? years[name] ?? dialects
}

/** Answers that no request alone can provoke: why, and where they are tested instead. */
export const elsewhere: Readonly<Record<string, { readonly why: string; readonly test: string }>> =
  {
    internal: {
      why: 'a mistake of the server, of which none is known',
      test: 'packages/server/src/orders/placement.test.ts',
    },
    stopping: {
      why: 'the server has to be stopped while a request is on its way',
      test: 'scenarios/stop.test.ts',
    },
    unavailable: {
      why: 'the database has to go away; asserted where that is noticed before the answer is known',
      test: 'scenarios/contract/callers.ts',
    },
    overloaded: {
      why: 'more orders have to wait than fit into the queue',
      test: 'packages/server/src/core/batcher.test.ts',
    },
    notPlaced: {
      why: 'the database has to go away before the commit',
      test: 'packages/server/src/orders/errors.test.ts',
    },
    outcomeUnknown: {
      why: 'the database has to go away during the commit',
      test: 'packages/server/src/orders/errors.test.ts',
    },
    beingSent: {
      why: 'the message has to be with a provider who has not answered yet',
      test: 'packages/server/src/delivery/sending.test.ts',
    },
    statementTooLong: {
      why: 'a wallet has to have more than ten thousand transfers',
      test: 'packages/server/src/wallet/statement/statement.test.ts',
    },
    'createOrder liveNotEnabled': {
      why: 'a supplier of live mode has to be there, or that is what is missing first',
      test: 'packages/server/src/accounts/tenancy/live.test.ts',
    },
    'startBulkOrder liveNotEnabled': {
      why: 'a supplier of live mode has to be there, or that is what is missing first',
      test: 'packages/server/src/accounts/tenancy/live.test.ts',
    },
    'resumeBulkOrder liveNotEnabled': {
      why: 'a supplier of live mode has to be there, or that is what is missing first',
      test: 'packages/server/src/accounts/tenancy/live.test.ts',
    },
    tokenExpired: {
      why: 'a token lives for an hour at least',
      test: 'packages/server/src/auth/bearer.test.ts',
    },
  }
