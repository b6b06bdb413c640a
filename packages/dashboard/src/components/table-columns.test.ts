import { describe, expect, it } from 'vitest'
import type { Column } from './data-table.tsx'
import { choosable, readChoice, shownColumns, usualKeys, writeChoice } from './table-columns.ts'

const column = (key: string, more: Partial<Column<object>> = {}): Column<object> => ({
  key,
  title: key.toUpperCase(),
  render: () => key,
  ...more,
})

const columns = [
  column('order'),
  column('identifier', { isOptional: true }),
  column('status', { isWideOnly: true }),
  column('cost'),
  column('actions', { title: '' }),
]

/** What a table shows for an address and for what the browser remembers. */
const shownFor = (address: string, kept = '') =>
  shownColumns(columns, readChoice(columns, address) ?? readChoice(columns, kept)).map(
    ({ key }) => key,
  )

describe('the columns of a table', () => {
  it('are all but the optional ones until somebody chooses', () => {
    expect(shownFor('')).toEqual(['order', 'status', 'cost', 'actions'])
  })

  it('are what the address says, else what is remembered, in the order of the page', () => {
    expect(shownFor('', 'cost,identifier')).toEqual(['identifier', 'cost', 'actions'])
    expect(shownFor('cost,order', 'identifier')).toEqual(['order', 'cost', 'actions'])
  })

  it('are never fewer than one, whatever the address says', () => {
    expect(shownFor('cost,gone,cost')).toEqual(['cost', 'actions'])
    expect(shownFor('gone,,actions')).toEqual(shownFor(''))
    expect(shownFor('gone', 'cost')).toEqual(['cost', 'actions'])
  })

  it('stay on a narrow screen when somebody asked for them', () => {
    const isWideOnly = (keys: readonly string[] | undefined) =>
      shownColumns(columns, keys).find(({ key }) => key === 'status')?.isWideOnly
    expect(isWideOnly(undefined)).toBe(true)
    expect(isWideOnly(['status'])).toBe(false)
  })
})

describe('a choice', () => {
  it('is among columns that have a title', () => {
    expect(choosable(columns).map(({ key }) => key)).not.toContain('actions')
  })

  it('begins with what the window shows', () => {
    expect(usualKeys(columns, false)).toEqual(['order', 'status', 'cost'])
    expect(usualKeys(columns, true)).toEqual(['order', 'cost'])
  })

  it('is not written when it is what stands anyway', () => {
    expect(writeChoice(columns, ['cost', 'status', 'order'], false)).toBe('')
    expect(writeChoice(columns, ['cost', 'order'], true)).toBe('')
    expect(writeChoice(columns, ['cost', 'order'], false)).toBe('order,cost')
  })

  it('is read as it was written', () => {
    const written = writeChoice(columns, ['cost', 'identifier'], false)
    expect(readChoice(columns, written)).toEqual(['identifier', 'cost'])
  })
})
