import { expect } from 'vitest'
import { expectAnswer } from '../src/contract/assertions.ts'
import type { Caller } from '../src/contract/caller.ts'
import type { Dialect } from '../src/contract/dialects.ts'
import type { AccountName } from '../src/contract/operator.ts'
import { orderOf } from '../src/contract/order.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

/** As they are written: amount, discount, fee, SMS fee, total fee; and what leaves the wallet. */
type Price = readonly [string, string, string, string, string, string]

interface PricedOrder extends Readonly<Record<Dialect, Price>> {
  readonly account: AccountName
  readonly title: string
  readonly order: {
    readonly productId: number
    readonly unitPrice: number
    readonly quantity: number
    /** The country of the phone that gets an SMS. */
    readonly sms?: keyof typeof phones
  }
}

const phones = { US: '8579184613', ES: '657829900' } as const

/**
 * Computed with exact fractions outside this repository. Where the catalogue has the rate and the
 * fees of a published answer of the original, the row is that answer.
 */
const orders: readonly PricedOrder[] = [
  {
    account: 'naira',
    title: 'the order of the quickstart',
    order: { productId: 5, unitPrice: 5, quantity: 1, sms: 'US' },
    '2021-11': ['3139.45', '25.65', '285.00', '4.45', '289.45', '3113.80'],
    '2022-06': ['3139.45', '25.65', '285.00', '4.45', '289.45', '3113.80'],
    '2026-10': ['3113.80000', '25.65', '285.00', '4.45', '289.45', '3113.80'],
  },
  {
    account: 'naira',
    title: 'a discount with half a unit in the last place, and an SMS to Spain',
    order: { productId: 1, unitPrice: 59.99, quantity: 1, sms: 'ES' },
    '2021-11': ['34536.21', '1709.715', '285.00', '56.91', '341.91', '32826.495'],
    '2022-06': ['34536.21', '1709.72', '285.00', '56.91', '341.91', '32826.49'],
    '2026-10': ['32826.49500', '1709.72', '285.00', '56.91', '341.91', '32826.495'],
  },
  {
    account: 'naira',
    title: 'the fee once per card',
    order: { productId: 5, unitPrice: 5.25, quantity: 3 },
    '2021-11': ['9832.50', '80.7975', '855.00', '0.00', '855.00', '9751.7025'],
    '2022-06': ['9832.50', '80.80', '855.00', '0.00', '855.00', '9751.70'],
    '2026-10': ['9751.70250', '80.80', '855.00', '0.00', '855.00', '9751.7025'],
  },
  {
    account: 'naira',
    title: 'a rate with more than six decimals',
    order: { productId: 15, unitPrice: 5, quantity: 1 },
    '2021-11': ['3667.82609', '0.00', '570.00', '0.00', '570.00', '3667.82609'],
    '2022-06': ['3667.83', '0.00', '570.00', '0.00', '570.00', '3667.83'],
    '2026-10': ['3667.82609', '0.00', '570.00', '0.00', '570.00', '3667.826087'],
  },
  {
    account: 'naira',
    title: 'a card of a currency without decimals',
    order: { productId: 1629, unitPrice: 500, quantity: 1 },
    '2021-11': ['2169.92063', '18.84921', '285.00', '0.00', '285.00', '2151.07142'],
    '2022-06': ['2169.92', '18.85', '285.00', '0.00', '285.00', '2151.07'],
    '2026-10': ['2151.07143', '18.85', '285.00', '0.00', '285.00', '2151.071429'],
  },
  {
    account: 'naira',
    title: 'a card of a currency with three decimals, and a fee in percent',
    order: { productId: 17178, unitPrice: 1.5, quantity: 1 },
    '2021-11': ['3097.86645', '27.85016', '312.85016', '0.00', '312.85016', '3070.01629'],
    '2022-06': ['3097.87', '27.85', '312.85', '0.00', '312.85', '3070.02'],
    '2026-10': ['3070.01629', '27.85', '312.85', '0.00', '312.85', '3070.016287'],
  },
  {
    account: 'naira',
    title: 'a fee in percent alone',
    order: { productId: 15791, unitPrice: 75000, quantity: 1 },
    '2021-11': ['1716.73229', '0.00', '33.66142', '0.00', '33.66142', '1716.73229'],
    '2022-06': ['1716.73', '0.00', '33.66', '0.00', '33.66', '1716.73'],
    '2026-10': ['1716.73228', '0.00', '33.66', '0.00', '33.66', '1716.732283'],
  },
  {
    account: 'naira',
    title: 'a face value with five decimals',
    order: { productId: 5, unitPrice: 5.12345, quantity: 1 },
    '2021-11': ['3205.3665', '26.2833', '285.00', '0.00', '285.00', '3179.0832'],
    '2022-06': ['3205.37', '26.28', '285.00', '0.00', '285.00', '3179.09'],
    '2026-10': ['3179.08320', '26.28', '285.00', '0.00', '285.00', '3179.083202'],
  },
  {
    account: 'dollar',
    title: 'a flat fee',
    order: { productId: 10316, unitPrice: 5, quantity: 1 },
    '2021-11': ['6.00', '0.00', '1.00', '0.00', '1.00', '6.00'],
    '2022-06': ['6.00', '0.00', '1.00', '0.00', '1.00', '6.00'],
    '2026-10': ['6.00000', '0.00', '1.00', '0.00', '1.00', '6.00'],
  },
  {
    account: 'dollar',
    title: 'a discount and a flat fee',
    order: { productId: 13948, unitPrice: 5, quantity: 1 },
    '2021-11': ['6.00', '0.25', '1.00', '0.00', '1.00', '5.75'],
    '2022-06': ['6.00', '0.25', '1.00', '0.00', '1.00', '5.75'],
    '2026-10': ['5.75000', '0.25', '1.00', '0.00', '1.00', '5.75'],
  },
  {
    account: 'dollar',
    title: 'the same twice',
    order: { productId: 13948, unitPrice: 5, quantity: 2 },
    '2021-11': ['12.00', '0.50', '2.00', '0.00', '2.00', '11.50'],
    '2022-06': ['12.00', '0.50', '2.00', '0.00', '2.00', '11.50'],
    '2026-10': ['11.50000', '0.50', '2.00', '0.00', '2.00', '11.50'],
  },
  {
    account: 'dollar',
    title: 'discount and fee in percent that cancel out',
    order: { productId: 10296, unitPrice: 5, quantity: 1 },
    '2021-11': ['6.05', '0.05', '1.05', '0.00', '1.05', '6.00'],
    '2022-06': ['6.05', '0.05', '1.05', '0.00', '1.05', '6.00'],
    '2026-10': ['6.00000', '0.05', '1.05', '0.00', '1.05', '6.00'],
  },
  {
    account: 'dollar',
    title: 'discount and fee in percent that do not',
    order: { productId: 16061, unitPrice: 10, quantity: 1 },
    '2021-11': ['11.10', '0.15', '1.10', '0.00', '1.10', '10.95'],
    '2022-06': ['11.10', '0.15', '1.10', '0.00', '1.10', '10.95'],
    '2026-10': ['10.95000', '0.15', '1.10', '0.00', '1.10', '10.95'],
  },
  {
    account: 'dollar',
    title: 'a small card with a fee in percent',
    order: { productId: 12740, unitPrice: 1, quantity: 1 },
    '2021-11': ['2.01', '0.00', '1.01', '0.00', '1.01', '2.01'],
    '2022-06': ['2.01', '0.00', '1.01', '0.00', '1.01', '2.01'],
    '2026-10': ['2.01000', '0.00', '1.01', '0.00', '1.01', '2.01'],
  },
  {
    account: 'dollar',
    title: 'a face value with three decimals',
    order: { productId: 20316, unitPrice: 1.234, quantity: 1 },
    '2021-11': ['2.234', '0.02468', '1.00', '0.00', '1.00', '2.20932'],
    '2022-06': ['2.23', '0.02', '1.00', '0.00', '1.00', '2.21'],
    '2026-10': ['2.20932', '0.02', '1.00', '0.00', '1.00', '2.20932'],
  },
  {
    account: 'dollar',
    title: 'a face value with five decimals',
    order: { productId: 20316, unitPrice: 1.20014, quantity: 1 },
    '2021-11': ['2.20014', '0.024', '1.00', '0.00', '1.00', '2.17614'],
    '2022-06': ['2.20', '0.02', '1.00', '0.00', '1.00', '2.18'],
    '2026-10': ['2.17614', '0.02', '1.00', '0.00', '1.00', '2.176137'],
  },
  {
    account: 'dollar',
    title: 'two of a face value with five decimals',
    order: { productId: 20316, unitPrice: 1.20013, quantity: 2 },
    '2021-11': ['4.40026', '0.04801', '2.00', '0.00', '2.00', '4.35225'],
    '2022-06': ['4.40', '0.05', '2.00', '0.00', '2.00', '4.35'],
    '2026-10': ['4.35225', '0.05', '2.00', '0.00', '2.00', '4.352255'],
  },
  {
    account: 'dollar',
    title: 'three of it, whose sixth decimal only the wallet shows',
    order: { productId: 20316, unitPrice: 1.20013, quantity: 3 },
    '2021-11': ['6.60039', '0.07201', '3.00', '0.00', '3.00', '6.52838'],
    '2022-06': ['6.60', '0.07', '3.00', '0.00', '3.00', '6.53'],
    '2026-10': ['6.52838', '0.07', '3.00', '0.00', '3.00', '6.528382'],
  },
  {
    account: 'dollar',
    title: 'flat fee and fee in percent together',
    order: { productId: 18597, unitPrice: 5.02, quantity: 1 },
    '2021-11': ['6.1204', '0.00', '1.1004', '0.00', '1.1004', '6.1204'],
    '2022-06': ['6.12', '0.00', '1.10', '0.00', '1.10', '6.12'],
    '2026-10': ['6.12040', '0.00', '1.10', '0.00', '1.10', '6.1204'],
  },
  {
    account: 'dollar',
    title: 'a large flat fee',
    order: { productId: 13959, unitPrice: 44, quantity: 1 },
    '2021-11': ['50.00', '0.00', '6.00', '0.00', '6.00', '50.00'],
    '2022-06': ['50.00', '0.00', '6.00', '0.00', '6.00', '50.00'],
    '2026-10': ['50.00000', '0.00', '6.00', '0.00', '6.00', '50.00'],
  },
  {
    account: 'dollar',
    title: 'a card in euros',
    order: { productId: 15, unitPrice: 5, quantity: 1 },
    '2021-11': ['6.43478', '0.00', '1.00', '0.00', '1.00', '6.43478'],
    '2022-06': ['6.43', '0.00', '1.00', '0.00', '1.00', '6.43'],
    '2026-10': ['6.43478', '0.00', '1.00', '0.00', '1.00', '6.434783'],
  },
  {
    account: 'dollar',
    title: 'a card in dirhams with a discount',
    order: { productId: 9, unitPrice: 5, quantity: 1 },
    '2021-11': ['2.36147', '0.01634', '1.00', '0.00', '1.00', '2.34513'],
    '2022-06': ['2.36', '0.02', '1.00', '0.00', '1.00', '2.34'],
    '2026-10': ['2.34513', '0.02', '1.00', '0.00', '1.00', '2.345133'],
  },
  {
    account: 'dollar',
    title: 'a card in riyals',
    order: { productId: 3943, unitPrice: 20, quantity: 1 },
    '2021-11': ['6.33333', '0.00', '1.00', '0.00', '1.00', '6.33333'],
    '2022-06': ['6.33', '0.00', '1.00', '0.00', '1.00', '6.33'],
    '2026-10': ['6.33333', '0.00', '1.00', '0.00', '1.00', '6.333333'],
  },
  {
    account: 'dollar',
    title: 'a card of a range in euros with a discount',
    order: { productId: 11518, unitPrice: 10, quantity: 1 },
    '2021-11': ['11.86957', '0.54348', '1.00', '0.00', '1.00', '11.32609'],
    '2022-06': ['11.87', '0.54', '1.00', '0.00', '1.00', '11.33'],
    '2026-10': ['11.32609', '0.54', '1.00', '0.00', '1.00', '11.326087'],
  },
  {
    account: 'yen',
    title: 'a wallet without decimals',
    order: { productId: 5, unitPrice: 5, quantity: 1, sms: 'US' },
    '2021-11': ['832.60', '6.804', '75.60', '1.00', '76.60', '825.796'],
    '2022-06': ['833.00', '7.00', '76.00', '1.00', '77.00', '826.00'],
    '2026-10': ['825.79600', '7.00', '76.00', '1.00', '77.00', '825.796'],
  },
  {
    account: 'yen',
    title: 'a card in the currency of the wallet',
    order: { productId: 1629, unitPrice: 500, quantity: 1 },
    '2021-11': ['575.60', '5.00', '75.60', '0.00', '75.60', '570.60'],
    '2022-06': ['576.00', '5.00', '76.00', '0.00', '76.00', '571.00'],
    '2026-10': ['570.60000', '5.00', '76.00', '0.00', '76.00', '570.60'],
  },
  {
    account: 'yen',
    title: 'two cards in euros',
    order: { productId: 15, unitPrice: 5, quantity: 2 },
    '2021-11': ['1945.87826', '0.00', '302.40', '0.00', '302.40', '1945.87826'],
    '2022-06': ['1945.00', '0.00', '302.00', '0.00', '302.00', '1945.00'],
    '2026-10': ['1945.87826', '0.00', '302.00', '0.00', '302.00', '1945.878261'],
  },
  {
    account: 'dinar',
    title: 'a card in the currency of the wallet',
    order: { productId: 17178, unitPrice: 1.5, quantity: 1 },
    '2021-11': ['1.6685', '0.015', '0.1685', '0.00', '0.1685', '1.6535'],
    '2022-06': ['1.669', '0.015', '0.169', '0.00', '0.169', '1.654'],
    '2026-10': ['1.65350', '0.015', '0.169', '0.00', '0.169', '1.6535'],
  },
  {
    account: 'dinar',
    title: 'a wallet with three decimals',
    order: { productId: 5, unitPrice: 5, quantity: 1, sms: 'US' },
    '2021-11': ['1.6905', '0.01382', '0.1535', '0.002', '0.1555', '1.67668'],
    '2022-06': ['1.691', '0.014', '0.154', '0.002', '0.156', '1.677'],
    '2026-10': ['1.67669', '0.014', '0.154', '0.002', '0.156', '1.676685'],
  },
  {
    account: 'dinar',
    title: 'two cards without decimals',
    order: { productId: 1629, unitPrice: 500, quantity: 2 },
    '2021-11': ['2.33742', '0.0203', '0.307', '0.00', '0.307', '2.31712'],
    '2022-06': ['2.338', '0.02', '0.308', '0.00', '0.308', '2.318'],
    '2026-10': ['2.31712', '0.02', '0.307', '0.00', '0.307', '2.317119'],
  },
]

for (const [account, own] of Map.groupBy(orders, (order) => order.account)) {
  inEveryDialect(
    'The price of POST /orders',
    (scenario, dialect) => {
      for (const priced of own) {
        scenario(`in ${account}: ${priced.title}`, (caller) => expectPrice(caller, priced, dialect))
      }
    },
    { account },
  )
}

async function expectPrice(caller: Caller, priced: PricedOrder, dialect: Dialect): Promise<void> {
  const { sms, ...fields } = priced.order
  const before = await readBalance(caller)
  const phone = sms && { countryCode: sms, phoneNumber: phones[sms] }
  const answer = await caller.post('/orders', orderOf({ ...fields, recipientPhoneDetails: phone }))
  const { written } = expectAnswer(answer)
  const [amount, discount, fee, smsFee, totalFee, moved] = priced[dialect]
  const after = before - micros(moved)
  expect(written).toMatchObject({
    amount,
    discount,
    fee,
    smsFee,
    totalFee,
    balanceInfo: {
      oldBalance: fiveDecimals(before),
      newBalance: fiveDecimals(after),
      cost: dialect === '2026-10' ? amount : fiveDecimals(micros(moved)),
    },
  })
  expect(await readBalance(caller)).toBe(after)
}

async function readBalance(caller: Caller): Promise<bigint> {
  return micros(expectAnswer(await caller.get('/accounts/balance')).written.balance)
}

/** An amount as it is written, in millionths. */
function micros(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

/** Rounded half-up, as the balances of an order are. */
function fiveDecimals(amount: bigint): string {
  const digits = ((amount + 5n) / 10n).toString().padStart(6, '0')
  return `${digits.slice(0, -5)}.${digits.slice(-5)}`
}
