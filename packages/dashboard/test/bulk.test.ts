import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { open, openAccount, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let page: Page

ownerPerTest(
  () => startServer({ SCRIP_DEMO_BALANCE: '100000000' }),
  (its) => {
    ;({ server, page } = its)
  },
)

const row = (text: string) => page.getByRole('row').filter({ hasText: text })
const button = (name: string | RegExp) => page.getByRole('button', { name })

interface Rewards {
  readonly csv: string
  /** E-mail addresses of the rows: two are ready, of two something is wrong. */
  readonly jane: string
  readonly joe: string
  readonly nobody: string
  readonly ann: string
}

/**
 * As a spreadsheet program in Europe saves it: semicolons, a comma in amounts, Windows-1252. For
 * others each time, as nothing is bought twice.
 */
function newRewards(): Rewards {
  const [jane, joe, ann] = ['jane', 'joe', 'ann'].map((name) => `${unique(name)}@example.com`)
  const nobody = unique('nobody')
  const csv =
    'Brand;Country;Value;E-mail;Phone;Note\n' +
    `Amazon;United States;10,00;${jane};;Zoë\n` +
    `Amazon;US;25;${joe};+1 857 918 4613;\n` +
    `Amazon;US;10;${nobody};;\n` +
    `Amazing;US;10;${ann};;\n`
  return { csv, jane, joe, nobody, ann } as Rewards
}

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
  await status('Draft').waitFor()
}

async function start(): Promise<void> {
  await button('Review and start').click()
  await page.getByRole('dialog').getByText('Price when checked').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: /^Buy / }).click()
}

/** Beside the name of the bulk order, not the row of one. */
const status = (name: string) => page.getByText(name, { exact: true }).first()

const ONE_BULK_ORDER = /\/manage\/v1\/bulk-orders\/\d+\?/

describe('a bulk order', () => {
  it('is explained where there is none', async () => {
    await openAccount(page, server, 'Nothing yet')
    await open(page, '/test/bulk-orders')
    await page.getByRole('heading', { name: 'No bulk orders yet' }).waitFor()
    await page.getByText('rewards.csv').waitFor()
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('is read from a file, whose columns are known or told, and says what each row costs', async () => {
    const { csv, jane, joe, nobody, ann } = newRewards()
    await choose('rewards.csv', csv.replace('Value', 'Worth'))
    await page.getByText('4 rows · separated by semicolons · Windows-1252').waitFor()
    await page.getByText('These columns are not used: Worth, Note.').waitFor()
    await page.getByText('Say what each card is worth').waitFor()
    await expect.poll(() => button('Check the rows').isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: 'Column for Face value' }).click()
    await page.getByRole('option', { name: 'Worth' }).click()
    await page.getByRole('option', { name: 'Worth' }).waitFor({ state: 'hidden' })
    await page.getByText('10,00, 25, 10').waitFor()
    await page.getByLabel('Default for Sender').fill('Acme')
    expect(await checkAccessibility(page)).toEqual([])
    await check()

    await row(jane).getByText('10.00 USD').waitFor()
    await row(joe).getByText('Ready').waitFor()
    await row(nobody).getByText('Recipient’s e-mail: this is not valid').waitFor()
    await row(ann).getByText('No product on sale has this name in US').waitFor()
    const found = await server.manage<{ total: number }>(`GET /orders?q=${jane}`)
    expect(found.total).toBe(0)
    await page.getByText('Invalid 2').click()
    await page.waitForURL('**?state=invalid')
    await row(jane).waitFor({ state: 'detached' })
    await page.goBack()
    await row(jane).waitFor()
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('buys what is ready after a look at what that costs, and the rest when it is corrected', async () => {
    const { csv, jane, nobody, ann } = newRewards()
    await choose('rewards.csv', csv)
    await check()
    await row(jane).getByText('Ready').waitFor()
    await start()
    await status('Completed').waitFor()
    await row(jane).getByText('Bought').waitFor()
    await row(jane)
      .getByRole('link', { name: /^Order \d+$/ })
      .click()
    await page.waitForURL('**/test/orders/*')
    await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor()
    await page.goBack()
    await row(jane).waitFor()

    const waiting = page.waitForEvent('download')
    await button('Rows not bought (CSV)').click()
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/^bulk-order-\d+-failed-rows\.csv$/)
    const failed = readFileSync(await file.path(), 'utf8')
    expect(failed).toContain('Invalid value provided for field recipientEmail')
    const bob = `${unique('bob')}@example.com`
    const name = unique('corrected')
    const corrected = failed.replace(`,${nobody},`, `,${bob},`).replace('Amazing', 'Amazon')
    await choose(`${name}.csv`, corrected)
    await check()
    await row(bob).getByText('Ready').waitFor()
    await row(ann).getByText('Ready').waitFor()
    await start()
    await status('Completed').waitFor()

    await open(page, '/test/bulk-orders')
    await row(name).getByText('2 of 2 bought').last().waitFor()
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('of the same file buys nothing twice, and says where it was bought', async () => {
    const { csv, jane } = newRewards()
    const name = unique('rewards')
    await choose(`${name}.csv`, csv)
    await check()
    await row(jane).getByText('Ready').waitFor()
    await start()
    await status('Completed').waitFor()
    await choose('again.csv', csv)
    await check()
    await page.getByText('2 rows were bought before and will not be bought again').waitFor()
    await row(jane).getByRole('link', { name, exact: true }).waitFor()
    expect(await button('Review and start').count()).toBe(0)
    await button('Discard').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await page.getByText('Discarded before it was started').waitFor()
    await page.getByRole('table').waitFor({ state: 'detached' })
    expect(await checkAccessibility(page)).toEqual([])
  })

  it('of twenty thousand rows can be paused and resumed', async () => {
    const shop = unique('shop')
    const lines = Array.from({ length: 20_000 }, (_, index) => `5,5,p${index}@${shop}.example\n`)
    await choose('everybody.csv', `productId,unitPrice,recipientEmail\n${lines.join('')}`)
    await page.getByText('20,000 rows').waitFor()
    await button('Check the rows').click()
    await page.getByText('Draft').first().waitFor({ timeout: 120_000 })
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
  }, 300_000)
})
