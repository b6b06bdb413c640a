import { shellQuote } from '../../app/shell-quote.ts'
import type { Operation } from './operations.ts'

/** What somebody has filled in: parameters by their names, and the text of the body. */
export interface Inputs {
  readonly parameters: Readonly<Record<string, string>>
  readonly body: string
}

/** A request as it goes over the wire, without who it is from. */
export interface Request {
  readonly method: string
  /** Behind the server's address, with the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** The request that inputs make; what is empty is left out, and stays in braces in the path. */
export function requestOf(operation: Operation, { parameters, body }: Inputs): Request {
  const given = operation.parameters.flatMap((parameter) => {
    const value = parameters[parameter.name] ?? ''
    return value === '' ? [] : [{ ...parameter, value }]
  })
  const inPlace = (place: string) => given.filter((parameter) => parameter.in === place)
  const path = inPlace('path').reduce(
    (text, { name, value }) => text.replaceAll(`{${name}}`, encodeSegment(value)),
    operation.path,
  )
  const search = new URLSearchParams(inPlace('query').map(({ name, value }) => [name, value]))
  const hasBody = operation.bodies.length > 0
  return {
    method: operation.method,
    path: `${path}${search.size > 0 ? `?${search}` : ''}`,
    headers: {
      ...(hasBody && { 'Content-Type': 'application/json' }),
      ...Object.fromEntries(inPlace('header').map(({ name, value }) => [name, value])),
    },
    body: hasBody ? body : undefined,
  }
}

/** Dots would be steps of the path, even when they are encoded. */
const encodeSegment = (value: string): string =>
  /^\.{1,2}$/.test(value) ? value.replaceAll('.', '%252E') : encodeURIComponent(value)

/** The names of required parameters that are empty. */
export const missingOf = ({ parameters }: Operation, inputs: Inputs): readonly string[] =>
  parameters
    .filter(({ name, required }) => required && (inputs.parameters[name] ?? '') === '')
    .map(({ name }) => name)

/** What the document gives as examples; the mode is the page's. */
export function exampleInputs(
  { parameters, bodies }: Operation,
  own: Readonly<Record<string, unknown>>,
): Inputs {
  const values = parameters.flatMap(({ name, required, example }) => {
    if (name === 'mode') return [[name, String(own.mode)]]
    return required && example !== undefined ? [[name, String(example)]] : []
  })
  const example = bodies[0]?.example
  return {
    parameters: Object.fromEntries(values),
    body: example === undefined ? '' : JSON.stringify(withOwn(example, own), null, 2),
  }
}

/** An example with the fields that are one's own: a client, a mode, a name for an order. */
function withOwn(example: unknown, own: Readonly<Record<string, unknown>>): unknown {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [name, own[name] ?? value]),
  )
}

/** The request for a shell. The token is a variable, and so is a secret in the body. */
export function curlOf(
  { method, path, headers, body }: Request,
  { origin, token }: { readonly origin: string; readonly token: string | undefined },
): string {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${shellQuote(`${origin}${path}`)}`,
    ...(token === undefined ? [] : [`  -H "Authorization: Bearer $${token}"`]),
    ...Object.entries(headers).map(([name, value]) => `  -H ${shellQuote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`  -d ${shellQuote(maskSecrets(indent(body)))}`]),
  ]
  return lines.join(' \\\n').replaceAll(MASK, `'"$SCRIP_CLIENT_SECRET"'`)
}

/** Beneath the line that it begins in. */
const indent = (json: string): string => json.replaceAll('\n', '\n  ')

const MASK = '\u0000'

/** Takes the values of secrets out of a body, whether it is JSON already or still being typed. */
const maskSecrets = (body: string): string =>
  body.replace(
    /("[^"]*(?:secret|password)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi,
    (_, name: string) => `${name}"${MASK}"`,
  )

/** Whether a body says that it is about live mode, in which nothing is to change from here. */
export function isAboutLive({ body }: Inputs): boolean {
  try {
    return (JSON.parse(body) as { readonly mode?: unknown } | null)?.mode === 'live'
  } catch {
    return false
  }
}
