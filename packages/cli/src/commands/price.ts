import type { GivenPrice, ToldPrice } from '@openscrip/server'
import { Command, InvalidArgumentError } from 'commander'
import { accountOption } from '../options.ts'
import { printJson, withTools } from '../with-tools.ts'

interface SetOptions {
  readonly account?: bigint
  readonly brand?: number
  readonly product?: number
  readonly discount?: string
  readonly fee?: string
  readonly feeCurrency?: string
  readonly feePercentage?: string
  readonly json?: boolean
}

interface AccountOptions {
  readonly account?: bigint
  readonly json?: boolean
}

/** What an account pays instead of what the catalogue says. */
export function priceCommand(): Command {
  return new Command('price')
    .description('set what an account pays instead of what the catalogue says')
    .addCommand(setCommand())
    .addCommand(listCommand())
    .addCommand(deleteCommand())
}

function setCommand(): Command {
  return new Command('set')
    .description('for everything, a brand or a product; what was set for the same is replaced')
    .addOption(accountOption())
    .option('--brand <id>', 'for one brand', readNumber)
    .option('--product <id>', 'for one product', readNumber)
    .option('--discount <percent>', 'of the converted face value')
    .option('--fee <amount>', 'for each card')
    .option('--fee-currency <code>', 'currency of the fee; USD when absent')
    .option('--fee-percentage <percent>', 'of the converted face value')
    .option('--json', 'print the price as JSON')
    .addHelpText(
      'after',
      `
It holds in both modes, for the next order. Of several that fit, each part is
that of the narrowest: product, brand, everything, catalogue.

Examples:
  $ scrip catalog price set --account 6794 --discount 1.5
  $ scrip catalog price set --account 6794 --brand 2 --discount 3 --fee 0.25`,
    )
    .action(({ account, json, ...options }: SetOptions) =>
      withTools(async (tools) => {
        const price = await tools.setPrice(account, toGiven(options))
        if (json) return printJson(price)
        process.stdout.write(`${describe(price)}\n`)
      }),
    )
}

function listCommand(): Command {
  return new Command('list')
    .description('show the prices of an account, the widest first')
    .addOption(accountOption())
    .option('--json', 'print them as JSON')
    .action(({ account, json }: AccountOptions) =>
      withTools(async (tools) => {
        const prices = await tools.listPrices(account)
        if (json) return printJson(prices)
        const lines = prices.map(describe)
        process.stdout.write(`${lines.join('\n') || 'It pays what the catalogue says.'}\n`)
      }),
    )
}

function deleteCommand(): Command {
  return new Command('delete')
    .description('let the next wider price hold again')
    .argument('<price>', 'as list names it: everything, brand-2 or product-5')
    .addOption(accountOption())
    .action((id: string, { account }: AccountOptions) =>
      withTools(async (tools) => {
        const price = await tools.deletePrice(account, id)
        process.stdout.write(`Deleted: ${describe(price)}\n`)
      }),
    )
}

function toGiven(options: Omit<SetOptions, 'account' | 'json'>): GivenPrice {
  const { brand, product, discount, fee, feeCurrency, feePercentage } = options
  return {
    ...(brand !== undefined && { brandId: brand }),
    ...(product !== undefined && { productId: product }),
    ...(discount !== undefined && { discountPercentage: discount }),
    ...(fee !== undefined && { senderFee: fee }),
    ...(feeCurrency !== undefined && { senderFeeCurrencyCode: feeCurrency }),
    ...(feePercentage !== undefined && { senderFeePercentage: feePercentage }),
  }
}

/** `brand-2 (Amazon): 3% discount, 0.25 USD per card`. */
function describe(price: ToldPrice): string {
  // Exact numbers are printed as they were written by JSON only.
  const text = (value: unknown) => JSON.stringify(value).replace(/\.?0+$/, '')
  const { id, name, discountPercentage, senderFee, senderFeePercentage } = price
  const parts = [
    ...(discountPercentage === null ? [] : [`${text(discountPercentage)}% discount`]),
    ...(senderFee === null
      ? []
      : [`${JSON.stringify(senderFee)} ${price.senderFeeCurrencyCode} per card`]),
    ...(senderFeePercentage === null ? [] : [`${text(senderFeePercentage)}% fee`]),
  ]
  return `${id}${name === null ? '' : ` (${name})`}: ${parts.join(', ')}`
}

function readNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a number.')
  return Number(text)
}
