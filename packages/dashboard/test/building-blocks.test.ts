import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility, settle } from './browser.ts'
import { ownerPerTest } from './page-per-test.ts'
import { open } from './people.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let page: Page

ownerPerTest(startServer, (its) => {
  ;({ server, page } = its)
})

describe('an amount', () => {
  it('is grouped when one leaves it and plain while one types', async () => {
    await open(page, '/test/wallet')
    await page.getByRole('button', { name: 'Add test funds' }).click()
    const dialog = page.getByRole('dialog')
    const field = dialog.getByRole('textbox', { name: 'Amount' })
    await field.fill('1250000.5')
    expect(await field.inputValue()).toBe('1250000.5')
    await dialog.getByRole('button', { name: 'Add 1,250,000.50 NGN' }).focus()
    await expect.poll(() => field.inputValue()).toBe('1,250,000.50')
    await field.focus()
    await expect.poll(() => field.inputValue()).toBe('1250000.5')
    await page.keyboard.type('7')
    expect(await field.inputValue()).toBe('7')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })
})

describe('a search', () => {
  const search = () => page.getByRole('searchbox', { name: 'Name, brand, country or id' })

  it('leaves a space to whoever is still typing', async () => {
    await open(page, '/test/pricing/gift-cards')
    await search().pressSequentially('amazon ')
    await page.waitForURL(/q=amazon$/)
    await search().pressSequentially('us')
    await page.waitForURL(/q=amazon\+us$/)
    expect(await search().inputValue()).toBe('amazon us')
  })

  it('follows the address', async () => {
    await open(page, '/test/pricing/gift-cards?q=amazon')
    await search().fill('amazon us')
    await page.waitForURL(/q=amazon\+us$/)
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('us'))
    const said = () => new URL(page.url()).searchParams.get('q') ?? ''
    await expect.poll(async () => (await search().inputValue()) === said()).toBe(true)
  })
})

describe('a table', () => {
  it('keeps its rows when reading them again fails', async () => {
    await server.giftCards('GET /products?size=1')
    await open(page, '/test/developers/requests')
    const row = page.getByRole('row', { name: /GET .*products/ }).first()
    await row.waitFor()
    await page.route('**/manage/v1/requests?*', (route) => route.abort())
    await page.getByRole('alert').waitFor()
    expect(await row.isVisible()).toBe(true)
  })
})

describe('the columns of a table', () => {
  const head = (name: string) => page.getByRole('columnheader', { name, exact: true })
  const heads = () => page.getByRole('columnheader').allTextContents()
  const menu = () => page.getByRole('button', { name: 'Columns' })
  const item = (name: string) => page.getByRole('menuitemcheckbox', { name, exact: true })

  it('are chosen, stand in the address and are there the next time', async () => {
    await open(page, '/test/developers/requests')
    await head('Status').waitFor()
    const usual = await heads()
    await menu().click()
    await expect.poll(() => menu().getAttribute('aria-expanded')).toBe('true')
    await item('Request id').click()
    await head('Request id').waitFor()
    await item('Client').click()
    await head('Client').waitFor({ state: 'detached' })
    expect(await checkAccessibility(page)).toEqual([])
    await page.waitForURL('**/requests?columns=*')
    const chosen = await heads()
    expect(new URL(page.url()).searchParams.get('columns')).toBe(
      'status,request,order,id,duration,when',
    )
    await page.reload()
    await head('Request id').waitFor()
    await expect.poll(heads).toEqual(chosen)
    await open(page, '/test/developers/requests')
    await page.waitForURL('**/requests?columns=*')
    await expect.poll(heads).toEqual(chosen)
    await menu().click()
    await page.getByRole('menuitem', { name: 'Reset columns' }).click()
    await page.waitForURL('**/requests')
    await expect.poll(heads).toEqual(usual)
  })

  it('are those of a link, at least one, and what was chosen is kept', async () => {
    await open(page, '/test/developers/requests')
    await menu().click()
    await item('Order').click()
    await head('Order').waitFor({ state: 'detached' })
    await open(page, '/test/developers/requests?columns=status,nonsense')
    await head('Status').waitFor()
    await expect.poll(heads).toEqual(['Status'])
    await menu().click()
    await item('Client').waitFor()
    expect(await item('Status').isDisabled()).toBe(true)
    expect(await item('Client').isEnabled()).toBe(true)
    await open(page, '/test/developers/requests')
    await head('Client').waitFor()
    await expect.poll(heads).not.toContain('Order')
  })

  it('that were asked for are shown on a phone, and the page is no wider for them', async () => {
    await server.giftCards('GET /products?size=1')
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, '/test/developers/requests?columns=status,request,client,id,when')
    await head('Client').waitFor()
    await page.locator('[data-overflows="true"]').waitFor()
    // Its column says when: the line beneath the request does not say it again.
    const times = page
      .getByRole('row', { name: /GET .*products/ })
      .first()
      .locator('time')
    await times.first().waitFor()
    expect(await times.count()).toBe(1)
    await expect
      .poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth'))
      .toBe(0)
  })
})

describe('the rows of all tables', () => {
  const rowHeight = async () =>
    (await page.getByRole('row').nth(1).boundingBox())?.height ?? Number.NaN

  it('are compact for whoever wants more of them, from the first moment on', async () => {
    await open(page, '/test/pricing/gift-cards')
    await page.getByRole('row', { name: /1-800-Flowers/ }).waitFor()
    const before = await rowHeight()
    expect(before).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemradio', { name: 'Compact' }).click()
    await expect.poll(rowHeight).toBeLessThan(before)
    await open(page, '/test/developers/requests')
    await page.locator('[data-density]').first().waitFor()
    expect(await page.locator('[data-density]').first().getAttribute('data-density')).toBe(
      'compact',
    )
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemradio', { name: 'Comfortable' }).click()
    await page.locator('[data-density="comfortable"]').waitFor()
  })
})

describe('the head of a table', () => {
  /** Beneath what stands at the top of every page. */
  const TOP = 80

  const headTop = async () =>
    (await page.getByRole('columnheader').first().boundingBox())?.y ?? Number.NaN

  it('stays in sight on a long page, in a section as well', async () => {
    for (const path of ['/test/pricing/gift-cards', '/test/pricing/gift-cards/5']) {
      await open(page, path)
      const table = page.getByRole('table').first()
      await table.locator('tbody tr').nth(3).waitFor()
      // Who has just come is taken to the top once more.
      await expect
        .poll(async () => {
          await page.evaluate(
            `scrollBy(0, document.querySelector('table').getBoundingClientRect().top - 20)`,
          )
          return headTop()
        })
        .toBe(TOP)
    }
  })

  it('stays in sight beside more columns than there is room for', async () => {
    const all = 'card,id,brand,category,country,values,currency,fee,discount,cost'
    await open(page, `/test/pricing/gift-cards?columns=${all}`)
    await page.locator('[data-overflows="true"]').waitFor()
    await page.getByRole('row', { name: /1-800-Flowers/ }).waitFor()
    await settle(page)
    // At one moment, as what stands above may still move all of it.
    const beneathTop = (what: string) =>
      page.evaluate<number>(`(() => {
        const box = document.querySelector('[data-overflows]')
        const top = (element) => element.getBoundingClientRect().top
        return top(box.querySelector('${what}')) - top(box)
      })()`)
    const head = await beneathTop('th')
    await page.evaluate(`document.querySelector('[data-overflows]').scrollTo(200, 400)`)
    await expect.poll(() => beneathTop('tbody tr')).toBeLessThan(head)
    expect(await beneathTop('th')).toBe(head)
    expect(await checkAccessibility(page)).toEqual([])
  })
})

describe('copying', () => {
  it('says when the browser does not allow it', async () => {
    await open(page, '/test/developers/api-settings')
    await page.evaluate(
      'Object.defineProperty(Navigator.prototype, "clipboard", { get: () => ({ writeText: () => Promise.reject(new Error("no")) }) })',
    )
    await page.getByRole('button', { name: /^Copy/ }).first().click()
    await page.getByText('select and copy it by hand').first().waitFor()
  })
})
