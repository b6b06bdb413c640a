import { type RunningServer, readConfig, startServer } from '@openscrip/server'
import { Command } from 'commander'
import { writeBanner } from '../banner.ts'
import { reportingFailure } from '../failure.ts'

export function serveCommand(): Command {
  return new Command('serve')
    .description('start the server; with no DATABASE_URL it runs its own PostgreSQL')
    .option('--json', 'print one JSON line about the server instead of the banner')
    .addHelpText('after', '\nSettings come from the environment; `scrip config` lists them.')
    .action((options: { json?: boolean }) => reportingFailure(() => serve(options)))
}

async function serve({ json = false }: { json?: boolean }): Promise<void> {
  // From the first moment: a signal during the start stops what has been started.
  const stopAsked = nextSignal()
  const server = await startServer(readConfig(process.env))
  if (json) process.stdout.write(`${JSON.stringify(record(server))}\n`)
  else writeBanner(server)
  await stopAsked
  await server.stop()
  // Whatever might still hold the event loop open has had its deadline.
  process.exit(0)
}

function record({ stop: _, ...rest }: RunningServer) {
  return rest
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // Stays registered: Ctrl-C reaches the whole process group, some of whom pass it on once more.
      process.on(signal, () => resolve())
    }
  })
}
