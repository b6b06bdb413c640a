import type { Owner } from '../accounts/index.ts'
import { transact } from '../storage/database.ts'
import { type SmsSize, sizeOf } from './channels/sms/index.ts'
import { type ClaimLink, listLinks, revoke } from './claims/store.ts'
import { type ComposingDependencies, compose } from './composing.ts'
import { deliveryErrors } from './errors.ts'
import type { Following } from './following.ts'
import { type IssuingDependencies, issue } from './issuing.ts'
import { type Attempt, COPIES_MAX, factOf, type Message, type MessageKey } from './model.ts'
import { beginningOf } from './owing.ts'
import { previewMessage, type Rendered } from './rendering.ts'
import * as store from './store.ts'

/** Messages as an account sees and commands them. */
export interface Messages {
  /**
   * Messages, the newest first; whatever was ordered before the call has its messages among them.
   * In test mode they are as their recipients get them, and that their codes were shown is
   * recorded; in live mode there are dots in the place of codes and links.
   */
  list(owner: Owner, query: store.MessageQuery, viewer: string): Promise<MessagePage>
  /** The same without their words: a line about each, for which no card is opened. */
  listSummaries(owner: Owner, query: store.MessageQuery): Promise<SummaryPage>
  /** @throws messageNotFound */
  get(owner: Owner, id: bigint | undefined, viewer: string): Promise<ShownMessage>
  /**
   * Sends a message again, as another one; the first is cancelled if it has not been sent. Who asks
   * twice within some seconds is answered the same one.
   *
   * @throws messageNotFound, beingSent, tooManyCopies
   */
  resend(owner: Owner, id: bigint | undefined, viewer: string): Promise<ShownMessage>
  /**
   * Sends a message to another address, as another one. The first is cancelled if it has not been
   * sent, and its link is withdrawn.
   *
   * @throws messageNotFound, beingSent, tooManyCopies, invalidField
   */
  correct(owner: Owner, id: bigint | undefined, to: string, viewer: string): Promise<ShownMessage>
  /** Withdraws the link of a message. @throws messageNotFound, noLink, linkClaimed */
  revokeLink(owner: Owner, id: bigint | undefined, viewer: string): Promise<ShownMessage>
}

export interface MessagePage {
  readonly messages: readonly ShownMessage[]
  readonly hasMore: boolean
}

export interface SummaryPage {
  readonly messages: readonly Summary[]
  readonly hasMore: boolean
}

/** A message and a line that says what it is about. */
export interface Summary {
  readonly message: Message
  readonly preview: string
}

export interface ShownMessage {
  readonly message: Message
  readonly rendered: Rendered
  readonly attempts: readonly Attempt[]
  readonly link: ClaimLink | undefined
  /** Of a text message. */
  readonly size: SmsSize | undefined
}

export interface MessagesDependencies extends ComposingDependencies, IssuingDependencies {
  readonly following: Pick<Following, 'catchUp'>
}

/** Tests read the inbox again and again; who has seen an order's codes is recorded once in a while. */
const SEEN_MS = 3_600_000

export function createMessages(deps: MessagesDependencies): Messages {
  const { database, orders, following, clock } = deps

  async function show(
    owner: Owner,
    messages: readonly Message[],
    viewer: string,
  ): Promise<ShownMessage[]> {
    const ids = messages.map(({ id }) => id)
    const isMasked = owner.mode === 'live'
    const recordedSince = new Date(clock.now().getTime() - SEEN_MS)
    const purpose = { by: viewer, via: 'inbox', isMasked, recordedSince } as const
    const [composed, attempts, links] = await Promise.all([
      compose(deps, owner, messages, purpose),
      store.listAttempts(database, owner, ids),
      listLinks(database, owner, ids),
    ])
    const attemptsOf = Map.groupBy(attempts, ({ messageId }) => messageId)
    const linkOf = new Map(links.map((link) => [link.messageId, link]))
    return composed.map(({ message, rendered }) => ({
      message,
      rendered,
      attempts: attemptsOf.get(message.id) ?? [],
      link: linkOf.get(message.id),
      size: message.channel === 'sms' ? sizeOf(rendered.text) : undefined,
    }))
  }

  async function get(owner: Owner, id: bigint | undefined, viewer: string): Promise<ShownMessage> {
    await following.catchUp(owner)
    const message = id && (await store.findMessage(database, keyIn(owner, id)))
    const [shown] = message ? await show(owner, [message], viewer) : []
    if (shown === undefined) throw deliveryErrors.messageNotFound()
    return shown
  }

  /** Another message in the place of this one, to the same address or another. */
  async function replace(
    owner: Owner,
    id: bigint | undefined,
    readRecipient: (message: Message) => string,
  ): Promise<bigint> {
    if (id === undefined) throw deliveryErrors.messageNotFound()
    return transact(database, async (tx) => {
      const message = await store.lockMessage(tx, keyIn(owner, id))
      if (message === undefined) throw deliveryErrors.messageNotFound()
      if (message.state === 'sending') throw deliveryErrors.beingSent()
      const recipient = readRecipient(message)
      const now = clock.now()
      const last = await store.findLastCopy(tx, message)
      if (last !== undefined && isDouble(last, recipient, now)) return last.id
      const cancelled: Message = { ...message, state: 'cancelled', dueAt: null }
      const isCancelling = message.state === 'queued'
      if (isCancelling) await store.updateMessage(tx, message, { ...cancelled, updatedAt: now })
      if (recipient !== message.recipient) await revoke(tx, message, now)
      const copy = (last?.copy ?? 0) + 1
      if (copy >= COPIES_MAX) throw deliveryErrors.tooManyCopies()
      const beginning = beginningOf(owner.mode, now)
      const [made] = await issue(deps, tx, owner, [{ ...message, ...beginning, copy, recipient }])
      // Two at once have found the same number; the second of them is asked to try again.
      if (made === undefined) throw deliveryErrors.beingSent()
      // After the link, which whoever opens it has locked before the events.
      if (isCancelling) {
        await deps.events.emit(tx, owner, factOf('message.cancelled', cancelled))
      }
      return made.id
    })
  }

  return {
    async list(owner, query, viewer) {
      await following.catchUp(owner)
      const found = await store.listMessages(database, owner, { ...query, limit: query.limit + 1 })
      const messages = await show(owner, found.slice(0, query.limit), viewer)
      return { messages, hasMore: found.length > query.limit }
    },
    async listSummaries(owner, query) {
      await following.catchUp(owner)
      const found = await store.listMessages(database, owner, { ...query, limit: query.limit + 1 })
      const listed = found.slice(0, query.limit)
      const orderIds = [...new Set(listed.map(({ orderId }) => orderId))]
      const gifts = await orders.giftsOf(database, owner, orderIds)
      const messages = listed.map((message) => {
        const gift = gifts.get(message.orderId)
        return { message, preview: gift === undefined ? '' : previewMessage({ ...message, gift }) }
      })
      return { messages, hasMore: found.length > query.limit }
    },
    get,
    async resend(owner, id, viewer) {
      return get(owner, await replace(owner, id, ({ recipient }) => recipient), viewer)
    },
    async correct(owner, id, to, viewer) {
      const made = await replace(owner, id, ({ channel }) => orders.readAddress(channel, to))
      return get(owner, made, viewer)
    },
    async revokeLink(owner, id, viewer) {
      const { link, message } = await get(owner, id, viewer)
      if (link === undefined) throw deliveryErrors.noLink()
      const isRevoked = await transact(database, (tx) => revoke(tx, message, clock.now()))
      if (!isRevoked) throw deliveryErrors.linkClaimed()
      return get(owner, id, viewer)
    },
  }
}

/** Two clicks on one button, or a request that was repeated because its answer was lost. */
const DOUBLE_MS = 10_000

function isDouble(last: Message, recipient: string, now: Date): boolean {
  const age = now.getTime() - last.createdAt.getTime()
  return last.copy > 0 && last.recipient === recipient && age < DOUBLE_MS
}

function keyIn({ accountId, mode }: Owner, id: bigint): MessageKey {
  return { accountId, mode, id }
}
