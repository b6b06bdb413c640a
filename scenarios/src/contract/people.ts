import { randomBytes } from 'node:crypto'
import { expectAnswer } from './assertions.ts'
import { createSender } from './caller.ts'
import { JSON_TYPE, manage } from './manager.ts'
import { theOperator, theWorld } from './world.ts'

/** Headers of somebody who is signed in to the dashboard. */
export interface Signed extends Readonly<Record<string, string>> {
  readonly cookie: string
  readonly origin: string
}

export const PASSWORD = 'correct horse battery staple'

/** Sends what a page of signing in sends, each time from another machine: they are limited. */
export async function auth(path: string, body: object, headers: Record<string, string> = {}) {
  const { origin, check } = theWorld()
  return createSender({ origin, check }).post(`/manage/v1/auth/${path}`, body, {
    origin,
    'x-forwarded-for': `203.${randomBytes(3).join('.')}`,
    ...headers,
  })
}

/** Somebody new, who manages no account. */
export async function signUp(name: string, email = addressOf(name)): Promise<Signed> {
  const answer = await auth('sign-up/email', { name, email, password: PASSWORD })
  if (answer.status !== 200) throw new Error(`${email} could not sign up: ${answer.text}`)
  return signedBy(answer.headers['set-cookie'])
}

export const addressOf = (name: string) => `${name}-${randomBytes(5).toString('hex')}@example.com`

/** Whoever owns the demo account and runs the server, by the link of the start line. */
export function signInOwner(): Promise<Signed> {
  owner ??= openOwner()
  return owner
}

let owner: Promise<Signed> | undefined

async function openOwner(): Promise<Signed> {
  const { signInUrl } = theOperator().server.info
  const answer = await auth('sign-in/link', { token: new URL(signInUrl).searchParams.get('link') })
  return signedBy(answer.headers['set-cookie'])
}

function signedBy(cookies: readonly string[] = []): Signed {
  const [cookie = ''] = /scrip\.session_token=[^;]+/.exec(cookies.join('; ')) ?? []
  return { cookie, origin: theWorld().origin }
}

export const newAccount = { name: 'Corner Shop', countryCode: 'NG', currencyCode: 'NGN' }

export async function openAccount(person: Signed): Promise<{ readonly id: number }> {
  const answer = await manage('POST /manage/v1/accounts', { body: newAccount, person })
  return expectAnswer<{ id: number }>(answer, JSON_TYPE, 201).body
}
