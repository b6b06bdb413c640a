import { describe, expect, test } from 'vitest'
import { ApiError, defineErrors, inputErrors } from './errors.ts'

describe('an error', () => {
  const errors = defineErrors({
    tooMany: { status: 400, code: 'TOO_MANY', message: 'At most {max} {things}, not {given}' },
    plain: { status: 404, code: null, message: 'Not there' },
  })

  test('carries its status, its code, its sentence and the field at fault', () => {
    const error = errors.tooMany({ field: 'quantity', max: 5, things: 'cards', given: 7 })
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toBeInstanceOf(Error)
    expect({ ...error, message: error.message }).toMatchObject({
      status: 400,
      code: 'TOO_MANY',
      message: 'At most 5 cards, not 7',
      field: 'quantity',
    })
  })

  test('without parameters has no field, and its sentence no gaps', () => {
    expect(errors.plain()).toMatchObject({ status: 404, code: null, field: undefined })
    expect(errors.tooMany().message).toBe('At most  , not ')
  })

  test('fills in what it is given as it is, not as a pattern', () => {
    const error = errors.tooMany({ max: 1, things: '$& {max} $1', given: 2 })
    expect(error.message).toBe('At most 1 $& {max} $1, not 2')
  })

  test('about an input names the field', () => {
    expect(inputErrors.missingField({ field: 'unitPrice' }).message).toBe(
      'Missing required field unitPrice',
    )
    expect(inputErrors.tooLong({ field: 'customIdentifier', max: 150 }).message).toBe(
      'Maximum length allowed for field customIdentifier is 150',
    )
  })
})
