import { openTools, readConfig, type Tools } from '@openscrip/server'
import { reportingFailure } from './failure.ts'

/** Opens the database for one command and lets go of it again, whatever happens. */
export function withTools(work: (tools: Tools) => Promise<void>): Promise<void> {
  return reportingFailure(async () => {
    const tools = await openTools(readConfig(process.env))
    try {
      await work(tools)
    } finally {
      await tools.close()
    }
  })
}

/** Prints a value for programs; big integers as text, because JSON numbers would lose digits. */
export function printJson(value: unknown): void {
  const text = JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part),
    2,
  )
  process.stdout.write(`${text}\n`)
}
