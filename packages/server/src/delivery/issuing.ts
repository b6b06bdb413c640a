import type { Owner } from '../accounts/index.ts'
import type { Clock } from '../core/clock.ts'
import type { Events } from '../events/index.ts'
import type { Tx } from '../storage/database.ts'
import { insertLinks } from './claims/store.ts'
import type { ClaimTokens } from './claims/tokens.ts'
import { factOf, type Message, type NewMessage } from './model.ts'
import type { SendQueue } from './port.ts'
import { insertMessages } from './store.ts'

export interface IssuingDependencies {
  readonly events: Pick<Events, 'emit'>
  readonly queue: SendQueue
  readonly tokens: ClaimTokens
  readonly clock: Clock
  /** How long a claim link works. */
  readonly claimMs: number
}

/**
 * Makes messages of one owner, with their links, and sees to it that they are sent, in the
 * caller's transaction. Messages of test mode have arrived with that.
 */
export async function issue(
  deps: IssuingDependencies,
  tx: Tx,
  owner: Owner,
  messages: readonly NewMessage[],
): Promise<readonly Message[]> {
  const made = messages.length === 0 ? [] : await insertMessages(tx, messages)
  const links = made.filter(({ telling }) => telling === 'link')
  if (links.length > 0)
    await insertLinks(
      tx,
      links.map((message) => linkOf(deps, message)),
    )
  const due = made.flatMap((key) => (key.dueAt === null ? [] : [{ key, at: key.dueAt }]))
  if (due.length > 0) await deps.queue.enqueue(tx, due)
  const sent = made.filter(({ state }) => state === 'sent')
  if (sent.length > 0) {
    await deps.events.emit(tx, owner, ...sent.map((message) => factOf('message.sent', message)))
  }
  return made
}

function linkOf({ tokens, claimMs }: IssuingDependencies, message: Message) {
  const { accountId, mode, id: messageId, createdAt } = message
  const tokenHash = tokens.hashOf(tokens.tokenOf(message))
  if (tokenHash === undefined) throw new Error('A token that was made is none')
  const expiresAt = new Date(createdAt.getTime() + claimMs)
  return { accountId, mode, messageId, tokenHash, expiresAt }
}
