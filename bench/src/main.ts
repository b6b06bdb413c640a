import { cleanUpOnSignals } from './cleanup.ts'
import { figuresOf } from './figures.ts'
import { judge } from './goals.ts'
import { describeMachine } from './machine.ts'
import { HELP, OptionError, type Options, parseOptions } from './options.ts'
import { createProgress } from './progress.ts'
import { formatReport, type Report } from './report.ts'
import { measureRounds, type Sample } from './rounds.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  try {
    const options = parseOptions(args)
    if (options.isHelp) {
      process.stdout.write(HELP)
      return 0
    }
    const interruption = cleanUpOnSignals()
    const report = await run(options)
    // What broke then is only what was stopped.
    if (interruption.aborted) return 1
    process.stdout.write(
      options.isJson ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report),
    )
    return report.failure === undefined ? 0 : 1
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    process.stderr.write(`${error.message}\n\n${HELP}`)
    return 2
  }
}

/** Measures everything; after a failure the report holds what was measured before it. */
async function run(options: Options): Promise<Report> {
  const machine = describeMachine(options.dir)
  const samples: Sample[] = []
  const progress = createProgress(options)
  let failure: string | undefined
  try {
    for await (const sample of measureRounds(options, progress.show)) samples.push(sample)
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  progress.clear()
  if (samples.some(({ checks }) => checks.some(({ outcome }) => outcome === 'failed'))) {
    failure ??= 'a check failed, so the figures of its row mean nothing'
  }
  const figures = figuresOf(samples)
  const report = { machine, options, figures, goals: judge(figures), samples }
  return failure === undefined ? report : { ...report, failure }
}
