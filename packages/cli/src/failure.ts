import { ConfigError, SchemaError, StartError, WrongMasterKeyError } from '@openscrip/server'
import pc from 'picocolors'

/** Runs a command; an error that the user can do something about is one sentence, not a stack. */
export async function reportingFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${pc.red('error')} ${describe(error)}\n`)
    // Not exitCode: what failed half-way may hold the process open.
    process.exit(1)
  }
}

const expected = [ConfigError, SchemaError, StartError, WrongMasterKeyError]

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isExpected = expected.some((kind) => error instanceof kind)
  return isExpected || process.env.LOG_LEVEL !== 'debug'
    ? error.message
    : (error.stack ?? error.message)
}
