import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext, signIn } from './browser.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let session: Awaited<ReturnType<typeof signIn>>
let page: Page

beforeAll(async () => {
  server = await startServer({ SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' })
  browser = await launchBrowser()
  session = await signIn(browser, server)
  page = await (await openContext(browser, session)).newPage()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const order = (customIdentifier: string) =>
  server.giftCards<{ transactionId: number }>('POST /orders', {
    ...{ productId: 5, quantity: 1, unitPrice: 5, customIdentifier },
  })

const FEED = '**/manage/v1/events?**'
const isPoll = (request: Request) => /\/manage\/v1\/events\?/.test(request.url())
const isLongPoll = (request: Request) => isPoll(request) && request.url().includes('wait=')

/** As a browser does when another tab comes to the front, and this one again. */
const setHidden = (tab: Page, isHidden: boolean) =>
  tab.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${isHidden} })
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => '${isHidden ? 'hidden' : 'visible'}',
    })
    document.dispatchEvent(new Event('visibilitychange'))
  `)

/** What the page has begun until now is among its requests when this is answered. */
const ROUND_TRIP = 'fetch("/manage/v1/session").then(() => undefined)'

/** A window of its own, whose clock the test can move. */
async function openWithClock(path: string): Promise<Page> {
  const tab = await (await openContext(browser, session)).newPage()
  await tab.clock.install()
  await Promise.all([tab.waitForRequest(isLongPoll), open(tab, path)])
  return tab
}

/** The order is in the list, or announced above it. */
const newsOf = (tab: Page, identifier: string) =>
  tab.getByRole('button', { name: '1 new' }).or(tab.getByText(identifier)).first()

describe('the feed', () => {
  it('leaves its connection to others while nobody sees the page, and misses nothing', async () => {
    await Promise.all([page.waitForRequest(isLongPoll), open(page, '/test/orders')])
    const begun: string[] = []
    page.on('request', (request) => isPoll(request) && begun.push(request.url()))
    const ended = page.waitForEvent('requestfailed', isLongPoll)
    await setHidden(page, true)
    expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED')
    await order('meanwhile')
    await page.evaluate(ROUND_TRIP)
    expect(begun).toEqual([])
    await setHidden(page, false)
    await newsOf(page, 'meanwhile').waitFor()
    expect(begun.length).toBeGreaterThan(0)
  })

  it('pauses after a failure, and goes on', async () => {
    const tab = await openWithClock('/test/orders')
    await setHidden(tab, true)
    // From here on only the test moves the clock.
    await tab.clock.pauseAt(Date.now() + 60_000)
    await tab.route(FEED, (route) => route.abort())
    const failed: string[] = []
    tab.on('requestfailed', (request) => isPoll(request) && failed.push(request.url()))
    await setHidden(tab, false)
    // Once more soon after, as every reading.
    while (failed.length < 2) await tab.clock.runFor(100)
    await tab.evaluate(ROUND_TRIP)
    await tab.clock.runFor(4_000)
    await tab.evaluate(ROUND_TRIP)
    expect(failed).toHaveLength(2)
    await tab.unroute(FEED)
    await Promise.all([tab.waitForRequest(isLongPoll), tab.clock.fastForward(10_000)])
    await tab.clock.resume()
    await order('afterwards')
    await newsOf(tab, 'afterwards').waitFor()
    await tab.context().close()
  })
})

describe('what is secret', () => {
  it('hides itself after a minute: the codes of an order', async () => {
    const { transactionId } = await order('to-be-revealed')
    const tab = await openWithClock(`/test/orders/${transactionId}`)
    await tab.getByRole('button', { name: 'Reveal the code' }).click()
    await tab.getByLabel('Reason').fill('To see it go')
    await tab.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click()
    await tab.getByText(/Hidden again in \d+ s/).waitFor()
    // As if the computer had slept: the clock is ahead, and timers that were due end once.
    await tab.clock.fastForward(30_000)
    await tab.getByText(/Hidden again in [12]?\d s/).waitFor()
    expect(await tab.locator('main').textContent()).toMatch(/\w{10}test/)
    await tab.clock.fastForward(30_000)
    await tab.getByText(/Hidden again/).waitFor({ state: 'detached' })
    expect(await tab.locator('main').textContent()).not.toMatch(/\w{10}test/)
    await tab.context().close()
  })

  it('hides itself after a minute: the secret of a webhook', async () => {
    const body = { url: 'http://127.0.0.1:9/hook', events: ['order.successful'] }
    const { id } = await server.manage<{ id: string }>('POST /webhook-endpoints', body)
    const tab = await openWithClock(`/test/developers/webhooks/${id}?tab=signing`)
    await tab.getByRole('button', { name: 'Show', exact: true }).click()
    const secret = tab.getByText(/^whsec_[\w+/]{43}=$/)
    await secret.waitFor()
    await tab.clock.fastForward(60_000)
    await tab.getByText(/^whsec_•+$/).waitFor()
    expect(await secret.count()).toBe(0)
    await tab.context().close()
  })
})

describe('the way back', () => {
  it('to a page that the browser has kept loads it afresh', async () => {
    await open(page, '/test/orders')
    await page.evaluate('window.isKept = true')
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))'),
    ])
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await page.evaluate('window.isKept')).toBeUndefined()
    expect(page.url()).toContain('/test/orders')
    await page.evaluate('window.isKept = true')
    await page.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }))')
    await page.getByRole('link', { name: 'Wallet' }).click()
    await page.getByRole('heading', { name: 'Wallet', level: 1 }).waitFor()
    expect(await page.evaluate('window.isKept')).toBe(true)
  })
})
