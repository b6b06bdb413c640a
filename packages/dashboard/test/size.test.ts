import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, signIn } from './browser.ts'
import { type Server, startServer } from './server.ts'

const dist = new URL('../dist/', import.meta.url)

/** Bytes of gzipped script that Home may need before it shows something. */
const SCRIPT_MAX = 250_000

let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const context = await openContext(browser, await signIn(browser, server))
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('the first load', () => {
  it('is under 250 kB of gzipped script, and asks no other server for anything', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const start = performance.now()
    await page.goto('/dashboard/test')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const milliseconds = Math.round(performance.now() - start)

    const scripts = asked.filter((url) => /\.js$/.test(url)).map((url) => new URL(url).pathname)
    const sizes = scripts.map((path) => {
      const file = new URL(path.replace('/dashboard/', ''), dist)
      return gzipSync(readFileSync(file)).length
    })
    const total = sizes.reduce((sum, size) => sum + size, 0)
    console.info(
      `first load: ${(total / 1_000).toFixed(1)} kB of gzipped script in ${scripts.length} files, ` +
        `shown after ${milliseconds} ms`,
    )
    expect(scripts.length).toBeGreaterThan(1)
    expect(total).toBeLessThan(SCRIPT_MAX)
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([])
  })
})
