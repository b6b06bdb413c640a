import tab from '@bomb.sh/tab/commander'
import { version } from '@openscrip/server'
import { Command } from 'commander'
import { bulkCommand } from './commands/bulk.ts'
import { catalogCommand } from './commands/catalog.ts'
import { clientCommand } from './commands/client.ts'
import { configCommand } from './commands/config.ts'
import { execCommand } from './commands/exec.ts'
import { ledgerCommand } from './commands/ledger.ts'
import { listenCommand } from './commands/listen.ts'
import { messageCommand } from './commands/message.ts'
import { migrateCommand } from './commands/migrate.ts'
import { operatorCommand } from './commands/operator.ts'
import { serveCommand } from './commands/serve.ts'
import { tokenCommand } from './commands/token.ts'
import { walletCommand } from './commands/wallet.ts'

export const program = new Command('scrip')
  .description('Run OpenScrip, the gift card platform, and run programs against it.')
  .version(version, '-V, --version')
  .showHelpAfterError('(scrip --help lists the commands)')
  .showSuggestionAfterError()
  // `scrip exec -- curl -V` must hand -V on.
  .enablePositionalOptions()
  .addCommand(serveCommand())
  .addCommand(execCommand())
  .addCommand(listenCommand())
  .addCommand(bulkCommand())
  .addCommand(catalogCommand())
  .addCommand(clientCommand())
  .addCommand(tokenCommand())
  .addCommand(operatorCommand())
  .addCommand(walletCommand())
  .addCommand(ledgerCommand())
  .addCommand(messageCommand())
  .addCommand(migrateCommand())
  .addCommand(configCommand())
  .addHelpText(
    'after',
    `
Examples:
  $ scrip serve                                start a server and show its credentials
  $ scrip exec -- python3 app.py               run a program against it, unchanged
  $ scrip listen --forward http://localhost:3000/hook
                                               show events live and forward them
  $ scrip ledger verify                        recompute every balance from its transfers
  $ scrip bulk import rewards.csv --start      buy a card for each row of a file
  $ scrip client create --mode live            make credentials
  $ scrip catalog import products.json         sell what a list has`,
  )

// Adds `scrip complete bash|zsh|fish|powershell`, which prints a script for the shell to load.
tab(program)
