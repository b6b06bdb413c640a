import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext, signIn, watchErrors } from './browser.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

const SETTINGS = '/test/developers/api-settings'
const LOG = '/test/developers/requests'

interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

let server: Server
let browser: Browser
let page: Page
let errors: readonly string[]
let credentials: Credentials

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

const post = (path: string, body: object, token?: string) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })

const requestToken = ({ clientId, clientSecret }: Credentials) =>
  post('/oauth/token', {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
    audience: 'https://giftcards-sandbox.reloadly.com',
  })

async function placeOrder(customIdentifier: string): Promise<string> {
  const { access_token: token } = (await (await requestToken(credentials)).json()) as {
    access_token: string
  }
  const response = await post(
    '/orders',
    { productId: 5, quantity: 1, unitPrice: 5, customIdentifier },
    token,
  )
  const { transactionId } = (await response.json()) as { transactionId: number }
  return String(transactionId)
}

/** What the dialog shows, once. */
async function readOnce(): Promise<Credentials> {
  const dialog = page.getByRole('dialog', { name: 'Keep this secret now' })
  const text = (await dialog.locator('pre').textContent()) ?? ''
  const [, clientId = ''] = /SCRIP_CLIENT_ID=(\S+)/.exec(text) ?? []
  const [, clientSecret = ''] = /SCRIP_CLIENT_SECRET=(\S+)/.exec(text) ?? []
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
  await dialog.waitFor({ state: 'detached' })
  return { clientId, clientSecret }
}

const row = (name: string | RegExp) => page.getByRole('row', { name })

describe('API settings', () => {
  it('makes a client whose credentials work as they are shown', async () => {
    await open(page, SETTINGS)
    await page.getByRole('button', { name: 'Create client' }).click()
    const dialog = page.getByRole('dialog', { name: 'Create client' })
    await dialog.getByLabel('Name').fill('Web shop')
    await dialog.getByRole('button', { name: 'Create client' }).click()
    credentials = await readOnce()
    expect((await requestToken(credentials)).status).toBe(200)
    await row(/Web shop/).waitFor()
    expect(await page.content()).not.toContain(credentials.clientSecret)
  })

  it('shows the secret of a client though somebody tried to close the dialog meanwhile', async () => {
    const { promise: isClosed, resolve: closed } = Promise.withResolvers<void>()
    await page.route('**/manage/v1/clients?*', async (route) => {
      if (route.request().method() === 'POST') await isClosed
      await route.continue()
    })
    await open(page, `${SETTINGS}?create=1`)
    const dialog = page.getByRole('dialog', { name: 'Create client' })
    await dialog.getByLabel('Name').fill('Slow shop')
    await dialog.getByRole('button', { name: 'Create client' }).click()
    await page.keyboard.press('Escape')
    closed()
    expect((await requestToken(await readOnce())).status).toBe(200)
    await page.unroute('**/manage/v1/clients?*')
  })

  it('binds a client to addresses, and the log explains what came from elsewhere', async () => {
    await row(/Web shop/).click()
    const panel = page.getByRole('dialog', { name: /Web shop/ })
    await panel.getByLabel('Allowed IPs').fill('192.0.2.1')
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Changed, for every request from now on.').waitFor()
    await expect.poll(async () => (await requestToken(credentials)).status).toBe(403)
    await open(page, `${LOG}?code=IP_NOT_ALLOWED`)
    await row(/IP_NOT_ALLOWED/)
      .first()
      .click()
    await page.getByText('The client is bound to addresses').waitFor()
    await page.keyboard.press('Escape')
    await open(page, `${SETTINGS}?client=${credentials.clientId}`)
    await panel.locator('.mantine-Pill-remove').click()
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect.poll(async () => (await requestToken(credentials)).status).toBe(200)
  })

  it('rotates a secret, and the one before works as well', async () => {
    await open(page, `${SETTINGS}?client=${credentials.clientId}`)
    await page.getByRole('button', { name: 'Rotate secret' }).click()
    await page.getByRole('button', { name: 'Make a new secret' }).click()
    const rotated = await readOnce()
    expect(rotated.clientId).toBe(credentials.clientId)
    expect(rotated.clientSecret).not.toBe(credentials.clientSecret)
    await expect.poll(async () => (await requestToken(rotated)).status).toBe(200)
    expect((await requestToken(credentials)).status).toBe(200)
    await page.getByText('Two secrets').first().waitFor()
  })
})

describe('the request log', () => {
  it('follows what programs send, and leads to the order', async () => {
    await open(page, LOG)
    const id = await placeOrder('journey-1')
    await row(new RegExp(`POST /orders .*Web shop.*${id}`)).click()
    const panel = page.getByRole('dialog', { name: /POST \/orders/ })
    await panel.getByText('"customIdentifier": "journey-1"').first().waitFor()
    expect(await panel.textContent()).not.toContain('Bearer ey')
    expect(page.url()).toContain('request=req_')
    await panel.getByRole('link', { name: id, exact: true }).click()
    await page.waitForURL(`**/test/orders/${id}`)
  })

  it('stands still while it is paused, and says how much has come', async () => {
    await open(page, LOG)
    await page.getByRole('button', { name: 'Pause' }).click()
    const id = await placeOrder('journey-2')
    await page.getByRole('button', { name: '2 new' }).click()
    await row(new RegExp(id)).waitFor()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
  })

  it('keeps its filters in the address, and the back button undoes them', async () => {
    await server.giftCards('GET /nothing').catch(() => undefined)
    await open(page, LOG)
    await page.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: '4xx refused' }).click()
    await page.waitForURL('**status=4xx')
    await row(/GET \/nothing/).waitFor()
    // The row was there before: what is filtered is known by those that go.
    await expect.poll(() => row(/POST \/orders/).count()).toBe(0)
    await page.getByRole('searchbox', { name: /^Search id/ }).fill('no such thing')
    await page.getByRole('heading', { name: 'No request fits' }).waitFor()
    await page.goBack()
    await row(/POST \/orders/)
      .first()
      .waitFor()
  })

  it('stands still with the rows of its filter, when that is changed while it is paused', async () => {
    await open(page, LOG)
    await row(/POST \/orders/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: '4xx refused' }).click()
    await row(/GET \/nothing/).waitFor()
    await expect.poll(() => row(/POST \/orders/).count()).toBe(0)
    await page.getByRole('button', { name: 'Follow' }).waitFor()
  })

  it('says that a path is no endpoint', async () => {
    await open(page, `${LOG}?status=404`)
    await row(/GET \/nothing/).click()
    await page.getByText('There is no endpoint with this method and path.').waitFor()
  })
})

describe('both pages', () => {
  it.each(['light', 'dark'] as const)(
    'are accessible in %s, with panels and dialogs open',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      for (const path of [
        SETTINGS,
        `${SETTINGS}?create=1`,
        `${SETTINGS}?client=${credentials.clientId}`,
        LOG,
        `${LOG}?status=4xx&code=IP_NOT_ALLOWED`,
      ]) {
        await open(page, path)
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
        await page.waitForTimeout(300)
        expect(await checkAccessibility(page), path).toEqual([])
      }
    },
  )

  it('fit a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [SETTINGS, LOG, `${SETTINGS}?client=${credentials.clientId}`]) {
      await open(page, path)
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect(width, path).toBeLessThanOrEqual(390)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('revoke a client for ever, after a review', async () => {
    await open(page, `${SETTINGS}?client=${credentials.clientId}`)
    await page.getByRole('button', { name: 'Revoke', exact: true }).click()
    await page.getByRole('button', { name: 'Revoke client' }).click()
    await expect.poll(async () => (await requestToken(credentials)).status).toBe(401)
    await page.getByLabel('Show revoked').check()
    await row(/Web shop.*Revoked/).waitFor()
  })

  it('report nothing as wrong', () => {
    expect(errors).toEqual([])
  })
})
