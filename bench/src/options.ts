import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'

/** In the order of measurement. */
export const TARGET_IDS = [
  'echo',
  'transaction',
  'statement',
  'orders',
  'orders-webhooks',
  'webhooks',
  'token-echo',
  'tokens',
  'page-static',
  'page',
  'page-known',
] as const

export type TargetId = (typeof TARGET_IDS)[number]

export interface Options {
  readonly targets: readonly TargetId[]
  readonly connections: number
  readonly warmupSeconds: number
  readonly seconds: number
  readonly rounds: number
  readonly poolConnections: number
  readonly dir: string
  readonly isJson: boolean
  readonly isHelp: boolean
}

export const HELP = `Usage: npm run bench -- [options]

Measures OpenScrip beside its baselines: the same machine, run and load generator.

  --only <ids>         measure only these, separated by commas
  --skip <ids>         measure all but these
                       ids: ${TARGET_IDS.join(', ')}
  --connections <n>    connections, each with one request in flight (64)
  --warmup <seconds>   load before the measured time (3)
  --seconds <seconds>  measured time (8)
  --rounds <n>         measure everything n times in turn and give medians (1)
  --pool <n>           database connections of transaction per order (32)
  --dir <directory>    where databases are created; its disk is measured (${tmpdir()})
  --json               print one JSON document instead of tables
  --help               print this

Ends with 0 when everything could be measured and every check passed, whether or
not the goals are met; with 1 when a request was refused, a check failed or a
server did not start; with 2 when an option is wrong.
`

/** @throws {OptionError} when an option is unknown or its value out of range */
export function parseOptions(args: string[]): Options {
  const values = parseFlags(args)
  return {
    targets: chooseTargets(values.only, values.skip),
    connections: number('connections', values.connections, { min: 1, isWhole: true }),
    warmupSeconds: number('warmup', values.warmup, { min: 0 }),
    seconds: number('seconds', values.seconds, { min: 0.1 }),
    rounds: number('rounds', values.rounds, { min: 1, isWhole: true }),
    poolConnections: number('pool', values.pool, { min: 1, isWhole: true }),
    dir: values.dir,
    isJson: values.json,
    isHelp: values.help,
  }
}

export class OptionError extends Error {}

function parseFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string', default: TARGET_IDS.join(',') },
        skip: { type: 'string', default: '' },
        connections: { type: 'string', default: '64' },
        warmup: { type: 'string', default: '3' },
        seconds: { type: 'string', default: '8' },
        rounds: { type: 'string', default: '1' },
        pool: { type: 'string', default: '32' },
        dir: { type: 'string', default: tmpdir() },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}

function chooseTargets(only: string, skip: string): TargetId[] {
  const wanted = ids(only)
  const unwanted = ids(skip)
  return TARGET_IDS.filter((id) => wanted.has(id) && !unwanted.has(id))
}

function ids(list: string): Set<string> {
  const names = list.split(',').filter((name) => name !== '')
  for (const name of names) {
    if (!TARGET_IDS.some((id) => id === name)) {
      throw new OptionError(`There is no ${name} to measure, only ${TARGET_IDS.join(', ')}.`)
    }
  }
  return new Set(names)
}

function number(name: string, text: string, rule: { min: number; isWhole?: boolean }): number {
  const value = Number(text)
  if (text === '' || !(value >= rule.min) || (rule.isWhole && !Number.isInteger(value))) {
    const kind = rule.isWhole ? 'a whole number' : 'a number'
    throw new OptionError(`--${name} must be ${kind} of at least ${rule.min}, not "${text}".`)
  }
  return value
}
