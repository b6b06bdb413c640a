import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility, settle } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { open, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

const SETTINGS = '/test/developers/api-settings'
const LOG = '/test/developers/requests'

interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

let server: Server
let page: Page

ownerPerTest(startServer, (its) => {
  ;({ server, page } = its)
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

interface Client extends Credentials {
  readonly name: string
}

async function newClient(): Promise<Client> {
  const name = unique('Shop')
  return { name, ...(await server.manage<Credentials>('POST /clients', { name })) }
}

/** Two requests: for the token and for the order. */
async function placeOrder(client: Client): Promise<{ id: string; customIdentifier: string }> {
  const { access_token: token } = (await (await requestToken(client)).json()) as {
    access_token: string
  }
  const customIdentifier = unique('journey')
  const body = { productId: 5, quantity: 1, unitPrice: 5, customIdentifier }
  const response = await post('/orders', body, token)
  const { transactionId } = (await response.json()) as { transactionId: number }
  return { id: String(transactionId), customIdentifier }
}

/** A request to an endpoint that there is not, and the row of it. */
async function ask(): Promise<Locator> {
  const path = `/nothing/${unique('at')}`
  await server.giftCards(`GET ${path}`).catch(() => undefined)
  return row(new RegExp(`GET ${path} `))
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
    const name = unique('Web shop')
    await open(page, SETTINGS)
    await page.getByRole('button', { name: 'Create client' }).click()
    const dialog = page.getByRole('dialog', { name: 'Create client' })
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Create client' }).click()
    const credentials = await readOnce()
    expect((await requestToken(credentials)).status).toBe(200)
    await row(name).waitFor()
    expect(await page.content()).not.toContain(credentials.clientSecret)
  })

  it('shows the secret of a client though somebody tried to close the dialog meanwhile', async () => {
    const { promise: isClosed, resolve: closed } = Promise.withResolvers<void>()
    await page.route('**/manage/v1/clients?*', async (route) => {
      if (route.request().method() === 'POST') await isClosed
      await route.fallback()
    })
    await open(page, `${SETTINGS}?create=1`)
    const dialog = page.getByRole('dialog', { name: 'Create client' })
    await dialog.getByLabel('Name').fill(unique('Slow shop'))
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    await dialog.getByRole('button', { name: 'Create client' }).click()
    await asked
    await page.keyboard.press('Escape')
    closed()
    expect((await requestToken(await readOnce())).status).toBe(200)
  })

  it('binds a client to addresses, and the log explains what came from elsewhere', async () => {
    const client = await newClient()
    await open(page, SETTINGS)
    await row(client.name).click()
    const panel = page.getByRole('dialog', { name: client.name })
    await panel.getByLabel('Allowed IPs').fill('192.0.2.1')
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Changed, for every request from now on.').waitFor()
    await expect.poll(async () => (await requestToken(client)).status).toBe(403)
    await open(page, `${LOG}?code=IP_NOT_ALLOWED&client=${client.clientId}`)
    await row(/IP_NOT_ALLOWED/)
      .first()
      .click()
    await page.getByText('The client is bound to addresses').waitFor()
    await open(page, `${SETTINGS}?client=${client.clientId}`)
    await panel.locator('.mantine-Pill-remove').click()
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect.poll(async () => (await requestToken(client)).status).toBe(200)
  })

  it('rotates a secret, and the one before works as well', async () => {
    const client = await newClient()
    await open(page, `${SETTINGS}?client=${client.clientId}`)
    await page.getByRole('button', { name: 'Rotate secret' }).click()
    await page.getByRole('button', { name: 'Make a new secret' }).click()
    const rotated = await readOnce()
    expect(rotated.clientId).toBe(client.clientId)
    expect(rotated.clientSecret).not.toBe(client.clientSecret)
    await expect.poll(async () => (await requestToken(rotated)).status).toBe(200)
    expect((await requestToken(client)).status).toBe(200)
    await row(client.name).getByText('Two secrets').waitFor()
  })
})

describe('the request log', () => {
  it('follows what programs send, and leads to the order', async () => {
    const client = await newClient()
    await open(page, LOG)
    const { id, customIdentifier } = await placeOrder(client)
    await row(new RegExp(`POST /orders .*${client.name}.*${id}`)).click()
    const panel = page.getByRole('dialog', { name: /POST \/orders/ })
    await panel.getByText(`"customIdentifier": "${customIdentifier}"`).first().waitFor()
    expect(await panel.textContent()).not.toContain('Bearer ey')
    expect(page.url()).toContain('request=req_')
    await panel.getByRole('link', { name: id, exact: true }).click()
    await page.waitForURL(`**/test/orders/${id}`)
  })

  it('stands still while it is paused, and says how much has come', async () => {
    const client = await newClient()
    const before = await placeOrder(client)
    await open(page, LOG)
    await row(new RegExp(before.id)).waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Follow' }).waitFor()
    const { id } = await placeOrder(client)
    await page.getByRole('button', { name: '2 new' }).click()
    await row(new RegExp(id)).waitFor()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
  })

  it('keeps its filters in the address, and the back button undoes them', async () => {
    const order = await placeOrder(await newClient())
    const asked = await ask()
    await open(page, LOG)
    await row(new RegExp(order.id)).waitFor()
    await page.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: '4xx refused' }).click()
    await page.waitForURL('**status=4xx')
    // The row was there before: what is filtered is known by those that go.
    await row(new RegExp(order.id)).waitFor({ state: 'detached' })
    await asked.waitFor()
    await page.getByRole('searchbox', { name: /^Search id/ }).fill('no such thing')
    await page.getByRole('heading', { name: 'No request fits' }).waitFor()
    await page.goBack()
    await row(new RegExp(order.id)).waitFor()
  })

  it('stands still with the rows of its filter, when that is changed while it is paused', async () => {
    const order = await placeOrder(await newClient())
    const asked = await ask()
    await open(page, LOG)
    await row(new RegExp(order.id)).waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: '4xx refused' }).click()
    await row(new RegExp(order.id)).waitFor({ state: 'detached' })
    await asked.waitFor()
    await page.getByRole('button', { name: 'Follow' }).waitFor()
  })

  it('says that a path is no endpoint', async () => {
    const asked = await ask()
    await open(page, `${LOG}?status=404`)
    await asked.click()
    await page.getByText('There is no endpoint with this method and path.').waitFor()
  })
})

describe('both pages', () => {
  it.each(['light', 'dark'] as const)(
    'are accessible in %s, with panels and dialogs open',
    async (colorScheme) => {
      const { clientId } = await newClient()
      await page.emulateMedia({ colorScheme })
      for (const path of [
        SETTINGS,
        `${SETTINGS}?create=1`,
        `${SETTINGS}?client=${clientId}`,
        LOG,
        `${LOG}?status=4xx&code=IP_NOT_ALLOWED`,
      ]) {
        await open(page, path)
        await settle(page)
        expect(await checkAccessibility(page), path).toEqual([])
      }
    },
  )

  it('fit a phone', async () => {
    const { clientId } = await newClient()
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [SETTINGS, LOG, `${SETTINGS}?client=${clientId}`]) {
      await open(page, path)
      await settle(page)
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect(width, path).toBeLessThanOrEqual(390)
    }
  })

  it('revoke a client for ever, after a review', async () => {
    const client = await newClient()
    await open(page, `${SETTINGS}?client=${client.clientId}`)
    await page.getByRole('button', { name: 'Revoke', exact: true }).click()
    await page.getByRole('button', { name: 'Revoke client' }).click()
    await expect.poll(async () => (await requestToken(client)).status).toBe(401)
    await page.getByLabel('Show revoked').check()
    await row(client.name).getByText('Revoked').waitFor()
  })
})
