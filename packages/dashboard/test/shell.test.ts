import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext, signIn, watchErrors } from './browser.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const context = await openContext(browser, await signIn(browser, server))
  page = await context.newPage()
  errors = watchErrors(page)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const icon = () => page.locator('link[rel="icon"]').getAttribute('href')

describe('the shell', () => {
  it('says what live mode still needs, and lets nobody in before', async () => {
    await open(page, '/test/orders')
    await page.getByRole('radio', { name: 'Live' }).click()
    await page.getByText('An operator of this server has to enable live mode').waitFor()
    expect(page.url()).toContain('/test/orders')
    await page.goto('/dashboard/live/orders')
    await page.getByRole('heading', { name: 'Live mode is locked' }).waitFor()
  })

  it('switches to live and back on the same page, in title, icon and band', async () => {
    const session = await (await page.request.get('/manage/v1/session')).json()
    const enable = `/manage/v1/operator/accounts/${session.account.id}/enable-live`
    const headers = { origin: server.url }
    expect((await page.request.post(enable, { headers })).status()).toBe(200)
    await open(page, '/test/orders')
    await page.getByRole('radio', { name: 'Live' }).click()
    await page.waitForURL('**/dashboard/live/orders')
    await page.getByText('Real money, real cards, real recipients.').waitFor()
    expect(await page.title()).toBe('[LIVE] Orders · OpenScrip')
    expect(await icon()).toBe('/dashboard/icons/live.svg')
    await page.getByRole('radio', { name: 'Test' }).click()
    await page.waitForURL('**/dashboard/test/orders')
    expect(await page.title()).toBe('[TEST] Orders · OpenScrip')
    expect(await icon()).toBe('/dashboard/icons/test.svg')
    await page.goBack()
    await page.waitForURL('**/dashboard/live/orders')
    await open(page, '/test')
  })

  it('shows what was bought when live mode is disabled, and says that nothing more is', async () => {
    const session = await (await page.request.get('/manage/v1/session')).json()
    const change = async (verb: string) => {
      const path = `/manage/v1/operator/accounts/${session.account.id}/${verb}-live`
      expect((await page.request.post(path, { headers: { origin: server.url } })).status()).toBe(
        200,
      )
    }
    const buying = page.getByRole('link', { name: /New order/ })
    await open(page, '/live/orders')
    await buying.first().waitFor()
    const made = await page.request.post('/manage/v1/clients?mode=live', {
      data: { name: 'Shop' },
      headers: { origin: server.url },
    })
    expect(made.status()).toBe(201)
    await change('disable')
    await open(page, '/test/orders?columns=order,cost&status=FAILED')
    await page.getByRole('radio', { name: 'Live' }).click()
    // How the page is seen stays; what is looked for in one mode is not looked for in the other.
    await page.waitForURL('**/dashboard/live/orders?columns=order%2Ccost')
    await page.getByText('Live mode is disabled').waitFor()
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    expect(await buying.count()).toBe(0)
    expect(await checkAccessibility(page)).toEqual([])
    await open(page, '/live/wallet')
    const asking = page.getByRole('button', { name: 'Request funding' })
    expect(await asking.first().isDisabled()).toBe(true)
    expect(await asking.first().getAttribute('title')).toBe('Live mode is disabled')
    await open(page, '/live/developers/api-settings')
    await page.getByRole('row', { name: 'Shop' }).getByText('Suspended').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await change('enable')
    await open(page, '/live/orders')
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    expect(await page.getByText('Live mode is disabled').count()).toBe(0)
    await open(page, '/test')
  })

  it('goes anywhere by the keyboard alone', async () => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search pages, orders, gift cards').fill('audit')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/test/settings/audit-log')
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await page.waitForURL('**/test/wallet')
    await page.getByRole('heading', { name: 'Wallet', level: 1 }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search pages, orders, gift cards').fill('4711')
    await page.getByText('Open order 4711').click()
    await page.waitForURL('**/test/orders/4711')
  })

  it('lists its keys from the palette, and leaves whoever has a dialog alone', async () => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search pages, orders, gift cards').fill('keyboard')
    await page.keyboard.press('Enter')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.getByText('Move between rows').waitFor()
    await page.getByPlaceholder('Search pages, orders, gift cards').waitFor({ state: 'detached' })
    const url = page.url()
    await page.keyboard.press('Control+k')
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(page.url()).toBe(url)
  })

  it('finds gift cards in the palette', async () => {
    await open(page, '/test')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search pages, orders, gift cards').fill('amazon us')
    await page
      .getByRole('button', { name: /^Amazon US/ })
      .first()
      .click()
    await page.waitForURL('**/test/pricing/gift-cards/*')
  })

  it('offers a way past the menu to whoever uses the keyboard', async () => {
    await open(page, '/test')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement?.id')).toBe('content')
  })

  it('remembers the appearance', async () => {
    await page.getByRole('button', { name: /@/ }).click()
    await page.getByRole('menuitem', { name: 'Dark' }).click()
    await page.reload()
    const scheme = 'document.documentElement.dataset.mantineColorScheme'
    expect(await page.evaluate(scheme)).toBe('dark')
  })

  it('keeps its menu behind a button on a phone', async () => {
    const session = await page.context().storageState()
    const phone = await openContext(browser, { url: server.url, session, isPhone: true })
    const small = await phone.newPage()
    await small.goto('/dashboard/test')
    await small.getByRole('button', { name: 'Open the menu' }).click()
    await small.getByRole('link', { name: 'Wallet' }).click()
    await small.waitForURL('**/test/wallet')
    await small.getByRole('heading', { name: 'Wallet', level: 1 }).waitFor()
    await small.getByRole('link', { name: 'Orders', exact: true }).waitFor({ state: 'hidden' })
    await phone.close()
  })

  it('says that a page does not exist, and that it has done nothing wrong so far', async () => {
    await page.goto('/dashboard/test/nowhere')
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
    expect(errors).toEqual([])
  })
})
