import { setTimeout as sleep } from 'node:timers/promises'

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
  deadlineMs = 20_000,
): Promise<Found> {
  const deadline = Date.now() + deadlineMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > deadline) throw new Error(`Not within ${deadlineMs} ms: ${what}`)
    await sleep(LOOK_AGAIN_MS)
  }
}
