/**
 * A time zone by its IANA name, in its usual spelling; undefined for what is none. Offsets such as
 * `+13:00` are none: PostgreSQL reads their sign the other way round, as POSIX does.
 */
export function readTimeZone(name: string): string | undefined {
  if (/^[+-]/.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
