import type { Owner } from '../accounts/index.ts'
import type { Ids } from '../core/ids.ts'
import type { Events } from '../events/index.ts'
import type { Keyring } from '../storage/keyring.ts'
import { createSmsProvider, type SmsProviderName } from './channels/sms/index.ts'
import { createMailer, type Mailer } from './channels/smtp.ts'
import { type Claims, createClaims } from './claims/service.ts'
import { createClaimTokens } from './claims/tokens.ts'
import type { ComposingDependencies } from './composing.ts'
import { createFollowing } from './following.ts'
import type { IssuingDependencies } from './issuing.ts'
import type { MessageKey, Telling } from './model.ts'
import { type Channels, createSending } from './sending.ts'
import { createMessages, type Messages } from './service.ts'
import { type MessageTrace, traceMessages } from './tracing.ts'

/** Everything that brings cards to their recipients. */
export interface Delivery {
  readonly messages: Messages
  readonly claims: Claims
  /** What became of the messages of an order, the first first; nothing is opened for it. */
  trace(owner: Owner, orderId: bigint): Promise<readonly MessageTrace[]>
  /** The mail relay; undefined when none is set up. */
  readonly mailer: Mailer | undefined
  /** Sends one message whose time has come. */
  send(message: MessageKey): Promise<void>
  /** Begins to follow the orders. */
  start(): void
  /** Resolves when nothing is followed any more. */
  stop(): Promise<void>
  /** Lets go of the mail relay, when nothing is sent any more. */
  close(): void
}

/** Undefined is for what has not been set. */
export interface DeliverySettings {
  readonly telling: Telling
  /** Address for recipients, as the operator has set it. */
  readonly publicUrl: string | undefined
  readonly claimDays: number
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  readonly mailSupport: string | undefined
  readonly smsProvider: SmsProviderName | undefined
  readonly smsUrl: string | undefined
  readonly smsFrom: string | undefined
  readonly smsUser: string | undefined
  readonly smsPassword: string | undefined
}

export interface DeliveryDependencies
  extends Pick<ComposingDependencies, 'database' | 'orders' | 'vault' | 'publicUrl'>,
    Pick<IssuingDependencies, 'queue' | 'clock'> {
  readonly events: Pick<Events, 'emit' | 'peek' | 'catchUp' | 'catchUpAll' | 'owners' | 'subscribe'>
  readonly keyring: Keyring
  readonly ids: Ids
  readonly settings: DeliverySettings
  /** Hears why orders could not be followed; they are tried again. */
  onError(error: unknown): void
}

const DAY_MS = 24 * 3_600_000

export function createDelivery({ settings, ...deps }: DeliveryDependencies): Delivery {
  const channels = createChannels(settings)
  const { telling, claimDays, mailSupport: support } = settings
  const tokens = createClaimTokens(deps.keyring)
  const claimMs = claimDays * DAY_MS
  const hasPublicUrl = settings.publicUrl !== undefined
  const shared = { ...deps, tokens, support, channels, telling, claimMs, hasPublicUrl }
  const sending = createSending(shared)
  const following = createFollowing({ ...shared, onLook: sending.requeue })
  return {
    messages: createMessages({ ...shared, following }),
    claims: createClaims(shared),
    async trace(owner, orderId) {
      await following.catchUp(owner)
      return traceMessages(deps.database, owner, orderId)
    },
    mailer: channels.email,
    send: sending.send,
    start: following.start,
    stop: following.stop,
    close: () => channels.email?.close(),
  }
}

function createChannels(settings: DeliverySettings): Channels {
  const { smtpUrl: url, mailFrom: from, mailSupport: replyTo } = settings
  const { smsProvider, smsUrl, smsFrom, smsUser = '', smsPassword = '' } = settings
  const isMail = url !== undefined && from !== undefined
  const isSms = smsProvider !== undefined && smsFrom !== undefined
  return {
    email: isMail ? createMailer({ url, from, replyTo }) : undefined,
    sms: isSms
      ? createSmsProvider(smsProvider, {
          url: smsUrl,
          from: smsFrom,
          user: smsUser,
          password: smsPassword,
        })
      : undefined,
  }
}
