import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, signIn } from './browser.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const context = await openContext(browser, await signIn(browser, server))
  page = await context.newPage()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('an amount', () => {
  it('is grouped when one leaves it and plain while one types', async () => {
    await open(page, '/test/wallet')
    await page.getByRole('button', { name: 'Add test funds' }).click()
    const dialog = page.getByRole('dialog')
    const field = dialog.getByRole('textbox', { name: 'Amount' })
    await field.fill('1250000.5')
    expect(await field.inputValue()).toBe('1250000.5')
    await dialog.getByRole('button', { name: 'Add 1,250,000.50 NGN' }).focus()
    expect(await field.inputValue()).toBe('1,250,000.50')
    await field.focus()
    expect(await field.inputValue()).toBe('1250000.5')
    await page.keyboard.type('7')
    expect(await field.inputValue()).toBe('7')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })
})

describe('a search', () => {
  const search = () => page.getByRole('searchbox', { name: 'Name, brand, country or id' })

  it('leaves a space to whoever is still typing', async () => {
    await open(page, '/test/pricing/gift-cards')
    await search().pressSequentially('amazon ')
    await page.waitForURL(/q=amazon$/)
    await search().pressSequentially('us')
    await page.waitForURL(/q=amazon\+us$/)
    expect(await search().inputValue()).toBe('amazon us')
  })

  it('follows the address', async () => {
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('us'))
    const { searchParams } = new URL(page.url())
    expect(await search().inputValue()).toBe(searchParams.get('q') ?? '')
  })
})

describe('a table', () => {
  it('keeps its rows when reading them again fails', async () => {
    await server.giftCards('GET /products?size=1')
    await open(page, '/test/developers/requests')
    const row = page.getByRole('row', { name: /GET .*products/ }).first()
    await row.waitFor()
    await page.route('**/manage/v1/requests?*', (route) => route.abort())
    await page.getByRole('alert').waitFor()
    expect(await row.isVisible()).toBe(true)
    await page.unroute('**/manage/v1/requests?*')
  })
})

describe('copying', () => {
  it('says when the browser does not allow it', async () => {
    await open(page, '/test/developers/api-settings')
    await page.evaluate(
      'Object.defineProperty(Navigator.prototype, "clipboard", { get: () => ({ writeText: () => Promise.reject(new Error("no")) }) })',
    )
    await page.getByRole('button', { name: /^Copy/ }).first().click()
    await page.getByText('select and copy it by hand').first().waitFor()
  })
})
