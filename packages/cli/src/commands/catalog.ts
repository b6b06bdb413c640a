import { type Environment, GiftCards, GiftCardsError } from '@openscrip/sdk'
import type { Listing } from '@openscrip/server'
import { Command, Option } from 'commander'
import { fetchListing } from '../catalog/fetch.ts'
import { readCatalogFile } from '../catalog/file.ts'
import { startProgress } from '../catalog/progress.ts'
import { describeImport, type ImportSource, toJson } from '../catalog/report.ts'
import { reportingFailure } from '../failure.ts'
import { printJson, withTools } from '../with-tools.ts'
import { priceCommand } from './price.ts'

interface ImportOptions {
  readonly fromReloadly?: boolean
  readonly environment: 'sandbox' | 'live'
  readonly baseUrl?: string
  readonly keepMissing?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

export function catalogCommand(): Command {
  return new Command('catalog')
    .description('choose what is sold, and what it costs')
    .addCommand(importCommand())
    .addCommand(priceCommand())
}

function importCommand(): Command {
  return new Command('import')
    .description('take over a list of products: all of it, or none when a row is refused')
    .argument('[file]', 'JSON as GET /products answers it: a list, or a page')
    .option('--from-reloadly', 'fetch the list instead, with the credentials in the environment')
    .addOption(
      new Option('--environment <name>', 'whose list is fetched')
        .choices(['sandbox', 'live'])
        .default('sandbox'),
    )
    .addOption(
      new Option('--base-url <url>', 'fetch from another server of the same API').conflicts(
        'environment',
      ),
    )
    .option('--keep-missing', 'go on selling what the list does not have')
    .option('--dry-run', 'report what would happen, and change nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      `
A list is the whole catalogue: what it does not have is withdrawn. A page of
several is a part, and withdraws nothing. Orders that were made with a product
outlive it. The exchange rates of the list are taken over with it.

RELOADLY_CLIENT_ID and RELOADLY_CLIENT_SECRET are the credentials to fetch with.

Examples:
  $ scrip catalog import products.json --dry-run         what would it do?
  $ scrip catalog import products.json
  $ scrip catalog import --from-reloadly --environment live
  $ scrip catalog import --from-reloadly --base-url http://127.0.0.1:4000`,
    )
    .action((file: string | undefined, options: ImportOptions) => importFrom(file, options))
}

async function importFrom(file: string | undefined, options: ImportOptions): Promise<void> {
  await reportingFailure(async () => {
    const { listing, source } = await open(file, options)
    await withTools(async (tools) => {
      const { keepMissing = false, dryRun: isDryRun = false, json = false } = options
      const { rows, isWhole } = listing
      const bar = startProgress('Importing', !json)
      const report = await tools
        .importCatalog({
          rows,
          isWhole: isWhole && !keepMissing,
          isDryRun,
          onProgress: (done) => bar.show(done, rows.length),
        })
        .finally(() => bar.end())
      if (json) printJson(toJson(report, source))
      else process.stdout.write(describeImport(report, source, isDryRun))
      if (report.refused.length > 0) process.exitCode = 1
    })
  })
}

interface Opened {
  readonly listing: Listing
  readonly source: ImportSource
}

async function open(file: string | undefined, options: ImportOptions): Promise<Opened> {
  if ((file === undefined) === (options.fromReloadly !== true)) {
    throw new Error('Name either a file or --from-reloadly.')
  }
  if (file === undefined) return fetchFrom(options)
  if (options.baseUrl !== undefined) throw new Error('--base-url goes with --from-reloadly.')
  const { listing, text } = await readCatalogFile(file)
  return { listing, source: { name: file, text } }
}

async function fetchFrom({ environment, baseUrl, json = false }: ImportOptions): Promise<Opened> {
  const { RELOADLY_CLIENT_ID: clientId, RELOADLY_CLIENT_SECRET: clientSecret } = process.env
  if (!clientId || !clientSecret) {
    throw new Error('Set RELOADLY_CLIENT_ID and RELOADLY_CLIENT_SECRET to fetch with.')
  }
  const name = baseUrl ?? `Reloadly’s ${environment} list`
  const from: Environment = baseUrl === undefined ? environment : { baseUrl }
  const bar = startProgress('Fetching', !json)
  try {
    const giftCards = new GiftCards({ clientId, clientSecret, environment: from })
    const listing = await fetchListing(giftCards, bar.show)
    if (listing.rows.length === 0) throw new Error(`${name} has no products.`)
    return { listing, source: { name } }
  } catch (error) {
    if (!(error instanceof GiftCardsError)) throw error
    throw new Error(`${name} could not be fetched: ${error.message}`, { cause: error })
  } finally {
    bar.end()
  }
}
