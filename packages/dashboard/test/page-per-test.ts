import type { BrowserContext, Page } from 'playwright-core'
import { beforeEach, expect } from 'vitest'
import { watchErrors } from './browser.ts'

/**
 * Gives every test a page in a window of its own, so that neither the next test nor a second try
 * begins where another one stopped. A test whose page reports something as wrong fails.
 */
export function pagePerTest(open: () => Promise<BrowserContext>, take: (page: Page) => void): void {
  beforeEach(async () => {
    const context = await open()
    const page = await context.newPage()
    const errors = watchErrors(page)
    take(page)
    return async () => {
      await context.close()
      expect(errors).toEqual([])
    }
  })
}
