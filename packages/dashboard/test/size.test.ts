import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ensureBuilt } from './build.ts'

const dist = new URL('../dist/', import.meta.url)

/** What a browser loads before it can show anything, in bytes on the wire. */
const SCRIPT_MAX = 250_000

describe('the first load', () => {
  it('is under 250 kB of gzipped script', async () => {
    await ensureBuilt()
    const page = readFileSync(new URL('index.html', dist), 'utf8')
    const names = [...page.matchAll(/(?:src|href)="\/dashboard\/([^"]+\.js)"/g)].map(
      ([, name = '']) => name,
    )
    const sizes = names.map((name) => gzipSync(readFileSync(new URL(name, dist))).length)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    console.info(`first load: ${(total / 1_000).toFixed(1)} kB of gzipped script`)
    expect(names.length).toBeGreaterThan(0)
    expect(total).toBeLessThan(SCRIPT_MAX)
  })
})
