const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

/** The country of an ISO code; the code itself where nobody knows it. */
export function countryName(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
