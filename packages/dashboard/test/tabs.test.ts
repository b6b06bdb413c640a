import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, signIn } from './browser.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  context = await openContext(browser, await signIn(browser, server))
  page = await context.newPage()
  await open(page, '/test')
  const opened = await page.request.post('/manage/v1/accounts', {
    headers: { origin: server.url },
    data: { name: 'Second shop', countryCode: 'DE', currencyCode: 'EUR' },
  })
  expect(opened.status()).toBe(201)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const who = (tab: Page) => tab.getByRole('button', { name: /@/ })

async function switchTo(tab: Page, account: string): Promise<void> {
  await who(tab).click()
  await tab.getByRole('menuitem', { name: account }).click()
  await who(tab).filter({ hasText: account }).waitFor()
}

describe('tabs', () => {
  it('keep their accounts, whatever is chosen in others', async () => {
    const other = await context.newPage()
    await open(other, '/test/wallet')
    await switchTo(other, 'Second shop')
    await page.reload()
    await who(page).waitFor()
    expect(await who(page).textContent()).not.toContain('Second shop')
    await other.reload()
    await who(other).filter({ hasText: 'Second shop' }).waitFor()
    await other.close()
  })

  it('begin with the account of the one that was used last', async () => {
    await page.evaluate('dispatchEvent(new Event("focus"))')
    // Not by a click with Control: on a busy machine Playwright now and then misses such a tab.
    const opened = await context.newPage()
    await open(opened, '/test/wallet')
    await who(opened).waitFor()
    expect(await who(opened).textContent()).not.toContain('Second shop')
    await opened.close()
  })

  it('load afresh when their account is no longer theirs', async () => {
    await open(page, '/test/wallet')
    await page.evaluate('sessionStorage.setItem("openscrip.account", "1")')
    await page.reload()
    await who(page).waitFor()
    expect(page.url()).toContain('/test/wallet')
  })

  it('say at once that the server is away, and do nothing later on', async () => {
    await open(page, '/test/wallet')
    await page.getByRole('button', { name: 'Add test funds' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Add .*100,000/ }).waitFor()
    await context.setOffline(true)
    await dialog.getByRole('button', { name: /^Add .*100,000/ }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.method()))
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
    expect(asked).toContain('GET')
    expect(asked).not.toContain('POST')
  })

  it('go to the sign-in when another one has signed out, and come back', async () => {
    await open(page, '/test/wallet')
    const out = await page.request.post('/manage/v1/auth/sign-out', {
      headers: { origin: server.url },
      data: {},
    })
    expect(out.status()).toBe(200)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.isNavigationRequest()) asked.push('page')
      if (request.url().endsWith('/manage/v1/session')) asked.push('session')
    })
    await page.getByRole('link', { name: 'Orders', exact: true }).click()
    await page.waitForURL(/sign-in\?next=%2Ftest%2F(orders|wallet)/)
    // Several requests are refused together, and the session is looked at once.
    expect(asked.slice(0, 2)).toEqual(['session', 'page'])
    await page.getByLabel('E-mail address').fill('nobody@example.com')
    await page.getByLabel('Password', { exact: true }).fill('no such password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).not.toContain('Your session has ended')
  })
})
