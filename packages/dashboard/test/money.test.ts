import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, launchBrowser, openContext, type Session, signIn } from './browser.ts'
import { pagePerTest } from './page-per-test.ts'
import { newcomer, open, openAccount, signUp, unique } from './people.ts'
import { type Server, startServer } from './server.ts'

const shell = promisify(execFile)

let server: Server
let browser: Browser
let session: Session
/** Runs the platform, and owns the demo account. */
let operator: Page
/** Gets an account of her own. */
let customer: Page

beforeAll(async () => {
  server = await startServer({ SCRIP_FUNDING_INSTRUCTIONS: 'First Bank, account 0123456789' })
  browser = await launchBrowser()
  session = await signIn(browser, server)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

pagePerTest(
  () => openContext(browser, session),
  (its) => {
    operator = its
  },
)

pagePerTest(
  () => openContext(browser, server),
  (its) => {
    customer = its
  },
)

/** Lets the account of somebody into live mode. */
async function enableLive(person: Page): Promise<void> {
  const { account } = await (await person.request.get('/manage/v1/session')).json()
  const enable = `/manage/v1/operator/accounts/${account.id}/enable-live`
  const headers = { origin: server.url }
  expect((await operator.request.post(enable, { headers })).status()).toBe(200)
}

async function askForFunding(person: Page, amount: string): Promise<void> {
  const ask = { headers: { origin: server.url }, data: { amount } }
  const asked = await person.request.post('/manage/v1/funding-requests?mode=live', ask)
  expect(asked.status()).toBe(201)
}

const section = (page: Page, name: string) =>
  page.locator('section', { has: page.getByRole('heading', { name, exact: true }) })

describe('the first steps', () => {
  it('are three calls from the page, checked off as they arrive', async () => {
    await signUp(customer, newcomer('Ada'), 'Northwind')
    const steps = section(customer, 'First steps')
    await steps.getByText('0 of 3 done').waitFor()
    expect(await checkAccessibility(customer)).toEqual([])
    await steps.getByRole('button', { name: 'Create a test client' }).click()
    await steps.getByText('shown only now').waitFor()
    await expect.poll(() => steps.locator('pre').count()).toBe(3)
    const [token, catalogue, order] = await steps.locator('pre').allInnerTexts()
    const run = async (...lines: readonly (string | undefined)[]) =>
      (await shell('sh', ['-c', lines.join('\n')])).stdout

    expect(await run(token, catalogue)).toContain('"productName"')
    await steps.getByText('2 of 3 done').waitFor()
    expect(await run(token, order)).toContain('"status":"SUCCESSFUL"')
    await steps.waitFor({ state: 'detached' })
    const recent = section(customer, 'Recent orders')
    await recent.getByText('Amazon US').waitFor()
    await customer.getByText('Nothing needs you').waitFor()
  })
})

describe('the wallet', () => {
  it('has test funds as soon as they are added, and a line for them in the statement', async () => {
    await openAccount(customer, server, 'Northwind')
    await open(customer, '/test/wallet')
    await customer.getByRole('button', { name: 'Add test funds' }).click()
    const dialog = customer.getByRole('dialog')
    await dialog.getByLabel('Amount', { exact: true }).fill('2500.50')
    expect(await checkAccessibility(customer)).toEqual([])
    await dialog.getByRole('button', { name: 'Add 2,500.50 EUR' }).click()
    await dialog.waitFor({ state: 'detached' })
    const first = section(customer, 'Statement').locator('tbody tr').first()
    await first.getByText('+2,500.50').waitFor()
    await first.click()
    const transfer = customer.getByRole('dialog')
    await transfer.getByText('−2,500.50 EUR').waitFor()
    expect(customer.url()).toMatch(/transfer=\d+/)
    expect(await checkAccessibility(customer)).toEqual([])
    await customer.goBack()
    await transfer.waitFor({ state: 'detached' })
    await open(customer, '/test/wallet?transfer=1')
    await transfer.getByText('There is no such transfer').waitFor()
    await customer.keyboard.press('Escape')
    await transfer.waitFor({ state: 'detached' })
  })

  it('warns when the balance is below its alert, here and at home', async () => {
    await openAccount(customer, server, 'Northwind')
    await open(customer, '/test/wallet')
    await customer.getByRole('button', { name: /Low balance alert/ }).click()
    const dialog = customer.getByRole('dialog')
    await dialog.getByLabel('Alert below').fill('9000000')
    await dialog.getByRole('button', { name: 'Save alert' }).click()
    await customer.getByText('The balance is below the alert').waitFor()
    await open(customer, '/test')
    await customer.getByRole('link', { name: /below your alert/ }).click()
    await customer.waitForURL('**/dashboard/test/wallet')
  })

  it('says what it held at the end of any day, and gives the statement as files', async () => {
    await openAccount(customer, server, 'Northwind')
    await open(customer, '/test/wallet')
    const statement = section(customer, 'Statement')
    await statement.getByLabel('Balance at the end of').fill('2020-01-01')
    await statement.getByText('0.00 EUR', { exact: true }).waitFor()
    for (const [format, begins] of [
      ['PDF', '%PDF-'],
      ['CSV', 'transfer,'],
    ] as const) {
      await statement.getByRole('button', { name: 'Download statement' }).click()
      const [download] = await Promise.all([
        customer.waitForEvent('download'),
        customer.getByRole('menuitem', { name: format }).click(),
      ])
      const stream = await download.createReadStream()
      const [piece] = await stream.toArray()
      stream.destroy()
      expect(String(piece).slice(0, begins.length)).toBe(begins)
    }
  })
})

describe('live funding', () => {
  it('is asked for by one person and approved by another, with the exact ledger lines', async () => {
    const account = unique('Northwind')
    await openAccount(customer, server, account)
    await enableLive(customer)
    await open(customer, '/live/wallet')
    await customer.getByRole('button', { name: 'Request funding' }).first().click()
    const dialog = customer.getByRole('dialog')
    await dialog.getByLabel('Amount to pay').fill('1,000.50')
    await dialog.getByLabel('Note').fill('Cards for December')
    await dialog.getByRole('button', { name: 'Review' }).click()
    await dialog.getByText('−1,000.50 EUR').waitFor()
    await dialog.getByRole('button', { name: 'Request 1,000.50 EUR' }).click()
    await dialog.getByText('First Bank, account 0123456789').waitFor()
    const reference = (await dialog.getByText(/^RF\d+$/).textContent()) ?? ''
    await dialog.getByRole('button', { name: 'Done' }).click()
    await section(customer, 'Funding requests').getByText('Pending').waitFor()
    expect(await checkAccessibility(customer)).toEqual([])

    await open(operator, '/test')
    await operator.getByRole('link', { name: /Review funding requests/ }).click()
    await operator.getByRole('row').filter({ hasText: reference }).click()
    const review = operator.getByRole('dialog')
    await review.getByText('Cards for December').waitFor()
    await review.getByLabel('What has arrived').fill('990.25')
    await review.getByText('+990.25 EUR').waitFor()
    expect(await checkAccessibility(operator)).toEqual([])
    await review.getByRole('button', { name: 'Approve 990.25 EUR' }).click()
    await operator.getByText(`990.25 EUR is in the wallet of ${account}`).waitFor()
    await operator.getByRole('row').filter({ hasText: reference }).waitFor({ state: 'detached' })

    // The customer has not touched the page meanwhile.
    await section(customer, 'Funding requests').getByText('Approved', { exact: true }).waitFor()
    await customer.getByText('990.25 available').waitFor()
  })

  it('is declined with a reason, which the account reads', async () => {
    const account = unique('Northwind')
    await openAccount(customer, server, account)
    await enableLive(customer)
    await askForFunding(customer, '5')
    await open(customer, '/live/wallet')
    await section(customer, 'Funding requests').getByText('Pending').waitFor()
    await open(operator, '/operator/funding-requests')
    await operator.getByRole('row').filter({ hasText: account }).click()
    await operator.getByRole('button', { name: 'Decline', exact: true }).click()
    const dialog = operator.getByRole('dialog', { name: 'Decline funding request' })
    await dialog.getByLabel('Reason').fill('Nothing arrived')
    await dialog.getByRole('button', { name: 'Decline request' }).click()
    await operator.getByText('The request was declined').waitFor()
    await section(customer, 'Funding requests').getByText('Nothing arrived').waitFor()
  })

  it('is not approved by the one who asked, which the button says before it is tried', async () => {
    await enableLive(operator)
    await askForFunding(operator, '7')
    await open(operator, '/operator/funding-requests')
    await operator.getByRole('row').filter({ hasText: '7.00' }).first().click()
    const review = operator.getByRole('dialog')
    await review.getByText('You requested this yourself').waitFor()
    const approve = review.getByRole('button', { name: 'Approve 7.00 NGN' })
    await expect.poll(() => approve.isDisabled()).toBe(true)
    expect(await checkAccessibility(operator)).toEqual([])
  })
})
