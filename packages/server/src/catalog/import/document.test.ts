import { describe, expect, test } from 'vitest'
import { toListing } from './document.ts'

describe('a document', () => {
  const content = [{}, {}]
  test.each([
    ['a list', content, true],
    ['the only page', { content, totalPages: 1, totalElements: 2 }, true],
    ['a page that says nothing of others but their number', { content, totalPages: 1 }, true],
    ['one page of several', { content, totalPages: 4, totalElements: 7 }, false],
    ['a page that does not say what it is', { content }, false],
  ])('%s: is it the whole catalogue?', (_, document, isWhole) => {
    expect(toListing(document)).toEqual({ rows: content, isWhole })
  })

  test.each([null, 5, 'text', {}, { content: 5 }])('%j is none', (document) => {
    expect(toListing(document)).toBeUndefined()
  })
})
