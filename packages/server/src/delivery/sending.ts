import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Events } from '../events/index.ts'
import { type Database, transact } from '../storage/database.ts'
import type { Outcome } from './channels/outcome.ts'
import type { SmsProvider } from './channels/sms/index.ts'
import { sizeOf } from './channels/sms/index.ts'
import type { Mailer } from './channels/smtp.ts'
import { type Composed, type ComposingDependencies, compose } from './composing.ts'
import { factOf, type Message, type MessageKey, messageIdOf, messageName } from './model.ts'
import type { SendQueue } from './port.ts'
import { type Deferral, nextAttempt } from './schedule.ts'
import * as store from './store.ts'

/**
 * Sends messages, one attempt at a time. What was begun is on record before anything leaves the
 * machine, and what came of it after. A process that dies between the two is followed by another
 * attempt once its lease has ended: the recipient may get the same mail twice, under the same
 * Message-ID, but never none.
 */
export interface Sending {
  /** Makes the attempt that is due, if one is; whoever asks twice sends once. */
  send(message: MessageKey): Promise<void>
  /** Queues what should have been sent long ago again. */
  requeue(): Promise<void>
}

export interface SendingDependencies extends ComposingDependencies {
  readonly database: Database
  readonly events: Pick<Events, 'emit'>
  readonly queue: SendQueue
  readonly channels: Channels
  readonly clock: Clock
  readonly ids: Ids
}

/** Undefined where nothing has been set up; messages wait for it. */
export interface Channels {
  readonly email: Mailer | undefined
  readonly sms: SmsProvider | undefined
}

/** Longer than any provider may take; after that, whoever was sending is gone. */
const LEASE_MS = 120_000

/** How long a message waits for a channel that has not been set up. */
const SETUP_MS = 300_000

/** Jobs that are this late were lost, and with them nothing but time. */
const LATE_MS = 300_000
const REQUEUED_MAX = 500

/** What a provider says is kept this far. */
const ANSWER_MAX = 500

const missing = {
  email: 'E-mail has not been set up: it needs SCRIP_SMTP_URL and SCRIP_MAIL_FROM',
  sms:
    'Text messages have not been set up: they need SCRIP_SMS_PROVIDER and SCRIP_SMS_FROM, and ' +
    'SCRIP_SMS_URL with the provider http',
}

export function createSending(deps: SendingDependencies): Sending {
  const { database, events, queue, channels, clock, ids } = deps
  const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds)

  /** Takes a message that is due for this attempt; undefined when there is nothing to do. */
  function begin(key: MessageKey): Promise<Message | undefined> {
    return transact(database, async (tx) => {
      const message = await store.lockMessage(tx, key)
      if (message === undefined || message.dueAt === null) return undefined
      if (message.dueAt > clock.now()) {
        await queue.enqueue(tx, [{ key, at: message.dueAt }])
        return undefined
      }
      const updatedAt = clock.now()
      if (channels[message.channel] === undefined) {
        const dueAt = later(SETUP_MS)
        const error = missing[message.channel]
        await store.updateMessage(tx, key, { ...message, state: 'queued', dueAt, error, updatedAt })
        await queue.enqueue(tx, [{ key, at: dueAt }])
        return undefined
      }
      const attempts = message.attempts + 1
      const begun: Message = { ...message, state: 'sending', attempts, dueAt: later(LEASE_MS) }
      await store.updateMessage(tx, key, { ...begun, updatedAt })
      return begun
    })
  }

  async function deliver({ message, rendered }: Composed): Promise<Outcome & Provided> {
    const { recipient: to, locale } = message
    const name = messageName(message)
    if (message.channel === 'email' && channels.email !== undefined) {
      const { provider } = channels.email
      return { ...(await channels.email.send({ to, name, content: rendered, locale })), provider }
    }
    if (message.channel === 'sms' && channels.sms !== undefined) {
      const { text } = rendered
      const { provider } = channels.sms
      return { ...(await channels.sms.send({ to, name, text, size: sizeOf(text) })), provider }
    }
    throw new Error(`There is no channel for message ${message.id}`)
  }

  async function record(message: Message, outcome: Recorded): Promise<void> {
    const { type, answer, provider } = outcome
    const now = clock.now()
    await transact(database, async (tx) => {
      const current = await store.lockMessage(tx, message)
      const attempt = { messageId: message.id, number: message.attempts, provider, answer }
      const { milliseconds, at } = outcome
      await store.insertAttempt(tx, message, { ...attempt, outcome: type, milliseconds, at })
      // Too late: its lease ended, and somebody else has begun the next attempt.
      if (current?.state !== 'sending' || current.attempts !== message.attempts) return
      const random = ids.bytes(4).readUInt32BE() / 2 ** 32
      const change = changeOf(outcome, { attempts: message.attempts, now, random })
      const after = { ...current, ...change, provider, updatedAt: now }
      await store.updateMessage(tx, message, after)
      if (after.dueAt !== null) await queue.enqueue(tx, [{ key: message, at: after.dueAt }])
      if (after.state !== 'queued') {
        await events.emit(tx, message, factOf(`message.${after.state}`, after))
      }
    })
  }

  return {
    async send(key) {
      const message = await begin(key)
      if (message === undefined) return
      const { channel: via } = message
      const purpose = { by: messageIdOf(message), via, isMasked: false }
      const [composed] = await compose(deps, message, [message], purpose)
      if (composed === undefined) throw new Error(`Message ${message.id} was not written`)
      const at = clock.now()
      const began = performance.now()
      const outcome = await deliver(composed)
      const milliseconds = Math.round(performance.now() - began)
      const answer = redact(outcome.answer, composed.secrets)
      await record(message, { ...outcome, answer, milliseconds, at })
    },
    requeue: () =>
      transact(database, async (tx) => {
        const before = later(-LATE_MS)
        const at = clock.now()
        const late = await store.takeOverdue(tx, { before, at, limit: REQUEUED_MAX })
        if (late.length > 0)
          await queue.enqueue(
            tx,
            late.map((key) => ({ key, at })),
          )
      }),
  }
}

interface Provided {
  readonly provider: string
}

type Recorded = Outcome & Provided & { readonly milliseconds: number; readonly at: Date }

interface Change {
  readonly state: 'queued' | 'sent' | 'failed' | 'bounced'
  readonly dueAt: Date | null
  readonly error: string | null
  readonly providerReference: string | null
}

/** What an outcome makes of a message. */
function changeOf(outcome: Recorded, tried: Omit<Deferral, 'retryAfter'>): Change {
  const { type, answer } = outcome
  if (type === 'accepted') {
    return { state: 'sent', dueAt: null, error: null, providerReference: outcome.reference }
  }
  const settled = { dueAt: null, error: answer, providerReference: null }
  if (type !== 'deferred') return { ...settled, state: type }
  const dueAt = nextAttempt({ ...tried, retryAfter: outcome.retryAfter })
  return dueAt === undefined
    ? { ...settled, state: 'failed' }
    : { ...settled, state: 'queued', dueAt }
}

/** Some providers quote what they refuse. */
function redact(answer: string, secrets: readonly string[]): string {
  const safe = secrets.reduce((text, secret) => text.replaceAll(secret, '•••'), answer)
  // PostgreSQL stores no NUL.
  return safe.replaceAll('\0', '').slice(0, ANSWER_MAX)
}
