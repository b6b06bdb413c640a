import type { OpenApi, Parameter, Schema } from './openapi.ts'

export type Api = 'giftCards' | 'management'

export interface Answer {
  readonly status: string
  readonly title: string
  /** One for each media type that can be asked for. */
  readonly shapes: readonly Shape[]
  /** The sentences that it can have, when it is a refusal. */
  readonly refusals: readonly { readonly code: string | null; readonly sentence: string }[]
}

export interface Shape {
  readonly mediaType: string
  readonly schema: Schema | undefined
  readonly example: unknown
}

export interface Operation {
  readonly id: string
  readonly api: Api
  readonly tag: string
  /** In capitals. */
  readonly method: string
  /** With its parameters in braces, such as `/products/{productId}`. */
  readonly path: string
  readonly summary: string
  readonly description: string | undefined
  /** Who may call it: anybody, a client's token, an access token or a session, a session alone. */
  readonly access: 'anybody' | 'client' | 'manager' | 'session'
  /** All of them are needed. */
  readonly scopes: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly bodies: readonly Shape[]
  /** Where it names the mode that it is about, if it does. */
  readonly modeIn: 'parameters' | 'body' | undefined
  readonly answers: readonly Answer[]
  /** Whether it may change something; neither what needs scopes to read does, nor a token. */
  readonly isChange: boolean
}

/** Every operation, in the order of the document's tags: the Gift Cards API, then Management. */
export function operationsOf({ paths, tags, components }: OpenApi): readonly Operation[] {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, given]) => ({
      ...operationOf(path, method, given),
      modeIn: modeIn(given, components.schemas),
    })),
  )
  const order = new Map(tags.map(({ name }, index) => [name, index]))
  const placeOf = ({ api, tag }: Operation) =>
    (api === 'giftCards' ? 0 : 1_000) + (order.get(tag) ?? 999)
  return operations.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function operationOf(
  path: string,
  method: string,
  given: OpenApi['paths'][string][string],
): Omit<Operation, 'modeIn'> {
  const { operationId, tags, summary, description, parameters = [], requestBody } = given
  const { access, scopes } = accessOf(given.security)
  const answers = Object.entries(given.responses).map(([status, answer]) =>
    answerOf(status, answer),
  )
  const api = path.startsWith('/manage/') ? 'management' : 'giftCards'
  const isHarmless = api === 'giftCards' && access === 'anybody'
  return {
    id: operationId,
    api,
    tag: tags[0] ?? '',
    method: method.toUpperCase(),
    path,
    summary,
    description,
    access,
    scopes,
    parameters: [...parameters, ...acceptOf(answers)],
    bodies: shapesOf(requestBody?.content),
    answers,
    isChange: method !== 'get' && !isHarmless && !isForReading(scopes),
  }
}

function modeIn(
  { parameters = [], requestBody }: OpenApi['paths'][string][string],
  schemas: OpenApi['components']['schemas'],
): Operation['modeIn'] {
  if (parameters.some(({ name }) => name === 'mode')) return 'parameters'
  const isInBody = Object.values(requestBody?.content ?? {}).some(({ schema = {} }) => {
    const { properties = {} } = schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema
    return 'mode' in properties
  })
  return isInBody ? 'body' : undefined
}

function accessOf(
  security: OpenApi['paths'][string][string]['security'] = [],
): Pick<Operation, 'access' | 'scopes'> {
  const schemes = Object.assign({}, ...security) as Readonly<Record<string, readonly string[]>>
  const scopes = [...new Set(Object.values(schemes).flat())]
  if ('clientCredentials' in schemes) return { access: 'client', scopes }
  if ('managementToken' in schemes) return { access: 'manager', scopes }
  return { access: 'dashboardSession' in schemes ? 'session' : 'anybody', scopes }
}

const isForReading = (scopes: readonly string[]): boolean =>
  scopes.length > 0 && scopes.every((scope) => scope.endsWith(':read'))

type Given = OpenApi['paths'][string][string]['responses'][string]

function answerOf(status: string, { description, content = {} }: Given): Answer {
  const refusals = Object.values(content).flatMap(({ examples = {} }) =>
    Object.values(examples).map(({ summary, value }) => {
      const { errorCode = null, message } = value as {
        readonly errorCode?: string | null
        readonly message?: string
      }
      return { code: errorCode, sentence: summary ?? message ?? '' }
    }),
  )
  return { status, title: description, shapes: shapesOf(content), refusals }
}

const shapesOf = (content: Given['content'] = {}): readonly Shape[] =>
  Object.entries(content).map(([mediaType, { schema, example, examples = {} }]) => ({
    mediaType,
    schema,
    example: example ?? Object.values(examples)[0]?.value,
  }))

/** An answer of several shapes is chosen by a header, which OpenAPI does not name as a parameter. */
function acceptOf(answers: readonly Answer[]): readonly Parameter[] {
  const types = successOf(answers)?.shapes.map(({ mediaType }) => mediaType) ?? []
  if (types.length < 2) return []
  const schema = { type: 'string', enum: types, default: types[0] }
  return [{ name: 'Accept', in: 'header', required: false, schema }]
}

/** What is answered when it goes well. */
export const successOf = (answers: readonly Answer[]): Answer | undefined =>
  answers.find(({ status }) => status.startsWith('2'))

/** Finds an operation by its id, or by method and path as the request log has them. */
export function findOperation(
  operations: readonly Operation[],
  wanted: string,
): Operation | undefined {
  const template = wanted.replace(/:(\w+)/g, '{$1}')
  return operations.find(
    ({ id, method, path }) => id === wanted || `${method} ${path}` === template,
  )
}

/** Those with every word in their name, path, tag or method. */
export function searchOperations(
  operations: readonly Operation[],
  text: string,
): readonly Operation[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return operations.filter(({ id, method, path, summary, tag }) => {
    const heap = `${method} ${path} ${summary} ${tag} ${id}`.toLowerCase()
    return words.every((word) => heap.includes(word))
  })
}

export interface OperationGroup {
  readonly api: Api
  readonly tag: string
  readonly operations: readonly Operation[]
}

/** Operations that follow each other under one tag. */
export function groupsOf(operations: readonly Operation[]): readonly OperationGroup[] {
  const groups = Map.groupBy(operations, ({ api, tag }) => `${api} ${tag}`)
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    return first === undefined ? [] : [{ api: first.api, tag: first.tag, operations: members }]
  })
}
