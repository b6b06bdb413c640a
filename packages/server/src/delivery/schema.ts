import Type, { type Static } from 'typebox'
import { jsonNumber } from '../core/decimal.ts'
import { Nullable } from '../core/schema.ts'
import { type Attempt, channels, messageIdOf, messageStates } from './model.ts'
import { standAlone } from './rendering.ts'
import type { MessagePage, ShownMessage, Summary, SummaryPage } from './service.ts'

const AttemptOut = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    provider: Type.String(),
    outcome: Type.Enum(['accepted', 'deferred', 'failed', 'bounced']),
    answer: Type.String({ description: 'What the provider said, without codes.' }),
    milliseconds: Type.Integer({ minimum: 0 }),
    at: Type.String({ description: 'ISO 8601, in UTC.' }),
  },
  { title: 'MessageAttempt' },
)

const LinkOut = Type.Object(
  {
    expiresAt: Type.String(),
    claimedAt: Nullable(Type.String(), 'When the cards were shown; null for not yet.'),
    revokedAt: Nullable(Type.String(), 'When it was withdrawn; null for not at all.'),
  },
  { title: 'ClaimLink', description: 'A link that shows the cards once.' },
)

const SizeOut = Type.Object(
  {
    encoding: Type.Enum(['GSM-7', 'UCS-2']),
    units: Type.Integer({ minimum: 0 }),
    segments: Type.Integer({ minimum: 1 }),
  },
  { title: 'SmsSize', description: 'How long a text message is.' },
)

export const MessageOut = Type.Object(
  {
    id: Type.String({ examples: ['msg_1'] }),
    channel: Type.Enum([...channels]),
    to: Type.String({ description: 'E-mail address, or phone number in E.164 form.' }),
    transactionId: Type.Integer(),
    state: Type.Enum([...messageStates], {
      description: 'In test mode a message is `sent` as soon as it is in the inbox.',
    }),
    telling: Type.Enum(['code', 'link'], {
      description: 'Whether it holds the codes, or a link that shows them once.',
    }),
    locale: Type.String({ examples: ['en-US'] }),
    isOriginal: Type.Boolean({ description: 'False for one that was asked for later.' }),
    subject: Nullable(Type.String(), 'Null for text messages.'),
    html: Nullable(Type.String(), 'With its pictures inside. Null for text messages.'),
    text: Type.String(),
    isMasked: Type.Boolean({
      description: 'Whether dots stand for codes and links: in live mode.',
    }),
    sms: Nullable(SizeOut, 'Null for e-mail.'),
    link: Nullable(LinkOut, 'Null for a message that holds the codes.'),
    provider: Nullable(Type.String(), 'Who took it.'),
    providerReference: Nullable(Type.String(), 'Their name for it.'),
    error: Nullable(Type.String(), 'Why it was not sent.'),
    attempts: Type.Array(AttemptOut),
    nextAttemptAt: Nullable(Type.String(), 'Null for a message that is not to be sent.'),
    createdAt: Type.String({ description: 'ISO 8601, in UTC.' }),
    updatedAt: Type.String(),
  },
  { title: 'Message' },
)

export const MessagePageOut = Type.Object(
  { content: Type.Array(MessageOut), hasMore: Type.Boolean() },
  { title: 'MessagePage' },
)

const SummaryOut = Type.Object(
  {
    id: Type.String(),
    channel: Type.Enum([...channels]),
    to: Type.String(),
    transactionId: Type.Integer(),
    state: Type.Enum([...messageStates]),
    telling: Type.Enum(['code', 'link']),
    isOriginal: Type.Boolean({ description: 'False for one that was asked for later.' }),
    preview: Type.String({ description: 'A line that says what it is about, without codes.' }),
    error: Nullable(Type.String(), 'Why it was not sent.'),
    nextAttemptAt: Nullable(Type.String(), 'Null for a message that is not to be sent.'),
    createdAt: Type.String({ description: 'ISO 8601, in UTC.' }),
  },
  { title: 'MessageSummary' },
)

export const SummaryPageOut = Type.Object(
  { content: Type.Array(SummaryOut), hasMore: Type.Boolean() },
  { title: 'MessageSummaryPage' },
)

export function toSummaryPageOut({
  messages,
  hasMore,
}: SummaryPage): Static<typeof SummaryPageOut> {
  return { content: messages.map(toSummaryOut), hasMore }
}

function toSummaryOut({ message, preview }: Summary): Static<typeof SummaryOut> {
  const { channel, recipient, orderId, state, telling, copy, error, dueAt, createdAt } = message
  return {
    id: messageIdOf(message),
    channel,
    to: recipient,
    transactionId: jsonNumber(orderId.toString()),
    state,
    telling,
    isOriginal: copy === 0,
    preview,
    error,
    nextAttemptAt: timeOf(dueAt),
    createdAt: createdAt.toISOString(),
  }
}

const timeOf = (date: Date | null) => date?.toISOString() ?? null

export function toMessageOut(shown: ShownMessage): Static<typeof MessageOut> {
  const { message, rendered, attempts, link, size } = shown
  return {
    id: messageIdOf(message),
    channel: message.channel,
    to: message.recipient,
    transactionId: jsonNumber(message.orderId.toString()),
    state: message.state,
    telling: message.telling,
    locale: message.locale,
    isOriginal: message.copy === 0,
    subject: rendered.subject,
    html: standAlone(rendered),
    text: rendered.text,
    isMasked: message.mode === 'live',
    sms: size ?? null,
    link:
      link === undefined
        ? null
        : {
            expiresAt: link.expiresAt.toISOString(),
            claimedAt: timeOf(link.claimedAt),
            revokedAt: timeOf(link.revokedAt),
          },
    provider: message.provider,
    providerReference: message.providerReference,
    error: message.error,
    attempts: attempts.map(toAttemptOut),
    nextAttemptAt: timeOf(message.dueAt),
    createdAt: message.createdAt.toISOString(),
    updatedAt: message.updatedAt.toISOString(),
  }
}

function toAttemptOut({ messageId: _, at, ...attempt }: Attempt): Static<typeof AttemptOut> {
  return { ...attempt, at: at.toISOString() }
}

export function toMessagePageOut({
  messages,
  hasMore,
}: MessagePage): Static<typeof MessagePageOut> {
  return { content: messages.map(toMessageOut), hasMore }
}
