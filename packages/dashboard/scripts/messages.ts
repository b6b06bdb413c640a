import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkAccessibility, launchBrowser } from '../test/browser.ts'

/**
 * Takes the pictures of `docs/messages`: what `scrip message preview` writes, as a browser shows it.
 * `node packages/dashboard/scripts/messages.ts --out /tmp/pictures` leaves the kept ones alone. Says
 * what axe complains of.
 */
const { values } = parseArgs({ options: { out: { type: 'string' } } })

interface Shot {
  readonly name: string
  /** Of `scrip message preview`. */
  readonly options: readonly string[]
  readonly look?: 'light' | 'dark' | 'phone' | 'phone-dark'
}

const languages = ['de', 'es', 'fr', 'pt']

const shots: readonly Shot[] = [
  { name: 'email-en', options: [] },
  { name: 'email-en-dark', options: [], look: 'dark' },
  { name: 'email-en-phone', options: [], look: 'phone' },
  { name: 'email-two-cards', options: ['--quantity', '2'] },
  { name: 'email-link', options: ['--link'] },
  ...languages.map((language) => ({ name: `email-${language}`, options: ['--locale', language] })),
  ...['ready', 'open', 'used', 'gone'].map(
    (page): Shot => ({
      name: `claim-${page}-phone`,
      options: ['--page', page],
      look: 'phone',
    }),
  ),
  ...['ready', 'open'].map(
    (page): Shot => ({
      name: `claim-${page}-phone-dark`,
      options: ['--page', page],
      look: 'phone-dark',
    }),
  ),
  ...languages.map(
    (language): Shot => ({
      name: `claim-open-${language}-phone`,
      options: ['--page', 'open', '--locale', language],
      look: 'phone',
    }),
  ),
]

const scrip = fileURLToPath(new URL('../../cli/bin/scrip.js', import.meta.url))
const folder = values.out ?? fileURLToPath(new URL('../../../docs/messages', import.meta.url))

const browser = await launchBrowser()
try {
  mkdirSync(folder, { recursive: true })
  for (const shot of shots) await take(shot)
} finally {
  await browser.close()
}

async function take({ name, options, look = 'light' }: Shot): Promise<void> {
  const html = execFileSync(process.execPath, [scrip, 'message', 'preview', ...options])
  const context = await browser.newContext({
    colorScheme: look.endsWith('dark') ? 'dark' : 'light',
    viewport: { width: look.startsWith('phone') ? 380 : 760, height: 400 },
  })
  const page = await context.newPage()
  await page.setContent(html.toString())
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  const problems = await checkAccessibility(page)
  process.stdout.write(`${name}.png\n${problems.map((each) => `  ${each}\n`).join('')}`)
  await context.close()
}
