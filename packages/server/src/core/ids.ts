import { randomBytes, randomUUID } from 'node:crypto'

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Randomness for ids, codes and secrets; all of it is unpredictable. */
export interface Ids {
  uuid(): string
  /** Letters and digits, about 5.95 bits each. */
  alphanumeric(length: number): string
  digits(length: number): string
  /** For keys, which no alphabet shortens. */
  bytes(length: number): Buffer
}

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  alphanumeric: (length) => pick(ALPHANUMERIC, length),
  digits: (length) => pick('0123456789', length),
  bytes: (length) => randomBytes(length),
}

function pick(alphabet: string, length: number): string {
  // Bytes at or above the largest multiple of the alphabet would favour its first letters.
  const fair = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of takeBytes(length - text.length)) {
      if (byte < fair) text += alphabet[byte % alphabet.length]
    }
  }
  return text
}

// One system call fills many ids: a call for each costs more than the rest of making a card.
let pool: Buffer = Buffer.alloc(0)

function takeBytes(count: number): Buffer {
  if (pool.length < count) pool = randomBytes(Math.max(4096, count))
  const taken = pool.subarray(0, count)
  pool = pool.subarray(count)
  return taken
}

/** The largest of a 64-bit column. */
export const ID_MAX = 2n ** 63n - 1n

/** Reads an id of a path or query; undefined for what nothing can have as its id. */
export function readId(text: string | undefined): bigint | undefined {
  if (text === undefined || !/^\d{1,19}$/.test(text)) return undefined
  const id = BigInt(text)
  return id <= ID_MAX ? id : undefined
}
