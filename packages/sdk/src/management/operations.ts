import type { paths } from './schema.ts'

type Method = 'get' | 'post' | 'patch' | 'delete'

/** What an operation is called by: its method and its path, such as `GET /orders/{transactionId}`. */
export type OperationName = {
  [Path in keyof paths]: {
    [Name in Method]: paths[Path][Name] extends { readonly responses: unknown }
      ? `${Uppercase<Name>} ${Path extends `/manage/v1${infer Rest}` ? Rest : never}`
      : never
  }[Method]
}[keyof paths]

type OperationOf<Name extends OperationName> = Name extends `${infer Verb} ${infer Rest}`
  ? `/manage/v1${Rest}` extends infer Path extends keyof paths
    ? Lowercase<Verb> extends infer Key extends keyof paths[Path]
      ? paths[Path][Key]
      : never
    : never
  : never

type ParametersOf<Operation> = Operation extends { readonly parameters: infer Parameters }
  ? Parameters
  : Record<never, never>

type PathOf<Operation> =
  ParametersOf<Operation> extends { readonly path: infer Path }
    ? { readonly path: Path }
    : { readonly path?: undefined }

type QueryOf<Operation> =
  ParametersOf<Operation> extends { readonly query: infer Query }
    ? { readonly query: Query }
    : ParametersOf<Operation> extends { readonly query?: infer Query }
      ? { readonly query?: Query | undefined }
      : { readonly query?: undefined }

type BodyOf<Operation> = Operation extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } }
}
  ? { readonly body: Body }
  : { readonly body?: undefined }

/** What an operation takes: the parameters of its path, its query, its body. */
export type OperationInput<Name extends OperationName> = PathOf<OperationOf<Name>> &
  QueryOf<OperationOf<Name>> &
  BodyOf<OperationOf<Name>>

type Success<Responses> = Responses extends { readonly 200: infer Answer }
  ? Answer
  : Responses extends { readonly 201: infer Answer }
    ? Answer
    : Responses extends { readonly 202: infer Answer }
      ? Answer
      : { readonly content?: undefined }

/** What an operation answers; undefined for nothing. */
export type OperationOutput<Name extends OperationName> =
  OperationOf<Name> extends { readonly responses: infer Responses }
    ? Success<Responses> extends { readonly content: { readonly 'application/json': infer Body } }
      ? Body
      : undefined
    : never

/** The method and path of an operation, with its parameters filled in. */
export function addressOf(
  name: OperationName,
  parameters: Readonly<Record<string, unknown>> = {},
): { readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; readonly path: string } {
  const [method, template] = name.split(' ') as ['GET', string]
  const path = template.replace(/\{(\w+)\}/g, (_, parameter: string) =>
    encodeURIComponent(String(parameters[parameter])),
  )
  return { method, path }
}
