import { Compile, type Validator } from 'typebox/schema'

/** What a server answered, as it came over the wire. */
export interface Exchange {
  readonly method: string
  /** With or without its query. */
  readonly path: string
  readonly status: number
  /** Of the answer; undefined when there is none. */
  readonly contentType: string | undefined
  /** Of the answer; empty when there is none. */
  readonly body: string
}

/** Answers what is wrong with an answer, in sentences; nothing when it is as documented. */
export type Check = (exchange: Exchange) => string[]

/**
 * Checks answers against an OpenAPI document of this server: the operation is
 * known, the status and media type are documented for it, the body fits the
 * schema, and an error is one of those that the operation can answer.
 */
export function createValidator(document: Document): Check {
  const operations = readOperations(document)
  const fits = createSchemaCheck(document)
  const unknownRoute = document.components.responses.UnknownRoute

  return ({ method, path, status, contentType, body }) => {
    const operation = findOperation(operations, method, path)
    const answer = { contentType, body, isHead: method === 'HEAD' }
    const request = `${method} ${path}`
    if (status === 404 && mayBeUnknown(operation, path)) {
      const problems = checkBody(unknownRoute, answer)
      if (!operation || problems.length === 0) return problems.map(toSentence)
    }
    if (!operation) return [`${request}: no operation, and yet ${status}`]
    const response = operation.responses[status]
    if (!response) return [`${request}: status ${status} is not documented: ${body}`]
    return checkBody(response, answer).map(toSentence)

    function toSentence(problem: string): string {
      return `${request}, ${status}: ${problem}`
    }
  }

  function checkBody(response: Response, answer: Answered): string[] {
    const { contentType = '', body, isHead } = answer
    if (response.content === undefined) return body === '' ? [] : [`a body: ${body}`]
    const media = response.content[contentType]
    if (media === undefined) return [`media type ${contentType} is not documented`]
    if (isHead) return []
    if (!/\bjson$/.test(contentType)) return fits(media.schema, body)
    const value = parse(body)
    if (value === undefined) return [`the body is no JSON: ${body}`]
    return [...fits(media.schema, value), ...checkError(media, value)]
  }
}

interface Answered {
  readonly contentType: string | undefined
  readonly body: string
  readonly isHead: boolean
}

/** The parts of an OpenAPI document that are looked at. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: {
    readonly responses: { readonly UnknownRoute: Response }
    readonly schemas: Readonly<Record<string, { readonly properties?: object }>>
  }
}

interface Response {
  readonly content?: Readonly<Record<string, Media>>
}

interface Media {
  readonly schema: object
  /** Of errors: the summary is the sentence, with {placeholders}. */
  readonly examples?: Readonly<Record<string, ErrorExample>>
}

interface ErrorExample {
  readonly summary: string
  readonly value: { readonly errorCode: string | null }
}

interface Operation {
  readonly method: string
  readonly path: RegExp
  readonly responses: Readonly<Record<string, Response | undefined>>
}

/** A longer segment is that of no route; an empty one is an id that nothing has. */
const SEGMENT = '[^/]{0,200}'

function readOperations({ paths }: Document): Operation[] {
  const templates = Object.entries(paths)
  return templates.flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: new RegExp(`^${quote(template).replace(/\\\{\w+\\\}/g, SEGMENT)}$`),
      responses: (operation as Operation).responses,
    })),
  )
}

function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Operation | undefined {
  const name = method === 'HEAD' ? 'GET' : method
  const pathname = path.replace(/[?#].*$/s, '')
  return operations.find((known) => known.method === name && known.path.test(pathname))
}

/** A path with escapes may be that of no route, as routers read them. */
function mayBeUnknown(operation: Operation | undefined, path: string): boolean {
  return operation === undefined || path.includes('%')
}

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function createSchemaCheck({ components }: Document) {
  const validators = new WeakMap<object, Validator>()
  return (schema: object, value: unknown): string[] => {
    const validator = validators.get(schema) ?? Compile({ components, ...schema })
    validators.set(schema, validator)
    if (validator.Check(value)) return []
    const [, errors] = validator.Errors(value)
    return errors.map(({ instancePath, message }) => `${instancePath || 'the body'} ${message}`)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Of an error the schema says little: which code and which sentence is said by the examples. */
function checkError({ examples }: Media, value: unknown): string[] {
  if (examples === undefined) return []
  const { errorCode, message } = value as { errorCode: unknown; message: unknown }
  const isKnown = Object.values(examples).some(
    (example) =>
      example.value.errorCode === errorCode && toPattern(example.summary).test(String(message)),
  )
  return isKnown ? [] : [`the error ${errorCode} "${message}" is not documented`]
}

function toPattern(sentence: string): RegExp {
  return new RegExp(`^${quote(sentence).replace(/\\\{\w+\\\}/g, '.*')}$`, 's')
}
