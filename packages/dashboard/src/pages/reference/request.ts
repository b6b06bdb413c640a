import { curlOf as curl, variable } from '../../app/curl.ts'
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
  operation: Operation,
  own: Readonly<Record<string, unknown>>,
): Inputs {
  const values = operation.parameters.flatMap(({ name, required, example }) => {
    if (name === 'mode') return [[name, String(own.mode)]]
    return required && example !== undefined ? [[name, String(example)]] : []
  })
  const body = exampleBody(operation, own)
  return {
    parameters: Object.fromEntries(values),
    body: body === undefined ? '' : JSON.stringify(body, null, 2),
  }
}

/** What a form begins with: the examples, but what is to be changed is for people to say. */
export function firstInputs(operation: Operation, own: Readonly<Record<string, unknown>>): Inputs {
  const inputs = exampleInputs(operation, own)
  if (!operation.isChange) return inputs
  const targets = operation.parameters.filter((each) => each.in === 'path')
  const empty = Object.fromEntries(targets.map(({ name }) => [name, '']))
  return { ...inputs, parameters: { ...inputs.parameters, ...empty } }
}

/** An example with the fields that are one's own: a client, a mode, a name for an order. */
function exampleBody(
  { bodies, modeIn }: Operation,
  own: Readonly<Record<string, unknown>>,
): unknown {
  const example = bodies[0]?.example
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example
  const whole = { ...example, ...(modeIn === 'body' && { mode: own.mode }) }
  return Object.fromEntries(
    Object.entries(whole).map(([name, value]) => [name, own[name] ?? value]),
  )
}

/** The request for a shell. The token is a variable, and so is each secret in the body. */
export const curlOf = (
  { method, path, headers, body }: Request,
  { origin, token }: { readonly origin: string; readonly token: string | undefined },
): string =>
  curl({
    method,
    url: `${origin}${path}`,
    token,
    headers,
    body: body && withoutSecrets(indent(body), (name) => variable(variableOf(name))),
  })

/** Beneath the line that it begins in. */
const indent = (json: string): string => json.replaceAll('\n', '\n  ')

/** `newPassword` is in SCRIP_NEW_PASSWORD. */
function variableOf(field: string): string {
  const name = field
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toUpperCase()
  // What requests are sent with has that name already.
  return name === 'TOKEN' ? 'SCRIP_BODY_TOKEN' : `SCRIP_${name}`
}

/** A body with other texts for its secrets, whether it is JSON already or still being typed. */
export const withoutSecrets = (body: string, insteadOf: (name: string) => string): string =>
  body.replace(
    /("([^"]*(?:secret|password|token)[^"]*)"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi,
    (_, before: string, name: string) => `${before}"${insteadOf(name)}"`,
  )

/** Whether a body says that it is about live mode, in which nothing is to change from here. */
export function isAboutLive({ body }: Inputs): boolean {
  try {
    return (JSON.parse(body) as { readonly mode?: unknown } | null)?.mode === 'live'
  } catch {
    return false
  }
}
