import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPageRequest } from './page.ts'

describe('a page request', () => {
  const limits = { sizeDefault: 20, sizeMax: 50 }

  test.each([
    [{}, { number: 0, size: 20 }],
    [{ page: '1' }, { number: 0, size: 20 }],
    [{ page: '0' }, { number: 0, size: 20 }],
    [
      { page: '7', size: '10' },
      { number: 6, size: 10 },
    ],
    [{ size: '50' }, { number: 0, size: 50 }],
    [{ size: '51' }, { number: 0, size: 50 }],
    [{ size: '0' }, { number: 0, size: 20 }],
    [{ page: '007' }, { number: 6, size: 20 }],
    [{ page: '999999999' }, { number: 999_999_998, size: 20 }],
    [{ page: '1000000000' }, { number: 0, size: 20 }],
  ])('of %j is %j', (query, request) => {
    expect(readPageRequest(query, limits)).toEqual(request)
  })

  test('is always one that can be answered, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (page, size) => {
        const request = readPageRequest({ page, size }, limits)
        expect(Number.isSafeInteger(request.number) && request.number >= 0).toBe(true)
        expect(Number.isSafeInteger(request.size)).toBe(true)
        expect(request.size).toBeGreaterThanOrEqual(1)
        expect(request.size).toBeLessThanOrEqual(50)
      }),
    )
  })
})
