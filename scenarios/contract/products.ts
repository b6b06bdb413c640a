import { expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import { emptyPage, type Page, readAll } from '../src/contract/page.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

interface Product {
  readonly productId: number
  readonly productName: string
  readonly global: boolean
  readonly denominationType: 'FIXED' | 'RANGE'
  readonly fixedRecipientDenominations: readonly number[]
  readonly category: { readonly id: number }
  readonly country: { readonly isoName: string }
}

type Written = Record<string, unknown>

const TWO_DECIMALS = /^\d+\.\d\d$/
const money = expect.stringMatching(/^\d+\.\d{2,5}$/)
const price = expect.stringMatching(TWO_DECIMALS)

/** The keys of a row, in the order of the original. */
const KEYS = [
  ...['productId', 'productName', 'global', 'status', 'supportsPreOrder', 'senderFee'],
  ...['senderFeePercentage', 'discountPercentage', 'denominationType', 'recipientCurrencyCode'],
  ...['minRecipientDenomination', 'maxRecipientDenomination', 'senderCurrencyCode'],
  ...['minSenderDenomination', 'maxSenderDenomination', 'fixedRecipientDenominations'],
  ...['fixedSenderDenominations', 'fixedRecipientToSenderDenominationsMap', 'metadata'],
  ...['logoUrls', 'brand', 'category', 'country', 'redeemInstruction'],
  ...['additionalRequirements', 'recipientCurrencyToSenderCurrencyExchangeRate'],
]

const list = async (caller: Caller, query = '') =>
  expectAnswer<Page<Product>>(await caller.get(`/products${query}`))

const idsOf = (products: readonly Product[]) => products.map(({ productId }) => productId)

function expectRow(row: Written): void {
  expect(Object.keys(row)).toEqual(KEYS)
  expect(row).toMatchObject({
    productId: expect.stringMatching(/^\d+$/),
    productName: expect.stringMatching(/./),
    global: expect.any(Boolean),
    status: 'ACTIVE',
    supportsPreOrder: expect.any(Boolean),
    senderFee: money,
    senderFeePercentage: money,
    discountPercentage: money,
    recipientCurrencyCode: expect.stringMatching(/^[A-Z]{3}$/),
    senderCurrencyCode: 'NGN',
    brand: {
      brandId: expect.stringMatching(/^\d+$/),
      brandName: expect.any(String),
      logoUrl: expect.stringMatching(/^https?:/),
    },
    category: { id: expect.stringMatching(/^\d+$/), name: expect.any(String) },
    country: {
      isoName: expect.stringMatching(/^[A-Z]{2}$/),
      name: expect.any(String),
      flagUrl: expect.stringMatching(/^https?:/),
    },
    redeemInstruction: { concise: expect.any(String), verbose: expect.any(String) },
    additionalRequirements: { userIdRequired: expect.any(Boolean) },
    recipientCurrencyToSenderCurrencyExchangeRate: expect.stringMatching(/^\d+(\.\d{1,6})?$/),
  })
  expect(row.logoUrls).toEqual([expect.stringMatching(/^https?:/)])
  if (row.denominationType === 'FIXED') expectFixed(row)
  else expectRange(row)
}

function expectFixed(row: Written): void {
  const values = row.fixedRecipientDenominations as string[]
  const prices = row.fixedSenderDenominations as string[]
  const map = row.fixedRecipientToSenderDenominationsMap as Record<string, string>
  expect(values.length).toBeGreaterThan(0)
  expect([values, prices].flat()).toEqual([values, prices].flat().map(() => money))
  // Numbers as keys would come first; the map's keys are texts with two decimals.
  expect(Object.keys(map)).toEqual(values)
  expect(Object.values(map)).toEqual(prices)
  expect(row).toMatchObject({
    minRecipientDenomination: null,
    maxRecipientDenomination: null,
    minSenderDenomination: null,
    maxSenderDenomination: null,
    metadata: expect.any(Object),
  })
}

function expectRange(row: Written): void {
  expect(row).toMatchObject({
    denominationType: 'RANGE',
    minRecipientDenomination: money,
    maxRecipientDenomination: money,
    minSenderDenomination: price,
    maxSenderDenomination: price,
    fixedRecipientDenominations: [],
    fixedSenderDenominations: null,
    fixedRecipientToSenderDenominationsMap: null,
    metadata: null,
  })
}

inEveryDialect('GET /products', (scenario) => {
  scenario('every row has every field, with the nulls of its kind', async (caller) => {
    const { written } = await list(caller)
    expect(written.content).toHaveLength(200)
    for (const row of written.content) expectRow(row)
  })

  scenario('shows every product once, by id, and each as it is on its own', async (caller) => {
    const rows = await readAll<Product>(caller, '/products', 200)
    const ids = idsOf(rows)
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    expect(new Set(ids).size).toBe(ids.length)
    const [first] = rows
    expect(expectAnswer(await caller.get(`/products/${first?.productId}`)).body).toEqual(first)
  })

  const filters: [query: string, fits: (product: Product) => boolean][] = [
    ['productName=amazon', ({ productName }) => /amazon/i.test(productName)],
    ['productName=AMAZON+US', ({ productName }) => /amazon us/i.test(productName)],
    ['productName=amazon%20u', ({ productName }) => /amazon u/i.test(productName)],
    ['countryCode=FR', ({ country }) => country.isoName === 'FR'],
    ['countryCode=fr', ({ country }) => country.isoName === 'FR'],
    ['productCategoryId=3', ({ category }) => category.id === 3],
    ['includeRange=false', ({ denominationType }) => denominationType === 'FIXED'],
    ['includeFixed=false', ({ denominationType }) => denominationType === 'RANGE'],
    ['includeRange=true&includeFixed=true', () => true],
    ['global=true', ({ global }) => global],
    ['global=false', ({ global }) => !global],
    ['simplified=true', () => true],
    ['countryCode=&productName=&productCategoryId=', () => true],
    ['productCategoryId=abc&includeRange=maybe&global=2&nonsense=1', () => true],
    [
      'countryCode=US&productCategoryId=3&includeRange=false&productName=xbox+live',
      ({ country, category, denominationType, productName }) =>
        country.isoName === 'US' &&
        category.id === 3 &&
        denominationType === 'FIXED' &&
        /xbox live/i.test(productName),
    ],
  ]
  scenario('a filter shows the products that fit it, and no others', async (caller) => {
    const all = await readAll<Product>(caller, '/products', 200)
    for (const [query, fits] of filters) {
      const { body } = await list(caller, `?${query}`)
      const wanted = all.filter(fits)
      expect(wanted.length, query).toBeGreaterThan(0)
      expect({ query, total: body.totalElements }).toEqual({ query, total: wanted.length })
      expect(idsOf(body.content)).toEqual(idsOf(wanted.slice(0, 200)))
    }
  })

  scenario('filters that nothing fits leave an empty page', async (caller) => {
    for (const query of [
      'includeRange=false&includeFixed=false',
      'productName=%25',
      'productName=no+such+product',
      'countryCode=ZZ',
      'productCategoryId=999999999',
    ]) {
      const { body } = await list(caller, `?${query}`)
      expect(body).toEqual(emptyPage({ size: 200 }))
    }
  })
})

inEveryDialect('GET /products/{productId}', (scenario, dialect) => {
  scenario('a card of a range has bounds and no list of values', async (caller) => {
    const { written } = expectAnswer(await caller.get('/products/5'))
    expectRow(written)
    expect(written).toMatchObject({
      productId: '5',
      productName: 'Amazon US',
      global: false,
      senderFee: '285.00',
      senderFeePercentage: '0.00',
      discountPercentage: '0.90',
      denominationType: 'RANGE',
      recipientCurrencyCode: 'USD',
      minRecipientDenomination: '5.00',
      maxRecipientDenomination: '100.00',
      minSenderDenomination: '2850.00',
      maxSenderDenomination: '57000.00',
      brand: { brandId: '2', brandName: 'Amazon' },
      category: { id: '5', name: 'Shopping' },
      country: { isoName: 'US', name: 'United States' },
      additionalRequirements: { userIdRequired: false },
      recipientCurrencyToSenderCurrencyExchangeRate: '570',
    })
  })

  scenario('a card of fixed values has a price for each', async (caller) => {
    const { written } = expectAnswer(await caller.get('/products/1'))
    expectRow(written)
    expect(written).toMatchObject({
      denominationType: 'FIXED',
      fixedRecipientDenominations: ['25.00', '50.00', '59.99', '100.00'],
      fixedSenderDenominations: ['14250.00', '28500.00', '34194.30', '57000.00'],
      fixedRecipientToSenderDenominationsMap: { '25.00': '14250.00', '59.99': '34194.30' },
      metadata: {},
    })
  })

  scenario('metadata labels the values of a top-up, which wants a user id', async (caller) => {
    const { written } = expectAnswer(await caller.get('/products/6147'))
    expect(written).toMatchObject({
      global: true,
      fixedRecipientDenominations: expect.arrayContaining(['0.99']),
      metadata: { 0.99: '100 Diamonds' },
      additionalRequirements: { userIdRequired: true },
    })
  })

  scenario('an unknown product is refused, whatever its id looks like', async (caller) => {
    const refusal =
      dialect === '2021-11' ? refusals.productNotFoundUncoded : refusals.productNotFound
    for (const id of ['999999', '0', '-1', '5.0', 'abc', '5%20', '9'.repeat(19), '1e1', '%00']) {
      expectError(await caller.get(`/products/${id}`), refusal)
    }
  })
})

inEveryDialect('GET /countries/{countryCode}/products', (scenario, dialect) => {
  const noProducts = dialect === '2021-11' ? refusals.noProductsUncoded : refusals.noProducts

  scenario('is a bare array of all products of the country', async (caller) => {
    const { body } = expectAnswer<Product[]>(await caller.get('/countries/US/products'))
    const wanted = await readAll<Product>(caller, '/products?countryCode=US', 200)
    expect(body).toEqual(wanted)
    expect(body.length).toBeGreaterThan(200)
  })

  scenario('takes the code in lower case', async (caller) => {
    const upper = await caller.get('/countries/JP/products')
    expect((await caller.get('/countries/jp/products')).text).toBe(upper.text)
  })

  scenario('takes the filters of the list, and is not paged', async (caller) => {
    const query = 'productName=xbox+live&productCategoryId=3&includeRange=false&size=1&page=2'
    const { body } = expectAnswer<Product[]>(await caller.get(`/countries/US/products?${query}`))
    expect(body.length).toBeGreaterThan(1)
    for (const product of body) {
      expect(product).toMatchObject({ denominationType: 'FIXED', category: { id: 3 } })
      expect(product.productName).toMatch(/xbox live/i)
    }
  })

  scenario('the country of the filter does not count beside that of the path', async (caller) => {
    const { body } = expectAnswer<Product[]>(
      await caller.get('/countries/JP/products?countryCode=US'),
    )
    expect(body.every(({ country }) => country.isoName === 'JP')).toBe(true)
  })

  scenario('refuses a country without products, and filters that nothing fits', async (caller) => {
    expectError(await caller.get('/countries/AQ/products'), noProducts)
    expectError(await caller.get('/countries/US/products?productName=no+such'), noProducts)
  })

  scenario('refuses a code that is no country’s', async (caller) => {
    const refusal = dialect === '2021-11' ? noProducts : refusals.countryNotSupported
    for (const code of ['ZZ', 'USA', '1', '__proto__']) {
      expectError(await caller.get(`/countries/${code}/products`), refusal)
    }
  })
})

const wallets = [
  { account: 'dollar', prices: ['5.00', '100.00'], rate: '1', fee: '0.50' },
  { account: 'yen', prices: ['756.00', '15120.00'], rate: '151.2', fee: '76.00' },
  { account: 'dinar', prices: ['1.535', '30.70'], rate: '0.307', fee: '0.154' },
] as const

for (const { account, prices, rate, fee } of wallets) {
  inEveryDialect(
    'GET /products/{productId}',
    (scenario) => {
      scenario(`prices are in the minor unit of the ${account}`, async (caller) => {
        const { written } = expectAnswer(await caller.get('/products/5'))
        expect(written).toMatchObject({
          senderFee: fee,
          minSenderDenomination: prices[0],
          maxSenderDenomination: prices[1],
          recipientCurrencyToSenderCurrencyExchangeRate: rate,
        })
      })
    },
    { account },
  )
}
