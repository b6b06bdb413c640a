import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext, signIn, watchErrors } from './browser.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

let hook: HttpServer
let server: Server
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  hook = createServer((_request, response) => response.writeHead(204).end())
  hook.listen(0, '127.0.0.1')
  await once(hook, 'listening')
  const settings = { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on', SCRIP_DEMO_BALANCE: '60000' }
  server = await startServer(settings)
  const { port } = hook.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/hook`
  await server.manage('POST /webhook-endpoints', { url, events: ['order.successful'] })
  browser = await launchBrowser()
  const context = await openContext(browser, await signIn(browser, server))
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  errors = watchErrors(page)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  hook?.close()
})

const order = (more: object = {}) =>
  server.giftCards<{ transactionId: number }>('POST /orders', {
    productId: 5,
    quantity: 1,
    unitPrice: 5,
    ...more,
  })

const row = (text: string | number) => page.getByRole('row').filter({ hasText: String(text) })

describe('orders', () => {
  it('come in live, at first where there are none', async () => {
    await open(page, '/test/orders')
    await page.getByRole('heading', { name: 'No orders yet' }).waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    const { transactionId } = await order({
      customIdentifier: 'first-by-api',
      recipientEmail: 'jane@example.com',
      senderName: 'Acme',
    })
    await page.getByRole('button', { name: '1 new' }).click()
    await row('first-by-api').getByText('jane@example.com').waitFor()
    await row('first-by-api').click()
    await page.waitForURL(`**/test/orders/${transactionId}`)
    await page.getByRole('heading', { name: `Order ${transactionId}` }).waitFor()
  })

  it('show on their timeline what became of them, each thing with its way onwards', async () => {
    await page.getByText('Webhook answered 204').waitFor()
    await page.getByText('E-mail written').waitFor()
    const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
    const href = (name: string | RegExp) => link(name).getAttribute('href')
    expect(await href('Open message')).toMatch(/\/developers\/messages\?message=msg_1$/)
    expect(await href(/^Event \d+$/)).toMatch(/\/developers\/events\?event=\d+$/)
    expect(await href('Open statement')).toMatch(/\/wallet\?before=\d+&transfer=\d+$/)
    expect(await href('Open request')).toMatch(/\/developers\/requests\?order=\d+$/)
    expect(await checkAccessibility(page)).toEqual([])
    await link('Webhook answered 204').click()
    await page.waitForURL('**/developers/webhooks/we_*')
    await page.getByText('order.successful').first().waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  })

  it('show their codes for a reason, for a minute, and who has looked for ever', async () => {
    const text = () => page.locator('main').textContent()
    expect(await text()).not.toMatch(/\w{10}test/)
    await page.getByRole('button', { name: 'Reveal the code' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('You will appear in the log').waitFor()
    expect(await dialog.getByRole('button', { name: 'Reveal' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Reason').fill('Jane has lost her mail')
    await dialog.getByRole('button', { name: 'Reveal' }).click()
    await page.getByText(/Hidden again in \d+ s/).waitFor()
    expect(await text()).toMatch(/\w{10}test/)
    await page.getByRole('button', { name: 'Copy PIN' }).waitFor()
    await page.getByText('“Jane has lost her mail”').first().waitFor()
    await page.getByRole('button', { name: 'Hide now' }).click()
    expect(await text()).not.toMatch(/\w{10}test/)
    await page.reload()
    await page.getByText('looked at them here').waitFor()
  })

  it('keep what was revealed to themselves', async () => {
    const other = await order({ customIdentifier: 'another' })
    await open(page, '/test/orders')
    await row('another').click()
    await page.getByRole('heading', { name: `Order ${other.transactionId}` }).waitFor()
    await page.getByRole('button', { name: 'Reveal the code' }).waitFor()
    await page.locator('main').getByRole('link', { name: 'Orders', exact: true }).click()
    await row('first-by-api').click()
    await page.getByRole('button', { name: 'Reveal the code' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('To compare')
    await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click()
    await page.getByText(/Hidden again in \d+ s/).waitFor()
    // Straight from one order to another, whose page is known already.
    await page.evaluate('history.go(-2)')
    await page.getByRole('heading', { name: `Order ${other.transactionId}` }).waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/\w{10}test/)
    expect(await page.getByText(/Hidden again/).count()).toBe(0)
    await page.evaluate('history.go(2)')
    await page.getByText('jane@example.com').first().waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/\w{10}test/)
  })

  it('are written about again, after a look at what that means', async () => {
    await page.getByRole('button', { name: 'Send again' }).click()
    const dialog = page.getByRole('dialog', { name: 'Send this message again?' })
    await dialog.getByText('jane@example.com gets the cards once more').waitFor()
    await dialog.getByRole('button', { name: 'Send again' }).click()
    await page.getByText('E-mail written again').waitFor()
  })

  it('lead nobody to a page that they may not open', async () => {
    await page.route('**/manage/v1/session*', async (route) => {
      const response = await route.fetch()
      const scopes = { test: ['orders:read'], live: [] }
      await route.fulfill({ response, json: { ...((await response.json()) as object), scopes } })
    })
    await page.reload()
    await page.getByText('Webhook answered 204').waitFor()
    const links = page.locator('main').getByRole('link')
    expect(await links.allTextContents()).toEqual(['Orders'])
    await page.unroute('**/manage/v1/session*')
    await page.reload()
    await page.getByRole('link', { name: 'Open request' }).waitFor()
  })

  it('are shown as JSON, exactly as the API answers', async () => {
    await page.getByText('Raw JSON').click()
    await page.waitForURL('**?view=raw')
    await page.getByText('"customIdentifier": "first-by-api"').waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  })
})

describe('the list', () => {
  it('keeps its filters in its address, and its views under names', async () => {
    await order({ customIdentifier: 'to-joe', recipientEmail: 'joe@example.com' })
    await order({ productId: 13959, unitPrice: 25, customIdentifier: 'a-visa' })
    await open(page, '/test/orders')
    await page.getByRole('searchbox').fill('joe@example.com')
    await page.waitForURL('**?q=joe%40example.com')
    await row('a-visa').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Joe')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear filters' }).first().click()
    await row('a-visa').waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name: 'Joe', exact: true }).click()
    await row('a-visa').waitFor({ state: 'detached' })
    await row('to-joe').waitFor()
    await page.goBack()
    await row('a-visa').waitFor()
  })

  it('is filtered by status, day, product and recipient', async () => {
    await open(page, '/test/orders')
    await page.getByText('Refunded').click()
    await page.getByRole('heading', { name: 'No order fits' }).waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).last().click()
    await page.getByRole('combobox', { name: 'Product' }).fill('visa')
    await page.getByRole('option').first().waitFor()
    await page.getByRole('combobox', { name: 'Product' }).fill('')
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Recipient' }).fill('joe@example.com')
    await page.waitForURL('**?recipient=joe%40example.com')
    await row('first-by-api').waitFor({ state: 'detached' })
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('is taken away as a file of exactly what is filtered', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('orders-test.csv')
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(',to-joe,')
  })
})

const ORDERS = /\/manage\/v1\/orders\?/

/** Comes between the page and the server when an order is placed. */
const onPlacing = (handle: (route: Route) => Promise<void>) =>
  page.route(ORDERS, (route) =>
    route.request().method() === 'POST' ? handle(route) : route.fallback(),
  )

const dialog = () => page.getByRole('dialog', { name: 'Buy this?' })

/** Fills an order for nobody in, up to the last look. */
async function review(unitPrice: string, identifier: string): Promise<void> {
  await open(page, `/test/orders/new?productId=5&unitPrice=${unitPrice}`)
  await page.getByRole('textbox', { name: 'Identifier' }).fill(identifier)
  await page.getByRole('button', { name: 'Review order' }).click()
  await dialog().waitFor()
}

async function placed(identifier: string): Promise<number> {
  const found = await server.manage<{ total: number }>(`GET /orders?customIdentifier=${identifier}`)
  return found.total
}

describe('an order by hand', () => {
  it('is priced as it is filled in, reviewed with its ledger lines, and bought once', async () => {
    await open(page, '/test/orders')
    await page.getByRole('link', { name: 'New order' }).click()
    await page.getByRole('searchbox', { name: 'Search products' }).fill('amazon us')
    await page.getByRole('list', { name: 'Products' }).getByText('Amazon US').first().click()
    await page.waitForURL('**?productId=5')
    await page.getByLabel('Face value').fill('12.50')
    await page.getByLabel('Cards').fill('2')
    await page.getByLabel('E-mail address').fill('grace@example.com')
    await page.getByText('To pay').waitFor()
    const paid = await page.locator('[data-total] dd').textContent()
    expect(await checkAccessibility(page)).toEqual([])
    await page.getByRole('button', { name: 'Review order' }).click()
    const dialog = page.getByRole('dialog', { name: 'Buy this?' })
    await dialog.getByText('Ledger lines').waitFor()
    await dialog.getByText('grace@example.com').waitFor()
    // As a hasty hand does it.
    await dialog.getByRole('button', { name: `Pay ${paid}` }).dblclick()
    await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor()
    await page.getByText('2 × 12.50 USD', { exact: true }).waitFor()
    await page.getByText('Ordered by').waitFor()
    const { total } = await server.manage<{ total: number }>('GET /orders?q=grace@example.com')
    expect(total).toBe(1)
  })

  it('names what is wrong at its field', async () => {
    await open(page, '/test/orders/new?productId=5&unitPrice=4')
    await page.getByText('Invalid price. Please ensure you selected the right price').waitFor()
    expect(await page.getByRole('button', { name: 'Review order' }).isDisabled()).toBe(true)
    await page.getByLabel('Face value').fill('5')
    await page.getByText('To pay').waitFor()
  })

  it('is not bought at another price than the one that was confirmed', async () => {
    await review('5', 'at-a-price')
    await onPlacing((route) => {
      const body = { ...(route.request().postDataJSON() as object), expectedCost: '1' }
      return route.continue({ postData: JSON.stringify(body) })
    })
    await dialog().getByRole('button', { name: /^Pay / }).click()
    await page.getByText('The price has changed since you looked').waitFor()
    await dialog().waitFor({ state: 'detached' })
    await page.unroute(ORDERS)
    expect(await placed('at-a-price')).toBe(0)
    await page.getByRole('button', { name: 'Review order' }).click()
    await dialog().getByRole('button', { name: /^Pay / }).click()
    await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor()
    expect(await placed('at-a-price')).toBe(1)
  })

  it('is looked for when the answer was lost', async () => {
    await review('5', 'lost')
    await onPlacing((route) => route.abort())
    await dialog().getByRole('button', { name: /^Pay / }).click()
    await dialog().getByRole('button', { name: 'Look whether it was placed' }).click()
    await dialog().getByText('It was not placed so far').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await page.unroute(ORDERS)
    await onPlacing(async (route) => {
      await route.fetch()
      await route.abort()
    })
    await dialog().getByRole('button', { name: /^Pay / }).click()
    await dialog().getByRole('button', { name: 'Look whether it was placed' }).click()
    await page.getByText('This order had been placed already').waitFor()
    await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor()
    await page.unroute(ORDERS)
    expect(await placed('lost')).toBe(1)
  })

  it('is told apart from another one that has its identifier', async () => {
    await review('10', 'to-joe')
    await dialog().getByRole('button', { name: /^Pay / }).click()
    await page.getByText('Nothing was bought').waitFor()
    await page.getByText('Another order has this identifier already').waitFor()
    await page
      .getByRole('link', { name: /^Order \d+$/ })
      .first()
      .waitFor()
    const reviewing = page.getByRole('button', { name: 'Review order' })
    expect(await reviewing.isDisabled()).toBe(true)
    expect(await checkAccessibility(page)).toEqual([])
    await page.getByRole('button', { name: 'Make a new identifier' }).click()
    await page.getByText('Another order has this').waitFor({ state: 'detached' })
    expect(await reviewing.isEnabled()).toBe(true)
  })

  it('is not reviewed while a phone is half typed', async () => {
    await page.getByLabel('Phone').fill('1234')
    await page.getByText('Type the whole number').waitFor()
    expect(await page.getByRole('button', { name: 'Review order' }).isDisabled()).toBe(true)
  })

  it('of a product that is gone begins with another', async () => {
    await open(page, '/test/orders/new?productId=999999')
    await page.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Choose another product' }).click()
    await page.getByRole('searchbox', { name: 'Search products' }).waitFor()
  })

  it('says when the wallet has too little', async () => {
    await open(page, '/test/orders/new?productId=5&unitPrice=100')
    await page.getByText(/too little/).waitFor()
    await page.getByRole('link', { name: 'Add funds' }).waitFor()
    expect(errors).toEqual([])
  })
})
