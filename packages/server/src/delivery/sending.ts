import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Events } from '../events/index.ts'
import { type Database, type Tx, transact } from '../storage/database.ts'
import { deferred, type Outcome } from './channels/outcome.ts'
import { redact } from './channels/redact.ts'
import type { SmsProvider } from './channels/sms/index.ts'
import { sizeOf } from './channels/sms/index.ts'
import type { Mailer } from './channels/smtp.ts'
import { type Composed, type ComposingDependencies, compose } from './composing.ts'
import { factOf, type Message, type MessageKey, messageIdOf, messageName } from './model.ts'
import type { SendQueue } from './port.ts'
import { ATTEMPTS_MAX, type Deferral, nextAttempt } from './schedule.ts'
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
  /** Whether recipients can follow a link: an address for them has been set. */
  readonly hasPublicUrl: boolean
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

/** A gift of long ago is no longer expected: nobody gets it because e-mail is set up at last. */
const WAITING_MAX_MS = 7 * 24 * 3_600_000

const missing = {
  email: 'E-mail has not been set up: it needs SCRIP_SMTP_URL and SCRIP_MAIL_FROM',
  sms:
    'Text messages have not been set up: they need SCRIP_SMS_PROVIDER and SCRIP_SMS_FROM, and ' +
    'SCRIP_SMS_URL with the provider http',
  link: 'Links need SCRIP_PUBLIC_URL, the address that recipients reach this server by',
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
      const obstacle = obstacleTo(message)
      if (obstacle !== undefined) {
        await change(tx, message, obstacle)
        return undefined
      }
      const attempts = message.attempts + 1
      const begun: Message = { ...message, state: 'sending', attempts, dueAt: later(LEASE_MS) }
      await store.updateMessage(tx, key, { ...begun, updatedAt: clock.now() })
      return begun
    })
  }

  /** What becomes of a message that is due and cannot be tried; undefined for one that can. */
  function obstacleTo(message: Message): Change | undefined {
    const { channel, telling, attempts, createdAt, provider, providerReference } = message
    const kept = { provider, providerReference }
    if (attempts >= ATTEMPTS_MAX) {
      // Each time its process died, which it may be the cause of.
      return { ...kept, state: 'failed', dueAt: null, error: 'Every attempt was broken off' }
    }
    const isLinkless = telling === 'link' && !deps.hasPublicUrl
    const error =
      channels[channel] === undefined ? missing[channel] : isLinkless ? missing.link : undefined
    if (error === undefined) return undefined
    return createdAt < later(-WAITING_MAX_MS)
      ? { ...kept, state: 'failed', dueAt: null, error }
      : { ...kept, state: 'queued', dueAt: later(SETUP_MS), error }
  }

  /** Writes what has become of a message; it waits for its next attempt, or what it is now is told. */
  async function change(tx: Tx, before: Message, changes: Change): Promise<void> {
    const after = { ...before, ...changes, updatedAt: clock.now() }
    await store.updateMessage(tx, before, after)
    if (after.dueAt !== null) await queue.enqueue(tx, [{ key: before, at: after.dueAt }])
    if (after.state !== 'queued') {
      await events.emit(tx, before, factOf(`message.${after.state}`, after))
    }
  }

  /** @throws what kept it from being written, when that is on record */
  async function write(message: Message): Promise<Composed> {
    const { channel: via } = message
    try {
      const purpose = { by: messageIdOf(message), via, isMasked: false }
      const [composed] = await compose(deps, message, [message], purpose)
      if (composed === undefined) throw new Error(`Message ${message.id} was not written`)
      return composed
    } catch (error) {
      const outcome = deferred('It could not be written; the log of the server says why')
      const provider = channels[via]?.provider ?? via
      await record(message, { ...outcome, provider, milliseconds: 0, at: clock.now() })
      throw error
    }
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
      const tried = { attempts: message.attempts, now, random }
      await change(tx, current, changeOf(outcome, tried))
    })
  }

  return {
    async send(key) {
      const message = await begin(key)
      if (message === undefined) return
      const composed = await write(message)
      const at = clock.now()
      const began = performance.now()
      const outcome = await deliver(composed)
      const milliseconds = Math.round(performance.now() - began)
      await record(message, { ...withoutSecrets(outcome, composed), milliseconds, at })
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
  readonly provider: string | null
  readonly providerReference: string | null
}

/** What an outcome makes of a message. */
function changeOf(outcome: Recorded, tried: Omit<Deferral, 'retryAfter'>): Change {
  const { type, answer, provider } = outcome
  if (type === 'accepted') {
    const providerReference = outcome.reference
    return { state: 'sent', dueAt: null, error: null, provider, providerReference }
  }
  const settled = { dueAt: null, error: answer, provider, providerReference: null }
  if (type !== 'deferred') return { ...settled, state: type }
  const dueAt = nextAttempt({ ...tried, retryAfter: outcome.retryAfter })
  return dueAt === undefined
    ? { ...settled, state: 'failed' }
    : { ...settled, state: 'queued', dueAt }
}

/** An outcome as it may be kept: all that is a provider's own words. */
function withoutSecrets<Kind extends Outcome>(outcome: Kind, { secrets }: Composed): Kind {
  const answer = redact(outcome.answer, secrets)
  if (outcome.type !== 'accepted' || outcome.reference === null) return { ...outcome, answer }
  return { ...outcome, answer, reference: redact(outcome.reference, secrets) }
}
