import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { screens } from '../scripts/screens.ts'
import { type Seeded, seed } from '../scripts/seed.ts'
import {
  checkAccessibility,
  launchBrowser,
  openContext,
  settle,
  signIn,
  watchErrors,
} from './browser.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let session: Awaited<ReturnType<typeof signIn>>
let seeded: Seeded

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  seeded = await seed(server)
  session = await signIn(browser, server)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What is wrong with each screen, one after the other in one window: fast, as a reader would. */
async function problemsOf(look: 'light' | 'dark' | 'phone'): Promise<readonly string[]> {
  const colorScheme = look === 'dark' ? 'dark' : 'light'
  const context = await openContext(browser, { ...session, colorScheme, isPhone: look === 'phone' })
  const page = await context.newPage()
  const errors = watchErrors(page)
  const problems: string[] = []
  for (const { name, path } of screens) {
    await page.goto(`/dashboard${typeof path === 'string' ? path : path(seeded)}`)
    await settle(page)
    const found = [...errors.splice(0), ...(await checkAccessibility(page))]
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    if (overflow > 0) found.push(`is ${overflow} pixels wider than the window`)
    problems.push(...found.map((problem) => `${name}: ${problem}`))
  }
  await context.close()
  return problems
}

describe('every screen', () => {
  test.each(['light', 'dark', 'phone'] as const)(
    'is for everybody (WCAG 2 AA) and breaks nothing: %s',
    async (look) => expect(await problemsOf(look)).toEqual([]),
    300_000,
  )
})
