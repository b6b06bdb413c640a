import type { Schema } from './openapi.ts'

/** A field of a body or an answer, with all that is inside of it. */
export interface Field {
  readonly name: string
  /** What it may be, or what its items may be if it is a list. */
  readonly types: readonly string[]
  readonly isList: boolean
  readonly isNullable: boolean
  readonly isRequired: boolean
  readonly description: string | undefined
  readonly limits: readonly Limit[]
  readonly values: readonly string[]
  readonly fields: readonly Field[]
  /** One for each thing that it can be, when it can be several. */
  readonly variants: readonly Variant[]
  /** Set where what is inside is not described again: it is itself, or too deep. */
  readonly isCut: boolean
}

interface Variant {
  readonly name: string
  readonly fields: readonly Field[]
}

export interface Limit {
  readonly kind: 'atLeast' | 'moreThan' | 'atMost' | 'length' | 'items' | 'pattern' | 'default'
  readonly value: string
}

export type Schemas = Readonly<Record<string, Schema>>

/** Deeper than anything that is described today; a description without end stays on the page. */
const DEPTH_MAX = 8

/** A schema as a field: what it is, and all that is inside of it. */
export const fieldOf = (
  schema: Schema,
  schemas: Schemas,
  { name = '', isRequired = true, description = schema.description } = {},
): Field => ({
  ...describe({ name, schema, isRequired }, { schemas, within: [], depth: 0 }),
  description,
})

interface Place {
  readonly schemas: Schemas
  /** The names of what is being described, from the outermost on. */
  readonly within: readonly string[]
  readonly depth: number
}

interface Named {
  readonly name: string
  readonly schema: Schema
  readonly isRequired: boolean
}

function describe({ name, schema, isRequired }: Named, place: Place): Field {
  const { whole, isNullable, options, within, isCycle } = resolve(schema, place)
  const isCut = isCycle || place.depth >= DEPTH_MAX
  const inside = { ...place, within, depth: place.depth + 1 }
  const items = isCut ? undefined : listItemsOf(whole)
  const item = items && describe({ name: '', schema: items, isRequired: true }, inside)
  return {
    name,
    types: item?.types ?? typesOf(whole, options),
    isList: item !== undefined,
    isNullable,
    isRequired,
    description: whole.description,
    limits: [...limitsOf(whole), ...(item?.limits ?? [])],
    values: item?.values ?? valuesOf(whole),
    fields: item?.fields ?? (isCut ? [] : fieldsOf(whole, inside)),
    variants: item?.variants ?? (isCut ? [] : variantsOf(options, inside)),
    isCut: item?.isCut ?? isCut,
  }
}

/** Follows references, and takes null from among what it may be. */
function resolve(schema: Schema, { schemas, within }: Place) {
  const names: string[] = []
  let whole = schema
  let isNullable = false
  let options: readonly Schema[] = []
  for (;;) {
    const { $ref, anyOf, oneOf, ...rest } = whole
    const name = $ref?.split('/').at(-1)
    const choices = anyOf ?? oneOf
    if (name !== undefined) {
      if (within.includes(name) || names.includes(name)) {
        return { whole: rest, isNullable, options, within, isCycle: true }
      }
      names.push(name)
      whole = { ...schemas[name], ...rest }
      continue
    }
    if (choices === undefined) break
    const others = choices.filter(({ type }) => type !== 'null')
    isNullable ||= others.length < choices.length
    const [only] = others
    if (others.length !== 1 || only === undefined) options = others
    whole = options.length > 0 ? rest : { ...only, ...rest }
  }
  isNullable ||= Array.isArray(whole.type) && whole.type.includes('null')
  return { whole, isNullable, options, within: [...within, ...names], isCycle: false }
}

const listItemsOf = ({ type, items }: Schema): Schema | undefined =>
  type === 'array' || (Array.isArray(type) && type.includes('array')) ? (items ?? {}) : undefined

function typesOf({ type, format, const: fixed }: Schema, options: readonly Schema[]): string[] {
  if (options.length > 0) return options.map(nameOf)
  const types = [type ?? (fixed === undefined ? [] : typeof fixed)].flat() as string[]
  const known = types.filter((each) => each !== 'null' || types.length === 1)
  return known.map((each) => (format !== undefined && each === 'string' ? format : each))
}

const nameOf = ({ $ref, type }: Schema): string =>
  $ref?.split('/').at(-1) ?? [type ?? []].flat().join(', ')

const valuesOf = ({ enum: values, const: fixed }: Schema): readonly string[] =>
  (values ?? (fixed === undefined ? [] : [fixed])).map(String)

function fieldsOf({ properties = {}, required = [], additionalProperties }: Schema, place: Place) {
  const own = Object.entries(properties).map(([name, schema]) =>
    describe({ name, schema, isRequired: required.includes(name) }, place),
  )
  const isMap = typeof additionalProperties === 'object' && own.length === 0
  if (!isMap || Object.keys(additionalProperties).length === 0) return own
  return [describe({ name: '*', schema: additionalProperties, isRequired: false }, place)]
}

const variantsOf = (options: readonly Schema[], place: Place): readonly Variant[] =>
  options.map((schema) => ({
    name: nameOf(schema),
    fields: describe({ name: '', schema, isRequired: true }, place).fields,
  }))

function limitsOf(schema: Schema): readonly Limit[] {
  const { type, minimum, exclusiveMinimum, maximum, pattern, default: fallback } = schema
  // How long a number may be when it is written as text tells nobody anything.
  const isNumber = Array.isArray(type) && type.includes('number')
  const limits: readonly (readonly [Limit['kind'], string | number | undefined])[] = [
    ['atLeast', minimum],
    ['moreThan', exclusiveMinimum],
    ['atMost', maximum],
    ['length', isNumber ? undefined : rangeOf(schema.minLength, schema.maxLength)],
    ['items', rangeOf(schema.minItems, schema.maxItems)],
    ['pattern', pattern],
    ['default', fallback === undefined ? undefined : JSON.stringify(fallback)],
  ]
  return limits.flatMap(([kind, value]) =>
    value === undefined ? [] : [{ kind, value: String(value) }],
  )
}

function rangeOf(least: number | undefined, most: number | undefined): string | undefined {
  if (least === most) return most === undefined ? undefined : String(most)
  if (most === undefined) return `${least}+`
  return least === undefined ? `0–${most}` : `${least}–${most}`
}
