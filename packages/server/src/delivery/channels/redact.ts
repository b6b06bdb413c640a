/** More than this is not searched, and less is kept. */
const SEARCHED_MAX = 16_384

/** What a provider says is kept this far. */
const KEPT_MAX = 500

/** A character that is neither letter nor digit, in clear or encoded for a URL, a mail or HTML. */
const BETWEEN = '(?:%[0-9a-f]{2}|=[0-9a-f]{2}|&#?[a-z0-9]{1,6};|[^\\p{L}\\p{N}])*'

/**
 * What a provider said, fit to be kept: without the secrets, which some providers quote, in the
 * form that they were sent in or with other marks between their letters and digits.
 */
export function redact(answer: string, secrets: readonly string[]): string {
  const searched = answer.slice(0, SEARCHED_MAX)
  // The longest first: a PIN may be a part of a code, of which the rest would remain.
  const patterns = [...secrets].sort((a, b) => b.length - a.length).flatMap(patternOf)
  const safe = patterns.reduce((text, pattern) => text.replace(pattern, '•••'), searched)
  // PostgreSQL stores no NUL.
  return safe.replaceAll('\0', '').slice(0, KEPT_MAX)
}

function patternOf(secret: string): RegExp[] {
  const signs = secret.match(/[\p{L}\p{N}]/gu)
  return signs === null ? [] : [new RegExp(signs.join(BETWEEN), 'giu')]
}
