/** Headers of a page that only its reader may see: it runs nothing and asks nobody for anything. */
export function privatePageHeaders(styleHash: string, formAction: "'self'" | "'none'") {
  return {
    'content-security-policy':
      `default-src 'none'; style-src ${styleHash}; img-src data:; form-action ${formAction}; ` +
      "base-uri 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  }
}
