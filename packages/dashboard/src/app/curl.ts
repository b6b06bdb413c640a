import { shellQuote } from './shell-quote.ts'

export interface Curl {
  readonly method: string
  readonly url: string
  /** The variable of the shell that holds the token, if one is sent. */
  readonly token: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** A request for a shell, whatever is in it. */
export function curlOf({ method, url, token, headers = {}, body }: Curl): string {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${shellQuote(url)}`,
    ...(token === undefined ? [] : [`  -H "Authorization: Bearer $${token}"`]),
    ...Object.entries(headers).map(([name, value]) => `  -H ${shellQuote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`  -d ${shellQuote(body)}`]),
  ]
  // A variable stands outside of single quotes.
  return lines.join(' \\\n').replace(VARIABLE, `'"$$$1"'`)
}

// Control characters are in no text that somebody writes.
const MARK = '\u0000'
const VARIABLE = new RegExp(`${MARK}(\\w+)${MARK}`, 'g')

/** Stands in a text of `curlOf` for what a variable of the shell holds, such as a secret. */
export const variable = (name: string): string => `${MARK}${name}${MARK}`
