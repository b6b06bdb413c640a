import type { Accounts, Dialect, Principal } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import { authErrors } from './errors.ts'
import { findAudience, LIVE_TOKEN_SECONDS, makeClaims, modeOfHost } from './model.ts'
import type { Tokens } from './tokens.ts'

export interface Auth {
  /**
   * Gives a client a token for one audience.
   *
   * @throws invalidAudience for an audience that stands for nothing
   * @throws invalidCredentials for a wrong id or secret, a revoked client, and
   *   an audience of the other mode
   */
  issueToken(request: TokenRequest): Promise<IssuedToken>
  /**
   * The client behind an `Authorization` header.
   *
   * @throws tokenExpired
   * @throws missingToken or invalidToken when there is none, as the dialect for strangers has it
   * @throws invalidToken for everything else: forged, of another product, of
   *   the other mode than the host's, of a revoked client
   */
  authenticate(request: BearerRequest): Promise<Principal>
}

export interface TokenRequest {
  readonly clientId: string
  readonly clientSecret: string
  readonly grantType: string
  readonly audience: string
}

export interface IssuedToken {
  readonly token: string
  readonly lifeSeconds: number
}

export interface BearerRequest {
  readonly authorization: string | undefined
  readonly host: string | undefined
}

export interface AuthDependencies {
  readonly accounts: Accounts
  readonly tokens: Tokens
  readonly ids: Ids
  readonly clock: Clock
  /** The server's own address, which is an audience as well. */
  readonly ownUrl: () => string
  /** How callers are answered who are not known yet. */
  readonly strangersDialect: Dialect
}

export function createAuth(deps: AuthDependencies): Auth {
  const { accounts, tokens, ids, clock, ownUrl } = deps
  const refuseMissingToken =
    deps.strangersDialect.missingToken === 'MISSING_TOKEN'
      ? authErrors.missingToken
      : authErrors.invalidToken
  return {
    async issueToken({ clientId, clientSecret, grantType, audience }) {
      if (grantType !== 'client_credentials') {
        throw authErrors.invalidGrantType({ field: 'grant_type' })
      }
      const target = findAudience(audience, ownUrl())
      if (target === undefined) throw authErrors.invalidAudience({ field: 'audience' })
      const client = await accounts.authenticate(clientId, clientSecret)
      if (client === undefined || (target.mode ?? client.mode) !== client.mode) {
        throw authErrors.invalidCredentials()
      }
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

    async authenticate({ authorization, host }) {
      if (authorization === undefined) throw refuseMissingToken()
      const token = readBearer(authorization)
      const kid = token === undefined ? undefined : tokens.readKid(token)
      if (token === undefined || kid === undefined) throw authErrors.invalidToken()
      // The signature first: it needs no database, so that made-up tokens never reach it.
      const verified = tokens.verify(kid, token)
      if (verified.is === 'forged') throw authErrors.invalidToken()
      const { directory } = accounts
      const client = directory.peekByKey(kid) ?? (await directory.findByKey(kid))
      if (client === undefined || client.isRevoked) throw authErrors.invalidToken()
      if (verified.is === 'expired') throw authErrors.tokenExpired()
      const target = findAudience(verified.claims.aud, ownUrl())
      const wanted = modeOfHost(host) ?? client.mode
      if (target?.isGiftCards !== true || client.mode !== wanted) throw authErrors.invalidToken()
      const { accountId, mode, id: clientId, dialect } = client
      return { accountId, mode, clientId, dialect }
    },
  }
}

function readBearer(authorization: string): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1]
}
