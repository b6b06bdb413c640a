import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility, settle } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { open } from './people.ts'
import { startLateServer } from './server.ts'

const DAY_MS = 86_400_000

/** For the server it is eight in the evening, and the next day in Tokyo. */
const evening = Math.floor(Date.now() / DAY_MS) * DAY_MS - 4 * 3_600_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const [today, tomorrow] = [dayOf(evening), dayOf(evening + DAY_MS)]

let page: Page
let orderId: number

ownerPerTest(
  async () => {
    const started = await startLateServer(Date.now() - evening)
    const body = { productId: 5, quantity: 1, unitPrice: 5 }
    const placed = await started.giftCards<{ transactionId: number }>('POST /orders', body)
    orderId = placed.transactionId
    return started
  },
  (its) => {
    page = its.page
  },
)

const row = () =>
  page
    .getByRole('row')
    .filter({ hasText: String(orderId) })
    .first()
const dialog = () => page.getByRole('dialog', { name: 'Time zone' })
const choice = () => dialog().getByRole('combobox', { name: 'Show times and days in' })

async function choose(name: string): Promise<void> {
  await choice().fill(name)
  await page.getByRole('option', { name }).click()
  await Promise.all([
    page.waitForEvent('load'),
    dialog().getByRole('button', { name: 'Save' }).click(),
  ])
}

async function openChoice(): Promise<void> {
  await page.getByRole('button', { name: /@/ }).click()
  await page.getByRole('menuitem', { name: 'Time zone UTC' }).click()
}

async function goToTokyo(): Promise<void> {
  await open(page, '/test/wallet')
  await openChoice()
  await choose('Asia/Tokyo')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** When the order was placed by what its page says, and the days that have it. */
async function expectOrder(day: string, hour: string, notOn: string): Promise<void> {
  await open(page, `/test/orders/${orderId}`)
  await page
    .getByText(new RegExp(`^${Number(day.slice(8))} .*, ${hour}:\\d\\d:\\d\\d$`))
    .first()
    .waitFor()
  for (const list of ['/test/orders', '/test/wallet']) {
    await open(page, `${list}?from=${day}&to=${day}`)
    await row().waitFor()
    await open(page, `${list}?from=${notOn}&to=${notOn}`)
    await page.getByRole('heading', { name: /^No (order fits|transfers)/ }).waitFor()
    expect(await row().count()).toBe(0)
  }
}

describe('the time zone', () => {
  it('is that of the computer at first', async () => {
    await expectOrder(today, '20', tomorrow)
  })

  it('is chosen from all there are, and the page stays', async () => {
    await open(page, `/test/wallet?from=${tomorrow}&to=${tomorrow}`)
    await openChoice()
    await page.locator('input:focus').and(choice()).waitFor()
    await choice().fill('new york')
    await page.getByRole('option', { name: 'America/New York' }).click()
    await dialog()
      .getByText(/^It is .* there\.$/)
      .waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await page.locator('button:focus', { hasText: '@' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Time zone UTC' }).click()
    await choose('Asia/Tokyo')
    await row().waitFor()
    expect(page.url()).toContain(`/test/wallet?from=${tomorrow}&to=${tomorrow}`)
  })

  it('is that of times, days and files from then on, and after a reload', async () => {
    await goToTokyo()
    await expectOrder(tomorrow, '05', today)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectOrder(tomorrow, '05', today)
    await page.goto(`/dashboard/test/orders/${orderId}`)
    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
    await settle(page)
    await page.locator('time').first().hover()
    await page.getByText('Japan Standard Time').waitFor()
    await open(page, `/test/wallet?from=${tomorrow}&to=${tomorrow}`)
    await page.getByRole('button', { name: 'Download' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ])
    expect(readFileSync(await file.path(), 'utf8')).toContain(String(orderId))
  })

  it('is the computer’s again by the palette', async () => {
    await goToTokyo()
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search pages, orders, gift cards').waitFor()
    await page.getByPlaceholder('Search pages, orders, gift cards').fill('time zone')
    await page.keyboard.press('Enter')
    await choose('This computer’s (UTC)')
    await expectOrder(today, '20', tomorrow)
  })
})
