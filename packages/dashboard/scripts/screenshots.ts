import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  type ContextOptions,
  checkAccessibility,
  launchBrowser,
  openContext,
  settle,
  signIn,
  watchErrors,
} from '../test/browser.ts'
import { startServer } from '../test/server.ts'
import { type Screen, screens } from './screens.ts'
import { type Seeded, seed, seedMoney } from './seed.ts'

/**
 * Takes a picture of every screen in light, dark and phone width, or of those whose names are
 * given: `node packages/dashboard/scripts/screenshots.ts orders order --out /tmp/pictures`. A path
 * such as `/test/orders?status=FAILED` is a screen too. Says what axe and the console complain of.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, look: { type: 'string', multiple: true } },
})

const looks = ['light', 'dark', 'phone'] as const
const folder = values.out ?? fileURLToPath(new URL('../../../docs/screenshots', import.meta.url))

const server = await startServer({
  SCRIP_FUNDING_INSTRUCTIONS: 'First Bank of Nigeria, account 0123456789, OpenScrip Ltd',
})
const browser = await launchBrowser()
try {
  mkdirSync(folder, { recursive: true })
  const seeded = await seed(server)
  const session = await signIn(browser, server)
  const operator = await openContext(browser, session)
  await seedMoney(server, operator)
  await operator.close()
  for (const look of looks) {
    if (values.look === undefined || values.look.includes(look)) {
      await takeAll(session, look, seeded)
    }
  }
} finally {
  await browser.close()
  await server.stop()
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
    await page.goto(`/dashboard${typeof path === 'string' ? path : path(seeded)}`)
    await settle(page)
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) })
    const problems = [...errors.splice(0), ...(await checkAccessibility(page))]
    process.stdout.write(`${name}-${look}.png\n${problems.map((each) => `  ${each}\n`).join('')}`)
  }
  await context.close()
}
