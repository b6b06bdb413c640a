import { Command } from 'commander'
import { withTools } from '../with-tools.ts'

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database up to this version; the server does the same when it starts')
    .action(() =>
      withTools(async (tools) => {
        process.stdout.write(`The schema has version ${await tools.schemaVersion()}.\n`)
      }),
    )
}
