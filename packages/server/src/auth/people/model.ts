import { createHash } from 'node:crypto'
import type { Person } from '../../accounts/index.ts'

/** Where people sign in. */
export const AUTH_PATH = '/manage/v1/auth'

/** Where a request came from, as the server knows it: set by `http/mounted.ts`, whatever was sent. */
export const ADDRESS_HEADER = 'x-scrip-address'

/** What happened to a person's ways of signing in, for the audit log. */
export interface PersonEvent {
  readonly person: Pick<Person, 'id' | 'email'>
  readonly action: string
  readonly address: string
  readonly userAgent: string
}

/** @param headers of the request by which it happened */
export function toPersonEvent(
  { id, email }: PersonEvent['person'],
  action: string,
  headers: Headers | undefined,
): PersonEvent {
  return {
    person: { id, email },
    action,
    address: headers?.get(ADDRESS_HEADER) ?? '',
    userAgent: headers?.get('user-agent') ?? '',
  }
}

/** Only the hash of a sign-in link is stored. */
export function hashOfLink(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
