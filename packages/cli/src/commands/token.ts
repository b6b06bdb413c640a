import { type Scope, scopes } from '@openscrip/server'
import { Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { accountOption } from '../options.ts'
import { printJson, withTools } from '../with-tools.ts'

export function tokenCommand(): Command {
  return new Command('token')
    .description('make, list and revoke access tokens of the Management API')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand())
}

interface CreateOptions {
  readonly account?: bigint
  readonly name: string
  readonly scope: readonly Scope[]
  readonly expiresIn?: number
  readonly json?: boolean
}

function createCommand(): Command {
  return new Command('create')
    .description('make an access token; it is shown this once')
    .addOption(accountOption())
    .requiredOption('--name <name>', 'what the token is for')
    .addOption(
      new Option('--scope <scope...>', 'what it may be used for')
        .choices(scopes)
        .default(['*'], 'everything'),
    )
    .option('--expires-in <time>', 'when it ends, for example 12h or 30d', readDuration)
    .option('--json', 'print the token as JSON')
    .action(({ account, name, scope, expiresIn, json }: CreateOptions) =>
      withTools(async (tools) => {
        const token = await tools.createToken({
          name,
          scopes: scope,
          ...(account !== undefined && { accountId: account }),
          ...(expiresIn !== undefined && { expiresInMs: expiresIn }),
        })
        if (json) return printJson({ token })
        process.stdout.write(`${token}\n`)
        process.stderr.write(pc.yellow('Keep the token: only its hash is stored.\n'))
      }),
    )
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

function readDuration(text: string): number {
  const [, count, unit = ''] = /^([1-9]\d{0,4})([mhd])$/.exec(text) ?? []
  const milliseconds = units[unit]
  if (milliseconds === undefined) {
    throw new InvalidArgumentError('It must be a time such as 90m, 12h or 30d.')
  }
  return Number(count) * milliseconds
}

function listCommand(): Command {
  return new Command('list')
    .description('list all access tokens, without their secrets')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: boolean }) =>
      withTools(async (tools) => {
        const tokens = await tools.listTokens()
        if (json) return printJson(tokens)
        for (const { accountId, id, name, scopes: own, expiresAt, revokedAt } of tokens) {
          const state = stateOf(expiresAt, revokedAt)
          process.stdout.write(`${accountId}  ${state}  ${id}  ${own.join(',')}  ${name}\n`)
        }
      }),
    )
}

function stateOf(expiresAt: Date | null, revokedAt: Date | null): string {
  if (revokedAt !== null) return pc.red('revoked')
  return expiresAt !== null && expiresAt <= new Date() ? pc.red('expired') : pc.green('active ')
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('revoke an access token: it stops working at once')
    .argument('<token-id>', 'as in the list; the part of a token after scrip_')
    .action((id: string) =>
      withTools(async (tools) => {
        if (await tools.revokeToken(id)) {
          process.stdout.write(`Token ${id} is revoked.\n`)
          return
        }
        process.stderr.write(`There is no active token ${id}.\n`)
        process.exitCode = 1
      }),
    )
}
