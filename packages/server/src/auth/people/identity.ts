import type { Person, PersonRequest } from '../../accounts/index.ts'
import type { Clock } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Database, Executor } from '../../storage/database.ts'
import type { Keyring } from '../../storage/keyring.ts'
import { createLockOut, type LockOut } from './lock-out.ts'
import type { PeopleMail } from './mails.ts'
import { ADDRESS_HEADER, hashOfLink, type PersonEvent, toPersonEvent } from './model.ts'
import * as store from './store.ts'

/** Who people are and how they sign in: better-auth behind a door of three functions. */
export interface Identity {
  /** Answers a request below `/manage/v1/auth`. */
  handle(request: Request): Promise<Response>
  /** Whose session these headers carry; undefined when they carry none that is valid. */
  findPerson(headers: Headers): Promise<Person | undefined>
  /** Gives a person who has no password yet one. @returns false when there is one already */
  setFirstPassword(from: PersonRequest, person: Person, password: string): Promise<boolean>
  /** Makes a link that signs a person in once, within a day; the person is made if need be. */
  createSignInLink(db: Executor, person: { name: string; email: string }): Promise<SignInLink>
}

export interface SignInLink {
  readonly userId: string
  readonly token: string
}

export interface IdentityDependencies {
  readonly database: Database
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
  maySignUp(email: string): Promise<boolean>
  ownUrl(): string
  send(mail: PeopleMail): Promise<void>
  onPersonEvent(event: PersonEvent): Promise<void>
  onError(message: string, ...details: unknown[]): void
}

const LINK_MS = 24 * 3_600_000

export function createIdentity(deps: IdentityDependencies): Identity {
  const { database, ids, clock } = deps
  const lockOut = createLockOut(database, clock)
  let loading: ReturnType<typeof load> | undefined
  // It takes a second to load, and a server that nobody looks at never needs it.
  const auth = () => {
    loading ??= load(deps, lockOut)
    return loading
  }

  return {
    handle: (request) => lockOut.judge(async () => (await auth()).handler(request)),
    async findPerson(headers) {
      if (!/(^|[;\s])(__Secure-)?scrip\.session_token=/.test(headers.get('cookie') ?? '')) {
        return undefined
      }
      const found = await (await auth()).api.getSession({ headers })
      return found === null ? undefined : toPerson(found.user)
    },
    async setFirstPassword({ cookie, address, userAgent }, person, newPassword) {
      if (await store.hasPassword(database, person.id)) return false
      const headers = new Headers({ cookie, [ADDRESS_HEADER]: address, 'user-agent': userAgent })
      await (await auth()).api.setPassword({ headers, body: { newPassword } })
      await deps.onPersonEvent(toPersonEvent(person, 'person.password_set', headers))
      return true
    },
    async createSignInLink(db, { name, email }) {
      const userId = await store.ensureUser(db, { id: ids.alphanumeric(32), name, email })
      const token = ids.alphanumeric(43)
      const expiresAt = new Date(clock.now().getTime() + LINK_MS)
      await store.insertSignInLink(db, { tokenHash: hashOfLink(token), userId, expiresAt })
      return { userId, token }
    },
  }
}

async function load(deps: IdentityDependencies, lockOut: LockOut) {
  const { database, clock, keyring } = deps
  const [{ betterAuth }, { identityOptions }, { signInLinks }, { ownSessions }, { watch }] =
    await Promise.all([
      import('better-auth'),
      import('./options.ts'),
      import('./sign-in-links.ts'),
      import('./sessions.ts'),
      import('./watching.ts'),
    ])
  const secret = keyring.derive('dashboard sessions').toString('base64')
  const options = identityOptions({ ...deps, secret, url: deps.ownUrl() })
  const plugins = [
    ...(options.plugins ?? []),
    signInLinks(database, clock),
    ownSessions(),
    watch({ lockOut, maySignUp: deps.maySignUp, onEvent: deps.onPersonEvent }),
  ]
  return betterAuth({ ...options, plugins })
}

interface UserRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly twoFactorEnabled?: boolean | null
  readonly isOperator?: boolean | null
}

function toPerson(user: UserRow): Person {
  const { id, name, email, emailVerified, twoFactorEnabled, isOperator } = user
  return {
    id,
    name,
    email,
    isEmailVerified: emailVerified,
    isTwoFactorEnabled: twoFactorEnabled === true,
    isOperator: isOperator === true,
  }
}
