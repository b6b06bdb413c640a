import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { previewClaimPages, previewMessage } from '@openscrip/server'
import { Command, InvalidArgumentError, Option } from 'commander'

interface PreviewOptions {
  readonly locale: string
  readonly channel: 'email' | 'sms'
  readonly quantity: number
  readonly link?: boolean
  readonly page?: 'ready' | 'open' | 'used' | 'gone'
  readonly text?: boolean
  readonly out?: string
  readonly open?: boolean
}

export function messageCommand(): Command {
  return new Command('message').description('see what recipients of cards get').addCommand(
    new Command('preview')
      .description('write a sample message, as HTML or as text')
      .option('--locale <locale>', 'such as en, fr, es, pt, de or es-MX', readLocale, 'en')
      .addOption(new Option('--channel <channel>').choices(['email', 'sms']).default('email'))
      .option('--quantity <number>', 'cards of the order, up to 100', readQuantity, 1)
      .option('--link', 'with a link in the place of the codes')
      .addOption(
        new Option('--page <state>', 'the page of such a link instead').choices([
          'ready',
          'open',
          'used',
          'gone',
        ]),
      )
      .option('--text', 'the plain text of the e-mail')
      .option('--out <file>', 'write to a file')
      .option('--open', 'show it in the browser')
      .action(preview),
  )
}

async function preview(options: PreviewOptions): Promise<void> {
  const content = await write(options)
  const out = options.out ?? (options.open ? temporaryFile() : undefined)
  if (out === undefined) {
    process.stdout.write(`${content.trimEnd()}\n`)
    return
  }
  writeFileSync(out, content)
  if (options.open) show(out)
  process.stdout.write(`${out}\n`)
}

async function write(options: PreviewOptions): Promise<string> {
  const { locale, channel, quantity, link, page, text } = options
  if (page !== undefined) return (await previewClaimPages(locale))[page] ?? ''
  const telling = link ? 'link' : 'code'
  const message = await previewMessage({ channel, locale, telling, quantity })
  return text || message.html === null ? message.text : message.html
}

function temporaryFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'scrip-message-')), 'message.html')
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'open',
  win32: 'explorer',
}

function show(file: string): void {
  const opener = spawn(OPENERS[process.platform] ?? 'xdg-open', [file], {
    stdio: 'ignore',
    detached: true,
  })
  opener.on('error', () => process.stderr.write('No browser could be opened.\n'))
  opener.unref()
}

function readLocale(text: string): string {
  try {
    return new Intl.Locale(text).toString()
  } catch {
    throw new InvalidArgumentError('It must be a locale such as fr or es-MX.')
  }
}

function readQuantity(text: string): number {
  const quantity = Number(text)
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 100) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 100.')
  }
  return quantity
}
