import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Database, Tx } from '../../storage/database.ts'
import type { Keyring } from '../../storage/keyring.ts'
import { type Manager, requireScopes, type TokenOfAccount } from '../manager.ts'
import type { Scope } from '../scopes.ts'
import { accessTokenErrors } from './errors.ts'
import * as store from './store.ts'

/** Tokens with which people and programs manage an account. */
export interface AccessTokens {
  /** Makes a token; it is in the answer and nowhere else, ever again. */
  create(tx: Tx, request: AccessTokenRequest): Promise<string>
  /** What this token is; undefined for what is no token, has expired or was revoked. */
  find(token: string): Promise<store.AccessToken | undefined>
  list(): Promise<store.AccessTokenSummary[]>
  /** Those of one account that still work, the newest first. */
  listOf(accountId: bigint): Promise<store.AccessTokenSummary[]>
  /**
   * Revokes the token with this id: it stops working at once, on every server process.
   *
   * @returns false when there is no such token, or when it was revoked before
   */
  revoke(id: string, accountId?: bigint): Promise<boolean>
  /**
   * Who sent this `Authorization` header.
   *
   * @throws invalidAccessToken for what is no token, has expired or was revoked
   * @throws insufficientScope
   */
  authenticate(authorization: string | undefined, needs: readonly Scope[]): Promise<Manager>
  /** Whose token this is, whatever it may be used for. @throws invalidAccessToken */
  recognise(authorization: string | undefined): Promise<TokenOfAccount>
}

export interface AccessTokenRequest {
  readonly accountId: bigint
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt?: Date
  /** The person who made it, with whose membership it ends; absent for an operator's command line. */
  readonly createdBy?: string
  /** A token that was chosen or made before; generated when absent. */
  readonly token?: string
}

/** That a token was used is written no more often than this. */
const USED_MS = 60_000

const BEARER = /^bearer +(\S+) *$/i

/** `scrip_`, the id that finds the token, and the secret that proves it. */
const TOKEN = /^scrip_([A-Za-z0-9]{16})_([A-Za-z0-9]{40})$/

export function makeAccessToken(ids: Ids): string {
  return `scrip_${ids.alphanumeric(16)}_${ids.alphanumeric(40)}`
}

export function createAccessTokens(deps: {
  readonly database: Database
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
}): AccessTokens {
  const key = deps.keyring.derive('access tokens')
  const hash = (secret: string) => createHmac('sha256', key).update(secret).digest()

  /** Looked up at every request, so that a revoked token is refused from that moment on. */
  async function find(token: string): Promise<store.AccessToken | undefined> {
    const [, id, secret] = TOKEN.exec(token) ?? []
    if (id === undefined || secret === undefined) return undefined
    const found = await store.findAccessToken(deps.database, id)
    if (found === undefined || !timingSafeEqual(hash(secret), found.secretHash)) return undefined
    const now = deps.clock.now()
    if (found.isRevoked || (found.expiresAt !== null && found.expiresAt <= now)) return undefined
    return found
  }

  async function recognise(authorization: string | undefined): Promise<TokenOfAccount> {
    const [, token = ''] = BEARER.exec(authorization ?? '') ?? []
    const found = await find(token)
    if (found === undefined) throw accessTokenErrors.invalidAccessToken()
    const { accountId, id, lastUsedAt } = found
    const now = deps.clock.now()
    if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > USED_MS) {
      await store.touchAccessToken(deps.database, accountId, id, now)
    }
    return found
  }

  return {
    async create(tx, { token = makeAccessToken(deps.ids), ...request }) {
      const [, id, secret] = TOKEN.exec(token) ?? []
      if (id === undefined || secret === undefined) throw new Error('This is no access token')
      const { expiresAt = null, createdBy = null } = request
      const secretHash = hash(secret)
      const made = { ...request, id, secretHash, expiresAt, createdBy, createdAt: deps.clock.now() }
      await store.insertAccessToken(tx, made)
      return token
    },
    find,
    list: () => store.listAccessTokens(deps.database),
    listOf: (accountId) => store.listTokensOf(deps.database, accountId, deps.clock.now()),
    revoke: (id, accountId) => store.revokeAccessToken(deps.database, id, accountId),
    async authenticate(authorization, needs) {
      const { accountId, id, name, scopes, ...token } = await recognise(authorization)
      requireScopes(scopes, needs)
      return {
        accountId,
        actor: { kind: 'token', id, name },
        scopes: { test: scopes, live: scopes },
        needs,
        token,
      }
    },
    recognise,
  }
}
