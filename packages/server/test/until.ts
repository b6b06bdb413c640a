import { setTimeout as sleep } from 'node:timers/promises'

/**
 * How long a test waits for anything at all. It is there to report that something never happens,
 * never that it took long, so it is far more than the most starved machine needs.
 */
export const DEADLINE_MS = 120_000

/** How long a whole test may take, which waits for several things one after another. */
export const TEST_DEADLINE_MS = 5 * DEADLINE_MS

const LOOK_AGAIN_MS = 20

/**
 * Waits for a condition and answers what it found: the first value that is not
 * undefined or false.
 *
 * @throws with the condition's name when the deadline passes first
 */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | false | Promise<Found | undefined | false>,
): Promise<Found> {
  const deadline = Date.now() + DEADLINE_MS
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > deadline) throw new Error(`Not within ${DEADLINE_MS} ms: ${what}`)
    await sleep(LOOK_AGAIN_MS)
  }
}
