import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext } from './browser.ts'
import { pagePerTest } from './page-per-test.ts'
import { type NewPerson, open, openAccount, signInAs, signOut } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
/** By name: passkeys belong to names, not to numbers. */
let url: string
let page: Page
/** Has just signed up, in the page of the test. */
let barbara: NewPerson

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  url = server.url.replace('127.0.0.1', 'localhost')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

pagePerTest(
  () => openContext(browser, { url }),
  (its) => {
    page = its
  },
)

beforeEach(async () => {
  barbara = await openAccount(page, { url }, 'Argus')
})

describe('settings', () => {
  it('shows a token once, which works until it is revoked', async () => {
    await open(page, '/test/settings/access-tokens')
    await page.getByRole('heading', { name: 'No access tokens yet' }).waitFor()
    await page.getByRole('button', { name: 'Create a token' }).first().click()
    await page.getByLabel('Name').fill('Nightly report')
    await page.getByText('Only what I choose').click()
    await page.getByRole('checkbox', { name: 'Orders: Read', exact: true }).check()
    // Nobody leaves the dialog before the token is there to be kept.
    let makeIt = () => {}
    const mayBeMade = new Promise<void>((resolve) => {
      makeIt = resolve
    })
    await page.route('**/manage/v1/access-tokens', async (route) => {
      if (route.request().method() === 'POST') await mayBeMade
      await route.fallback()
    })
    await page.getByRole('button', { name: 'Create a token' }).last().click()
    await page.locator('button[data-loading]').waitFor()
    await page.keyboard.press('Escape')
    makeIt()
    await page.getByRole('dialog', { name: 'Keep your token now' }).waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    const token = (await page.getByRole('dialog').locator('code').first().textContent()) ?? ''
    await page.getByRole('button', { name: 'I have kept it' }).click()

    const headers = { authorization: `Bearer ${token}` }
    const ask = async (path: string) => (await fetch(`${url}/manage/v1${path}`, { headers })).status
    expect(await ask('/orders?mode=test')).toBe(200)
    expect(await ask('/members')).toBe(403)
    await page
      .getByRole('row', { name: /Nightly report/ })
      .getByRole('button')
      .click()
    await page.getByRole('button', { name: 'Revoke the token' }).click()
    await page.getByRole('heading', { name: 'No access tokens yet' }).waitFor()
    expect(await ask('/orders?mode=test')).toBe(401)
  })

  it('records a change with what was before and after, to read and to download', async () => {
    const token = { name: 'Nightly report', scopes: ['orders:read'] }
    const made = await page.request.post('/manage/v1/access-tokens', {
      headers: { origin: url },
      data: token,
    })
    expect(made.status()).toBe(201)
    await open(page, '/test/settings/account')
    await page.getByLabel('Account name').fill('Argus Research')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The name is saved.').waitFor()
    await open(page, '/test/settings/audit-log')
    await page.getByRole('row', { name: /updateAccount/ }).click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('cell', { name: 'Argus Research' }).waitFor()
    await expect
      .poll(() => panel.getByRole('row', { name: /name/ }).allTextContents())
      .toContain('nameArgusArgus Research')
    expect(page.url()).toContain('entry=')
    expect(await checkAccessibility(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Action' }).fill('Created a token')
    await page.getByRole('option', { name: 'Created a token' }).click()
    await page.getByRole('row', { name: /updateAccount/ }).waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /createAccessToken/ }).waitFor()
    await open(page, '/test/settings/audit-log?from=x&to=12345-01-01')
    await page.getByRole('row', { name: /updateAccount/ }).waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const file = await (await downloading).path()
    expect(readFileSync(file, 'utf8')).toContain('updateAccount')
  })

  it('signs another browser out', async () => {
    const context = await openContext(browser, { url })
    const other = await context.newPage()
    await signInAs(other, barbara)
    await other.waitForURL('**/dashboard/test')
    await open(page, '/test/settings/security')
    await page.getByRole('button', { name: 'Revoke', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Revoke all others' }).click()
    await page.getByRole('button', { name: 'Revoke', exact: true }).waitFor({ state: 'detached' })
    await other.goto('/dashboard/test/orders')
    await other.waitForURL('**/dashboard/sign-in?**')
    await context.close()
  })

  it('asks to sign in again before a passkey is added, and comes back', async () => {
    // As the server answers a session that is more than a day old.
    const body = JSON.stringify({ code: 'SESSION_NOT_FRESH', message: 'Session is not fresh' })
    const isAsked = '**/passkey/generate-register-options**'
    await page.route(isAsked, (route) =>
      route.fulfill({ status: 403, contentType: 'application/json', body }),
    )
    await open(page, '/test/settings/security')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('You signed in more than a day ago.').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign in again' }).click()
    await page.waitForURL('**/dashboard/sign-in?**')
    await page.unroute(isAsked)
    await page.getByLabel('Password', { exact: true }).fill(barbara.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/test/settings/security')
  })

  it('signs in with a passkey instead of a password', async () => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await open(page, '/test/settings/security')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByLabel('Name').fill('Laptop')
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Laptop').waitFor()
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/dashboard/test')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  })
})
