import fc, { type Arbitrary } from 'fast-check'
import type { InjectOptions } from 'fastify'

/**
 * Requests to every operation of a document, and to paths that are none: valid ones, those that
 * are valid but for one thing, and those that are meant to do harm.
 */
export function requestsOf(document: Description, tokens: Tokens): Arbitrary<InjectOptions> {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      weight: weightOf(method, path),
      arbitrary: requestOf({ document, path, method, operation, tokens }),
    })),
  )
  return fc.oneof(
    { weight: 20, arbitrary: fc.oneof(...operations) },
    { weight: 1, arbitrary: strayRequest(Object.keys(document.paths), tokens) },
  )
}

/** Of callers, by what they open; some requests come with one of the others, some with none. */
export interface Tokens {
  readonly client: readonly string[]
  readonly manage: readonly string[]
}

/** What changes something is worth more requests than what reads, and orders the most. */
function weightOf(method: string, path: string): number {
  if (method === 'get') return 1
  return isManaged(path) ? 2 : 40
}

const isManaged = (path: string) => path.startsWith('/manage/')

/** What is read of an OpenAPI document. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Body>> }
  readonly responses: Readonly<Record<string, { readonly content?: object }>>
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema: Schema
  readonly example?: unknown
}

interface Body {
  readonly schema: Schema
  readonly example: Readonly<Record<string, unknown>>
}

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly required?: readonly string[]
}

interface Target {
  readonly document: Description
  readonly path: string
  readonly method: string
  readonly operation: Operation
  readonly tokens: Tokens
}

function requestOf({
  document,
  path,
  method,
  operation,
  tokens,
}: Target): Arbitrary<InjectOptions> {
  const { parameters = [], requestBody } = operation
  const [success] = Object.values(operation.responses)
  const mediaTypes = Object.keys(success?.content ?? {})
  const [own, other] = isManaged(path)
    ? [tokens.manage, tokens.client]
    : [tokens.client, tokens.manage]
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const segments = fc.record(
    Object.fromEntries(inPath.map((parameter) => [parameter.name, segmentOf(parameter)])),
  )
  return fc
    .record({
      segments,
      query: queryOf(inQuery),
      headers: headersOf({ own, other }, mediaTypes),
      body: requestBody ? bodyOf(document, requestBody.content) : strayBody,
    })
    .map(({ segments, query, headers, body }) => ({
      method: method.toUpperCase() as 'GET',
      url: path.replace(/\{(\w+)\}/g, (_, name: string) => segments[name] ?? '') + query,
      headers: { ...headers, ...(body && { 'content-type': body.contentType }) },
      ...(body && { payload: body.payload }),
    }))
}

/** Near a known path, or near none. */
function strayRequest(paths: readonly string[], tokens: Tokens): Arbitrary<InjectOptions> {
  return fc
    .record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
      url: fc.oneof(
        fc.constantFrom(...paths, ...paths.map((path) => `${path}/`)),
        fc.array(hostileSegment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
      ),
      headers: headersOf({ own: tokens.client, other: tokens.manage }, []),
    })
    .map(({ method, url, headers }) => ({ method: method as 'GET', url, headers }))
}

/** Text of every alphabet, with what databases, terminals and templates trip over. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    ...['', ' ', '\0', 'a\0b', '\ud800', '\u202e', '%', '%_', "'; drop table orders; --", '{{1}}'],
    ...['__proto__', 'constructor', 'null', 'NaN', '-0', '1e309', '0x10', '1e-400', '٣', '１'],
    ...['9'.repeat(19), '9'.repeat(400), '-1', '1.5', '1e3', '+5', ' 5 ', 'true', '2026-02-30'],
    'x'.repeat(3_000),
  ),
)

/** A path's segment as it is sent; a dot would be taken away before that. */
const hostileSegment = fc.oneof(
  hostileText.map(
    (text) => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E') || '%00',
  ),
  fc.constantFrom('%zz', '%E0%A4', '%2F', '%2e%2e%2f', '1;a=b', '%', '1%00', '~', '*'),
)

const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
  },
  { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(rawNumber) },
  fc.constantFrom(
    ...['1e400', '-0', '0.0000001', '5.00000000000000000001', '1e-400'].map(rawNumber),
  ),
)

const hostileValue: Arbitrary<unknown> = fc.oneof(hostileText, numbers, fc.jsonValue())

function segmentOf({ schema, example }: Parameter): Arbitrary<string> {
  const text = encodeURIComponent(String(example))
  // Numbers are given in order: those after the example's are others' or nobody's.
  const isNumbered = schema.type === 'integer' || /_\d+$/.test(text)
  const nearExample = isNumbered
    ? fc.nat(40).map((step) => text.replace(/\d+$/, (number) => String(Number(number) + step)))
    : fc.constant(text)
  return fc.oneof({ weight: 4, arbitrary: nearExample }, { weight: 1, arbitrary: hostileSegment })
}

/** How long to wait, which takes as long; most of it is refused. */
const seconds = fc.constantFrom('0', '1', '-1', '31', '1.5')

/** Parameters that are there, are not, or are there twice; known ones and others. */
function queryOf(parameters: readonly Parameter[]): Arbitrary<string> {
  const known = parameters.map(({ name, schema, example }) => {
    const values = [name === 'wait' ? seconds : conforming(schema).map(asText), hostileText]
    const arbitrary = fc.oneof(
      ...(example === undefined ? values : [fc.constant(String(example)), ...values]),
    )
    return arbitrary.map((value) => [name, value] as const)
  })
  const unknown = fc.tuple(hostileText, hostileText)
  return fc
    .record({
      pairs: fc.array(fc.oneof(...known, ...known, unknown), { maxLength: 5 }),
      broken: fc.constantFrom('', '', '', '', '&%zz=%', '&=&&', '&a[]=1&a[b]=2', '&page=1&page=2'),
    })
    .map(({ pairs, broken }) => {
      const wellFormed = pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])
      return `?${new URLSearchParams(wellFormed as [string, string][])}${broken}`
    })
}

function headersOf(
  tokens: { readonly own: readonly string[]; readonly other: readonly string[] },
  mediaTypes: readonly string[],
): Arbitrary<Record<string, string>> {
  const token = fc.constantFrom(...tokens.own)
  const sent = fc.string({ unit: 'grapheme-ascii', maxLength: 60 })
  return fc
    .record({
      authorization: fc.oneof(
        { weight: 20, arbitrary: token.map((text) => `Bearer ${text}`) },
        { weight: 1, arbitrary: token.map((text) => `Bearer ${text.slice(0, -2)}`) },
        { weight: 1, arbitrary: fc.constantFrom(...tokens.other).map((text) => `Bearer ${text}`) },
        { weight: 1, arbitrary: sent },
        { weight: 1, arbitrary: fc.constantFrom(undefined, '', 'Bearer', 'Basic YTpi') },
      ),
      accept: fc.oneof(
        fc.constantFrom(undefined, '*/*', 'application/json', 'text/html', ...mediaTypes),
        sent,
      ),
      'if-none-match': fc.oneof(
        { weight: 9, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.oneof(sent, fc.constantFrom('*', 'W/"a", "b"')) },
      ),
      host: fc.constantFrom(
        ...[undefined, undefined, undefined, undefined, undefined, undefined],
        ...['giftcards.reloadly.com', 'giftcards-sandbox.reloadly.com:443', 'other.example', ''],
      ),
    })
    .map(
      (headers) =>
        Object.fromEntries(
          Object.entries(headers).filter(([, value]) => value !== undefined),
        ) as Record<string, string>,
    )
}

interface SentBody {
  readonly contentType: string
  readonly payload: string | Buffer
}

/** Of a request that takes none. */
const strayBody: Arbitrary<SentBody | undefined> = fc.constantFrom(
  ...[undefined, undefined, undefined, undefined],
  { contentType: 'application/json', payload: '{}' },
  { contentType: 'application/json', payload: '{' },
  { contentType: 'text/plain', payload: 'text' },
)

function bodyOf(
  { components }: Description,
  content: Readonly<Record<string, Body>>,
): Arbitrary<SentBody> {
  const [[, body] = []] = Object.entries(content)
  if (body === undefined) throw new Error('The request body has no media type')
  const named = components.schemas[body.schema.$ref?.split('/').at(-1) ?? '']
  const { properties = {}, required = [] } = named ?? {}
  const known = { example: body.example, required }
  const valid = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, propertyOf(name, schema, known)]),
    ),
  )
  const withOneHostile = fc
    .tuple(valid, fc.constantFrom(...Object.keys(properties), 'unknown'), hostileValue)
    .map(([fields, name, value]) => ({ ...fields, [name]: value }))
  const json = fc
    .oneof({ weight: 5, arbitrary: valid }, { weight: 4, arbitrary: withOneHostile }, hostileValue)
    .map((value) => ({ contentType: 'application/json', payload: JSON.stringify(value) ?? '' }))
  return fc.oneof(
    { weight: 12, arbitrary: json },
    { weight: 1, arbitrary: formOf(valid) },
    brokenBody,
  )
}

/** As in the example, or near it, or anything of its type; what is not required may be absent. */
function propertyOf(
  name: string,
  schema: Schema,
  { example, required }: Known,
): Arbitrary<unknown> {
  const given = example[name]
  const usual = { weight: 9, arbitrary: fc.constant(given) }
  const any = { weight: 1, arbitrary: conforming(schema) }
  if (required.includes(name)) return fc.oneof(usual, any)
  const near = typeof given === 'string' ? fc.nat().map((count) => `${count}-${given}`) : undefined
  const absent = { weight: 4, arbitrary: fc.constant(undefined) }
  return fc.oneof(near ? { weight: 9, arbitrary: near } : usual, absent, any)
}

interface Known {
  readonly example: Body['example']
  readonly required: readonly string[]
}

const formOf = (fields: Arbitrary<object>): Arbitrary<SentBody> =>
  fields.map((values) => ({
    contentType: 'application/x-www-form-urlencoded',
    payload: new URLSearchParams(
      Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, asText(value).toWellFormed()]),
    ).toString(),
  }))

const brokenBody: Arbitrary<SentBody> = fc.record({
  contentType: fc.constantFrom(
    ...['application/json', 'application/json; charset=latin1', 'application/vnd.a+json'],
    ...['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded', 'nonsense'],
  ),
  payload: fc.oneof(
    hostileText,
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(
      '['.repeat(5_000),
      '{"a":'.repeat(5_000),
      ' '.repeat(70_000),
      '\ufeff{}',
      'null',
    ),
    fc.constantFrom('{"productId":5,"productId":6}', '{"__proto__":{"quantity":1}}', '[]', '""'),
  ),
})

/** A value that the schema allows, though not every one. */
function conforming(schema: Schema): Arbitrary<unknown> {
  const { type, enum: names, anyOf } = schema
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(conforming))
  if (names !== undefined) return fc.constantFrom(...names)
  const types = [type ?? 'string'].flat()
  return fc.oneof(...types.map((name) => valueOfType(name, schema)))
}

function valueOfType(type: string, { properties = {}, items = {} }: Schema): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: -2, max: 500 })
    case 'number':
      return numbers
    case 'array':
      return fc.array(conforming(items), { maxLength: 3 })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(properties).map(([name, part]) => [name, conforming(part)]),
        ),
      )
    default:
      return fc.oneof(hostileText, fc.integer({ min: 1, max: 300 }).map(String))
  }
}

/** As it is written in a query or form. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** A number that JSON can write and a float cannot hold. */
function rawNumber(text: string | bigint): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(String(text))
}
