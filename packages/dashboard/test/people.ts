import { createHmac } from 'node:crypto'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { expect, vi } from 'vitest'
import { openContext } from './browser.ts'
import type { Server } from './server.ts'

/** Somebody at a browser of their own. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
}

export async function visit(
  browser: Browser,
  { url }: Pick<Server, 'url'>,
  path = '/dashboard/',
): Promise<Visitor> {
  const context = await openContext(browser, { url })
  const page = await context.newPage()
  await page.goto(path)
  return { context, page }
}

/** Opens a page and waits until it is there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/dashboard${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Opens a page that follows the feed, and waits until it hears whatever happens from then on. */
export async function openLive(page: Page, path: string): Promise<void> {
  const isFollowing = (request: Request) => /\/events\?.*wait=/.test(request.url())
  await Promise.all([page.waitForRequest(isFollowing), open(page, path)])
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly password: string
}

let count = 0

/** A name that nothing else in a file's tests has, in a second try neither. */
export const unique = (name: string): string => `${name}-${++count}`

/** Somebody whom the server has not seen, in a second try neither. */
export function newcomer(firstName: string): NewPerson {
  const name = unique(firstName)
  return { name, email: `${name.toLowerCase()}@example.com`, password: 'a violin in the attic' }
}

/** Fills the page on which one signs up, as somebody would. */
export async function signUp(page: Page, person: NewPerson, accountName: string): Promise<void> {
  await page.goto('/dashboard/sign-up')
  await page.getByLabel('Your name').fill(person.name)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByLabel('Account name').fill(accountName)
  await page.getByRole('combobox', { name: 'Country' }).fill('Germany')
  await page.getByRole('option', { name: 'Germany' }).click()
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/dashboard/test')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** The same without the form: whatever the page opens next is of the new account. */
export async function openAccount(
  { request }: Page,
  { url }: Pick<Server, 'url'>,
  name: string,
): Promise<NewPerson> {
  const person = newcomer('Nora')
  // From a machine of their own, as each may sign up a few people a minute.
  const headers = { origin: url, 'x-forwarded-for': `203.0.113.${count % 255}` }
  const post = async (path: string, data: object, status: number) => {
    const answer = await request.post(`/manage/v1${path}`, { headers, data })
    expect(answer.status()).toBe(status)
  }
  await post('/auth/sign-up/email', person, 200)
  await post('/accounts', { name, countryCode: 'DE', currencyCode: 'EUR' }, 201)
  return person
}

export async function signInAs(page: Page, { email, password }: NewPerson): Promise<void> {
  await page.goto('/dashboard/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /@/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/dashboard/sign-in')
}

/** The link to such a page in the newest mail that a server without a relay kept for somebody. */
export function readLink(operator: Page, to: string, where: string): Promise<string> {
  const read = async () => {
    const response = await operator.request.get('/manage/v1/operator/mails')
    const mails = (await response.json()) as readonly { to: string; body: string }[]
    const bodies = mails.filter((mail) => mail.to === to).map(({ body }) => body)
    const links = bodies.flatMap((body) => /https?:\/\/\S+/.exec(body)?.[0] ?? [])
    const link = links.find((each) => each.includes(where))
    if (link === undefined) throw new Error(`No mail to ${to} leads to ${where}: ${bodies}`)
    return link
  }
  return vi.waitFor(read, { timeout: 30_000, interval: 200 })
}

/** What an authenticator app shows for a secret: RFC 6238, six digits, half a minute. */
export function totp(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = hash.readUInt8(19) & 15
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000
  return String(number).padStart(6, '0')
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
