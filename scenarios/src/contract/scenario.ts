import { beforeAll, describe, test } from 'vitest'
import type { Caller } from './caller.ts'
import { type Dialect, dialects } from './dialects.ts'
import { type CallerSpec, callerOf, dialectsHere, needsOperator, whyNot } from './world.ts'

/** Declares one scenario; it runs with the group's caller. */
export type Scenario = (title: string, run: (caller: Caller) => Promise<void>) => void

type GroupOptions = Omit<CallerSpec, 'dialect'>

/**
 * A group of scenarios that runs once in every dialect. Where the environment
 * names a server, the dialects and accounts that it has no client for are
 * skipped, with the reason in the name.
 */
export function inEveryDialect(
  group: string,
  declare: (scenario: Scenario, dialect: Dialect) => void,
  options: GroupOptions = {},
): void {
  describe(group, () => {
    // Together, because making a client takes a while.
    beforeAll(async () => {
      if (whyNot({ ...options, dialect: dialectsHere[0] ?? '2022-06' }) !== undefined) return
      await Promise.all(dialectsHere.map((dialect) => callerOf({ ...options, dialect })))
    })
    for (const dialect of dialects) {
      const spec = { ...options, dialect }
      const reason = whyNot(spec)
      describe.skipIf(reason !== undefined)(withReason(dialect, reason), () => {
        declare((title, run) => test(title, async () => run(await callerOf(spec))), dialect)
      })
    }
  })
}

/** A scenario that only the operator of a server can play. */
export function operated(title: string, run: () => Promise<void>): void {
  test.skipIf(needsOperator !== undefined)(withReason(title, needsOperator), run)
}

function withReason(name: string, reason: string | undefined): string {
  return reason === undefined ? name : `${name} (skipped: ${reason})`
}
