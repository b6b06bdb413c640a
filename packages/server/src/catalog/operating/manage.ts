import Type from 'typebox'
import { accountErrors } from '../../accounts/index.ts'
import { type ErrorBuilder, inputErrors } from '../../core/errors.ts'
import { readId } from '../../core/ids.ts'
import { manageRoute, type Route, wordOf } from '../../http/index.ts'
import { browseQuery, readBrowseRequest } from '../browsing/manage.ts'
import { catalogErrors } from '../errors.ts'
import { priceIdOf, readPriceId } from '../prices.ts'
import {
  AccountPriceIn,
  AccountPriceOut,
  AccountPricesOut,
  OperatedProductOut,
  OperatedProductPageOut,
  ProductTermsIn,
  RateIn,
  RateOut,
  RatesOut,
  readAccountPrice,
  readPerUsd,
  readProductTerms,
  toAccountPriceOut,
  toOperatedProductOut,
  toOperatedProductPageOut,
  toRateOut,
} from './schema.ts'
import type { Operating } from './service.ts'

const OPERATOR = '/manage/v1/operator'

const json = (schema: Type.TSchema) => ({ 'application/json': schema })

const tag = 'Operator'

/** What operators decide about the catalogue. */
export function operatingRoutes(operating: Operating): Route[] {
  return [...productRoutes(operating), ...rateRoutes(operating), ...priceRoutes(operating)]
}

const availability = { active: true, withdrawn: false } as const

function productRoutes(operating: Operating): Route[] {
  const path = `${OPERATOR}/products`
  const ofProduct = {
    tag,
    path: `${path}/:productId`,
    params: { productId: Type.Integer({ minimum: 1, examples: [5] }) },
    response: json(OperatedProductOut),
  } as const
  return [
    manageRoute({
      method: 'GET',
      path,
      scope: 'operator:read',
      operationId: 'listOperatedProducts',
      tag,
      summary: 'List the catalogue',
      description:
        'Every product with the terms that hold for accounts without prices of their own.',
      query: {
        ...browseQuery,
        availability: Type.Optional(
          Type.Enum(['active', 'withdrawn'], {
            description: 'Whether they are sold; both by default.',
          }),
        ),
      },
      response: json(OperatedProductPageOut),
      errors: [inputErrors.invalidField],
      handle: async ({ query }) => {
        const { filter, ...request } = readBrowseRequest(query)
        const word = wordOf(query, 'availability', ['active', 'withdrawn'])
        const isActive = word && availability[word]
        const found = operating.listProducts({ ...request, filter: { ...filter, isActive } })
        return { body: toOperatedProductPageOut(found, request) }
      },
    }),
    manageRoute({
      ...ofProduct,
      method: 'GET',
      scope: 'operator:read',
      operationId: 'getOperatedProduct',
      summary: 'Get a product of the catalogue',
      description: 'Also one that is not sold.',
      errors: [catalogErrors.productNotFound],
      handle: async ({ params }) => ({
        body: toOperatedProductOut(operating.getProduct(readId(params.productId))),
      }),
    }),
    manageRoute({
      ...ofProduct,
      method: 'PATCH',
      scope: 'operator:write',
      operationId: 'updateOperatedProduct',
      summary: 'Change the terms of a product',
      description:
        'Changes the fields that are given, for every account without a price of its own, and tells ' +
        'every account. The next import of a catalogue that lists the product sets them again.',
      body: ProductTermsIn,
      errors: [catalogErrors.productNotFound, inputErrors.invalidField],
      handle: async ({ params, body }) => {
        const terms = readProductTerms(body)
        const changed = await operating.updateProduct(readId(params.productId), terms)
        const before = toOperatedProductOut(changed.before)
        const after = toOperatedProductOut(changed.after)
        return { body: after, change: { before, after } }
      },
    }),
  ]
}

function rateRoutes(operating: Operating): Route[] {
  const path = `${OPERATOR}/rates`
  const ofRate = {
    tag,
    path: `${path}/:currency`,
    params: { currency: Type.String({ description: 'ISO 4217.', examples: ['GHS'] }) },
    response: json(RateOut),
  } as const
  const currencyOf = ({ currency = '' }: Readonly<Record<string, string>>) =>
    /^[A-Za-z]{3}$/.test(currency) ? currency.toUpperCase() : ''
  return [
    manageRoute({
      method: 'GET',
      path,
      scope: 'operator:read',
      operationId: 'listRates',
      tag,
      summary: 'List exchange rates',
      description: 'What one US dollar is worth in each currency, by code.',
      response: json(RatesOut),
      errors: [],
      handle: async () => ({ body: { content: (await operating.listRates()).map(toRateOut) } }),
    }),
    manageRoute({
      ...ofRate,
      method: 'GET',
      scope: 'operator:read',
      operationId: 'getRate',
      summary: 'Get an exchange rate',
      description: 'What one US dollar is worth in a currency.',
      errors: [catalogErrors.rateNotFound],
      handle: async ({ params }) => ({
        body: toRateOut(await operating.getRate(currencyOf(params))),
      }),
    }),
    manageRoute({
      ...ofRate,
      method: 'PATCH',
      scope: 'operator:write',
      operationId: 'updateRate',
      summary: 'Set an exchange rate',
      description:
        'Also the first one of a currency. Orders are priced by it from now on; a change of more ' +
        'than ten percent has to be confirmed with `force`.',
      body: RateIn,
      errors: [
        catalogErrors.rateNotFound,
        catalogErrors.rateFixed,
        catalogErrors.rateLeap,
        inputErrors.invalidField,
      ],
      handle: async ({ params, body }) => {
        const { before, after } = await operating.setRate(currencyOf(params), readPerUsd(body), {
          isForced: body.force ?? false,
        })
        const out = toRateOut(after)
        return { body: out, change: { ...(before && { before: toRateOut(before) }), after: out } }
      },
    }),
  ]
}

const accountParams = { accountId: Type.Integer({ minimum: 1, examples: [6793] }) }

function priceRoutes(operating: Operating): Route[] {
  const path = `${OPERATOR}/accounts/:accountId/prices`
  const errors: readonly ErrorBuilder[] = [accountErrors.accountNotFound]
  return [
    manageRoute({
      method: 'GET',
      path,
      scope: 'operator:read',
      operationId: 'listAccountPrices',
      tag,
      summary: 'List the prices of an account',
      description: 'Those that are its own, in both modes, instead of what the catalogue says.',
      params: accountParams,
      response: json(AccountPricesOut),
      errors,
      handle: async ({ params }) => {
        const prices = await operating.listPrices(readId(params.accountId))
        return { body: { content: prices.map(toAccountPriceOut) } }
      },
    }),
    manageRoute({
      method: 'POST',
      path,
      scope: 'operator:write',
      operationId: 'setAccountPrice',
      tag,
      summary: 'Set a price of an account',
      description:
        'For everything, a brand or a product, in both modes; what was set for the same before is ' +
        'replaced. Of several that fit, each part is that of the narrowest: product, brand, ' +
        'everything, catalogue. The account is told which products have changed.',
      params: accountParams,
      body: AccountPriceIn,
      response: json(AccountPriceOut),
      errors: [...errors, inputErrors.missingField, inputErrors.invalidField],
      handle: async ({ manager, params, body }) => {
        const price = readAccountPrice(body)
        const { accountId } = params
        const { before, after } = await operating.setPrice(
          readId(accountId),
          price,
          manager.actor.name,
        )
        const out = toAccountPriceOut(after)
        return {
          body: out,
          change: {
            target: priceIdOf(price.target),
            ...(before && { before: toAccountPriceOut(before) }),
            after: out,
          },
        }
      },
    }),
    manageRoute({
      method: 'DELETE',
      path: `${path}/:priceId`,
      scope: 'operator:write',
      operationId: 'deleteAccountPrice',
      tag,
      summary: 'Delete a price of an account',
      description: 'The next wider price holds again, or the catalogue’s.',
      status: 204,
      params: { ...accountParams, priceId: Type.String({ examples: ['brand-2'] }) },
      response: {},
      errors: [...errors, catalogErrors.priceNotFound],
      handle: async ({ params: { accountId, priceId } }) => {
        const before = await operating.deletePrice(readId(accountId), readPriceId(priceId))
        return { body: undefined, change: { before: toAccountPriceOut(before) } }
      },
    }),
  ]
}
