const KEY = 'openscrip.timeZone'

/** The zone of the computer that the page is read on. */
export const computerTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** What the reader has chosen; undefined for the computer's. */
export const chosenTimeZone: string | undefined = read()

/** The reader's own: times are written in it, and days and `today` are its. */
export const timeZone = chosenTimeZone ?? computerTimeZone

/** A zone as it is read: `America/New York`. */
export const nameOfZone = (zone: string): string => zone.replaceAll('_', ' ')

/**
 * Has this browser remember a zone, undefined for the computer's, and loads the page afresh: so
 * that everything on it is in one zone.
 */
export function chooseTimeZone(zone: string | undefined): void {
  try {
    if (zone === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, zone)
  } catch {
    // A browser that keeps nothing stays with the computer's.
  }
  location.reload()
}

function read(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept === null) return undefined
    return new Intl.DateTimeFormat('en', { timeZone: kept }).resolvedOptions().timeZone
  } catch {
    // Another browser version may not know it any more.
    return undefined
  }
}
