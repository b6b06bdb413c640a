import type { Mode } from '../../app/mode.ts'
import type { Operation } from './operations.ts'

/** Why an operation is read about and not tried. */
export type Refusal = 'operator' | 'account' | 'entry' | 'clientsInLive' | 'changesInLive'

/**
 * Why a page of a mode does not send an operation; undefined for what it sends: whatever only reads,
 * and from test mode a change that reaches nothing else. A client's token is one of test mode; any
 * other change says by its mode what it reaches, and has to name one.
 */
export function refusalOf(operation: Operation, mode: Mode): Refusal | undefined {
  const { api, access, scopes, isChange, modeIn } = operation
  if (isChange && scopes.some((scope) => scope.startsWith('operator:'))) return 'operator'
  if (isChange && access !== 'client' && modeIn === undefined) {
    return access === 'manager' ? 'account' : 'entry'
  }
  if (mode === 'test') return undefined
  if (api === 'giftCards') return 'clientsInLive'
  return isChange ? 'changesInLive' : undefined
}
