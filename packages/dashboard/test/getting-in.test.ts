import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext, signIn, watchErrors } from './browser.ts'
import { ada, readLink, signInAs, signOut, signUp, totp, visit } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
/** Of the demo account's owner, who is an operator. */
let operator: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  operator = await signIn(browser, server)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function asOperator() {
  const context = await openContext(browser, operator)
  return context.newPage()
}

describe('getting in', () => {
  it('opens an account whose test wallet is funded', async () => {
    const { context, page } = await visit(browser, server)
    const errors = watchErrors(page)
    await page.waitForURL('**/dashboard/sign-in?**')
    await signUp(page, ada, 'Analytical Engines')
    expect(await page.title()).toBe('[TEST] Home · OpenScrip')
    expect(await page.getByText(`a letter is waiting at ${ada.email}`).isVisible()).toBe(true)
    const wallet = await page.request.get('/manage/v1/wallet?mode=test')
    expect(await wallet.json()).toMatchObject({ currencyCode: 'EUR', balance: expect.any(Number) })
    expect(errors).toEqual([])
    await context.close()
  })

  it('asks for the account alone when the person was made and the account was not', async () => {
    const { context, page } = await visit(browser, server, '/dashboard/sign-up')
    await page.route('**/manage/v1/accounts', (route) => route.abort())
    await page.getByLabel('Your name').fill('Charles Babbage')
    await page.getByLabel('E-mail address').fill('charles@example.com')
    await page.getByLabel('Password', { exact: true }).fill('ten thousand wheels')
    await page.getByLabel('Account name').fill('Difference')
    await page.getByRole('combobox', { name: 'Country' }).fill('Germany')
    await page.getByRole('option', { name: 'Germany' }).click()
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByText('Your sign-in is made.').waitFor()
    await page.getByRole('alert').waitFor()
    await page.unroute('**/manage/v1/accounts')
    await page.getByRole('button', { name: 'Open the account' }).click()
    await page.waitForURL('**/dashboard/test')
    await context.close()
  })

  it('confirms an address by the link of the mail', async () => {
    const { context, page } = await visit(browser, server)
    await page.goto(await readLink(await asOperator(), ada.email))
    await page.getByText('your address is confirmed').waitFor()
    await page.getByRole('button', { name: 'Go to the dashboard' }).click()
    await page.waitForURL('**/dashboard/test')
    expect(await page.getByText('a letter is waiting').count()).toBe(0)
    await context.close()
  })

  it('refuses a wrong password, and comes back to the page that was asked for', async () => {
    const { context, page } = await visit(browser, server, '/dashboard/test/settings/team')
    await page.waitForURL('**/sign-in?next=**')
    await page.getByLabel('E-mail address').fill(ada.email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(page.url()).toContain('/sign-in')
    await page.getByLabel('Password', { exact: true }).fill(ada.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/test/settings/team')
    await page.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
    await context.close()
  })

  it('chooses a new password by the link of the mail', async () => {
    const { context, page } = await visit(browser, server, '/dashboard/sign-in')
    await page.getByRole('link', { name: 'Forgot it?' }).click()
    await page.getByRole('heading', { name: 'Reset your password' }).waitFor()
    await page.getByLabel('E-mail address').fill(ada.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    await page.goto(await readLink(await asOperator(), ada.email))
    await page.getByLabel('New password').fill('another violin, another attic')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('Your password is changed.').waitFor()
    await signInAs(page, { ...ada, password: 'another violin, another attic' })
    await page.waitForURL('**/dashboard/test')
    await context.close()
  })

  it('asks for a second factor once it is on, and takes a backup code instead', async () => {
    const grace = {
      name: 'Grace',
      email: `grace.${Date.now()}@example.com`,
      password: 'nanoseconds of wire',
    }
    const { context, page } = await visit(browser, server)
    await signUp(page, grace, 'Compilers')
    await page.goto('/dashboard/test/settings/security')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByRole('textbox', { name: 'Password' }).fill(grace.password)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByAltText('QR code for the authenticator app').waitFor()
    const secret = (await page.getByRole('dialog').locator('.mono').textContent()) ?? ''
    await page.getByRole('dialog').locator('input').first().pressSequentially(totp(secret))
    await page.getByRole('heading', { name: 'Keep your backup codes' }).waitFor()
    const codes = await page.locator('[data-codes] > *').allTextContents()
    expect(codes.length).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('Two-factor authentication is on.').waitFor()
    await signOut(page)

    await signInAs(page, grace)
    await page.getByRole('heading', { name: 'Second step' }).waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await page.locator('input').first().pressSequentially(totp(secret))
    await page.waitForURL('**/dashboard/test')
    await signOut(page)

    await signInAs(page, grace)
    await page.getByRole('button', { name: 'Use a backup code' }).click()
    await page.getByLabel('Backup code').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL('**/dashboard/test')
    await context.close()
  })

  it('signs out for good, also when the session is found ended meanwhile', async () => {
    const joan = { name: 'Joan', email: 'joan@example.com', password: 'a subroutine by hand' }
    const { context, page } = await visit(browser, server)
    await signUp(page, joan, 'Compilers')
    await page.goto('/dashboard/test/settings/profile')
    const hasEnded = Promise.withResolvers<void>()
    await page.route('**/manage/v1/session', async (route) => {
      await hasEnded.promise
      await route.continue()
    })
    await page.route('**/auth/sign-out', async (route) => {
      const response = await route.fetch()
      const refused = page.waitForResponse('**/manage/v1/session')
      hasEnded.resolve()
      expect((await refused).status()).toBe(401)
      // Long enough for the page to hear it.
      await page.waitForTimeout(200)
      await route.fulfill({ response })
    })
    await page.getByRole('textbox', { name: 'Name' }).fill('Joan C.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await signOut(page)
    await context.close()
  })

  it('lets somebody in by invitation, with the role that it names and no more', async () => {
    const owner = await asOperator()
    await owner.goto('/dashboard/test/settings/team')
    await owner.getByRole('button', { name: 'Invite somebody' }).click()
    await owner.getByLabel('E-mail address').fill('sam@example.com')
    await owner.getByRole('radio', { name: 'Support' }).check()
    await owner.getByRole('button', { name: 'Send the invitation' }).click()
    await owner.getByText('sam@example.com is invited.').waitFor()

    const { context, page } = await visit(browser, server, await readLink(owner, 'sam@example.com'))
    await page.getByText('You will be Support.').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await page.getByRole('link', { name: 'Create your sign-in' }).click()
    await page.getByLabel('Your name').fill('Sam')
    await page.getByLabel('Password', { exact: true }).fill('a switchboard at night')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await page.waitForURL('**/dashboard/test')
    await page.getByRole('heading', { level: 1 }).first().waitFor()

    const menu = page.getByRole('navigation', { name: 'Pages' })
    expect(await menu.getByRole('link', { name: 'Orders', exact: true }).count()).toBe(1)
    expect(await menu.getByRole('link', { name: 'API settings' }).count()).toBe(0)
    await page.goto('/dashboard/test/settings/access-tokens')
    await page.getByText('It needs tokens:read, and you are support here.').waitFor()
    await page.goto('/dashboard/test/settings/team')
    await page.getByText('sam@example.com').first().waitFor()
    expect(await page.getByRole('button', { name: 'Invite somebody' }).isDisabled()).toBe(true)
    await page.goto('/dashboard/operator')
    await page.getByText('This part is for operators of the server.').waitFor()
    await context.close()
  })

  it('lets an admin change others but no owner, and leave', async () => {
    const owner = await asOperator()
    const headers = { origin: server.url }
    const data = { email: 'alex@example.com', role: 'admin' }
    await owner.request.post('/manage/v1/invitations', { headers, data })
    const { context, page } = await visit(browser, server, await readLink(owner, data.email))
    await page.getByRole('link', { name: 'Create your sign-in' }).click()
    await page.getByLabel('Your name').fill('Alex')
    await page.getByLabel('Password', { exact: true }).fill('keys of every door')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await page.waitForURL('**/dashboard/test')
    await page.goto('/dashboard/test/settings/team')
    await page.getByRole('button', { name: 'Actions for Sam' }).click()
    await page.getByRole('menuitem', { name: 'Change role' }).click()
    const change = page.getByRole('dialog').getByRole('button', { name: 'Change role' })
    await change.waitFor()
    expect(await change.isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('button', { name: 'Actions for Demo' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Actions for Alex' }).click()
    await page.getByRole('menuitem', { name: 'Leave the team' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click()
    await page.waitForURL('**/dashboard/open-account')
    await context.close()
  })
})
