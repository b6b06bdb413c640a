import {
  type FeedEvent,
  isWanted,
  makeWebhookSecret,
  randomIds,
  readEvents,
} from '@openscrip/server'
import { Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { reportingFailure } from '../failure.ts'
import { follow } from '../listen/feed.ts'
import { forward } from '../listen/forward.ts'
import { answerLineOf, lineOf } from '../listen/line.ts'
import { modeOption, readUrl, tokenOption, urlOption } from '../options.ts'
import { findSource, type Source } from '../source.ts'

interface ListenOptions {
  readonly forward?: string
  readonly events?: readonly string[]
  readonly json?: boolean
  readonly mode: string
  readonly url?: string
  readonly token?: string
}

export function listenCommand(): Command {
  return new Command('listen')
    .description('show events as they happen, and forward them to a program on this machine')
    .option('--forward <url>', 'send each event there, as a signed webhook', readUrl)
    .option('--events <types>', 'only these, separated by commas', readTypes)
    .addOption(modeOption())
    .addOption(urlOption())
    .addOption(tokenOption())
    .option('--json', 'print one JSON line for each event')
    .addHelpText(
      'after',
      '\nIt begins with what happens now, waits while the server restarts, and ends with Ctrl-C.',
    )
    .action((options: ListenOptions) => reportingFailure(() => listen(options)))
}

function readTypes(text: string): string[] {
  try {
    return readEvents(text.split(','))
  } catch {
    throw new InvalidArgumentError('It must be types of docs/events, separated by commas.')
  }
}

async function listen(options: ListenOptions): Promise<void> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  const report = createReport(options)
  const secret = makeWebhookSecret(randomIds)
  report.begin(await findSource(options), secret)
  await follow({
    find: () => findSource(options),
    mode: options.mode,
    signal: stopping.signal,
    onAway: report.away,
    async handle(event) {
      if (!isWanted(options.events ?? ['*'], event.type)) return
      report.event(event)
      if (options.forward === undefined) return report.done(event)
      const answer = await forward(event, options.forward, secret)
      report.done(event, answer)
    },
  })
  report.end()
  process.exit(0)
}

type Answer = Awaited<ReturnType<typeof forward>>

function createReport({ json = false, forward: target }: ListenOptions) {
  let events = 0
  let failed = 0
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  const note = (line: string) => void process.stderr.write(`${line}\n`)
  return {
    begin({ url }: Source, secret: string) {
      if (json) return print(JSON.stringify({ url, ...(target && { forward: target, secret }) }))
      note(pc.dim(`Listening to ${url}. Ctrl-C ends it.`))
      if (target !== undefined) note(`Forwarding to ${target}, signed with ${pc.bold(secret)}`)
    },
    event(event: FeedEvent) {
      events++
      if (!json) print(lineOf(event))
    },
    done(event: FeedEvent, answer?: Answer) {
      if (answer?.isDelivered === false) failed++
      if (json)
        print(JSON.stringify(answer === undefined ? event : { ...event, forwarded: answer }))
      else if (answer !== undefined) print(answerLineOf(answer))
    },
    away(reason: string | undefined) {
      note(
        reason === undefined
          ? pc.dim('The server is back.')
          : pc.yellow(`Waiting for the server: ${reason}.`),
      )
    },
    end() {
      const count = `${events} event${events === 1 ? '' : 's'}`
      const forwarded =
        target === undefined ? '' : `, ${events - failed} delivered, ${failed} failed`
      if (!json) note(pc.dim(`\n${count}${forwarded}.`))
    },
  }
}
