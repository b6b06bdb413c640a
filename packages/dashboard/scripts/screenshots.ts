import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import {
  type ContextOptions,
  checkAccessibility,
  launchBrowser,
  openContext,
  settle,
  signIn,
  watchErrors,
} from '../test/browser.ts'
import { type LateServer, startLateServer } from '../test/server.ts'
import { type Screen, screens } from './screens.ts'
import { BEGINNING_MS, type Seeded, seed } from './seed.ts'

/**
 * Takes a picture of every screen in light, dark and phone width, or of those whose names are
 * given: `node packages/dashboard/scripts/screenshots.ts orders order --out /tmp/pictures`. A path
 * such as `/test/orders?status=FAILED` is a screen too, and `--look dark` takes one of the three.
 * Says what the console complains of and, with `--check`, axe; a screen that cannot be taken is
 * named at the end, and the others are there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    look: { type: 'string', multiple: true },
    check: { type: 'boolean', default: false },
  },
})

const looks = ['light', 'dark', 'phone'] as const
const folder = values.out ?? fileURLToPath(new URL('../../../docs/screenshots', import.meta.url))

const server = await startLateServer(BEGINNING_MS, {
  SCRIP_FUNDING_INSTRUCTIONS: 'First Bank of Nigeria, account 0123456789, OpenScrip Ltd',
})
const browser = await launchBrowser()
const missing: string[] = []
try {
  mkdirSync(folder, { recursive: true })
  const session = await signIn(browser, atLocalhost(server))
  const person = await openContext(browser, session)
  const seeded = await seed(server, person.request)
  await person.close()
  const wanted = looks.filter((look) => values.look?.includes(look) ?? true)
  await Promise.all(wanted.map((look) => takeAll(session, look, seeded)))
} finally {
  await browser.close()
  await server.stop()
}
if (missing.length > 0) {
  process.stderr.write(`Not taken: ${missing.join(', ')}\n`)
  process.exitCode = 1
}

/** Passkeys work under this name and no other that is without TLS. */
function atLocalhost({ url, signInUrl }: LateServer) {
  const rename = (text: string) => text.replace('//127.0.0.1:', '//localhost:')
  return { url: rename(url), signInUrl: rename(signInUrl) }
}

function chosen(): readonly Screen[] {
  if (positionals.length === 0) return screens
  return positionals.map((given) => {
    const known = screens.find(({ name }) => name === given)
    return known ?? { name: given.replace(/\W+/g, '-').replace(/^-/, ''), path: given }
  })
}

async function takeAll(
  session: Omit<ContextOptions, 'colorScheme' | 'isPhone'>,
  look: (typeof looks)[number],
  seeded: Seeded,
): Promise<void> {
  const colorScheme = look === 'dark' ? 'dark' : 'light'
  const isPhone = look === 'phone'
  const context = await openContext(browser, { ...session, colorScheme, isPhone })
  const page = await context.newPage()
  // Smaller than a desk's screen, so that the pictures are small and still show all of a page.
  if (!isPhone) await page.setViewportSize({ width: 1280, height: 800 })
  const errors = watchErrors(page)
  for (const { name, path } of chosen()) {
    const file = `${name}-${look}.png`
    try {
      await take(page, typeof path === 'string' ? path : path(seeded), file)
    } catch (error) {
      missing.push(file)
      errors.push(String(error))
    }
    const problems = [...errors.splice(0), ...(values.check ? await checkAccessibility(page) : [])]
    process.stdout.write(`${file}\n${problems.map((each) => `  ${each}\n`).join('')}`)
  }
  await context.close()
}

async function take(page: Page, path: string, file: string): Promise<void> {
  await page.goto(`/dashboard${path}`)
  await settle(page)
  await page.screenshot({ path: join(folder, file) })
}
