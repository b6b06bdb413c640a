import { describe, expect, test } from 'vitest'
import { CSV_MAX, ROWS_MAX, readTable } from './table.ts'

const cellsOf = async (csv: string) => {
  const { columns, records } = await readTable(csv)
  return [columns, ...records.map(({ line, cells }) => [line, ...cells])]
}

describe('a file', () => {
  test.each([
    ['comma', 'a,b\n1,2\n'],
    ['semicolon', 'a;b\r\n1;2\r\n'],
    ['tab', 'a\tb\n1\t2'],
    ['bar', 'a|b\n1|2\n'],
    ['byte order mark', '\uFEFFa,b\n1,2\n'],
    ['hint of a spreadsheet', 'sep=;\r\na;b\r\n1;2\r\n'],
    ['old Macs', 'a,b\r1,2\r'],
    ['quotation marks', '"a","b"\n"1","2"\n'],
    ['spaces around', ' a , b \n 1 , 2 \n'],
  ])('is read with %s', async (_, csv) => {
    expect(await cellsOf(csv)).toEqual([
      ['a', 'b'],
      [2, '1', '2'],
    ])
  })

  test('has its lines numbered as a spreadsheet does, whatever is in its cells', async () => {
    const csv = 'a,b\n"two\nlines","say ""hi"", twice"\n\n,\n3,4\n'
    expect(await cellsOf(csv)).toEqual([
      ['a', 'b'],
      [2, 'two\nlines', 'say "hi", twice'],
      [5, '3', '4'],
    ])
  })

  test('may have columns without a name, or with the same', async () => {
    const { columns } = await readTable('a,,a\n1,2,3\n')
    expect(columns).toEqual(['a', 'Column 2', 'a (2)'])
    // Also where the name with the number is that of another column.
    const { columns: others } = await readTable('a,a,a (2),a,Column 6,\n1,2,3,4,5,6\n')
    expect(others).toEqual(['a', 'a (2)', 'a (2) (2)', 'a (3)', 'Column 6', 'Column 6 (2)'])
  })

  test('of many pieces is one', async () => {
    const rows = Array.from({ length: 2_345 }, (_, index) => `${index},"x\n${index}"`)
    const { records } = await readTable(`a,b\r\n${rows.join('\r\n')}`)
    expect(records.map(({ cells }) => cells[0])).toEqual(rows.map((_, index) => `${index}`))
    expect(records.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 2))
  })

  test('loses what makes a cell harmless to spreadsheets, and nothing else', async () => {
    expect(await cellsOf("a,b\n'+1857,'tis\n")).toEqual([
      ['a', 'b'],
      [2, '+1857', "'tis"],
    ])
  })

  test('holds nothing that a database cannot', async () => {
    expect(await cellsOf('a\nx\0y\ud800\n')).toEqual([['a'], [2, 'x\uFFFDy\uFFFD']])
  })

  test.each(['\n', '\r\n'])(
    'has the lines that a spreadsheet shows, also after empty ones',
    async (end) => {
      const lines = ['a', ...Array.from({ length: 1_999 }, () => '1'), '"2"', '3']
      lines[500] = ''
      lines[1_000] = ''
      lines[999] = '"1"'
      const { records } = await readTable(lines.join(end))
      expect(records).toHaveLength(1_999)
      expect(records.slice(-2)).toEqual([
        { line: 2_001, cells: ['2'] },
        { line: 2_002, cells: ['3'] },
      ])
    },
  )

  test.each([
    ['', 'no rows'],
    ['a,b\n', 'no rows'],
    [' \n\n', 'no rows'],
    ['a,b\n1,2\n"3,4\n5,6\n', 'in line 3 is never closed'],
    [`a\n${'1\n'.repeat(ROWS_MAX + 1)}`, 'more than 20000 rows'],
    [`a${'\n'.repeat(10 * ROWS_MAX + 1)}1\n`, 'more than 20000 rows'],
    [`${'a,'.repeat(100)}a\n1\n`, 'more than 100 columns'],
  ])('is refused, and why is said: %#', async (csv, sentence) => {
    await expect(readTable(csv)).rejects.toThrow(sentence)
  })

  test('of the largest size is read in pieces that others hardly notice', async () => {
    const row = `${'x'.repeat(380)},1\n`
    const csv = `a,b\n${row.repeat(ROWS_MAX)}`.slice(0, CSV_MAX)
    // Of this thread's own, so that it does not matter what else the machine does.
    const worked = () => process.threadCpuUsage().user / 1_000
    let longest = 0
    let last = worked()
    const timer = setInterval(() => {
      longest = Math.max(longest, worked() - last)
      last = worked()
    }, 1)
    const { records } = await readTable(csv)
    clearInterval(timer)
    expect(records.length).toBe(ROWS_MAX)
    // A hundred times more than on a machine that does nothing else.
    expect(longest).toBeLessThan(500)
  })
})
