import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { open, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

const shell = promisify(execFile)

const REFERENCE = '/test/developers/reference'

let server: Server
let page: Page

ownerPerTest(startServer, (its) => {
  ;({ server, page } = its)
})

const heading = (name: string) => page.getByRole('heading', { name, level: 2, exact: true })
const list = () => page.getByRole('navigation', { name: 'Operations' })
const send = () => page.getByRole('button', { name: 'Send', exact: true }).click()
const confirm = () =>
  page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
const answered = (status: number) => page.getByText(`Status ${status}`, { exact: true }).waitFor()
/** The last code of the page is the request as curl. */
const curl = async () => (await page.locator('pre').last().textContent()) ?? ''

async function getToken(secret: string): Promise<void> {
  await page.getByLabel('Client secret').fill(secret)
  await page.getByRole('button', { name: 'Get a token' }).click()
}

describe('the overview', () => {
  it('leads to the full viewer with the test client filled in', async () => {
    await open(page, REFERENCE)
    const link = page.getByRole('link', { name: 'Open the full viewer' })
    await expect.poll(() => link.getAttribute('href')).toContain(`client_id=${server.clientId}`)
  })

  it('has a first order that runs as it stands, one step after the other', async () => {
    await open(page, REFERENCE)
    const steps = page.locator('pre')
    await expect.poll(() => steps.count()).toBe(3)
    await steps.first().getByText(server.clientId).waitFor()
    const script = (await steps.allTextContents()).join('\n')
    // It is an identifier's first order once: a second try needs another.
    const again = script.replace('my-first-order', unique('my-first-order'))
    const env = { ...process.env, SCRIP_CLIENT_SECRET: server.clientSecret }
    const { stdout } = await shell('sh', ['-c', again], { env })
    expect(JSON.parse(stdout)).toMatchObject([{ cardNumber: expect.any(String) }])
  })
})

describe('an operation', () => {
  it('is found by a word and opened by Enter, stands in the address, and the back button works', async () => {
    await open(page, REFERENCE)
    await list().waitFor()
    await list().getByRole('link', { name: 'Order gift cards' }).waitFor()
    await page.keyboard.press('/')
    await page.locator('input:focus').waitFor()
    await page.keyboard.type('timeline')
    await list().getByText('1 operation', { exact: true }).waitFor()
    await page.evaluate('scrollTo(0, 400)')
    await page.keyboard.press('Enter')
    await heading('Get what happened to one order').waitFor()
    await expect.poll(() => page.evaluate('scrollY')).toBe(0)
    expect(page.url()).toContain('operation=getOrderTimeline')
    await page.getByRole('searchbox', { name: 'Search operations' }).fill('')
    await list().getByRole('link', { name: 'Order gift cards' }).click()
    await heading('Order gift cards').waitFor()
    await list().getByRole('link', { name: 'Get what happened to one order' }).waitFor()
    await page.goBack()
    await heading('Get what happened to one order').waitFor()
    await page.goBack()
    await heading('A first order in three requests').waitFor()
  })

  it('is told of by the server’s own description: fields, limits, refusals, code', async () => {
    await open(page, `${REFERENCE}?operation=placeOrder`)
    await page.getByText('Number of cards, from 1 to 100.').waitFor()
    const inner = page.getByText('National number, or with its calling code.')
    expect(await inner.isVisible()).toBe(false)
    await page.getByText('2 fields inside').first().click()
    await inner.waitFor()
    await page.getByText('400 Bad Request').click()
    await page.getByText('INSUFFICIENT_BALANCE').waitFor()
    await page.getByRole('tab', { name: 'Python' }).click()
    // The client's id comes a moment later.
    await page.locator('pre').first().getByText(`"client_id": "${server.clientId}"`).waitFor()
  })

  it('says so when there is none', async () => {
    await open(page, `${REFERENCE}?operation=nothing`)
    await heading('No such operation').waitFor()
    expect(await list().locator('[aria-current]').count()).toBe(0)
    await page.getByRole('link', { name: 'To the overview' }).click()
    await heading('A first order in three requests').waitFor()
  })

  it('is opened from the request that was refused', async () => {
    await server.giftCards('GET /orders/transactions/999999999/cards').catch(() => undefined)
    await open(page, '/test/developers/requests?status=4xx')
    await page
      .getByRole('row', { name: /999999999/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('link', { name: 'API reference' }).click()
    await heading('Get the codes of an order').waitFor()
  })
})

describe('trying it', () => {
  it('reads with the session, in the mode of the page', async () => {
    await open(page, `${REFERENCE}?operation=listClients&tab=try`)
    await send()
    await answered(200)
    await page.locator('pre').first().getByText(server.clientId).waitFor()
    await page.getByText('X-Request-Id').waitFor()
    await expect.poll(curl).toContain('/manage/v1/clients?mode=test')
  })

  it('asks before it changes something, changes it, and keeps an answer that is given once', async () => {
    const name = unique('Tried shop')
    await open(page, `${REFERENCE}?operation=createClient&tab=try`)
    await page.getByLabel('Body as JSON').fill(JSON.stringify({ name }))
    await send()
    await page.getByText('This is a real call to this server').waitFor()
    await confirm()
    await answered(201)
    await page.locator('pre').first().getByText(`"${name}"`).waitFor()
    // What is given once is kept while the documentation is read.
    await page.getByText('There is a secret in this answer').waitFor()
    await page.getByRole('tab', { name: 'Documentation' }).click()
    await page.getByRole('heading', { name: 'Parameters' }).waitFor()
    await page.getByRole('tab', { name: 'Try it' }).click()
    await page.getByText('"clientSecret"').first().waitFor()
    // Pages that were read before show what has changed.
    await page.getByRole('link', { name: 'API settings' }).first().click()
    await page.getByRole('row').filter({ hasText: name }).waitFor()
  })

  it('has a change say what it is about, and refuses what reaches further', async () => {
    await open(page, `${REFERENCE}?operation=revokeClient&tab=try`)
    await page.getByLabel('clientId').waitFor()
    expect(await page.getByLabel('clientId').inputValue()).toBe('')
    await send()
    await page.getByText('Give a value for clientId.').waitFor()
    await open(page, `${REFERENCE}?operation=updateAccount&tab=try`)
    await page.getByText('it is done under Settings').waitFor()
    await open(page, `${REFERENCE}?operation=disableLive&tab=try`)
    await page.getByText('it is done in the operator console').waitFor()
    expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Switch to test mode' }).count()).toBe(0)
  })

  it('shows a refusal as it is', async () => {
    await open(page, `${REFERENCE}?operation=getOrder&tab=try`)
    await page.getByLabel('transactionId').fill('')
    await send()
    await page.getByText('Give a value for transactionId.').waitFor()
    await page.getByLabel('transactionId').fill('999999999')
    await send()
    await answered(404)
    await page.getByText('"errorCode"').waitFor()
    await page.getByLabel('transactionId').fill('1')
    await page.locator('code').getByText('/manage/v1/orders/999999999?mode=test').first().waitFor()
  })

  it('says what is wrong with a secret', async () => {
    await open(page, `${REFERENCE}?operation=placeOrder&tab=try`)
    const sending = page.getByRole('button', { name: 'Send', exact: true })
    await expect.poll(() => sending.isDisabled()).toBe(true)
    await getToken('not the secret')
    await page.getByRole('alert').getByText('Are id and secret those').waitFor()
  })

  it('orders with a token of the test client, whose secret is kept nowhere', async () => {
    await open(page, `${REFERENCE}?operation=placeOrder&tab=try`)
    await getToken(server.clientSecret)
    await page.locator(':focus', { hasText: 'You have a token of' }).waitFor()
    await send()
    await confirm()
    await answered(200)
    await page.locator('pre').first().getByText('"transactionId"').waitFor()
    const masked = await curl()
    expect(masked).toContain('Authorization: Bearer $TOKEN')
    expect(masked).not.toContain('eyJ')
    const kept = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) + document.body.innerHTML',
    )
    expect(kept).not.toContain(server.clientSecret)
    expect(kept).not.toContain('eyJ')
  })

  it('keeps the token for the next operation, and forgets it when the page is left', async () => {
    await open(page, `${REFERENCE}?operation=placeOrder&tab=try`)
    await getToken(server.clientSecret)
    await page.getByText('You have a token of').waitFor()
    await list().getByRole('link', { name: 'Get the balance' }).click()
    await heading('Get the balance').waitFor()
    await page.getByRole('tab', { name: 'Try it' }).click()
    await send()
    await answered(200)
    await page.getByRole('link', { name: 'See it in the request log' }).click()
    await page.getByRole('dialog', { name: /GET \/accounts\/balance/ }).waitFor()
    await page.goBack()
    await getToken(server.clientSecret)
    await page.getByRole('button', { name: 'Forget it' }).click()
    await page.getByLabel('Client secret').and(page.locator(':focus')).waitFor()
  })

  it('changes nothing in live mode, and calls no client’s API there', async () => {
    const live = REFERENCE.replace('test', 'live')
    const { account } = await (await page.request.get('/manage/v1/session')).json()
    const enable = `/manage/v1/operator/accounts/${account.id}/enable-live`
    const headers = { origin: server.url }
    expect((await page.request.post(enable, { headers })).status()).toBe(200)
    await open(page, `${live}?operation=createClient&tab=try`)
    await page.getByText('What changes something cannot be tried in live mode').waitFor()
    expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0)
    await open(page, `${live}?operation=placeOrder&tab=try`)
    await page.getByText('can be tried with a test client only').waitFor()
    await page.getByRole('link', { name: 'Switch to test mode' }).click()
    await page.getByLabel('Client secret').waitFor()
  })

  it('refuses a body about live mode in the test mode of the page', async () => {
    await open(page, `${REFERENCE}?operation=createWebhookEndpoint&tab=try`)
    await page.getByLabel('Body as JSON').fill('{"url": "https://shop.example", "mode": "live"}')
    await send()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('The body is about live mode').waitFor()
    const sending = dialog.getByRole('button', { name: 'Send', exact: true })
    await expect.poll(() => sending.isDisabled()).toBe(true)
  })
})

describe('the page', () => {
  it('is for everybody with an answer on it, in light, dark and on a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await open(page, `${REFERENCE}?operation=listOrders&tab=try`)
      await send()
      await answered(200)
      expect(await checkAccessibility(page), colorScheme).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    // What the key goes to has to be there first.
    await page.getByRole('combobox', { name: 'Operations' }).waitFor()
    await page.keyboard.press('/')
    await page.locator('[role="combobox"]:focus, input:focus').waitFor()
    await page.getByRole('combobox', { name: 'Operations' }).click()
    await page.getByRole('option', { name: /^Order gift cards/ }).click()
    await heading('Order gift cards').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})
