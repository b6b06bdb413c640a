import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser, openContext, type Session, signIn, watchErrors } from './browser.ts'
import type { Server } from './server.ts'

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

/** The same, as the owner of the demo account, on a server that is the file's own. */
export function ownerPerTest<Its extends Server>(
  start: () => Promise<Its>,
  take: (its: { readonly server: Its; readonly page: Page }) => void,
): void {
  let server: Its
  let browser: Browser
  let session: Session

  beforeAll(async () => {
    server = await start()
    browser = await launchBrowser()
    session = await signIn(browser, server)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  pagePerTest(
    () => openContext(browser, session),
    (page) => take({ server, page }),
  )
}
