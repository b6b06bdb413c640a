import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Authenticated encryption with AES-256-GCM (NIST SP 800-38D). The layout is
 * format (1 byte), key version (2), nonce (12), tag (16), ciphertext.
 * The nonce is random: under one key, 2³² seals stay below a chance of 2⁻³² for
 * a repeat, and a data key serves one account in one mode.
 */
const FORMAT = 1
const NONCE_AT = 3
const TAG_AT = NONCE_AT + 12
const TEXT_AT = TAG_AT + 16

export interface SealingKey {
  readonly version: number
  readonly key: Buffer
}

/** Encrypts; `context` is not secret but must be the same to open the seal again. */
export function seal({ version, key }: SealingKey, plain: Buffer, context: string): Buffer {
  const nonce = takeNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const text = cipher.update(plain)
  cipher.final()
  const header = Buffer.from([FORMAT, version >> 8, version & 0xff])
  return Buffer.concat([header, nonce, cipher.getAuthTag(), text])
}

/** @throws when the seal was made with another key or context, or was tampered with */
export function open({ key }: SealingKey, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== FORMAT || sealed.length < TEXT_AT) throw new Error('This is no seal')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(NONCE_AT, TAG_AT), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(TAG_AT, TEXT_AT))
  return Buffer.concat([decipher.update(sealed.subarray(TEXT_AT)), decipher.final()])
}

export function keyVersionOf(sealed: Buffer): number {
  return sealed.readUInt16BE(1)
}

// One system call makes many nonces.
let pool = Buffer.alloc(0)

function takeNonce(): Buffer {
  if (pool.length < 12) pool = randomBytes(12 * 256)
  const nonce = pool.subarray(0, 12)
  pool = pool.subarray(12)
  return nonce
}
