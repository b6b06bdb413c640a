import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { checkAccessibility, launchBrowser, openContext, watchErrors } from '../test/browser.ts'
import { type Server, startServer } from '../test/server.ts'
import { type Screen, screens } from './screens.ts'
import { type Seeded, seed } from './seed.ts'

/**
 * Takes a picture of every screen in light, dark and phone width, or of those whose names are
 * given: `node packages/dashboard/scripts/screenshots.ts orders order --out /tmp/pictures`. A path
 * such as `/test/orders?status=FAILED` is a screen too. Says what axe and the console complain of.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, look: { type: 'string', multiple: true } },
})

/** Until the server has sessions: an owner who is an operator, as far as the page can tell. */
const pretended = {
  user: {
    id: 'u1',
    email: 'ada@example.com',
    name: 'Ada Lovelace',
    isEmailVerified: true,
    isOperator: true,
    isTwoFactorEnabled: false,
  },
  token: null,
  account: {
    id: 1,
    name: 'Demo',
    countryCode: 'NG',
    currencyCode: 'NGN',
    isLiveEnabled: false,
    createdAt: '2026-11-01T00:00:00.000Z',
  },
  role: 'owner',
  scopes: { test: ['*', 'operator:read', 'operator:write'], live: ['*'] },
  accounts: [{ id: 1, name: 'Demo', role: 'owner' }],
}

const looks = ['light', 'dark', 'phone'] as const
const folder = values.out ?? fileURLToPath(new URL('../../../docs/screenshots', import.meta.url))

const server = await startServer()
const browser = await launchBrowser()
try {
  mkdirSync(folder, { recursive: true })
  const seeded = await seed(server)
  for (const look of looks) {
    if (values.look === undefined || values.look.includes(look)) {
      await takeAll(browser, server, look, seeded)
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
  browser: Browser,
  { url, manageToken: token }: Server,
  look: (typeof looks)[number],
  seeded: Seeded,
): Promise<void> {
  const colorScheme = look === 'dark' ? 'dark' : 'light'
  const context = await openContext(browser, { url, token, colorScheme, isPhone: look === 'phone' })
  const page = await context.newPage()
  const errors = watchErrors(page)
  await pretendSession(page)
  for (const { name, path } of chosen()) {
    await page.goto(`/dashboard${typeof path === 'string' ? path : path(seeded)}`)
    await settle(page)
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) })
    const problems = [...errors.splice(0), ...(await checkAccessibility(page))]
    process.stdout.write(`${name}-${look}.png\n${problems.map((each) => `  ${each}\n`).join('')}`)
  }
  await context.close()
}

/** Until everything has been read and drawn; long polls never end. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(600)
}

async function pretendSession(page: Page): Promise<void> {
  await page.route('**/manage/v1/session', async (route) => {
    const response = await route.fetch()
    if (response.ok()) return route.fulfill({ response })
    await route.fulfill({ json: pretended })
  })
}
