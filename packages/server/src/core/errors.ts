/** What a catalogue says about one error: the status and code of the wire, and its sentence. */
export interface ErrorDefinition {
  readonly status: number
  /** The wire's `errorCode`; some errors of the contract have none. */
  readonly code: string | null
  /** The public sentence; `{name}` is filled from the parameters. */
  readonly message: string
}

/**
 * An error that the caller may read: it was expected, it has a documented
 * status, code and sentence, and it names the field at fault where there is one.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string | null
  readonly field: string | undefined

  constructor(definition: ErrorDefinition, field?: string) {
    super(definition.message)
    this.status = definition.status
    this.code = definition.code
    this.field = field
  }
}

export interface ErrorParameters {
  /** Name of the field at fault, as the caller wrote it. */
  readonly field?: string
  readonly [parameter: string]: string | number | undefined
}

/** Makes the error; what it is can be read without making one, for the documentation. */
export interface ErrorBuilder {
  (parameters?: ErrorParameters): ApiError
  /** Its name in its catalogue. */
  readonly key: string
  readonly definition: ErrorDefinition
}

export type ErrorCatalogue<Name extends string> = Readonly<Record<Name, ErrorBuilder>>

/** Makes one builder per definition: `errors.insufficientBalance()`. */
export function defineErrors<Name extends string>(
  definitions: Record<Name, ErrorDefinition>,
): ErrorCatalogue<Name> {
  const builders: Partial<Record<Name, ErrorBuilder>> = {}
  for (const name in definitions) {
    const definition = definitions[name]
    const build = (parameters: ErrorParameters = {}) =>
      new ApiError(
        { ...definition, message: fill(definition.message, parameters) },
        parameters.field,
      )
    builders[name] = Object.assign(build, { key: name, definition })
  }
  return builders as ErrorCatalogue<Name>
}

function fill(message: string, parameters: ErrorParameters): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''))
}

/** What can be wrong with a single field of any request. */
export const inputErrors = defineErrors({
  missingField: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Missing required field {field}',
  },
  invalidField: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Invalid value provided for field {field}',
  },
  tooLong: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Maximum length allowed for field {field} is {max}',
  },
  tooLarge: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'Maximum value allowed for field {field} is {max}',
  },
})
