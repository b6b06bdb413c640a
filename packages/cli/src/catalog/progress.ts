import pc from 'picocolors'

export interface Progress {
  /** The total may change on the way. */
  show(done: number, total: number): void
  /** Takes the bar off the screen. */
  end(): void
}

const WIDTH = 36
/** What stands beside the bar, such as `Importing` and `13,500 of 20,000`. */
const LABELS = 36

const START_OF_LINE = '\r'
const CLEAR_LINE = '\r\x1b[K'

/** Shows how far a piece of work is, on the terminal of a person and nowhere else. */
export function startProgress(what: string, isWanted: boolean): Progress {
  const { stderr } = process
  if (!isWanted || !stderr.isTTY) return { show: () => undefined, end: () => undefined }
  // A line that does not fit would be broken and left behind.
  const width = Math.min(WIDTH, (stderr.columns || 80) - LABELS)
  stderr.write(`${pc.bold(what)} …`)
  return {
    show(done, total) {
      const filled = Math.max(0, Math.round((width * done) / Math.max(done, total)))
      const bar = pc.cyan('━'.repeat(filled)) + pc.dim('━'.repeat(Math.max(0, width - filled)))
      const figures = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
      stderr.write(`${START_OF_LINE}${pc.bold(what)} ${bar} ${figures}`)
    },
    end: () => void stderr.write(CLEAR_LINE),
  }
}
