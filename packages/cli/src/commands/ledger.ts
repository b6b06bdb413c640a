import type { Verification } from '@openscrip/server'
import { Command } from 'commander'
import pc from 'picocolors'
import { printJson, withTools } from '../with-tools.ts'

export function ledgerCommand(): Command {
  return new Command('ledger').description('check the books').addCommand(
    new Command('verify')
      .description('recompute the whole ledger; ends with code 1 on any difference')
      .option('--json', 'print the result as JSON')
      .action(({ json = false }: { json?: boolean }) =>
        withTools(async (tools) => {
          const result = await tools.verifyLedger()
          if (json) printJson(result)
          else print(result)
          if (result.discrepancies.length > 0) process.exitCode = 1
        }),
      ),
  )
}

function print({ wallets, transfers, orders, discrepancies }: Verification): void {
  const seen = `${transfers} transfers, ${orders} orders, ${wallets} wallets`
  if (discrepancies.length === 0) {
    process.stdout.write(`${pc.green('✓')} The ledger is right: ${seen}.\n`)
    return
  }
  for (const { accountId, mode, check, detail } of discrepancies) {
    process.stdout.write(
      `${pc.red('✗')} account ${accountId} ${mode}: not true that ${check}: ${detail}\n`,
    )
  }
  process.stdout.write(`${discrepancies.length} differences in ${seen}.\n`)
}
