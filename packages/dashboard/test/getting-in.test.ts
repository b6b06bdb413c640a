import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext, signIn, watchErrors } from './browser.ts'
import {
  type NewPerson,
  newcomer,
  readLink,
  signInAs,
  signOut,
  signUp,
  totp,
  type Visitor,
  visit,
} from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
/** Of the demo account's owner, who is an operator. */
let operator: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  operator = await signIn(browser, server)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function asOperator<Answer>(does: (page: Page) => Promise<Answer>): Promise<Answer> {
  const context = await openContext(browser, operator)
  try {
    return await does(await context.newPage())
  } finally {
    await context.close()
  }
}

const linkTo = (person: NewPerson, where: string) =>
  asOperator((page) => readLink(page, person.email, where))

/** Somebody who has an account and is signed in nowhere. */
async function customer(name: string): Promise<NewPerson> {
  const person = newcomer(name)
  const { context, page } = await visit(browser, server)
  await signUp(page, person, `${name} and others`)
  await context.close()
  return person
}

/** Follows an invitation that was sent. */
async function accept(person: NewPerson): Promise<Visitor> {
  const { context, page } = await visit(browser, server, await linkTo(person, '/invitation'))
  await page.getByRole('link', { name: 'Create your sign-in' }).click()
  await page.getByLabel('Your name').fill(person.name)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.waitForURL('**/dashboard/test')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return { context, page }
}

/** Joins the demo account, without a look at how that is. */
async function join(person: NewPerson, role: string): Promise<Visitor> {
  await asOperator(async ({ request }) => {
    const headers = { origin: server.url }
    const data = { email: person.email, role }
    expect((await request.post('/manage/v1/invitations', { headers, data })).status()).toBe(201)
  })
  return accept(person)
}

describe('getting in', () => {
  it('opens an account whose test wallet is funded', async () => {
    const { context, page } = await visit(browser, server)
    const errors = watchErrors(page)
    const ada = newcomer('Ada')
    await page.waitForURL('**/dashboard/sign-in?**')
    await signUp(page, ada, 'Analytical Engines')
    await expect.poll(() => page.title()).toBe('[TEST] Home · OpenScrip')
    await page.getByText(`a letter is waiting at ${ada.email}`).waitFor()
    const wallet = await page.request.get('/manage/v1/wallet?mode=test')
    expect(await wallet.json()).toMatchObject({ currencyCode: 'EUR', balance: expect.any(Number) })
    expect(errors).toEqual([])
    await context.close()
  })

  it('asks for the account alone when the person was made and the account was not', async () => {
    const { context, page } = await visit(browser, server, '/dashboard/sign-up')
    const charles = newcomer('Charles')
    await page.route('**/manage/v1/accounts', (route) => route.abort())
    await page.getByLabel('Your name').fill(charles.name)
    await page.getByLabel('E-mail address').fill(charles.email)
    await page.getByLabel('Password', { exact: true }).fill(charles.password)
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
    const ada = newcomer('Ada')
    await signUp(page, ada, 'Analytical Engines')
    await page.getByText(`a letter is waiting at ${ada.email}`).waitFor()
    await page.goto(await linkTo(ada, '/verify-email'))
    await page.getByText('your address is confirmed').waitFor()
    await page.getByRole('button', { name: 'Go to the dashboard' }).click()
    await page.waitForURL('**/dashboard/test')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.getByText('a letter is waiting').waitFor({ state: 'detached' })
    await context.close()
  })

  it('refuses a wrong password, and comes back to the page that was asked for', async () => {
    const ada = await customer('Ada')
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
    const ada = await customer('Ada')
    const { context, page } = await visit(browser, server, '/dashboard/sign-in')
    await page.getByRole('link', { name: 'Forgot it?' }).click()
    await page.getByRole('heading', { name: 'Reset your password' }).waitFor()
    await page.getByLabel('E-mail address').fill(ada.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    await page.goto(await linkTo(ada, '/reset-password'))
    await page.getByLabel('New password').fill('another violin, another attic')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('Your password is changed.').waitFor()
    await signInAs(page, { ...ada, password: 'another violin, another attic' })
    await page.waitForURL('**/dashboard/test')
    await context.close()
  })

  it('asks for a second factor once it is on, and takes a backup code instead', async () => {
    const grace = newcomer('Grace')
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
    const { context, page } = await visit(browser, server)
    await signUp(page, newcomer('Joan'), 'Compilers')
    await page.goto('/dashboard/test/settings/profile')
    await page.getByRole('textbox', { name: 'Name' }).fill('Joan C.')
    const hasEnded = Promise.withResolvers<void>()
    await page.route('**/manage/v1/session', async (route) => {
      await hasEnded.promise
      await route.fallback()
    })
    await page.route('**/auth/sign-out', async (route) => {
      const response = await route.fetch()
      const refused = page.waitForResponse('**/manage/v1/session')
      hasEnded.resolve()
      expect((await refused).status()).toBe(401)
      // Who asks after that is answered after it: the page has heard it.
      await page.evaluate('fetch(location.href).then(() => undefined)')
      await route.fulfill({ response })
    })
    const asked = page.waitForRequest('**/manage/v1/session')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await asked
    await signOut(page)
    await context.close()
  })

  it('lets somebody in by invitation, with the role that it names and no more', async () => {
    const sam = newcomer('Sam')
    await asOperator(async (page) => {
      await page.goto('/dashboard/test/settings/team')
      await page.getByRole('button', { name: 'Invite somebody' }).click()
      await page.getByLabel('E-mail address').fill(sam.email)
      await page.getByRole('radio', { name: 'Support' }).check()
      await page.getByRole('button', { name: 'Send the invitation' }).click()
      await page.getByText(`${sam.email} is invited.`).waitFor()
    })
    const invited = await visit(browser, server, await linkTo(sam, '/invitation'))
    await invited.page.getByText('You will be Support.').waitFor()
    expect(await checkAccessibility(invited.page)).toEqual([])
    await invited.context.close()

    const { context, page } = await accept(sam)
    const menu = page.getByRole('navigation', { name: 'Pages' })
    await menu.getByRole('link', { name: 'Orders', exact: true }).waitFor()
    expect(await menu.getByRole('link', { name: 'API settings' }).count()).toBe(0)
    await page.goto('/dashboard/test/settings/access-tokens')
    await page.getByText('It needs tokens:read, and you are support here.').waitFor()
    await page.goto('/dashboard/test/settings/team')
    await page.getByRole('row').filter({ hasText: sam.email }).waitFor()
    const inviting = page.getByRole('button', { name: 'Invite somebody' })
    await expect.poll(() => inviting.isDisabled()).toBe(true)
    await page.goto('/dashboard/operator')
    await page.getByText('This part is for operators of the server.').waitFor()
    await context.close()
  })

  it('lets an admin change others but no owner, and leave', async () => {
    const [sam, alex] = [newcomer('Sam'), newcomer('Alex')]
    await (await join(sam, 'support')).context.close()
    const { context, page } = await join(alex, 'admin')
    await page.goto('/dashboard/test/settings/team')
    await page.getByRole('button', { name: `Actions for ${sam.name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: 'Change role' }).click()
    const change = page.getByRole('dialog').getByRole('button', { name: 'Change role' })
    await expect.poll(() => change.isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('button', { name: 'Actions for Demo' }).count()).toBe(0)
    await page.getByRole('button', { name: `Actions for ${alex.name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: 'Leave the team' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click()
    await page.waitForURL('**/dashboard/open-account')
    await context.close()
  })
})
