import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type ApiError, inputErrors } from '../core/errors.ts'
import { httpErrors } from './errors.ts'

/** Answers the first thing that is wrong with a value, or undefined when it fits. */
export type Validate = (value: unknown) => ApiError | undefined

/**
 * Compiles a schema into a check that speaks the wire's language: an absent,
 * null or empty required field is missing, a text over its length is too long,
 * everything else is an invalid value; always with the field's name.
 */
export function compileValidator(schema: TSchema): Validate {
  const compiled = Compile(schema)
  return (value) => {
    if (compiled.Check(value)) return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return httpErrors.bodyNotObject()
    }
    const problems = compiled.Errors(value)
    for (const problem of problems) {
      const missing = missingField(problem, value)
      if (missing !== undefined) return inputErrors.missingField({ field: missing })
    }
    const problem = problems[0]
    const field = problem === undefined ? '' : fieldOf(problem.instancePath)
    const limit = problem?.keyword === 'maxLength' ? limitOf(problem) : undefined
    return limit === undefined
      ? inputErrors.invalidField({ field })
      : inputErrors.tooLong({ field, max: limit })
  }
}

interface Problem {
  readonly keyword: string
  readonly instancePath: string
  readonly params: object
}

function missingField(problem: Problem, value: object): string | undefined {
  if (problem.keyword === 'required') {
    const { requiredProperties = [] } = problem.params as { requiredProperties?: string[] }
    return requiredProperties[0]
  }
  const given = valueAt(value, problem.instancePath)
  return given === null || given === '' ? fieldOf(problem.instancePath) : undefined
}

function valueAt(value: object, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], value)
}

function limitOf(problem: Problem): number | undefined {
  return (problem.params as { limit?: number }).limit
}

/** `/recipientPhoneDetails/countryCode` is the field `countryCode` to the caller, `/events/0` is `events`. */
function fieldOf(path: string): string {
  const names = path.replace(/(\/\d+)+$/, '')
  return names.slice(names.lastIndexOf('/') + 1)
}
