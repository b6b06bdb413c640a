import { renameSync, writeFileSync } from 'node:fs'

/**
 * Writes what is to become of a file beside it, for this user alone.
 *
 * @returns where, to be moved to its place: whoever reads the file finds all of it or none
 */
export function writeDraft(file: string, text: string): string {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  return draft
}

/** Makes a file, or what it was into something else, at one moment. */
export function replaceFile(file: string, text: string): void {
  renameSync(writeDraft(file, text), file)
}
