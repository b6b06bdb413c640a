import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { screens } from '../scripts/screens.ts'
import { BEGINNING_MS, type Seeded, seed } from '../scripts/seed.ts'
import {
  checkAccessibility,
  launchBrowser,
  openContext,
  settle,
  signIn,
  watchErrors,
} from './browser.ts'
import { type LateServer, startLateServer } from './server.ts'

let server: LateServer
let browser: Browser
let session: Awaited<ReturnType<typeof signIn>>
let seeded: Seeded

beforeAll(async () => {
  server = await startLateServer(BEGINNING_MS)
  browser = await launchBrowser()
  session = await signIn(browser, server)
  const context = await openContext(browser, session)
  seeded = await seed(server, context.request)
  await context.close()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** What is wrong with what the window shows, on a computer in light and in dark, and on a phone. */
async function problemsOf(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(WIDE)
  await settle(page)
  const light = [...(await checkAccessibility(page)), ...(await checkWidth(page))]
  await page.emulateMedia({ colorScheme: 'dark' })
  await settle(page)
  const dark = await checkAccessibility(page, COLOUR_RULES)
  await page.setViewportSize(PHONE)
  await settle(page)
  const phone = [...(await checkAccessibility(page)), ...(await checkWidth(page))]
  return Object.entries({ light, dark, phone }).flatMap(([look, problems]) =>
    problems.map((problem) => `${look}: ${problem}`),
  )
}

/** What another colour scheme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

async function checkWidth(page: Page): Promise<readonly string[]> {
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return overflow > 0 ? [`is ${overflow} pixels wider than the window`] : []
}

test('every screen is for everybody (WCAG 2 AA) and breaks nothing, in light, dark and on a phone', async () => {
  const context = await openContext(browser, session)
  const page = await context.newPage()
  const errors = watchErrors(page)
  const problems: string[] = []
  // One after the other in one window, as a reader would: fast.
  for (const { name, path } of screens) {
    await page.goto(`/dashboard${typeof path === 'string' ? path : path(seeded)}`)
    const found = [...(await problemsOf(page)), ...errors.splice(0)]
    problems.push(...found.map((problem) => `${name}: ${problem}`))
  }
  await context.close()
  expect(problems).toEqual([])
}, 1_200_000)
