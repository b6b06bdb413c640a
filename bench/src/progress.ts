import type { Options } from './options.ts'
import type { Progress } from './rounds.ts'
import { targets } from './targets.ts'

const CLEAR_LINE = '\r\u001b[2K'

/** One line on standard error that says what is being done; nothing where nobody watches. */
export function createProgress({ targets: chosen, rounds }: Options): {
  show: Progress
  clear: () => void
} {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} }
  return {
    show: ({ target, round, doing }) => {
      const step = (round - 1) * chosen.length + chosen.indexOf(target) + 1
      const line = `${step}/${chosen.length * rounds} ${targets[target].label}: ${doing} …`
      stderr.write(CLEAR_LINE + line)
    },
    clear: () => stderr.write(CLEAR_LINE),
  }
}
