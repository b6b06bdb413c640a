import { readConfig, readServerRecord } from '@openscrip/server'
import { Command } from 'commander'
import pc from 'picocolors'
import { printJson, withTools } from '../with-tools.ts'

export function operatorCommand(): Command {
  return new Command('operator')
    .description('say who runs the platform: accounts, live mode, funding, prices')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
}

function addCommand(): Command {
  return new Command('add')
    .description(
      'make a person an operator; one who has no password gets a link that signs in once',
    )
    .argument('<email>', 'address that the person signs in with')
    .option('--name <name>', 'name of a person who is not known yet', 'Operator')
    .option('--json', 'print the result as JSON')
    .action((email: string, { name, json }: { name: string; json?: boolean }) =>
      withTools(async (tools) => {
        const path = await tools.addOperator({ email, name })
        const signInUrl = path === undefined ? null : `${addressOfServer()}${path}`
        if (json) return printJson({ email, signInUrl })
        process.stdout.write(`${email} runs this platform now.\n`)
        if (signInUrl !== null) {
          process.stdout.write(`${signInUrl}\n`)
          process.stderr.write(pc.yellow('The link signs in once, within a day.\n'))
        }
      }),
    )
}

function listCommand(): Command {
  return new Command('list')
    .description('list all operators')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: boolean }) =>
      withTools(async (tools) => {
        const operators = await tools.listOperators()
        if (json) return printJson(operators)
        for (const { email, name } of operators) process.stdout.write(`${email}  ${name}\n`)
      }),
    )
}

function removeCommand(): Command {
  return new Command('remove')
    .description('a person is no operator any more, at once')
    .argument('<email>', 'as in the list')
    .action((email: string) =>
      withTools(async (tools) => {
        if (await tools.removeOperator(email)) {
          process.stdout.write(`${email} is no operator any more.\n`)
          return
        }
        process.stderr.write(`Nobody signs in with ${email}.\n`)
        process.exitCode = 1
      }),
    )
}

/** Where the dashboard is: as the settings say, or where the server of the data directory listens. */
function addressOfServer(): string {
  const { publicUrl, dataDir } = readConfig(process.env)
  return publicUrl ?? readServerRecord(dataDir)?.url ?? 'http://127.0.0.1:4000'
}
