import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext, signIn, watchErrors } from './browser.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  server = await startServer({ SCRIP_DEMO_BALANCE: '100000000' })
  browser = await launchBrowser()
  const context = await openContext(browser, await signIn(browser, server))
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  errors = watchErrors(page)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const row = (text: string) => page.getByRole('row').filter({ hasText: text })
const button = (name: string | RegExp) => page.getByRole('button', { name })

/** As a spreadsheet program in Europe saves it: semicolons, a comma in amounts, Windows-1252. */
const rewards =
  'Brand;Country;Worth;E-mail;Phone;Note\n' +
  'Amazon;United States;10,00;jane@example.com;;Zoë\n' +
  'Amazon;US;25;joe@example.com;+1 857 918 4613;\n' +
  'Amazon;US;10;nobody;;\n' +
  'Amazing;US;10;ann@example.com;;\n'

async function choose(name: string, content: string | Buffer): Promise<void> {
  await open(page, '/test/bulk-orders/new')
  const buffer = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const file = { name, mimeType: 'text/csv', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { name: 'Columns' }).waitFor()
}

async function check(): Promise<void> {
  await button('Check the rows').click()
  await page.waitForURL(/\/test\/bulk-orders\/\d+$/)
  await page.getByText('Draft').first().waitFor()
}

async function start(): Promise<void> {
  await button('Review and start').click()
  await page.getByRole('dialog').getByText('Price when checked').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: /^Buy / }).click()
}

const ONE_BULK_ORDER = /\/manage\/v1\/bulk-orders\/\d+\?/

describe('a bulk order', () => {
  it('is explained where there is none', async () => {
    await open(page, '/test/bulk-orders')
    await page.getByRole('heading', { name: 'No bulk orders yet' }).waitFor()
    await page.getByText('rewards.csv').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('is read from a file, whose columns are known or told', async () => {
    await choose('rewards.csv', rewards)
    await page.getByText('4 rows · separated by semicolons · Windows-1252').waitFor()
    await page.getByText('These columns are not used: Worth, Note.').waitFor()
    await page.getByText('Say what each card is worth').waitFor()
    expect(await button('Check the rows').isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: 'Column for Face value' }).click()
    await page.getByRole('option', { name: 'Worth' }).click()
    await page.getByRole('option', { name: 'Worth' }).waitFor({ state: 'hidden' })
    await page.getByText('10,00, 25, 10').waitFor()
    await page.getByLabel('Default for Sender').fill('Acme')
    expect(await checkAccessibility(page)).toEqual([])
    await check()
  })

  it('says of every row what it costs or what is wrong with it, and buys nothing', async () => {
    await row('jane@example.com').getByText('10.00 USD').waitFor()
    await row('joe@example.com').getByText('Ready').waitFor()
    await row('nobody').getByText('Recipient’s e-mail: this is not valid').waitFor()
    await row('ann@example.com').getByText('No product on sale has this name in US').waitFor()
    const { content } = await server.manage<{ content: readonly unknown[] }>('GET /orders')
    expect(content).toEqual([])
    await page.getByText('Invalid 2').click()
    await page.waitForURL('**?state=invalid')
    await row('jane@example.com').waitFor({ state: 'detached' })
    await page.goBack()
    await row('jane@example.com').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('buys the others after a look at what that costs', async () => {
    await start()
    await page.getByText('Completed').first().waitFor()
    await row('jane@example.com').getByText('Bought').waitFor()
    await row('jane@example.com')
      .getByRole('link', { name: /^Order \d+$/ })
      .click()
    await page.waitForURL('**/test/orders/*')
    await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor()
    await page.goBack()
    await row('jane@example.com').waitFor()
  })

  it('gives the rows that were not bought as a file, which buys them when corrected', async () => {
    const waiting = page.waitForEvent('download')
    await button('Rows not bought (CSV)').click()
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/^bulk-order-\d+-failed-rows\.csv$/)
    const csv = readFileSync(await file.path(), 'utf8')
    expect(csv).toContain('Invalid value provided for field recipientEmail')
    await choose(
      'corrected.csv',
      csv.replace(',nobody,', ',bob@example.com,').replace('Amazing', 'Amazon'),
    )
    await check()
    await row('bob@example.com').getByText('Ready').waitFor()
    await row('ann@example.com').getByText('Ready').waitFor()
    await start()
    await page.getByText('Completed').first().waitFor()
  })

  it('of the same file buys nothing twice, and says where it was bought', async () => {
    await choose('rewards.csv', rewards.replaceAll('Worth', 'Value'))
    await page.getByLabel('Default for Sender').fill('Acme')
    await check()
    await page.getByText('2 rows were bought before and will not be bought again').waitFor()
    await row('jane@example.com').getByRole('link', { name: 'rewards', exact: true }).waitFor()
    expect(await button('Review and start').count()).toBe(0)
    await button('Discard').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await page.getByText('Discarded before it was started').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('of twenty thousand rows can be paused and resumed', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `5,5,p${index}@example.com\n`)
    await choose('everybody.csv', `productId,unitPrice,recipientEmail\n${lines.join('')}`)
    await page.getByText('20,000 rows').waitFor()
    await button('Check the rows').click()
    await page.getByText('Draft').first().waitFor({ timeout: 60_000 })
    await page.getByText('1–50 of 20,000').waitFor()
    await start()
    await button('Pause').waitFor()
    // A page that cannot be read anew stays as it was, and says so.
    await page.route(ONE_BULK_ORDER, (route) => route.abort())
    await button('Pause').click()
    await page.getByRole('alert').waitFor()
    await page.getByText('1–50 of 20,000').waitFor()
    await page.unroute(ONE_BULK_ORDER)
    await page.reload()
    await page.getByText('Paused').first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await button('Resume').click()
    await page.getByText(/left$/).first().waitFor()
    await button('Cancel the rest').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Cancel .* rows$/ })
      .click()
    await page.getByText('Cancelled').first().waitFor()
  }, 120_000)

  it('stands in the list with the others', async () => {
    await open(page, '/test/bulk-orders')
    await row('corrected').getByText('2 of 2 bought').last().waitFor()
    await row('rewards').first().waitFor()
    expect(await checkAccessibility(page)).toEqual([])
    expect(errors).toEqual([])
  })
})
