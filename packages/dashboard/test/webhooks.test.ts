import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext } from './browser.ts'
import { pagePerTest } from './page-per-test.ts'
import { openAccount, openLive, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

pagePerTest(
  () => openContext(browser, server),
  (its) => {
    page = its
  },
)

beforeEach(() => openAccount(page, server, 'Acme'))

const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('dialog')

async function expectAccessible(): Promise<void> {
  expect(await checkAccessibility(page)).toEqual([])
}

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const headers = { origin: server.url }
  const answer = await page.request.post(`/manage/v1${path}`, { headers, data })
  expect(answer.status()).toBe(201)
  return answer.json() as Promise<Answer>
}

const buy = (more: object = {}) =>
  post<{ transactionId: number }>('/orders?mode=test', {
    productId: 5,
    quantity: 1,
    unitPrice: 5,
    customIdentifier: unique('order'),
    senderName: 'Acme Rewards',
    ...more,
  })

/** Until the feed has what happened to an order, so that it is no news any more. */
async function happened(transactionId: number): Promise<void> {
  const read = async () => (await page.request.get('/manage/v1/events/recent?mode=test')).text()
  await expect.poll(read).toMatch(new RegExp(`"transactionId":${transactionId}\\b`))
}

/** Makes a receiver and an endpoint that points at it, and opens the page of that. */
async function openEndpoint(): Promise<string> {
  const { url } = await post<{ url: string }>('/webhook-receivers', {})
  const description = unique('Shop')
  const body = { url, description, events: ['*'] }
  const { id } = await post<{ id: string }>('/webhook-endpoints', body)
  await page.goto(`/dashboard/test/developers/webhooks/${id}`)
  await heading(description).waitFor()
  return description
}

const attempt = (type: string) => page.getByRole('row', { name: type })

describe('webhooks', () => {
  it('arrive at a test receiver that one click made, and every attempt can be read', async () => {
    await page.goto('/dashboard/test/developers/webhooks')
    await button('Create a test receiver and point an endpoint at it').click()
    await heading('Test receiver').waitFor()
    const { transactionId } = await buy()
    await attempt('order.successful').first().click()
    await dialog().getByText(`"transactionId": ${transactionId}`).first().waitFor()
    await dialog().getByText('webhook-signature').waitFor()
    await dialog().getByText('"received": true').waitFor()
    await expectAccessible()
    await page.goBack()
    await dialog().waitFor({ state: 'detached' })
  })

  it('are sent again, and an example at once', async () => {
    await openEndpoint()
    await buy()
    await attempt('order.successful').first().waitFor()
    await button('Send example').click()
    await page.getByRole('menuitem', { name: 'wallet.low_balance' }).click()
    await page.getByText('The example was delivered').waitFor()
    await page.getByRole('row', { name: /wallet\.low_balance.*Example/ }).waitFor()
    await page.getByRole('tab', { name: 'Deliveries' }).click()
    await button('Send again').first().click()
    await page.getByText('1 event is sent again').waitFor()
    await expectAccessible()
  })

  it('are signed with a secret that is shown when asked for, and can be rotated', async () => {
    await openEndpoint()
    await page.getByRole('tab', { name: 'Signing' }).click()
    await page.getByText(/^whsec_•+$/).waitFor()
    expect(await button('Copy Signing secret').count()).toBe(0)
    await button('Show').click()
    const secret = page.getByText(/^whsec_[\w+/]{43}=$/)
    const before = await secret.textContent()
    await button('Copy Signing secret').waitFor()
    await button('Hide').click()
    await secret.waitFor({ state: 'detached' })
    await button('Show').click()
    await secret.waitFor()
    await button('Rotate secret').click()
    await dialog().getByRole('button', { name: 'Rotate secret' }).click()
    await page.getByText('The secret was rotated').waitFor()
    expect(await dialog().locator('pre').first().textContent()).not.toBe(before)
    await expectAccessible()
    await button('Done').click()
    await page.getByText(/^whsec_•+$/).waitFor()
    await page.getByText('The secret before it signs as well until').waitFor()
  })

  it('show at the receiver what came, and whose signature it is', async () => {
    await openEndpoint()
    await buy()
    await attempt('order.successful').first().waitFor()
    await page.goto('/dashboard/test/developers/webhooks')
    await button('View requests').click()
    await dialog()
      .getByRole('button', { name: /Signature verified.*order\.successful/ })
      .first()
      .click()
    await dialog().getByText('"eventType": "order.successful"').waitFor()
    await expectAccessible()
  })

  it('go to an endpoint of one’s own, for the events that are chosen', async () => {
    await page.goto('/dashboard/test/developers/webhooks?panel=new')
    await page.getByLabel('Address').fill('https://shop.invalid/hook')
    await page.getByLabel('Selected types only').click()
    await button('Add endpoint').last().click()
    await page.getByText('Choose one type at least.').waitFor()
    await page.getByLabel('Orders', { exact: true }).click()
    await page.getByLabel('message.bounced').click()
    await expectAccessible()
    await dialog().getByRole('button', { name: 'Add endpoint' }).click()
    await page.getByText('The endpoint is there').waitFor()
    await button('Done').click()
    await page.getByRole('row', { name: /shop\.invalid/ }).click()
    await button('Send example').click()
    await page.getByRole('menuitem', { name: 'order.failed' }).click()
    await page.getByText('The host name has no address.').first().waitFor()
    await button('More').click()
    await page.getByRole('menuitem', { name: 'Disable' }).click()
    await page.getByText('Nothing is sent to this endpoint').waitFor()
    await expectAccessible()
  })
})

describe('events', () => {
  it('are listed as they happen, with their ways and the schema of what they say', async () => {
    const earlier = await buy()
    await happened(earlier.transactionId)
    await openLive(page, '/test/developers/events?types=order.successful')
    const ofOrder = (id: number) => page.getByRole('row', { name: new RegExp(`Order ${id}\\b`) })
    await ofOrder(earlier.transactionId).waitFor()
    const { transactionId } = await buy()
    await page.getByRole('button', { name: /1 new/ }).click()
    await ofOrder(transactionId).waitFor()
    await page.getByRole('button', { name: /new$/ }).waitFor({ state: 'detached' })
    await ofOrder(transactionId).click()
    await dialog().getByText('Delivered').first().waitFor()
    await dialog().getByText('"$schema"').waitFor()
    await expectAccessible()
    await dialog().getByRole('link', { name: 'Open the order' }).click()
    await page.waitForURL(`**/orders/${transactionId}`)
  })
})

describe('the inbox', () => {
  it('shows a mail and a text message as they were received', async () => {
    const { transactionId } = await buy({
      recipientEmail: 'ada@example.com',
      recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
    })
    await page.goto(`/dashboard/test/developers/messages?q=${transactionId}&channel=email`)
    const told = (scheme: string) =>
      page
        .frameLocator(`iframe[src*="scheme=${scheme}"]`)
        .getByText('Acme Rewards sent you')
        .first()
    await told('light').waitFor()
    await page.getByText('Dark', { exact: true }).click()
    await told('dark').waitFor()
    await page.getByText('Phone', { exact: true }).click()
    const width = async () => (await page.locator('iframe').boundingBox())?.width
    await expect.poll(width).toBe(375)
    await expectAccessible()
    await page.goto(`/dashboard/test/developers/messages?q=${transactionId}&channel=sms`)
    await page.locator('p', { hasText: /Code: \w+/ }).waitFor()
    await expectAccessible()
  })

  it('sends a message again, and to another address', async () => {
    const { transactionId } = await buy({
      recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
    })
    await page.goto(`/dashboard/test/developers/messages?q=${transactionId}&channel=sms`)
    await button('Correct number').click()
    await dialog().getByLabel('Right number').fill('+33612345678')
    await dialog().getByRole('button', { name: 'Send again' }).click()
    await page.getByText('To +33612345678').waitFor()
    await button('Send again').click()
    await dialog().getByRole('button', { name: 'Send again' }).click()
    await page.getByText('The message was sent again').first().waitFor()
    await expectAccessible()
  })

  it('fits on a phone, one pane at a time', async () => {
    await buy({ recipientEmail: 'ada@example.com' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/dashboard/test/developers/messages')
    await page.getByRole('button', { name: /ada@example\.com/ }).click()
    await page.frameLocator('iframe').getByText('Acme Rewards sent you').first().waitFor()
    await page.getByRole('button', { name: 'All messages' }).click()
    await page.getByRole('button', { name: /ada@example\.com/ }).waitFor()
    await expectAccessible()
  })
})

describe('an endpoint', () => {
  it('is shown though a later look at it failed, and a tab begins at its first page', async () => {
    const description = await openEndpoint()
    await buy()
    await attempt('order.successful').first().waitFor()
    await page.goto(`${page.url()}?before=2&outcome=failed`)
    await page.getByText('No attempt is like that').waitFor()
    await page.getByRole('tab', { name: 'Deliveries' }).click()
    await button('Send again').first().waitFor()
    expect(new URL(page.url()).searchParams.get('before')).toBeNull()
    await page.route(/webhook-endpoints\/[^/]+\?/, (route) =>
      route.request().method() === 'GET' ? route.abort() : route.fallback(),
    )
    await button('More').click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').waitFor()
    await heading(description).waitFor()
    await button('Send again').first().waitFor()
  })

  it('says that an attempt is not there', async () => {
    await openEndpoint()
    await page.goto(`${page.url()}?attempt=999999999`)
    await dialog().getByText('There is no such attempt any more').waitFor()
  })

  it('is deleted, and the list knows it at once', async () => {
    await post('/webhook-endpoints', { url: 'https://shop.invalid/hook', events: ['*'] })
    const description = await openEndpoint()
    await page.goto('/dashboard/test/developers/webhooks')
    await page.getByRole('row', { name: /shop\.invalid/ }).waitFor()
    await page.getByRole('row', { name: /Test receiver/ }).click()
    await heading(description).waitFor()
    await button('More').click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await dialog().getByRole('button', { name: 'Delete' }).click()
    await heading('Webhooks').waitFor()
    await page.getByRole('row', { name: /shop\.invalid/ }).waitFor()
    await page.getByRole('row', { name: /Test receiver/ }).waitFor({ state: 'detached' })
    await page.getByText('No endpoint points here').waitFor()
  })
})
