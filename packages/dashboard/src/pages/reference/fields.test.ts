import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Field, fieldOf } from './fields.ts'
import type { OpenApi, Schema } from './openapi.ts'
import { findOperation, groupsOf, operationsOf, searchOperations } from './operations.ts'

const file = new URL('../../../../../openapi.json', import.meta.url)
const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApi

const brief = ({ name, types, isList, isNullable, isRequired }: Field) => ({
  name,
  types,
  isList,
  isNullable,
  isRequired,
})

describe('the fields of a schema', () => {
  const schemas: Readonly<Record<string, Schema>> = {
    Card: {
      type: 'object',
      description: 'A card.',
      required: ['code'],
      properties: { code: { type: 'string', maxLength: 9 }, next: { $ref: '#/x/Card' } },
    },
  }

  test('are those of what is referred to, and a description of its own wins', () => {
    const { fields, description } = fieldOf(
      { type: 'object', properties: { card: { $ref: '#/x/Card', description: 'Yours.' } } },
      schemas,
    )
    expect(description).toBeUndefined()
    expect(fields).toMatchObject([{ name: 'card', description: 'Yours.', types: ['object'] }])
    expect(fields[0]?.fields[0]).toMatchObject({
      name: 'code',
      isRequired: true,
      limits: [{ kind: 'length', value: '0–9' }],
    })
  })

  test('end where a schema is inside of itself', () => {
    const [, next] = fieldOf({ $ref: '#/x/Card' }, schemas).fields
    expect(next).toMatchObject({ name: 'next', isCut: true, fields: [] })
  })

  test('end in a circle of references, and in one without end', () => {
    const circle = { A: { $ref: '#/x/B' }, B: { $ref: '#/x/A' } }
    expect(fieldOf({ $ref: '#/x/A' }, circle)).toMatchObject({ isCut: true })
    let deep: Schema = { type: 'string' }
    for (let level = 0; level < 50; level++) deep = { type: 'array', items: deep }
    expect(fieldOf(deep, {})).toMatchObject({ isList: true, isCut: true })
  })

  test('may be null in each of the ways to say so', () => {
    const ways: readonly Schema[] = [
      { type: ['string', 'null'] },
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      { oneOf: [{ type: 'null' }, { type: 'string' }] },
    ]
    for (const schema of ways) {
      expect(brief(fieldOf(schema, {}, { name: 'note', isRequired: false }))).toEqual({
        name: 'note',
        types: ['string'],
        isList: false,
        isNullable: true,
        isRequired: false,
      })
    }
  })

  test('have a form for each thing that they can be', () => {
    const { variants, types } = fieldOf(
      { anyOf: [{ $ref: '#/x/Card' }, { $ref: '#/x/Coin' }] },
      { ...schemas, Coin: { type: 'object', properties: { worth: { type: 'integer' } } } },
    )
    expect(types).toEqual(['Card', 'Coin'])
    expect(variants.map(({ name, fields }) => [name, fields[0]?.name])).toEqual([
      ['Card', 'code'],
      ['Coin', 'worth'],
    ])
  })

  test('of a list are those of its items, with the limits of both', () => {
    const list = fieldOf(
      { type: 'array', maxItems: 3, items: { type: 'string', enum: ['a', 'b'], minLength: 1 } },
      {},
    )
    expect(brief(list)).toMatchObject({ types: ['string'], isList: true })
    expect(list.values).toEqual(['a', 'b'])
    expect(list.limits.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'items 0–3',
      'length 1+',
    ])
  })

  test('with any name are one field', () => {
    const { fields } = fieldOf({ type: 'object', additionalProperties: { type: 'number' } }, {})
    expect(fields).toMatchObject([{ name: '*', types: ['number'] }])
  })
})

describe('the operations of this server', () => {
  const operations = operationsOf(document)

  test('begin with the Gift Cards API, by tag', () => {
    const [first] = groupsOf(operations)
    expect(first).toMatchObject({ api: 'giftCards', tag: 'Authentication' })
    const apis = groupsOf(operations).map(({ api }) => api)
    expect(apis).toEqual(apis.toSorted())
  })

  test('are all described without a cut', () => {
    for (const { bodies, answers, id } of operations) {
      const shapes = [...bodies, ...answers.flatMap((answer) => answer.shapes)]
      for (const { schema } of shapes) {
        if (schema !== undefined)
          expect(hasCut(fieldOf(schema, document.components.schemas)), id).toBe(false)
      }
    }
  })

  test('know what they need and whether they change something', () => {
    expect(findOperation(operations, 'placeOrder')).toMatchObject({
      access: 'client',
      scopes: ['orders:write'],
      isChange: true,
    })
    expect(findOperation(operations, 'correctMessage')).toMatchObject({
      access: 'manager',
      scopes: ['messages:write', 'cards:reveal'],
      isChange: true,
    })
    expect(findOperation(operations, 'getToken')).toMatchObject({
      access: 'anybody',
      isChange: false,
    })
    expect(findOperation(operations, 'openAccount')).toMatchObject({
      access: 'session',
      isChange: true,
    })
    expect(findOperation(operations, 'readBulkOrderColumns')?.isChange).toBe(false)
    const changes = operations.filter(({ isChange }) => isChange)
    expect(changes.filter(({ method }) => method === 'GET')).toEqual([])
  })

  test('are found by what the request log says of them, and by words', () => {
    const logged = findOperation(operations, 'GET /orders/transactions/:transactionId/cards')
    expect(logged?.id).toBe('getCards')
    expect(searchOperations(operations, 'orders CARDS get').map(({ id }) => id)).toContain(
      'getCards',
    )
    expect(searchOperations(operations, 'no such thing')).toEqual([])
  })

  test('of several forms have a header that chooses among them', () => {
    const accept = findOperation(operations, 'getCards')?.parameters.at(-1)
    expect(accept).toMatchObject({ name: 'Accept', in: 'header' })
    expect(accept?.schema.enum).toHaveLength(2)
  })
})

function hasCut({ isCut, fields, variants }: Field): boolean {
  return isCut || fields.some(hasCut) || variants.some((variant) => variant.fields.some(hasCut))
}
