import { readFileSync } from 'node:fs'
import { STATUS_CODES } from 'node:http'
import { join } from 'node:path'
import Type, { type TSchema } from 'typebox'
import type { ClientScope } from '../../accounts/index.ts'
import { ErrorOut, NotFoundOut } from '../errors.ts'
import type { Route } from '../route.ts'
import { chapters, introduce } from './about.ts'
import { describeErrors, errorsOf, type Refusals } from './errors.ts'
import { createSchemaCollector, type Json, type SchemaCollector } from './schemas.ts'

export interface ApiDescription {
  readonly routes: readonly Route[]
  readonly refusals: Refusals
  readonly version: string
  /** Address of the server that is described. */
  readonly server: string
}

/** The routes as an OpenAPI 3.1 document; the same routes give the same document. */
export function describeApi(description: ApiDescription): Json {
  const { routes, refusals, version, server } = description
  const schemas = createSchemaCollector()
  const error = schemas.describe(ErrorOut, 'output')
  const notFound = schemas.describe(NotFoundOut, 'output')
  const examples = readExamples()
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes.filter(({ isPage }) => !isPage)) {
    const path = templateOf(route.path)
    const examplesOf = examples[route.operationId] ?? {}
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        ...describeRequest(route, schemas),
        responses: {
          [route.status ?? 200]: describeSuccess(route, schemas, examplesOf),
          ...(route.isPrepared && { 304: notModified }),
          ...describeErrors(errorsOf(route, refusals), {
            schema: error,
            path: examplePath(route),
            field: fieldOf(route),
          }),
        },
      },
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'OpenScrip Gift Cards API',
      version,
      description: introduce(server),
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    security: [{ clientCredentials: [] }, { accessToken: [] }],
    tags: Object.entries(chapters).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: schemas.components(),
      responses: { UnknownRoute: describeUnknownRoute(notFound) },
      securitySchemes: describeSecurity(server),
    },
  }
}

/** Real answers, by operation and media type; `examples.test.ts` says when they are out of date. */
function readExamples(): Readonly<Record<string, Json>> {
  const text = readFileSync(join(import.meta.dirname, 'examples.json'), 'utf8')
  return JSON.parse(text) as Record<string, Json>
}

/** `/products/:productId` is `/products/{productId}` to OpenAPI. */
const templateOf = (path: string) => path.replace(/:(\w+)/g, '{$1}')

const exampleOf = (schema: TSchema | undefined) =>
  (schema as { examples?: readonly unknown[] } | undefined)?.examples?.[0]

const examplePath = ({ path, params }: Route) =>
  path.replace(/:(\w+)/g, (_, name: string) => String(exampleOf(params?.[name])))

/** The first field that the caller has to give, or may give. */
function fieldOf({ body, query = {} }: Route): string {
  const { required = [], properties = {} } = (body ?? Type.Object({ ...query })) as {
    required?: readonly string[]
    properties?: object
  }
  return required[0] ?? Object.keys(properties)[0] ?? ''
}

function describeRequest(route: Route, schemas: SchemaCollector): Json {
  const { operationId, tag, summary, description, access, body, accepts = ['json'] } = route
  const scopes = [route.scope, route.alsoNeeds].filter((scope) => scope !== undefined)
  const parameters = [
    ...describeParameters('path', route.params, schemas),
    ...describeParameters('query', route.query, schemas),
    ...(route.isPrepared ? [ifNoneMatch] : []),
  ]
  const content = body && { schema: schemas.describe(body, 'input'), example: exampleOf(body) }
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    ...(access === 'none' && { security: [] }),
    ...(access === 'client' && { security: [{ clientCredentials: scopes }, { accessToken: [] }] }),
    ...(access === 'manage' && {
      security: [{ managementToken: scopes }, { dashboardSession: scopes }],
    }),
    ...(access === 'session' && { security: [{ dashboardSession: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(content && {
      requestBody: {
        required: true,
        content: Object.fromEntries(accepts.map((encoding) => [encodings[encoding], content])),
      },
    }),
  }
}

const encodings = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  bytes: 'application/octet-stream',
} as const

function describeParameters(
  place: 'path' | 'query',
  parameters: Readonly<Record<string, TSchema>> = {},
  schemas: SchemaCollector,
): Json[] {
  const { required = [] } = Type.Object({ ...parameters }) as { required?: readonly string[] }
  return Object.entries(parameters).map(([name, parameter]) => {
    const { description, examples: _examples, ...schema } = schemas.describe(parameter, 'input')
    const example = exampleOf(parameter)
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema,
      ...(example !== undefined && { example }),
    }
  })
}

const ifNoneMatch: Json = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of the answer that the caller has.',
  schema: { type: 'string' },
}

const validators: Json = {
  ETag: { description: 'Stands for the content of the answer.', schema: { type: 'string' } },
  'Cache-Control': { schema: { type: 'string' } },
}

const notModified: Json = { description: 'What the caller has is current.', headers: validators }

function describeSuccess(route: Route, schemas: SchemaCollector, examples: Json): Json {
  const content = Object.entries(route.response).map(([mediaType, schema]) => [
    mediaType,
    {
      schema: schemas.describe(schema, 'output'),
      ...(examples[mediaType] !== undefined && { example: examples[mediaType] }),
    },
  ])
  return {
    description: STATUS_CODES[route.status ?? 200],
    ...(route.isPrepared && { headers: validators }),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  }
}

function describeUnknownRoute(schema: Json): Json {
  const example = {
    timeStamp: '2026-01-31 12:00:00',
    status: 404,
    error: 'Not Found',
    message: 'No message available',
    path: '/product',
    errorCode: null,
    infoLink: null,
    details: [],
  } satisfies NotFoundOut
  return {
    description: 'The answer of every path and method that are no endpoint.',
    content: { 'application/json': { schema, example } },
  }
}

function describeSecurity(server: string): Json {
  return {
    clientCredentials: {
      type: 'oauth2',
      description:
        'Client id and secret, exchanged for a token at `/oauth/token`. What a client may do is ' +
        'said where the client is made; its tokens all have the scope `developer`.',
      flows: {
        clientCredentials: { tokenUrl: `${server}/oauth/token`, scopes: clientScopeTexts },
      },
    },
    accessToken: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'A token of `/oauth/token`.',
    },
    managementToken: {
      type: 'http',
      scheme: 'bearer',
      description:
        'An access token of the Management API, made in the dashboard or with `scrip token create`.',
    },
    dashboardSession: {
      type: 'apiKey',
      in: 'cookie',
      name: 'scrip.session_token',
      description:
        'The session of a person, as the dashboard has it. The header `Scrip-Account` chooses among ' +
        'the accounts of the person, and so does `scrip-account` in the query of what is only read; ' +
        'what changes something must come from a page of this server.',
    },
  }
}

const clientScopeTexts: Readonly<Record<ClientScope, string>> = {
  'balance:read': 'Read the balance.',
  'cards:read': 'Read the codes of orders.',
  'catalog:read': 'Read products, prices, countries and redeem instructions.',
  'orders:write': 'Order cards.',
  'reports:read': 'Read orders.',
}
