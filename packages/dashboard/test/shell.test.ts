import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { open, openAccount, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let page: Page

ownerPerTest(startServer, (its) => {
  ;({ server, page } = its)
})

const icon = () => page.locator('link[rel="icon"]').getAttribute('href')

const palette = () => page.getByPlaceholder('Search pages, orders, gift cards')

/** Opens it by its keys, as soon as the page hears them. */
async function openPalette(): Promise<void> {
  await page.keyboard.press('Control+k')
  await palette().and(page.locator(':focus')).waitFor()
}

/** Lets the demo account into live mode, or no longer. */
async function changeLive(verb: 'enable' | 'disable'): Promise<void> {
  const { account } = await (await page.request.get('/manage/v1/session')).json()
  const path = `/manage/v1/operator/accounts/${account.id}/${verb}-live`
  const headers = { origin: server.url }
  expect((await page.request.post(path, { headers })).status()).toBe(200)
}

describe('the shell', () => {
  it('says what live mode still needs, and lets nobody in before', async () => {
    await openAccount(page, server, 'Test alone')
    await open(page, '/test/orders')
    await page.getByRole('radio', { name: 'Live' }).click()
    await page.getByText('An operator of this server has to enable live mode').waitFor()
    expect(page.url()).toContain('/test/orders')
    await page.goto('/dashboard/live/orders')
    await page.getByRole('heading', { name: 'Live mode is locked' }).waitFor()
  })

  it('switches to live and back on the same page, in title, icon and band', async () => {
    await changeLive('enable')
    await open(page, '/test/orders')
    await page.getByRole('radio', { name: 'Live' }).click()
    await page.waitForURL('**/dashboard/live/orders')
    await page.getByText('Real money, real cards, real recipients.').waitFor()
    await expect.poll(() => page.title()).toBe('[LIVE] Orders · OpenScrip')
    await expect.poll(icon).toBe('/dashboard/icons/live.svg')
    await page.getByRole('radio', { name: 'Test' }).click()
    await page.waitForURL('**/dashboard/test/orders')
    await expect.poll(() => page.title()).toBe('[TEST] Orders · OpenScrip')
    await expect.poll(icon).toBe('/dashboard/icons/test.svg')
    await page.goBack()
    await page.waitForURL('**/dashboard/live/orders')
  })

  it('shows what was bought when live mode is disabled, and says that nothing more is', async () => {
    await changeLive('enable')
    const buying = page.getByRole('link', { name: /New order/ })
    await open(page, '/live/orders')
    await buying.first().waitFor()
    const shop = unique('Shop')
    const made = await page.request.post('/manage/v1/clients?mode=live', {
      data: { name: shop },
      headers: { origin: server.url },
    })
    expect(made.status()).toBe(201)
    await changeLive('disable')
    await open(page, '/test/orders?columns=order,cost&status=FAILED')
    await page.getByRole('radio', { name: 'Live' }).click()
    // How the page is seen stays; what is looked for in one mode is not looked for in the other.
    await page.waitForURL('**/dashboard/live/orders?columns=order%2Ccost')
    await page.getByText('Live mode is disabled').waitFor()
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    await buying.waitFor({ state: 'detached' })
    expect(await checkAccessibility(page)).toEqual([])
    await open(page, '/live/wallet')
    const asking = page.getByRole('button', { name: 'Request funding' })
    await expect.poll(() => asking.first().isDisabled()).toBe(true)
    await expect.poll(() => asking.first().getAttribute('title')).toBe('Live mode is disabled')
    await open(page, '/live/developers/api-settings')
    await page.getByRole('row', { name: shop }).getByText('Suspended').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await changeLive('enable')
    await open(page, '/live/orders')
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    await page.getByText('Live mode is disabled').waitFor({ state: 'detached' })
  })

  it('goes anywhere by the keyboard alone', async () => {
    await open(page, '/test')
    await openPalette()
    await palette().fill('audit')
    await page
      .getByRole('button', { name: /^Audit log/ })
      .first()
      .waitFor()
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
    await openPalette()
    await palette().fill('4711')
    await page.getByText('Open order 4711').click()
    await page.waitForURL('**/test/orders/4711')
  })

  it('lists its keys from the palette, and leaves whoever has a dialog alone', async () => {
    await open(page, '/test/wallet')
    await openPalette()
    await palette().fill('keyboard')
    await page
      .getByRole('button', { name: /^Keyboard shortcuts/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.getByText('Move between rows').waitFor()
    await palette().waitFor({ state: 'detached' })
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
    await openPalette()
    await palette().fill('amazon us')
    await page
      .getByRole('button', { name: /^Amazon US/ })
      .first()
      .click()
    await page.waitForURL('**/test/pricing/gift-cards/*')
  })

  it('offers a way past the menu to whoever uses the keyboard', async () => {
    await open(page, '/test')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('content')
  })

  it('remembers the appearance', async () => {
    await open(page, '/test')
    await page.getByRole('button', { name: /@/ }).click()
    await page.getByRole('menuitem', { name: 'Dark' }).click()
    const scheme = () => page.evaluate('document.documentElement.dataset.mantineColorScheme')
    await expect.poll(scheme).toBe('dark')
    await page.reload()
    await expect.poll(scheme).toBe('dark')
  })

  it('keeps its menu behind a button on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, '/test')
    await page.getByRole('button', { name: 'Open the menu' }).click()
    await page.getByRole('link', { name: 'Wallet' }).click()
    await page.waitForURL('**/test/wallet')
    await page.getByRole('heading', { name: 'Wallet', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Orders', exact: true }).waitFor({ state: 'hidden' })
  })

  it('says that a page does not exist, and that it has done nothing wrong so far', async () => {
    await page.goto('/dashboard/test/nowhere')
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  })
})
