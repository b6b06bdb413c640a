/**
 * A time zone by its IANA name, in its usual spelling; undefined for what is none. Offsets such as
 * `+13:00` are none: PostgreSQL reads their sign the other way round, as POSIX does. Nor is a name
 * such as `CET` that stays what it is: PostgreSQL may take it for an abbreviation, which has one
 * offset all year. The usual spelling of those is a place, `Europe/Brussels`, where ICU is not old.
 */
export function readTimeZone(name: string): string | undefined {
  if (/^[+-]/.test(name)) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return timeZone === 'UTC' || timeZone.includes('/') ? timeZone : undefined
  } catch {
    return undefined
  }
}
