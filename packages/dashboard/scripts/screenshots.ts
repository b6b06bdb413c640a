import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { launchBrowser, openContext, settle, signIn, watchErrors } from '../test/browser.ts'
import { startLateServer } from '../test/server.ts'
import { screens } from './screens.ts'
import { BEGINNING_MS, seed } from './seed.ts'

/**
 * Takes a picture of every screen in light, dark and phone width, or of those whose names are
 * given: `node packages/dashboard/scripts/screenshots.ts orders order --out /tmp/pictures`. A path
 * such as `/test/orders?status=FAILED` is a screen too, and `--look dark` takes one of the three.
 * Says what the console complains of. What cannot be taken is named, and the rest is there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, look: { type: 'string', multiple: true } },
})

// Smaller than a desk's screen, so that the pictures are small and still show all of a page.
const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

const looks = [
  { look: 'light', colorScheme: 'light', size: WIDE },
  { look: 'dark', colorScheme: 'dark', size: WIDE },
  { look: 'phone', colorScheme: 'light', size: PHONE },
] as const

const wantedLooks = looks.filter(({ look }) => values.look?.includes(look) ?? true)

const wantedScreens =
  positionals.length === 0
    ? screens
    : positionals.map((given) => {
        const known = screens.find(({ name }) => name === given)
        if (known === undefined && !given.startsWith('/')) {
          throw new Error(`There is no screen "${given}": see screens.ts.`)
        }
        return known ?? { name: given.replace(/\W+/g, '-').replace(/^-/, ''), path: given }
      })

const folder = values.out ?? fileURLToPath(new URL('../../../docs/screenshots', import.meta.url))

const server = await startLateServer(BEGINNING_MS, {
  SCRIP_FUNDING_INSTRUCTIONS: 'First Bank of Nigeria, account 0123456789, OpenScrip Ltd',
})
const browser = await launchBrowser()
try {
  mkdirSync(folder, { recursive: true })
  const context = await openContext(browser, await signIn(browser, server))
  const seeded = await seed(server, context.request)
  const page = await context.newPage()
  const errors = watchErrors(page)
  for (const { name, path } of wantedScreens) {
    try {
      await takeAll(page, typeof path === 'string' ? path : path(seeded), name)
    } catch (error) {
      errors.push(String(error))
      process.exitCode = 1
    }
    process.stdout.write(`${[name, ...errors.splice(0)].join('\n  ')}\n`)
  }
} finally {
  await browser.close()
  await server.stop()
}

/** Loads a screen once: it is drawn anew for another scheme and width. */
async function takeAll(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`/dashboard${path}`)
  for (const { look, colorScheme, size } of wantedLooks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    await settle(page)
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) })
  }
}
