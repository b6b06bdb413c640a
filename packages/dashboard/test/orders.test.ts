import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page, Route } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { checkAccessibility } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { open, openAccount, openLive, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

let hook: HttpServer
let server: Server
let page: Page

afterAll(() => void hook?.close())

ownerPerTest(
  async () => {
    hook = createServer((_request, response) => response.writeHead(204).end())
    hook.listen(0, '127.0.0.1')
    await once(hook, 'listening')
    const settings = { SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on', SCRIP_DEMO_BALANCE: '300000' }
    const started = await startServer(settings)
    const { port } = hook.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/hook`
    await started.manage('POST /webhook-endpoints', { url, events: ['order.successful'] })
    return started
  },
  (its) => {
    ;({ server, page } = its)
  },
)

interface Placed {
  readonly transactionId: number
  readonly customIdentifier: string
}

async function order(more: object = {}): Promise<Placed> {
  const customIdentifier = unique('by-api')
  const body = { productId: 5, quantity: 1, unitPrice: 5, customIdentifier, ...more }
  const { transactionId } = await server.giftCards<Placed>('POST /orders', body)
  return { transactionId, customIdentifier }
}

const jane = { recipientEmail: 'jane@example.com', senderName: 'Acme' }

/** Of which everything has happened: its webhook is answered and its mail is written. */
async function orderForJane(): Promise<Placed> {
  const placed = await order(jane)
  const timeline = async () =>
    JSON.stringify(await server.manage(`GET /orders/${placed.transactionId}/timeline`))
  await expect.poll(timeline).toContain('"kind":"webhookAttempt"')
  await expect.poll(timeline).toContain('"kind":"message"')
  return placed
}

const row = (text: string) => page.getByRole('row').filter({ hasText: text })

const openOrder = ({ transactionId }: Placed) => open(page, `/test/orders/${transactionId}`)

async function reveal(reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Reveal the code' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill(reason)
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click()
  await page.getByText(/Hidden again in \d+ s/).waitFor()
}

const text = () => page.locator('main').textContent()
const CODE = /\w{10}test/

describe('orders', () => {
  it('come in live, at first where there are none', async () => {
    await openAccount(page, server, 'Nothing yet')
    await openLive(page, '/test/orders')
    await page.getByRole('heading', { name: 'No orders yet' }).waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    const placed = await page.request.post('/manage/v1/orders?mode=test', {
      headers: { origin: server.url },
      data: { productId: 5, quantity: 1, unitPrice: 5, customIdentifier: 'first', ...jane },
    })
    expect(placed.status()).toBe(201)
    await page.getByRole('button', { name: '1 new' }).click()
    await row('jane@example.com').click()
    await page.waitForURL(/\/test\/orders\/\d+$/)
    await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor()
  })

  it('show on their timeline what became of them, each thing with its way onwards', async () => {
    await openOrder(await orderForJane())
    await page.getByText('Webhook answered 204').waitFor()
    await page.getByText('E-mail written').waitFor()
    const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
    const href = (name: string | RegExp) => link(name).getAttribute('href')
    expect(await href('Open message')).toMatch(/\/developers\/messages\?message=msg_\d+$/)
    expect(await href(/^Event \d+$/)).toMatch(/\/developers\/events\?event=\d+$/)
    expect(await href('Open statement')).toMatch(/\/wallet\?before=\d+&transfer=\d+$/)
    expect(await href('Open request')).toMatch(/\/developers\/requests\?order=\d+$/)
    expect(await checkAccessibility(page)).toEqual([])
    await link('Webhook answered 204').click()
    await page.waitForURL('**/developers/webhooks/we_*')
    await page.getByRole('dialog').getByText('order.successful').first().waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  })

  it('show their codes for a reason, for a minute, and who has looked for ever', async () => {
    await openOrder(await orderForJane())
    await page.getByRole('button', { name: 'Reveal the code' }).click()
    expect(await text()).not.toMatch(CODE)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('You will appear in the log').waitFor()
    expect(await dialog.getByRole('button', { name: 'Reveal' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Reason').fill('Jane has lost her mail')
    await dialog.getByRole('button', { name: 'Reveal' }).click()
    await page.getByText(/Hidden again in \d+ s/).waitFor()
    await expect.poll(text).toMatch(CODE)
    await page.getByRole('button', { name: 'Copy PIN' }).waitFor()
    await page.getByText('“Jane has lost her mail”').first().waitFor()
    await page.getByRole('button', { name: 'Hide now' }).click()
    await expect.poll(text).not.toMatch(CODE)
    await page.reload()
    await page.getByText('looked at them here').waitFor()
  })

  it('keep what was revealed to themselves', async () => {
    const [one, other] = [await order(), await order()]
    await open(page, '/test/orders')
    await row(other.customIdentifier).click()
    const otherHeading = page.getByRole('heading', { name: `Order ${other.transactionId}` })
    await otherHeading.waitFor()
    await page.getByRole('button', { name: 'Reveal the code' }).waitFor()
    await page.locator('main').getByRole('link', { name: 'Orders', exact: true }).click()
    await row(one.customIdentifier).click()
    await page.getByRole('heading', { name: `Order ${one.transactionId}` }).waitFor()
    await reveal('To compare')
    // Straight from one order to another, whose page is known already.
    await page.evaluate('history.go(-2)')
    await otherHeading.waitFor()
    await page.getByRole('button', { name: 'Reveal the code' }).waitFor()
    expect(await text()).not.toMatch(CODE)
    expect(await page.getByText(/Hidden again/).count()).toBe(0)
    await page.evaluate('history.go(2)')
    await page.getByRole('heading', { name: `Order ${one.transactionId}` }).waitFor()
    await page.getByRole('button', { name: 'Reveal the code' }).waitFor()
    expect(await text()).not.toMatch(CODE)
  })

  it('are written about again, after a look at what that means', async () => {
    await openOrder(await orderForJane())
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
    await openOrder(await orderForJane())
    await page.getByText('Webhook answered 204').waitFor()
    await page.getByText('E-mail written').waitFor()
    const links = page.locator('main').getByRole('link')
    expect(await links.allTextContents()).toEqual(['Orders'])
    await page.unroute('**/manage/v1/session*')
    await page.reload()
    await page.getByRole('link', { name: 'Open request' }).waitFor()
  })

  it('are shown as JSON, exactly as the API answers', async () => {
    const placed = await orderForJane()
    await openOrder(placed)
    await page.getByText('Raw JSON').click()
    await page.waitForURL('**?view=raw')
    await page.getByText(`"customIdentifier": "${placed.customIdentifier}"`).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  })
})

describe('the list', () => {
  it('keeps its filters in its address, and its views under names', async () => {
    const [joe, view] = [unique('joe'), unique('Joe')]
    const wanted = await order({ recipientEmail: `${joe}@example.com` })
    const visa = await order({ productId: 13959, unitPrice: 25 })
    await open(page, '/test/orders')
    await page.getByRole('searchbox').fill(`${joe}@example.com`)
    await page.waitForURL(`**?q=${joe}%40example.com`)
    await row(visa.customIdentifier).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('textbox', { name: 'Name of the view' }).fill(view)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: view, exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear filters' }).first().click()
    await row(visa.customIdentifier).waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name: view, exact: true }).click()
    await row(visa.customIdentifier).waitFor({ state: 'detached' })
    await row(wanted.customIdentifier).waitFor()
    await page.goBack()
    await row(visa.customIdentifier).waitFor()
  })

  it('is filtered by status, day, product and recipient', async () => {
    const email = `${unique('joe')}@example.com`
    const [wanted, another] = [await order({ recipientEmail: email }), await order()]
    await open(page, '/test/orders')
    await page.getByText('Refunded').click()
    await page.getByRole('heading', { name: 'No order fits' }).waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).last().click()
    await row(another.customIdentifier).waitFor()
    await page.getByRole('combobox', { name: 'Product' }).fill('visa')
    await page.getByRole('option', { name: /visa/i }).first().waitFor()
    await page.getByRole('combobox', { name: 'Product' }).fill('')
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Recipient' }).fill(email)
    await page.waitForURL(`**?recipient=${encodeURIComponent(email)}`)
    await row(another.customIdentifier).waitFor({ state: 'detached' })
    await row(wanted.customIdentifier).waitFor()
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('is taken away as a file of exactly what is filtered', async () => {
    const email = `${unique('joe')}@example.com`
    const [wanted] = [await order({ recipientEmail: email }), await order()]
    await open(page, `/test/orders?recipient=${encodeURIComponent(email)}`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('orders-test.csv')
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`,${wanted.customIdentifier},`)
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

const reviewing = () => page.getByRole('button', { name: 'Review order' })
const expectReady = (is: boolean) => expect.poll(() => reviewing().isEnabled()).toBe(is)
const pay = () => dialog().getByRole('button', { name: /^Pay / })
const bought = () => page.getByRole('heading', { name: /^Order \d+$/ })

describe('an order by hand', () => {
  it('is priced as it is filled in, reviewed with its ledger lines, and bought once', async () => {
    const email = `${unique('grace')}@example.com`
    await open(page, '/test/orders')
    await page.getByRole('link', { name: 'New order' }).click()
    await page.getByRole('searchbox', { name: 'Search products' }).fill('amazon us')
    await page.getByRole('list', { name: 'Products' }).getByText('Amazon US').first().click()
    await page.waitForURL('**?productId=5')
    await page.getByLabel('Face value').fill('12.50')
    await page.getByLabel('Cards').fill('2')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByText('2 × 12.50 USD', { exact: true }).waitFor()
    await expectReady(true)
    const paid = await page.locator('[data-total] dd').textContent()
    expect(await checkAccessibility(page)).toEqual([])
    await reviewing().click()
    await dialog().getByText('Ledger lines').waitFor()
    await dialog().getByText(email).waitFor()
    // As a hasty hand does it.
    await dialog()
      .getByRole('button', { name: `Pay ${paid}` })
      .dblclick()
    await bought().waitFor()
    await page.getByText('2 × 12.50 USD', { exact: true }).waitFor()
    await page.getByText('Ordered by').waitFor()
    const { total } = await server.manage<{ total: number }>(`GET /orders?q=${email}`)
    expect(total).toBe(1)
  })

  it('names what is wrong at its field', async () => {
    await open(page, '/test/orders/new?productId=5&unitPrice=4')
    await page.getByText('Invalid price. Please ensure you selected the right price').waitFor()
    await expectReady(false)
    await page.getByLabel('Face value').fill('5')
    await page.getByText('To pay').waitFor()
    await expectReady(true)
  })

  it('is not bought at another price than the one that was confirmed', async () => {
    const identifier = unique('at-a-price')
    await review('5', identifier)
    await onPlacing((route) => {
      const body = { ...(route.request().postDataJSON() as object), expectedCost: '1' }
      return route.fallback({ postData: JSON.stringify(body) })
    })
    await pay().click()
    await page.getByText('The price has changed since you looked').waitFor()
    await dialog().waitFor({ state: 'detached' })
    await page.unroute(ORDERS)
    expect(await placed(identifier)).toBe(0)
    await reviewing().click()
    await pay().click()
    await bought().waitFor()
    expect(await placed(identifier)).toBe(1)
  })

  it('is looked for when the answer was lost', async () => {
    const identifier = unique('lost')
    await review('5', identifier)
    await onPlacing((route) => route.abort())
    await pay().click()
    await dialog().getByRole('button', { name: 'Look whether it was placed' }).click()
    await dialog().getByText('It was not placed so far').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await page.unroute(ORDERS)
    await onPlacing(async (route) => {
      await route.fetch()
      await route.abort()
    })
    await pay().click()
    await dialog().getByRole('button', { name: 'Look whether it was placed' }).click()
    await page.getByText('This order had been placed already').waitFor()
    await bought().waitFor()
    expect(await placed(identifier)).toBe(1)
  })

  it('is told apart from another one that has its identifier', async () => {
    const { transactionId, customIdentifier } = await order()
    await review('10', customIdentifier)
    await pay().click()
    await page.getByText('Nothing was bought').waitFor()
    await page.getByText('Another order has this identifier already').waitFor()
    await page
      .getByRole('link', { name: `Order ${transactionId}` })
      .first()
      .waitFor()
    await expectReady(false)
    expect(await checkAccessibility(page)).toEqual([])
    await page.getByRole('button', { name: 'Make a new identifier' }).click()
    await page.getByText('Another order has this').waitFor({ state: 'detached' })
    await expectReady(true)
  })

  it('is not reviewed while a phone is half typed', async () => {
    await open(page, '/test/orders/new?productId=5&unitPrice=10')
    await expectReady(true)
    await page.getByLabel('Phone').fill('1234')
    await page.getByText('Type the whole number').waitFor()
    await expectReady(false)
  })

  it('of a product that is gone begins with another', async () => {
    await open(page, '/test/orders/new?productId=999999')
    await page.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Choose another product' }).click()
    await page.getByRole('searchbox', { name: 'Search products' }).waitFor()
  })

  it('says when the wallet has too little', async () => {
    const body = { productId: 5, quantity: 1, unitPrice: 100 }
    const quote = () => server.manage<{ isAffordable: boolean }>('POST /orders/quote', body)
    while ((await quote()).isAffordable) await order(body)
    await open(page, '/test/orders/new?productId=5&unitPrice=100')
    await page.getByText(/too little/).waitFor()
    await page.getByRole('link', { name: 'Add funds' }).waitFor()
  })
})
