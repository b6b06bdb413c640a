import { basename, extname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Management, type OperationInput, type OperationOutput } from '@openscrip/sdk'
import { Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { readText } from '../bulk/file.ts'
import { startProgress } from '../catalog/progress.ts'
import { reportingFailure } from '../failure.ts'
import { modeOption, tokenOption, urlOption } from '../options.ts'
import { findSource } from '../source.ts'
import { printJson } from '../with-tools.ts'

type BulkOrder = OperationOutput<'GET /bulk-orders/{bulkOrderId}'>
type NewBulkOrder = OperationInput<'POST /bulk-orders'>['body']
type Fields = Readonly<Record<string, string>>

interface ImportOptions {
  readonly name?: string
  readonly occasion?: string
  readonly column: Fields
  readonly default: Fields
  readonly start?: boolean
  readonly dryRun?: boolean
  readonly mode: 'test' | 'live'
  readonly url?: string
  readonly token?: string
  readonly json?: boolean
}

export function bulkCommand(): Command {
  return new Command('bulk').description('order from files of rows').addCommand(
    new Command('import')
      .description('check a CSV file and keep it as a draft; with --start buy its rows')
      .argument('<file>', 'CSV with a head; - reads the standard input')
      .option('--start', 'buy the rows, and show how far it is')
      .option('--dry-run', 'only say what the rows would cost and what is wrong with them')
      .option('--name <name>', 'what people know it by; the name of the file when absent')
      .option('--occasion <occasion>', 'for files that come again, such as 2026-11')
      .option('--column <field=column>', 'which column is which field; repeat it', collect, {})
      .option('--default <field=value>', 'for rows that say nothing; repeat it', collect, {})
      .addOption(modeOption())
      .addOption(urlOption())
      .addOption(tokenOption())
      .option('--json', 'print the bulk order as JSON')
      .addHelpText(
        'after',
        '\nThe same row never buys twice: the same file again buys only what is new. Ends with 1 when\n' +
          'some rows were not bought.',
      )
      .action((file: string, options: ImportOptions) =>
        reportingFailure(() => importFile(file, options)),
      ),
  )
}

function collect(text: string, before: Fields): Fields {
  const [field = '', ...rest] = text.split('=')
  if (field === '' || rest.length === 0) {
    throw new InvalidArgumentError('It must be a field, an equals sign and a text.')
  }
  return { ...before, [field]: rest.join('=') }
}

/** A large file takes a while to check. */
const CHECK_MS = 180_000

const LOOK_MS = 500

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { url, token } = await findSource(options)
  const client = new Management({ baseUrl: url, token })
  const csv = await readText(file)
  const { json = false, mode } = options
  const draft = await client.request(
    'POST /bulk-orders',
    { query: { mode }, body: describe(file, csv, options) },
    { timeoutMs: CHECK_MS },
  )
  if (!json) await reportDraft(client, draft)
  const end = await goOn(client, draft, options)
  if (json) printJson(end)
  else reportEnd(end, options, url)
  const { invalid, failed, ready } = end.rows
  const isIncomplete = options.start === true && ready > 0
  process.exitCode = invalid + failed > 0 || isIncomplete ? 1 : 0
}

function describe(file: string, csv: string, options: ImportOptions): NewBulkOrder {
  const { name, occasion, column, default: defaults } = options
  const ownName = file === '-' ? 'Standard input' : basename(file, extname(file))
  return {
    name: name ?? ownName,
    csv,
    defaults,
    ...(Object.keys(column).length > 0 && { mapping: column }),
    ...(occasion !== undefined && { occasion }),
  }
}

/** Discards the draft, starts it and follows it to its end, or leaves it as it is. */
async function goOn(
  client: Management,
  draft: BulkOrder,
  { dryRun, start, mode, json = false }: ImportOptions,
): Promise<BulkOrder> {
  const input = { path: { bulkOrderId: draft.id }, query: { mode } }
  if (dryRun) {
    await client.request('POST /bulk-orders/{bulkOrderId}/cancel', input)
    return draft
  }
  if (!start || draft.rows.ready === 0) return draft
  let order = await client.request('POST /bulk-orders/{bulkOrderId}/start', input)
  const progress = startProgress('Buying', !json)
  while (order.state === 'running') {
    await sleep(LOOK_MS)
    order = await client.request('GET /bulk-orders/{bulkOrderId}', input)
    progress.show(order.rows.total - order.rows.ready, order.rows.total)
  }
  progress.end()
  return order
}

/** Problems that are shown; the file of failed rows has all of them. */
const SHOWN = 10

async function reportDraft(client: Management, draft: BulkOrder): Promise<void> {
  const { rows, id, mode, earlier } = draft
  const line = (count: number, what: string) =>
    count > 0 && process.stdout.write(`${String(count).padStart(7)}  ${what}\n`)
  line(rows.ready, `to buy, for ${amount(draft, 'costLeft')}`)
  const where = earlier.map(({ name, bulkOrderId }) => `${name} (${bulkOrderId})`).join(', ')
  line(rows.skipped, `bought before${where && `, in ${where}`}`)
  line(rows.invalid, 'that cannot be bought:')
  const query = { mode, state: 'invalid', size: SHOWN } as const
  const { content } = await client.request('GET /bulk-orders/{bulkOrderId}/rows', {
    path: { bulkOrderId: id },
    query,
  })
  for (const row of content) {
    const reasons = row.problems.map(({ field, message }) =>
      field ? `${field}: ${message}` : message,
    )
    process.stdout.write(pc.red(`         line ${row.line}: ${reasons.join('; ')}\n`))
  }
  line(rows.invalid - content.length, 'more of these')
  if (!draft.wallet.isEnough) {
    process.stderr.write(pc.yellow(`The wallet holds ${amount(draft.wallet, 'balance', draft)}.\n`))
  }
}

function reportEnd(order: BulkOrder, { dryRun, mode }: ImportOptions, url: string): void {
  const { state, rows, id } = order
  const page = `${url}/dashboard/${mode}/bulk-orders/${id}`
  if (dryRun) return void process.stdout.write('Nothing was bought and nothing is kept.\n')
  if (state === 'draft') return void process.stdout.write(`A draft: start it at ${page}\n`)
  const spent = amount(order, 'spent')
  process.stdout.write(`Bulk order ${id} is ${state}: ${rows.placed} bought for ${spent}.\n`)
  if (order.pauseReason === 'insufficient_balance') {
    process.stderr.write(pc.yellow(`The wallet is empty. Fund it, then resume it at ${page}\n`))
  }
  if (order.pauseReason === 'live_disabled') {
    process.stderr.write(
      pc.yellow(`Live mode is disabled. Once it is enabled, resume at ${page}\n`),
    )
  }
}

/** An exact amount with its currency; the SDK keeps the text beside the number. */
function amount(
  holder: object,
  field: string,
  { currencyCode }: Pick<BulkOrder, 'currencyCode'> = holder as BulkOrder,
): string {
  return `${(holder as Fields)[`${field}Text`]} ${currencyCode}`
}
