import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { tell } from './recording.ts'
import type { Answer, Download, Page, PreparedAnswer } from './route.ts'

/** Servers that are stopping: they keep no connection open past its answer. */
const closing = new WeakSet<FastifyInstance>()

export function markClosing(server: FastifyInstance): void {
  closing.add(server)
}

export const isClosing = (server: FastifyInstance): boolean => closing.has(server)

/**
 * Writes an answer past Fastify, which would add a charset to the content type
 * (the wire has none) and send head and body as two pieces. Nobody may keep it:
 * it holds a token, codes or a balance, or says what was the matter a moment ago.
 */
export function send(reply: FastifyReply, answer: Answer & Partial<Head>): FastifyReply {
  const { body, contentType = 'application/json', status = 200, headers } = answer
  if (status === 204) return write(reply, { status, headers: { ...headers } })
  return write(
    reply,
    { status, headers: { 'content-type': contentType, 'cache-control': 'no-store', ...headers } },
    JSON.stringify(body),
  )
}

export function sendPage(
  reply: FastifyReply,
  { html, status, headers }: Page & Head,
): FastifyReply {
  const type = { 'content-type': 'text/html; charset=utf-8' }
  return write(reply, { status, headers: { ...type, ...headers } }, html)
}

/**
 * Sends a file as fast as it is made and taken. One that cannot be made to its end is cut off, so
 * that nobody takes a part for the whole.
 */
export async function sendDownload(reply: FastifyReply, download: Download): Promise<void> {
  const { content, contentType, fileName } = download
  // The first piece is made before the head is sent: what fails at once is an error like any other.
  const pieces = pieceByPiece(content)
  const first = await pieces.next()
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': reply.request.id,
    ...(isClosing(reply.server) && { connection: 'close' }),
  })
  if (!first.done) reply.raw.write(first.value)
  await pipeline(Readable.from(pieces), reply.raw).catch((error: unknown) => {
    reply.raw.destroy()
    reply.log.warn({ err: error, requestId: reply.request.id }, 'a download ended early')
  })
}

async function* pieceByPiece(content: Download['content']) {
  yield* content
}

/** Prepared bytes go out as they are, or not at all when the caller has them already. */
export function sendPrepared(reply: FastifyReply, answer: PreparedAnswer): FastifyReply {
  const { bytes, contentType, etag, cacheControl } = answer
  const headers = { etag, 'cache-control': cacheControl, ...answer.headers }
  return isKnown(reply.request.headers['if-none-match'], etag)
    ? write(reply, { status: 304, headers })
    : write(reply, { status: 200, headers: { 'content-type': contentType, ...headers } }, bytes)
}

/** RFC 9110, 13.1.2: a list of validators, compared without regard to weakness. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//, '') === etag)
}

/** Status and headers of an answer. */
export interface Head {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

function write(
  reply: FastifyReply,
  { status, headers }: Head,
  body?: string | Buffer,
): FastifyReply {
  tell(reply, status, body)
  reply.hijack()
  reply.raw.writeHead(status, {
    ...headers,
    'x-request-id': reply.request.id,
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    ...(isClosing(reply.server) && { connection: 'close' }),
  })
  reply.raw.end(body)
  return reply
}
