/** Where the time comes from, so that tests and the sandbox can hold it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  set(time: Date): void
  advance(milliseconds: number): void
}

export function createManualClock(start: Date): ManualClock {
  let time = start.getTime()
  return {
    now: () => new Date(time),
    set: (next) => {
      time = next.getTime()
    },
    advance: (milliseconds) => {
      time += milliseconds
    },
  }
}

/** The wire's time format, `yyyy-MM-dd HH:mm:ss` in UTC: clients parse exactly this. */
export function formatWireTime(time: Date): string {
  const iso = time.toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
