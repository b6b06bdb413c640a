import { afterEach, describe, expect, test, vi } from 'vitest'

const computer = Intl.DateTimeFormat().resolvedOptions().timeZone

/** As a page finds it that begins with this in the browser's keeping. */
async function readKept(getItem: () => string | null) {
  vi.stubGlobal('localStorage', { getItem })
  vi.resetModules()
  return import('./time-zone.ts')
}

afterEach(() => vi.unstubAllGlobals())

describe('the time zone', () => {
  test('is the chosen one', async () => {
    const { timeZone, chosenTimeZone } = await readKept(() => 'Asia/Tokyo')
    expect([timeZone, chosenTimeZone]).toEqual(['Asia/Tokyo', 'Asia/Tokyo'])
  })

  test.each(['Mars/Olympus', '', null])('is the computer’s when “%s” is kept', async (kept) => {
    const { timeZone, chosenTimeZone } = await readKept(() => kept)
    expect([timeZone, chosenTimeZone]).toEqual([computer, undefined])
  })

  test('is the computer’s when nothing can be kept', async () => {
    const { timeZone } = await readKept(() => {
      throw new Error('The browser does not allow it.')
    })
    expect(timeZone).toBe(computer)
  })
})

describe('the filter of orders', () => {
  test('means days of the chosen zone, from their first to their last second', async () => {
    await readKept(() => 'America/New_York')
    const { noFilter, toQuery } = await import('../pages/orders/filter.ts')
    const query = (from: string, to: string) => toQuery({ ...noFilter, from, to }, 'test')
    expect(query('2026-11-01', '2026-11-01')).toEqual({
      mode: 'test',
      from: '2026-11-01T04:00:00.000Z',
      to: '2026-11-02T04:59:59.000Z',
    })
    expect(query('yesterday', '9999-12-31')).toMatchObject({ from: 'yesterday' })
  })
})
