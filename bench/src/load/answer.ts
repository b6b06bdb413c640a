/** One HTTP/1.1 answer as far as the load generator cares. */
export interface Answer {
  readonly status: number
  readonly bytes: number
  readonly bodyStart: number
}

const HEAD_END = Buffer.from('\r\n\r\n')
/** Has no body, and no length of one. */
const NOT_MODIFIED = 304
const STATUS_START = 'HTTP/1.1 '.length

/**
 * Finds the answer at the start of `bytes`; undefined while a part is missing.
 *
 * @throws when the body's length is not in the head, as with chunked answers:
 * nothing that is measured here needs them.
 */
export function parseAnswer(bytes: Buffer): Answer | undefined {
  const headLength = bytes.indexOf(HEAD_END)
  if (headLength === -1) return undefined
  const head = bytes.toString('latin1', 0, headLength)
  const status = Number(head.slice(STATUS_START, STATUS_START + 3))
  const length = status === NOT_MODIFIED ? '0' : /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without Content-Length:\n${head}`)
  const bodyStart = headLength + HEAD_END.length
  const end = bodyStart + Number(length)
  if (bytes.length < end) return undefined
  if (bytes.length > end) throw new Error('more bytes than one answer to one request')
  return { status, bytes: end, bodyStart }
}
