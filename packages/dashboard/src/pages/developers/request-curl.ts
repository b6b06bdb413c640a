import type { OperationOutput } from '../../app/api.ts'
import { shellQuote as quote } from '../../app/shell-quote.ts'

type Recorded = Pick<
  OperationOutput<'GET /requests/{requestId}'>,
  'method' | 'path' | 'query' | 'headers' | 'requestBody'
>

/** Headers that curl sends by itself, or that say nothing about what is asked for. */
const ownHeaders = ['accept-language', 'content-length', 'host', 'if-none-match', 'user-agent']

/** The request again, ready to run; what was taken out stands as a variable. */
export function curlOf({ method, path, query, headers, requestBody }: Recorded): string {
  const url = `${location.origin}${path}${query === '' ? '' : `?${query}`}`
  const kept = Object.entries(headers).filter(
    ([name, value]) => !ownHeaders.includes(name) && value !== '*/*',
  )
  const isToken = path === '/oauth/token'
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quote(url)}`,
    ...(isToken ? [] : ['  -H "Authorization: Bearer $TOKEN"']),
    ...kept.map(([name, value]) => `  -H ${quote(`${name}: ${value}`)}`),
    ...(requestBody === null ? [] : [`  -d ${quote(requestBody)}`]),
  ]
  // A variable stands outside of single quotes.
  return lines.join(' \\\n').replaceAll('[redacted]', `'"$SECRET"'`)
}
