import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page, Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ownerPerTest } from './page-per-test.ts'
import { open, openLive, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let page: Page

ownerPerTest(
  () => startServer({ SCRIP_WEBHOOKS_ALLOW_PRIVATE: 'on' }),
  (its) => {
    ;({ server, page } = its)
  },
)

const order = (customIdentifier: string) =>
  server.giftCards<{ transactionId: number }>('POST /orders', {
    ...{ productId: 5, quantity: 1, unitPrice: 5, customIdentifier },
  })

const FEED = '**/manage/v1/events?**'
const isPoll = (request: Request) => /\/manage\/v1\/events\?/.test(request.url())
const isLongPoll = (request: Request) => isPoll(request) && request.url().includes('wait=')

/** As a browser does when another tab comes to the front, and this one again. */
const setHidden = (isHidden: boolean) =>
  page.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${isHidden} })
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => '${isHidden ? 'hidden' : 'visible'}',
    })
    document.dispatchEvent(new Event('visibilitychange'))
  `)

/** What the page has begun until now is among its requests when this is answered. */
const ROUND_TRIP = 'fetch("/manage/v1/session").then(() => undefined)'

/** The test can move the clock of the page. */
async function openWithClock(path: string): Promise<void> {
  await page.clock.install()
  await openLive(page, path)
}

/** The order is in the list, or announced above it. */
const newsOf = (identifier: string) =>
  page.getByRole('button', { name: '1 new' }).or(page.getByText(identifier)).first()

describe('the feed', () => {
  it('leaves its connection to others while nobody sees the page, and misses nothing', async () => {
    const meanwhile = unique('meanwhile')
    await openLive(page, '/test/orders')
    const begun: string[] = []
    page.on('request', (request) => isPoll(request) && begun.push(request.url()))
    const ended = page.waitForEvent('requestfailed', isLongPoll)
    await setHidden(true)
    expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED')
    await order(meanwhile)
    await page.evaluate(ROUND_TRIP)
    expect(begun).toEqual([])
    await setHidden(false)
    await newsOf(meanwhile).waitFor()
    expect(begun.length).toBeGreaterThan(0)
  })

  it('misses nothing that happened before it knew where it ends', async () => {
    const earlier = unique('earlier')
    await order(earlier)
    const begins = Promise.withResolvers<void>()
    await page.route(FEED, async (route) => {
      await begins.promise
      await route.fallback()
    })
    await page.clock.install()
    await Promise.all([page.waitForRequest(isPoll), open(page, '/test/orders')])
    await page.getByText(earlier).waitFor()
    const meanwhile = unique('meanwhile')
    await order(meanwhile)
    await page.clock.fastForward(1_000)
    begins.resolve()
    await page.getByText(meanwhile).waitFor()
  })

  it('pauses after a failure, and goes on', async () => {
    await openWithClock('/test/orders')
    await setHidden(true)
    // From here on only the test moves the clock.
    await page.clock.pauseAt(Date.now() + 60_000)
    await page.route(FEED, (route) => route.abort())
    const failed: string[] = []
    page.on('requestfailed', (request) => isPoll(request) && failed.push(request.url()))
    await setHidden(false)
    // Once more soon after, as every reading.
    while (failed.length < 2) await page.clock.runFor(100)
    await page.evaluate(ROUND_TRIP)
    await page.clock.runFor(4_000)
    await page.evaluate(ROUND_TRIP)
    expect(failed).toHaveLength(2)
    await page.unroute(FEED)
    await Promise.all([page.waitForRequest(isLongPoll), page.clock.fastForward(10_000)])
    await page.clock.resume()
    const afterwards = unique('afterwards')
    await order(afterwards)
    await newsOf(afterwards).waitFor()
  })
})

describe('what is secret', () => {
  it('hides itself after a minute: the codes of an order', async () => {
    const { transactionId } = await order(unique('to-be-revealed'))
    await openWithClock(`/test/orders/${transactionId}`)
    await page.getByRole('button', { name: 'Reveal the code' }).click()
    await page.getByLabel('Reason').fill('To see it go')
    await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click()
    await page.getByText(/Hidden again in \d+ s/).waitFor()
    // As if the computer had slept: the clock is ahead, and timers that were due end once.
    await page.clock.fastForward(30_000)
    await page.getByText(/Hidden again in [12]?\d s/).waitFor()
    await expect.poll(() => page.locator('main').textContent()).toMatch(/\w{10}test/)
    await page.clock.fastForward(30_000)
    await page.getByText(/Hidden again/).waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('main').textContent()).not.toMatch(/\w{10}test/)
  })

  it('hides itself after a minute: the secret of a webhook', async () => {
    const body = { url: 'http://127.0.0.1:9/hook', events: ['order.successful'] }
    const { id } = await server.manage<{ id: string }>('POST /webhook-endpoints', body)
    await openWithClock(`/test/developers/webhooks/${id}?tab=signing`)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    const secret = page.getByText(/^whsec_[\w+/]{43}=$/)
    await secret.waitFor()
    await page.clock.fastForward(60_000)
    await page.getByText(/^whsec_•+$/).waitFor()
    await secret.waitFor({ state: 'detached' })
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

describe('an order', () => {
  it('shows what its webhook is answered while somebody looks', async () => {
    const asked = Promise.withResolvers<void>()
    const answers = Promise.withResolvers<void>()
    const hook = createServer(async (_request, response) => {
      asked.resolve()
      await answers.promise
      response.writeHead(204).end()
    })
    hook.listen(0, '127.0.0.1')
    await once(hook, 'listening')
    const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
    const endpoint = await server.manage<{ id: string }>('POST /webhook-endpoints', {
      ...{ url, events: ['order.successful'] },
    })
    const { transactionId } = await order(unique('told'))
    await asked.promise
    await open(page, `/test/orders/${transactionId}`)
    await page.getByText('order.successful').waitFor()
    expect(await page.getByText('Webhook answered').count()).toBe(0)
    answers.resolve()
    await page.getByText('Webhook answered 204').waitFor()
    await server.manage(`DELETE /webhook-endpoints/${endpoint.id}`)
    hook.close()
  })
})
