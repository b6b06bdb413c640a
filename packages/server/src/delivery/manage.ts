import Type from 'typebox'
import { actorIdOf, ModeIn } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { type Answer, integerOf, manageRoute, ownerOf, type Route, wordOf } from '../http/index.ts'
import { deliveryErrors } from './errors.ts'
import { channels, messageStates, readMessageId } from './model.ts'
import { inScheme, schemes, standAlone } from './rendering.ts'
import {
  MessageOut,
  MessagePageOut,
  SummaryPageOut,
  toMessageOut,
  toMessagePageOut,
  toSummaryPageOut,
} from './schema.ts'
import type { Messages, ShownMessage } from './service.ts'
import type { MessageQuery } from './store.ts'

/** Every message is written anew for its page, which takes some milliseconds. */
const LIMIT = { min: 1, max: 100, fallback: 20 }

const params = { messageId: Type.String({ examples: ['msg_1'] }) }

const CorrectIn = Type.Object(
  {
    to: Type.String({
      minLength: 1,
      maxLength: 254,
      description: 'E-mail address, or phone number that begins with a plus.',
    }),
    mode: ModeIn,
  },
  { title: 'AddressCorrection', examples: [{ to: 'jane.doe@example.com' }] },
)

const CommandIn = Type.Object({ mode: ModeIn }, { title: 'MessageCommand', examples: [{}] })

const listQuery = {
  channel: Type.Optional(Type.Enum([...channels])),
  to: Type.Optional(Type.String({ description: 'Exact address, in any case.' })),
  transactionId: Type.Optional(Type.Integer({ minimum: 1 })),
  state: Type.Optional(Type.Enum([...messageStates])),
  before: Type.Optional(
    Type.String({ description: 'Only messages that are older than this one.' }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
  ),
  mode: ModeIn,
}

/** Messages in the Management API: the inbox of test mode, and what became of those of live mode. */
export function messageRoutes(messages: Messages): Route[] {
  return [...readingRoutes(messages), ...commandRoutes(messages)]
}

function readingRoutes(messages: Messages): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/messages',
      scope: 'messages:read',
      operationId: 'listMessages',
      tag: 'Messages',
      summary: 'List messages',
      description:
        'What recipients were written to, the newest first; an order that was answered before the ' +
        'request has its messages here. In test mode nothing leaves the machine: this is the inbox, ' +
        'and shows what recipients would get. In live mode codes and links are dots.',
      query: listQuery,
      response: { 'application/json': MessagePageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const filter = filterOf(query)
        const owner = ownerOf(manager, query.mode)
        return {
          body: toMessagePageOut(await messages.list(owner, filter, actorIdOf(manager.actor))),
        }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/messages/summaries',
      scope: 'messages:read',
      operationId: 'listMessageSummaries',
      tag: 'Messages',
      summary: 'List messages in short',
      description:
        'The same without their words: a line about each, for which no card is opened and nothing ' +
        'is recorded.',
      query: listQuery,
      response: { 'application/json': SummaryPageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        return { body: toSummaryPageOut(await messages.listSummaries(owner, filterOf(query))) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/messages/:messageId',
      scope: 'messages:read',
      operationId: 'getMessage',
      tag: 'Messages',
      summary: 'Get one message',
      description: 'With everything that was tried to send it.',
      params,
      query: { mode: ModeIn },
      response: { 'application/json': MessageOut },
      errors: [deliveryErrors.messageNotFound, inputErrors.invalidField],
      handle: async ({ manager, params: { messageId }, query }) => {
        const owner = ownerOf(manager, query.mode)
        const shown = await messages.get(owner, readMessageId(messageId), actorIdOf(manager.actor))
        return { body: toMessageOut(shown) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/messages/:messageId/html',
      scope: 'messages:read',
      operationId: 'getMessageHtml',
      tag: 'Messages',
      summary: 'Look at an e-mail',
      description: 'The mail as a page. It may load and run nothing.',
      params,
      query: {
        scheme: Type.Optional(
          Type.Enum([...schemes], {
            description: 'As it looks in this colour scheme; that of the browser by default.',
          }),
        ),
        mode: ModeIn,
      },
      response: { 'text/html; charset=utf-8': Type.String() },
      errors: [deliveryErrors.messageNotFound, deliveryErrors.noHtml, inputErrors.invalidField],
      handle: async ({ manager, params: { messageId }, query }) => {
        const owner = ownerOf(manager, query.mode)
        const { rendered } = await messages.get(
          owner,
          readMessageId(messageId),
          actorIdOf(manager.actor),
        )
        const html = standAlone(rendered)
        if (html === null) throw deliveryErrors.noHtml()
        const scheme = wordOf(query, 'scheme', schemes)
        return { html: scheme ? inScheme(html, scheme) : html, headers: pageHeaders }
      },
    }),
  ]
}

/** Mail has its styles in its elements, and its pictures inside. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** What keeps a message from being sent as another one. */
const copyingErrors = [
  deliveryErrors.messageNotFound,
  deliveryErrors.beingSent,
  deliveryErrors.tooManyCopies,
  inputErrors.invalidField,
]

function commandRoutes(messages: Messages): Route[] {
  return [
    manageRoute({
      method: 'POST',
      path: '/manage/v1/messages/:messageId/resend',
      scope: 'messages:write',
      operationId: 'resendMessage',
      tag: 'Messages',
      summary: 'Send a message again',
      description:
        'As another message, which is the answer. The first one is cancelled if it has not been ' +
        'sent. Asked twice within ten seconds, it is sent once.',
      status: 201,
      params,
      body: CommandIn,
      response: { 'application/json': MessageOut },
      errors: copyingErrors,
      handle: async ({ manager, params: { messageId }, body }) => {
        const owner = ownerOf(manager, body.mode)
        const made = await messages.resend(
          owner,
          readMessageId(messageId),
          actorIdOf(manager.actor),
        )
        return changed(made)
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/messages/:messageId/correct',
      scope: 'messages:write',
      // Whoever may choose where codes go may as well see them.
      alsoNeeds: 'cards:reveal',
      operationId: 'correctMessage',
      tag: 'Messages',
      summary: 'Correct the address of a message',
      description:
        'Sends another message to the right address, which is the answer. The first one is ' +
        'cancelled if it has not been sent, and its link is withdrawn. As this brings the codes to ' +
        'another address, it takes the scope that reveals them, too.',
      status: 201,
      params,
      body: CorrectIn,
      response: { 'application/json': MessageOut },
      errors: copyingErrors,
      handle: async ({ manager, params: { messageId }, body: { mode, to } }) => {
        const owner = ownerOf(manager, mode)
        const id = readMessageId(messageId)
        return changed(await messages.correct(owner, id, to, actorIdOf(manager.actor)))
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/messages/:messageId/revoke-link',
      scope: 'messages:write',
      operationId: 'revokeClaimLink',
      tag: 'Messages',
      summary: 'Withdraw the link of a message',
      description: 'Whoever opens it from now on is told that there is nothing.',
      params,
      body: CommandIn,
      response: { 'application/json': MessageOut },
      errors: [
        deliveryErrors.messageNotFound,
        deliveryErrors.noLink,
        deliveryErrors.linkClaimed,
        inputErrors.invalidField,
      ],
      handle: async ({ manager, params: { messageId }, body }) => {
        const owner = ownerOf(manager, body.mode)
        const shown = await messages.revokeLink(
          owner,
          readMessageId(messageId),
          actorIdOf(manager.actor),
        )
        return changed(shown)
      },
    }),
  ]
}

/** The message, and of it what the audit log may keep: in test mode its words hold the codes. */
function changed(shown: ShownMessage): Answer {
  const body = toMessageOut(shown)
  const { id: target, channel, to, transactionId, state, telling, link } = body
  return { body, change: { target, after: { channel, to, transactionId, state, telling, link } } }
}

type Query = Readonly<Record<string, string | undefined>>

/** @throws invalidField */
function filterOf(query: Query): MessageQuery {
  return {
    channel: wordOf(query, 'channel', channels),
    recipient: optional(query, 'to', readRecipient),
    orderId: optional(query, 'transactionId', readId),
    state: wordOf(query, 'state', messageStates),
    before: optional(query, 'before', readMessageId),
    limit: integerOf(query, 'limit', LIMIT),
  }
}

/** @throws invalidField */
function optional<Value>(
  query: Query,
  field: string,
  read: (text: string) => Value | undefined,
): Value | undefined {
  const text = query[field]
  if (text === undefined) return undefined
  const value = read(text)
  if (value === undefined) throw inputErrors.invalidField({ field })
  return value
}

/** A plus that was not written as `%2B` has become a space on the way. PostgreSQL knows no NUL. */
function readRecipient(to: string): string | undefined {
  if (to.includes('\0')) return undefined
  return to.includes('@') ? to : `+${to.replace(/\D/g, '')}`
}
