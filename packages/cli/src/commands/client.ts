import {
  type ClientGrant,
  clientGrants,
  type DialectName,
  dialectNames,
  type Mode,
  readNetwork,
  type Tools,
} from '@openscrip/server'
import { Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { accountOption, modeOption } from '../options.ts'
import { printJson, withTools } from '../with-tools.ts'

export function clientCommand(): Command {
  return new Command('client')
    .description('make, list and revoke API credentials')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand())
}

interface CreateOptions {
  readonly account?: bigint
  readonly mode: Mode
  readonly name: string
  readonly dialect: DialectName
  readonly allowedIp: readonly string[]
  readonly scope: readonly ClientGrant[]
  readonly json?: boolean
}

function createCommand(): Command {
  return new Command('create')
    .description('make a client; its secret is shown this once')
    .addOption(accountOption())
    .addOption(modeOption())
    .option('--name <name>', 'what the client is for', 'Client')
    .addOption(
      new Option('--dialect <dialect>', 'which year of the API it speaks')
        .choices(dialectNames)
        .default('2022-06'),
    )
    .option(
      '--allowed-ip <address...>',
      'where it may be used from; everywhere by default',
      addNetwork,
      [],
    )
    .addOption(
      new Option('--scope <scope...>', 'what it may do')
        .choices(clientGrants)
        .default(['*'], 'everything'),
    )
    .option('--json', 'print the credentials as JSON')
    .action(({ account, mode, name, dialect, allowedIp, scope, json }: CreateOptions) =>
      withTools(async (tools) => {
        const request = {
          mode,
          name,
          dialect,
          allowedIps: allowedIp,
          scopes: scope,
          ...(account !== undefined && { accountId: account }),
        }
        const credentials = await tools.createClient(request)
        if (json) return printJson(credentials)
        process.stdout.write(`client_id      ${credentials.clientId}\n`)
        process.stdout.write(`client_secret  ${credentials.clientSecret}\n`)
        process.stderr.write(pc.yellow('Keep the secret: only its hash is stored.\n'))
      }),
    )
}

function addNetwork(text: string, before: readonly string[]): readonly string[] {
  const network = readNetwork(text)
  if (network === undefined) throw new InvalidArgumentError('It must be an address or a network.')
  return [...before, network]
}

function listCommand(): Command {
  return new Command('list')
    .description('list all clients')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: boolean }) =>
      withTools(async (tools) => {
        const clients = await tools.listClients()
        if (json) return printJson(clients)
        for (const client of clients) {
          const { accountId, id, mode, dialect, name } = client
          process.stdout.write(
            `${accountId}  ${mode}  ${dialect}  ${stateOf(client)}  ${id}  ${name}\n`,
          )
        }
      }),
    )
}

type ListedClient = Awaited<ReturnType<Tools['listClients']>>[number]

function stateOf({ revokedAt, isSuspended }: ListedClient): string {
  if (revokedAt !== null) return pc.red('revoked  ')
  return isSuspended ? pc.yellow('suspended') : pc.green('active   ')
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('revoke a client: its secret and its tokens stop working at once')
    .argument('<client-id>')
    .action((clientId: string) =>
      withTools(async (tools) => {
        if (await tools.revokeClient(clientId)) {
          process.stdout.write(`Client ${clientId} is revoked.\n`)
          return
        }
        process.stderr.write(`There is no active client ${clientId}.\n`)
        process.exitCode = 1
      }),
    )
}
