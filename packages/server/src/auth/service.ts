import {
  type Accounts,
  type Client,
  type ClientScope,
  type Dialect,
  isWithin,
  mayDo,
  type Principal,
  type Usage,
} from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import { authErrors } from './errors.ts'
import { findAudience, LIVE_TOKEN_SECONDS, makeClaims, modeOfHost, TOKEN_PATH } from './model.ts'
import type { Tokens } from './tokens.ts'

export interface Auth {
  /**
   * Gives a client a token for one audience.
   *
   * @throws invalidAudience for an audience that stands for nothing
   * @throws invalidCredentials for a wrong id or secret, a client that is revoked or
   *   suspended, and an audience of the other mode
   * @throws addressNotAllowed from where the client may not be used
   */
  issueToken(request: TokenRequest): Promise<IssuedToken>
  /**
   * The client behind an `Authorization` header.
   *
   * @throws tokenExpired
   * @throws missingToken or invalidToken when there is none, as the dialect for strangers has it
   * @throws invalidToken for everything else: forged, of another product, of
   *   the other mode than the host's, of a client that is revoked or suspended
   * @throws addressNotAllowed, clientLacksScope
   */
  authenticate(request: BearerRequest): Promise<Principal>
  /**
   * In whose name somebody asked for a token, or sent one that is not forged, whether or not it was
   * granted; a promise when memory does not know.
   */
  identify(request: Refused): Principal | undefined | Promise<Principal | undefined>
}

export interface TokenRequest {
  readonly clientId: string
  readonly clientSecret: string
  readonly grantType: string
  readonly audience: string
  /** Where it comes from. */
  readonly address: string
}

export interface IssuedToken {
  readonly token: string
  readonly lifeSeconds: number
}

export interface BearerRequest {
  readonly authorization: string | undefined
  readonly host: string | undefined
  /** What the request is about to do. */
  readonly scope: ClientScope
  /** Where it comes from; asked for when the client is bound to addresses. */
  address(): string
}

/** A request that nobody has been established for. */
export interface Refused {
  readonly route: string | undefined
  readonly status: number
  readonly authorization: string | undefined
  readonly requestBody: unknown
}

export interface AuthDependencies {
  readonly accounts: Accounts
  readonly usage: Pick<Usage, 'mark'>
  readonly tokens: Tokens
  readonly ids: Ids
  readonly clock: Clock
  /** The server's own address, which is an audience as well. */
  readonly ownUrl: () => string
  /** How callers are answered who are not known yet. */
  readonly strangersDialect: Dialect
}

export function createAuth(deps: AuthDependencies): Auth {
  const { accounts, tokens, usage, ids, clock, ownUrl } = deps
  const refuseMissingToken =
    deps.strangersDialect.missingToken === 'MISSING_TOKEN'
      ? authErrors.missingToken
      : authErrors.invalidToken
  /** Whose token came, whatever it is good for. */
  function findGenuine(authorization: string | undefined) {
    const token = authorization === undefined ? undefined : readBearer(authorization)
    const kid = token === undefined ? undefined : tokens.readKid(token)
    // The signature first, as above.
    if (token === undefined || kid === undefined || tokens.verify(kid, token).is === 'forged') {
      return undefined
    }
    return accounts.directory.peekByKey(kid) ?? accounts.directory.findByKey(kid)
  }

  /** Ids that were made up are not looked for again. */
  const findAsking = (clientId: string, wasGranted: boolean) =>
    accounts.directory.peekById(clientId) ??
    (wasGranted ? accounts.directory.findById(clientId) : undefined)

  return {
    async issueToken({ clientId, clientSecret, grantType, audience, address }) {
      if (grantType !== 'client_credentials') {
        throw authErrors.invalidGrantType({ field: 'grant_type' })
      }
      const target = findAudience(audience, ownUrl())
      if (target === undefined) throw authErrors.invalidAudience({ field: 'audience' })
      const client = await accounts.authenticate(clientId, clientSecret)
      if (client === undefined || (target.mode ?? client.mode) !== client.mode) {
        throw authErrors.invalidCredentials()
      }
      // After the secret, so that nobody learns from it which clients there are.
      requireAddress(client, address)
      usage.mark(client)
      const lifeSeconds =
        client.mode === 'test' ? client.dialect.testTokenSeconds : LIVE_TOKEN_SECONDS
      const claims = makeClaims({
        accountId: client.accountId,
        mode: client.mode,
        audience,
        issuedAt: Math.floor(clock.now().getTime() / 1000),
        lifeSeconds,
        ids,
      })
      return { token: tokens.sign(await accounts.currentKey(client), claims), lifeSeconds }
    },

    async authenticate({ authorization, host, scope, address }) {
      if (authorization === undefined) throw refuseMissingToken()
      const token = readBearer(authorization)
      const kid = token === undefined ? undefined : tokens.readKid(token)
      if (token === undefined || kid === undefined) throw authErrors.invalidToken()
      // The signature first: it needs no database, so that made-up tokens never reach it.
      const verified = tokens.verify(kid, token)
      if (verified.is === 'forged') throw authErrors.invalidToken()
      const { directory } = accounts
      const client = directory.peekByKey(kid) ?? (await directory.findByKey(kid))
      if (client === undefined || client.isRevoked || client.isSuspended) {
        throw authErrors.invalidToken()
      }
      if (verified.is === 'expired') throw authErrors.tokenExpired()
      const target = findAudience(verified.claims.aud, ownUrl())
      const wanted = modeOfHost(host) ?? client.mode
      if (target?.isGiftCards !== true || client.mode !== wanted) throw authErrors.invalidToken()
      if (client.allowedIps.length > 0) requireAddress(client, address())
      if (!mayDo(client.scopes, scope)) throw authErrors.clientLacksScope({ scope })
      usage.mark(client)
      return principalOf(client)
    },

    identify({ route, status, authorization, requestBody }) {
      const client =
        route === TOKEN_PATH
          ? findAsking(clientIdOf(requestBody), status === 200)
          : findGenuine(authorization)
      return client instanceof Promise
        ? client.then((found) => found && principalOf(found))
        : client && principalOf(client)
    },
  }
}

/** @throws addressNotAllowed */
function requireAddress({ allowedIps }: Client, address: string): void {
  if (allowedIps.length > 0 && !isWithin(allowedIps, address)) {
    throw authErrors.addressNotAllowed({ address })
  }
}

function principalOf({ accountId, mode, id: clientId, dialect }: Client): Principal {
  return { accountId, mode, clientId, dialect }
}

function clientIdOf(body: unknown): string {
  const { client_id: id } = (body ?? {}) as { readonly client_id?: unknown }
  return typeof id === 'string' ? id : ''
}

function readBearer(authorization: string): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1]
}
