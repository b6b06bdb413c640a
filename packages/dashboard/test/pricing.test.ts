import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { unique } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let page: Page

ownerPerTest(startServer, (its) => {
  ;({ server, page } = its)
})

const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
const row = (name: string) => page.getByRole('row', { name })

async function expectAccessible(): Promise<void> {
  expect(await checkAccessibility(page)).toEqual([])
}

/** An account of the demo person besides the demo account: nothing was set about it yet. */
async function newAccount(): Promise<string> {
  const name = unique('Shop')
  const opened = await page.request.post('/manage/v1/accounts', {
    headers: { origin: server.url },
    data: { name, countryCode: 'NG', currencyCode: 'NGN' },
  })
  expect(opened.status()).toBe(201)
  return name
}

/** As it is at first, for a second try as well. */
async function change(what: string, data: object): Promise<void> {
  const headers = { origin: server.url }
  const changed = await page.request.patch(`/manage/v1/operator/${what}`, { headers, data })
  expect(changed.status()).toBe(200)
}

/** Goes on in another account, as the switch at the top does. */
async function switchTo(account: string): Promise<void> {
  const who = page.getByRole('button', { name: /@/ })
  await who.click()
  await page.getByRole('menuitem', { name: account, exact: true }).click()
  await who.filter({ hasText: account }).waitFor()
}

describe('gift cards', () => {
  it('are found by a name that is spelt wrongly, and keep filters in the address', async () => {
    await page.goto('/dashboard/test/pricing/gift-cards')
    await page.getByLabel('Name, brand, country or id').fill('amazn us')
    await row('Amazon US').first().waitFor()
    await page.getByLabel('For an amount of').fill('25')
    await page.getByText('for 25 USD').first().waitFor()
    await page.waitForURL(/q=amazn.*amount=25/)
    await expectAccessible()
  })

  it('show what one costs, how it is redeemed and a program that orders it', async () => {
    await page.goto('/dashboard/test/pricing/gift-cards?q=amazon+us&amount=25')
    await page.getByText('for 25 USD').first().waitFor()
    await page.getByRole('link', { name: 'Amazon US', exact: true }).click()
    await heading('Amazon US').waitFor()
    // 25 USD at 570, a fee of 285 and 0.9 % off.
    await page.getByText('14,406.75 NGN').first().waitFor()
    await page.getByRole('heading', { name: 'How it is redeemed' }).waitFor()
    const code = page.locator('pre')
    for (const [language, says] of [
      ['curl', `"client_id": "${server.clientId}"`],
      ['Node.js', `clientId: '${server.clientId}'`],
      ['Python', '"unitPrice": 25.00'],
      ['PHP', "'productId' => 5"],
      ['Go', 'package main'],
    ] as const) {
      await page.getByRole('tab', { name: language }).click()
      // The client's id comes a moment later.
      await code.filter({ hasText: says }).waitFor()
    }
    await expectAccessible()
    await page.goBack()
    await page.getByText('for 25 USD').first().waitFor()
  })
})

describe('an operator', () => {
  it('sets a price of an account, which its people see', async () => {
    const account = await newAccount()
    await page.goto('/dashboard/operator')
    await row(account).click()
    await heading(account).waitFor()
    await page.getByRole('button', { name: 'Set a price' }).first().click()
    await page.getByText('A product', { exact: true }).click()
    await page.getByPlaceholder('Search for a gift card or brand').fill('amazon us')
    await page.getByRole('option', { name: 'Amazon US', exact: true }).click()
    await page.getByText('The catalogue says: 0.9% discount').waitFor()
    await page.getByLabel('Discount').fill('4.5')
    await page.getByRole('button', { name: 'Save' }).click()
    await row('Amazon US').waitFor()
    await expectAccessible()
    // What is set already is where the next change begins.
    await page.getByRole('button', { name: 'Set a price' }).click()
    await page.getByText('A product', { exact: true }).click()
    await page.getByPlaceholder('Search for a gift card or brand').fill('amazon us')
    await page.getByRole('option', { name: 'Amazon US', exact: true }).click()
    await page.getByText('These are its prices now').waitFor()
    await page.getByLabel('Fee per card').fill('0,5')
    await page.getByRole('button', { name: 'Save' }).click()
    await row('Amazon US').getByText('0.50 USD').waitFor()
    await row('Amazon US').getByText('4.5%').waitFor()
    await page.goto('/dashboard/test')
    await switchTo(account)
    await page.goto('/dashboard/test/pricing/gift-cards/5')
    await page.getByText('Your price').waitFor()
    await page.getByText('4.5%').waitFor()
  })

  it('enables live mode after typing the account’s name', async () => {
    const account = await newAccount()
    await page.goto('/dashboard/test')
    await switchTo(account)
    await page.goto('/dashboard/operator')
    await row(account).click()
    await page.getByRole('button', { name: 'Enable live mode' }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: 'Enable live mode' })
    await expect.poll(() => confirm.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill(account)
    await confirm.click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Live enabled').waitFor()
    // It is one's own account: its live pages are open at once.
    await page.getByText('Back to the account').click()
    await page.getByRole('radio', { name: 'Live' }).click()
    await page.waitForURL('**/dashboard/live**')
    await page.getByRole('link', { name: 'Wallet', exact: true }).click()
    await page.getByRole('button', { name: 'Request funding' }).first().waitFor()
  })

  it('changes terms of a product after seeing what they were', async () => {
    await change('products/5', { discountPercentage: '0.9' })
    await page.goto('/dashboard/operator/catalog?q=amazon+us&product=5')
    await page.getByLabel('Discount').fill('1,25')
    await page.getByRole('button', { name: 'Review' }).click()
    const review = page.getByRole('dialog', { name: 'Change these terms for every account?' })
    await review.getByText('discountPercentage').waitFor()
    await review.getByText('1.25').waitFor()
    await expectAccessible()
    await review.getByRole('button', { name: 'Change terms' }).click()
    await row('Amazon US').getByText('1.25%').first().waitFor()
  })

  it('confirms a rate that leaps by typing the currency', async () => {
    await change('rates/NGN', { perUsd: '570', force: true })
    await page.goto('/dashboard/operator/rates?currency=NGN')
    await page.getByLabel('NGN for 1 USD').fill('800')
    await page.getByText('That is a change of +40.4%').waitFor()
    const set = page.getByRole('button', { name: 'Set the rate' })
    await expect.poll(() => set.isDisabled()).toBe(true)
    await page.getByLabel('Type NGN to confirm').fill('NGN')
    await expectAccessible()
    await set.click()
    await row('NGN').getByText('800.00').waitFor()
  })

  it('verifies the ledger', async () => {
    await page.goto('/dashboard/operator/health')
    await page.getByRole('button', { name: 'Verify now' }).click()
    await page.getByText('In order', { exact: true }).first().waitFor()
    await expectAccessible()
  })
})
