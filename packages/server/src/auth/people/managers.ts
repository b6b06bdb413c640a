import type { IncomingHttpHeaders } from 'node:http'
import {
  type AccessTokens,
  accountErrors,
  type Manager,
  type Members,
  type Membership,
  managerErrors,
  type Person,
  requireScopes,
  type Scope,
  scopesOf,
  type Visitor,
} from '../../accounts/index.ts'
import type { Identity } from './identity.ts'

/** What of a request says who sends it. */
export interface Caller {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly query: unknown
}

/** Who calls the Management API: a program by its token, or a person by the session of the dashboard. */
export interface Managers {
  /**
   * @throws invalidAccessToken, insufficientScope
   * @throws foreignOrigin for a session that another site wants to change something with
   * @throws noAccount, accountNotFound for a person who manages none, or not the one named
   */
  authenticate(caller: Caller, needs: readonly Scope[]): Promise<Manager>
  /** @throws invalidAccessToken, foreignOrigin */
  recognise(caller: Caller): Promise<Visitor>
}

export function createManagers(deps: {
  readonly accessTokens: AccessTokens
  readonly identity: Pick<Identity, 'findPerson'>
  readonly members: Pick<Members, 'membershipsOf'>
  ownUrl(): string
}): Managers {
  const { accessTokens, identity, members } = deps

  async function findPerson({ method, headers }: Caller): Promise<Person> {
    const { cookie } = headers
    const person = cookie && (await identity.findPerson(new Headers({ cookie })))
    if (!person) throw managerErrors.invalidAccessToken()
    const isReading = method === 'GET' || method === 'HEAD'
    if (!isReading && !isOwnOrigin(headers, deps.ownUrl())) throw accountErrors.foreignOrigin()
    return person
  }

  return {
    async authenticate(caller, needs) {
      const { authorization } = caller.headers
      if (authorization !== undefined) return accessTokens.authenticate(authorization, needs)
      const person = await findPerson(caller)
      const memberships = await members.membershipsOf(person.id)
      const { accountId, role } = choose(memberships, namedAccount(caller))
      const more: Scope[] = person.isOperator ? ['operator:read', 'operator:write'] : []
      const [test, live] = [scopesOf(role, 'test'), scopesOf(role, 'live')]
      const scopes = { test: [...test, ...more], live: [...live, ...more] }
      requireScopes([...scopes.test, ...scopes.live], needs)
      const actor = { kind: 'user', id: person.id, name: person.email } as const
      return { accountId, actor, scopes, needs, role }
    },
    async recognise(caller) {
      const { authorization } = caller.headers
      return authorization === undefined
        ? { person: await findPerson(caller) }
        : { token: await accessTokens.recognise(authorization) }
    },
  }
}

/** By its header, or in the address of what is only read: a frame or a link has no headers. */
function namedAccount({ method, headers, query }: Caller): unknown {
  const inAddress = (query as Readonly<Record<string, unknown>> | undefined)?.['scrip-account']
  return headers['scrip-account'] ?? (method === 'GET' ? inAddress : undefined)
}

/** The account that the request is about: the one it names, or the person's first. */
function choose(memberships: readonly Membership[], named: unknown): Membership {
  const [first] = memberships
  if (first === undefined) throw accountErrors.noAccount()
  if (named === undefined) return first
  const chosen = memberships.find(({ accountId }) => accountId.toString() === named)
  if (chosen === undefined) throw accountErrors.accountNotFound()
  return chosen
}

/**
 * Browsers say where a request comes from (RFC 6454). The cookie is not sent along from other sites
 * (`SameSite=Lax`); this holds for old browsers and for other servers on the same host as well.
 */
function isOwnOrigin({ origin, host }: IncomingHttpHeaders, ownUrl: string): boolean {
  if (origin === undefined) return false
  return origin === new URL(ownUrl).origin || origin.replace(/^https?:\/\//, '') === host
}
