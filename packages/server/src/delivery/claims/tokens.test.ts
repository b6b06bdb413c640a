import { expect, test } from 'vitest'
import { createKeyring } from '../../storage/keyring.ts'
import type { Message } from '../model.ts'
import { createClaimTokens } from './tokens.ts'

const tokens = createClaimTokens(createKeyring(Buffer.alloc(32, 7)))

const createdAt = new Date('2026-01-01T00:00:00Z')
const message = { accountId: 1n, mode: 'live', id: 7n, createdAt } as Message

test('a message has one token, whoever asks', () => {
  expect(tokens.tokenOf({ ...message })).toBe(tokens.tokenOf(message))
})

test('a message that gets the id of another, in a database that was restored, has another token', () => {
  const later = { ...message, createdAt: new Date(createdAt.getTime() + 1) }
  expect(tokens.tokenOf(later)).not.toBe(tokens.tokenOf(message))
})
