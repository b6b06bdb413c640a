import type { OperationOutput } from '../../app/api.ts'
import { curlOf as curlOfRequest, variable } from '../../app/curl.ts'

type Recorded = Pick<
  OperationOutput<'GET /requests/{requestId}'>,
  'method' | 'path' | 'query' | 'headers' | 'requestBody'
>

/** Headers that curl sends by itself, or that say nothing about what is asked for. */
const ownHeaders = ['accept-language', 'content-length', 'host', 'if-none-match', 'user-agent']

/** The request again, ready to run; what was taken out stands as a variable. */
export function curlOf({ method, path, query, headers, requestBody }: Recorded): string {
  const kept = Object.entries(headers).filter(
    ([name, value]) => !ownHeaders.includes(name) && value !== '*/*',
  )
  return curlOfRequest({
    method,
    url: withVariables(`${location.origin}${path}${query === '' ? '' : `?${query}`}`),
    token: path === '/oauth/token' ? undefined : 'TOKEN',
    headers: Object.fromEntries(kept.map(([name, value]) => [name, withVariables(value)])),
    body: requestBody === null ? undefined : withVariables(requestBody),
  })
}

const withVariables = (text: string): string => text.replaceAll('[redacted]', variable('SECRET'))
