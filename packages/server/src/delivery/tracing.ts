import type { Owner } from '../accounts/index.ts'
import type { Database } from '../storage/database.ts'
import { type ClaimLink, listLinks } from './claims/store.ts'
import { type Attempt, COPIES_MAX, channels, type Message } from './model.ts'
import { listAttempts, listMessages } from './store.ts'

/** A message without its words, and what was done with it. */
export interface MessageTrace {
  readonly message: Message
  readonly attempts: readonly Attempt[]
  readonly link: ClaimLink | undefined
}

/** What became of the messages of an order, the first first. */
export async function traceMessages(
  database: Database,
  owner: Owner,
  orderId: bigint,
): Promise<MessageTrace[]> {
  const messages = await listMessages(database, owner, {
    ...everything,
    orderId,
    limit: COPIES_MAX * channels.length,
  })
  const ids = messages.map(({ id }) => id)
  const [attempts, links] = await Promise.all([
    listAttempts(database, owner, ids),
    listLinks(database, owner, ids),
  ])
  const attemptsOf = Map.groupBy(attempts, ({ messageId }) => messageId)
  const linkOf = new Map(links.map((link) => [link.messageId, link]))
  return messages.toReversed().map((message) => ({
    message,
    attempts: attemptsOf.get(message.id) ?? [],
    link: linkOf.get(message.id),
  }))
}

const everything = {
  channel: undefined,
  recipient: undefined,
  state: undefined,
  before: undefined,
}
