import { keyOf, type Mode } from '../accounts/index.ts'
import { isFailure, type Omission } from './model.ts'

/**
 * Decides which requests are recorded, so that neither a busy program nor a broken one can fill
 * the log, and counts the others. It is asked for every request: numbers in memory, nothing else.
 */
export interface Admission {
  admit(owner: Owner, status: number, now: number): boolean
  /** Counts a request that was admitted and could not be kept. */
  omit(owner: Owner, status: number): void
  /** What was left out since the last time, and forgets it. */
  takeOmissions(): readonly OwnedOmission[]
}

interface Owner {
  readonly accountId: bigint
  readonly mode: Mode
}

export interface OwnedOmission extends Omission {
  readonly owner: Owner
}

/** How many requests of one account and mode a process records, by how they ended. */
export interface Limits {
  readonly perSecond: number
  readonly perHour: number
}

/** Failures are what is looked for: only a flood of them is cut. */
export const defaultLimits: Readonly<Record<'successes' | 'failures', Limits>> = {
  successes: { perSecond: 100, perHour: 20_000 },
  failures: { perSecond: 500, perHour: 20_000 },
}

const SECOND = 1_000
const HOUR = 3_600_000

interface Counts {
  readonly owner: Owner
  second: number
  hour: number
  readonly successes: Window
  readonly failures: Window
}

interface Window {
  inSecond: number
  inHour: number
  omitted: number
}

const newWindow = (): Window => ({ inSecond: 0, inHour: 0, omitted: 0 })

export function createAdmission(limits = defaultLimits): Admission {
  const counts = new Map<string, Counts>()

  function countsOf(owner: Owner): Counts {
    const key = keyOf(owner)
    const known = counts.get(key)
    if (known !== undefined) return known
    const { accountId, mode } = owner
    const made: Counts = {
      owner: { accountId, mode },
      second: 0,
      hour: 0,
      successes: newWindow(),
      failures: newWindow(),
    }
    counts.set(key, made)
    return made
  }

  return {
    admit(owner, status, now) {
      const own = countsOf(owner)
      begin(own, now)
      const kind = isFailure(status) ? 'failures' : 'successes'
      const window = own[kind]
      const { perSecond, perHour } = limits[kind]
      if (window.inSecond >= perSecond || window.inHour >= perHour) {
        window.omitted++
        return false
      }
      window.inSecond++
      window.inHour++
      return true
    },
    omit(owner, status) {
      countsOf(owner)[isFailure(status) ? 'failures' : 'successes'].omitted++
    },
    takeOmissions() {
      const taken: OwnedOmission[] = []
      for (const { owner, successes, failures } of counts.values()) {
        if (successes.omitted + failures.omitted === 0) continue
        taken.push({ owner, successes: successes.omitted, failures: failures.omitted })
        successes.omitted = 0
        failures.omitted = 0
      }
      // Who comes again begins a new hour early, which is the price of a bound on memory.
      if (counts.size > OWNERS_MAX) counts.clear()
      return taken
    },
  }
}

const OWNERS_MAX = 10_000

/** Forgets what was counted in a second, or an hour, that is over. */
function begin(own: Counts, now: number): void {
  const second = Math.floor(now / SECOND)
  if (own.second === second) return
  own.second = second
  own.successes.inSecond = 0
  own.failures.inSecond = 0
  const hour = Math.floor(now / HOUR)
  if (own.hour === hour) return
  own.hour = hour
  own.successes.inHour = 0
  own.failures.inHour = 0
}
