import type { TSchema } from 'typebox'

/** A part of the document: JSON, and nothing that JSON cannot hold. */
export type Json = { readonly [key: string]: unknown }

/** Inputs may have fields that nobody knows; answers have those that are described and no others. */
export type Direction = 'input' | 'output'

/** Turns schemas into those of the document. */
export interface SchemaCollector {
  /** A schema as the document has it; every part that has a title is a reference to its component. */
  describe(schema: TSchema, direction: Direction): Json
  /** The components that were referred to so far, by title. */
  components(): Json
}

export function createSchemaCollector(): SchemaCollector {
  const components = new Map<string, { readonly schema: TSchema; readonly described: Json }>()

  function describe(schema: TSchema, direction: Direction): Json {
    const { title } = schema as { title?: string }
    if (title === undefined) return describeParts(schema as Json, direction)
    const known = components.get(title)
    if (known === undefined) {
      components.set(title, { schema, described: describeParts(schema as Json, direction) })
    } else if (known.schema !== schema) {
      throw new Error(`Two schemas have the title ${title}`)
    }
    return { $ref: `#/components/schemas/${title}` }
  }

  function describeParts(schema: Json, direction: Direction): Json {
    const { title: _title, anyOf, patternProperties, ...own } = schema
    const each = (part: unknown) => describe(part as TSchema, direction)
    return {
      ...own,
      ...(own.enum !== undefined && { type: 'string' }),
      ...(own.items !== undefined && { items: each(own.items) }),
      ...(own.properties !== undefined && { properties: mapValues(own.properties as Json, each) }),
      ...(own.properties !== undefined &&
        direction === 'output' && { additionalProperties: false }),
      // Every name is allowed; OpenAPI's tools know a map by this keyword only.
      ...(patternProperties !== undefined && {
        additionalProperties: each(Object.values(patternProperties as Json)[0]),
      }),
      ...(anyOf !== undefined && describeUnion((anyOf as unknown[]).map(each))),
    }
  }

  return {
    describe,
    components: () =>
      Object.fromEntries(
        [...components].sort(byName).map(([title, { described }]) => [title, described]),
      ),
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : 1

/** Of plain types a union is a list of them: `string` or `null`. */
function describeUnion(parts: readonly Json[]): Json {
  const arePlain = parts.every(
    (part) => part.type !== undefined && part.properties === undefined && part.enum === undefined,
  )
  if (!arePlain) return { anyOf: parts }
  return { ...Object.assign({}, ...parts), type: parts.flatMap((part) => part.type) }
}

function mapValues(object: Json, map: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]))
}
