import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'

const TIME_DIGITS = 9
const COUNT_DIGITS = 4
const COUNT_MAX = 36 ** COUNT_DIGITS
const PROCESS_LENGTH = 4

/**
 * Ids in the order of their time, to a millisecond, in any process: a prefix, the time, a count
 * that tells those of one millisecond apart, and letters that tell processes apart. They are no
 * secret. Made for every request, so each costs no chance and next to no time.
 */
export function createTimedIds(prefix: string, clock: Clock, ids: Ids): () => string {
  const process = ids.alphanumeric(PROCESS_LENGTH)
  let count = 0
  let milliseconds = -1
  let time = ''
  return () => {
    const now = clock.now().getTime()
    if (now !== milliseconds) {
      milliseconds = now
      time = digitsOf(now, TIME_DIGITS)
    }
    count = (count + 1) % COUNT_MAX
    return `${prefix}${time}${digitsOf(count, COUNT_DIGITS)}${process}`
  }
}

/** What sorts before every id of this moment and later, and after all that are earlier. */
export function firstTimedId(prefix: string, time: Date): string {
  const milliseconds = Math.min(Math.max(0, time.getTime()), 36 ** TIME_DIGITS - 1)
  return `${prefix}${digitsOf(milliseconds, TIME_DIGITS)}`
}

/** When an id was made; undefined for what is none with this prefix. */
export function timeOfId(prefix: string, id: string): Date | undefined {
  const rest = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  if (!FORM.test(rest)) return undefined
  return new Date(Number.parseInt(rest.slice(0, TIME_DIGITS), 36))
}

const FORM = new RegExp(
  `^0[0-9a-z]{${TIME_DIGITS + COUNT_DIGITS - 1}}[0-9A-Za-z]{${PROCESS_LENGTH}}$`,
)

function digitsOf(value: number, length: number): string {
  return value.toString(36).padStart(length, '0')
}
