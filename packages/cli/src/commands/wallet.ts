import { formatMicros, type Mode, parseMicros } from '@openscrip/server'
import { Command, InvalidArgumentError } from 'commander'
import { accountOption, modeOption } from '../options.ts'
import { printJson, withTools } from '../with-tools.ts'

interface FundOptions {
  readonly account?: bigint
  readonly mode: Mode
  readonly currency: string
  readonly json?: boolean
}

export function walletCommand(): Command {
  return new Command('wallet').description('put money into wallets').addCommand(
    new Command('fund')
      .description('add money by a transfer; a negative amount takes it out')
      .argument('<amount>', 'in the wallet’s currency, for example 250000 or 99.50', readAmount)
      .addOption(accountOption())
      .addOption(modeOption())
      .option('--currency <code>', 'currency of the wallet, if it has to be made', 'NGN')
      .option('--json', 'print the wallet as JSON')
      .action((amount: bigint, { account, mode, currency, json }: FundOptions) =>
        withTools(async (tools) => {
          const owner = account === undefined ? {} : { accountId: account }
          const wallet = await tools.fund({ ...owner, mode, amount, currency })
          if (json) return printJson(wallet)
          const balance = `${formatMicros(wallet.balance)} ${wallet.currency}`
          process.stdout.write(
            `The ${mode} wallet of account ${wallet.accountId} holds ${balance}.\n`,
          )
        }),
      ),
  )
}

function readAmount(text: string): bigint {
  const amount = parseMicros(text)
  if (amount === undefined) throw new InvalidArgumentError('It must be an amount such as 99.50.')
  return amount
}
