import { createHash, randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import chromium from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  chromium as driver,
  type Page,
  type Request,
  type Route,
} from 'playwright-core'

const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--font-render-hinting=none',
]

/** Starts a headless Chromium: the one that comes as a package on Linux, else an installed one. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === 'linux') {
    // Root's Chromium has no sandbox to run in.
    const args = [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    return driver.launch({ executablePath: await findChromium(), args, headless: true })
  }
  for (const channel of ['chrome', 'msedge']) {
    const browser = await driver.launch({ channel, args: FLAGS }).catch(() => undefined)
    if (browser !== undefined) return browser
  }
  throw new Error('The tests need Chrome or Edge to be installed.')
}

/**
 * Unpacked once, as the package keeps it compressed; whole or not at all, as several tests begin at
 * the same time; and for each user of the machine, as nobody else may run it.
 */
async function findChromium(): Promise<string> {
  const folder = join(tmpdir(), `openscrip-chromium-${userInfo().uid}`)
  const path = join(folder, 'chromium')
  if (existsSync(path)) return path
  const draft = mkdtempSync(`${folder}-`)
  await unpackChromium(draft)
  try {
    renameSync(draft, folder)
  } catch {
    // Another test was first.
    rmSync(draft, { recursive: true })
  }
  if (!existsSync(path)) throw new Error(`There is no Chromium at ${path}.`)
  return path
}

/** The package unpacks into the folder for temporary files, whichever that is at the moment. */
async function unpackChromium(folder: string): Promise<void> {
  const { TMPDIR } = process.env
  chromium.setGraphicsMode = false
  process.env.TMPDIR = folder
  await chromium.executablePath().finally(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  })
}

export interface ContextOptions {
  readonly url: string
  /** Cookies of somebody who is signed in: see `signIn`. */
  readonly session?: Awaited<ReturnType<BrowserContext['storageState']>>
}

/** A browser window of its own, with its own cookies; what goes wrong in its pages is kept. */
export async function openContext(
  browser: Browser,
  { url, session }: ContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...(session !== undefined && { storageState: session }),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (JITTER_MS > 0) await context.route('**/manage/**', delay)
  return context
}

/** How long a page may take for anything: it costs time only when something is broken. */
const PATIENCE_MS = 30_000

/**
 * With these, answers of the Management API come late and in another order: see "Tests" in the
 * README. A test's own routes come before it, and end with `fallback` where they let through.
 */
const JITTER_MS = Number(process.env.SCRIP_TEST_JITTER_MS ?? 0)
const JITTER_SEED = process.env.SCRIP_TEST_JITTER_SEED ?? String(randomInt(10_000))
if (JITTER_MS > 0) console.info(`SCRIP_TEST_JITTER_SEED=${JITTER_SEED}`)

async function delay(route: Route): Promise<void> {
  await setTimeout(jitterOf(route.request()))
  // Who has left the page meanwhile needs no answer.
  await route.fallback().catch(() => undefined)
}

/** The same for a request whenever it is made, so that a seed brings a failure back. */
function jitterOf(request: Request): number {
  const { pathname, search } = new URL(request.url())
  const named = `${JITTER_SEED} ${request.method()} ${pathname}${search}`
  return (createHash('sha256').update(named).digest().readUInt32BE() / 2 ** 32) * JITTER_MS
}

/** Somebody who is signed in. */
export type Session = Required<Pick<ContextOptions, 'url' | 'session'>>

/**
 * Signs in by the one-time link of a fresh server, as the demo account's owner, who is an operator
 * too. The link works once: take what this answers for every further context.
 */
export async function signIn(
  browser: Browser,
  { url, signInUrl }: { readonly url: string; readonly signInUrl: string },
): Promise<Session> {
  const context = await openContext(browser, { url })
  const page = await context.newPage()
  await page.goto(signInUrl)
  await page.waitForURL('**/dashboard/test')
  const session = await context.storageState()
  await context.close()
  return { url, session }
}

/** Collects what a page reports as wrong: errors of scripts, refusals of the content policy. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    // A request that is refused on purpose is logged by the browser as well.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) errors.push(message.text())
  })
  return errors
}

/**
 * What axe finds wrong by WCAG 2 AA: one line for each element.
 *
 * @param rules by their ids in axe; all of that standard if absent
 */
export async function checkAccessibility(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  // Where no script may run, axe would wait for ever; what is in there is a mail.
  const axe = new AxeBuilder({ page }).exclude('iframe[sandbox]')
  const { violations } = await (rules === undefined
    ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    : axe.withRules([...rules])
  ).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target}\n${failureSummary}`),
  )
}

/** Until everything has been read and drawn, and nothing more comes; long polls never end. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const busy = page.locator('[aria-busy="true"]')
  for (let quiet = 0; quiet < 6; quiet = (await busy.count()) > 0 ? 0 : quiet + 1) {
    await setTimeout(50)
  }
}
