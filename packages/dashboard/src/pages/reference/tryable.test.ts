import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { OpenApi } from './openapi.ts'
import { type Operation, operationsOf } from './operations.ts'
import { refusalOf } from './tryable.ts'

const file = new URL('../../../../../openapi.json', import.meta.url)
const operations = operationsOf(JSON.parse(readFileSync(file, 'utf8')) as OpenApi)

const idsOf = (which: (operation: Operation) => boolean): readonly string[] =>
  operations
    .filter(which)
    .map(({ id }) => id)
    .toSorted()

const isSent = (operation: Operation, mode: 'test' | 'live') =>
  refusalOf(operation, mode) === undefined

// Written by hand: whoever adds an operation that changes something says here where it may be tried.
const triedFromTest = [
  'addTestFunds',
  'cancelBulkOrder',
  'cancelFundingRequest',
  'correctMessage',
  'createBulkOrder',
  'createClient',
  'createFundingRequest',
  'createOrder',
  'createWebhookEndpoint',
  'createWebhookReceiver',
  'deleteWebhookEndpoint',
  'deleteWebhookReceiver',
  'getToken',
  'pauseBulkOrder',
  'placeOrder',
  'quoteOrder',
  'readBulkOrderColumns',
  'resendMessage',
  'resendWebhookEvent',
  'resendWebhookEvents',
  'resumeBulkOrder',
  'revealCards',
  'revokeClaimLink',
  'revokeClient',
  'rotateClientSecret',
  'rotateWebhookSecret',
  'sendWebhookExample',
  'startBulkOrder',
  'updateClient',
  'updateWallet',
  'updateWebhookEndpoint',
  'updateWebhookReceiver',
]

const never = {
  operator: [
    'approveFundingRequest',
    'declineFundingRequest',
    'deleteAccountPrice',
    'disableLive',
    'enableLive',
    'setAccountPrice',
    'updateOperatedProduct',
    'updateRate',
    'verifyLedger',
  ],
  account: [
    'changeRole',
    'createAccessToken',
    'inviteMember',
    'removeMember',
    'revokeAccessToken',
    'updateAccount',
    'withdrawInvitation',
  ],
  entry: ['acceptInvitation', 'lookAtInvitation', 'openAccount', 'setFirstPassword'],
}

test('what only reads is sent from test mode, and no other than these besides', () => {
  expect(idsOf((each) => each.method !== 'GET' && isSent(each, 'test'))).toEqual(triedFromTest)
  expect(idsOf((each) => each.method === 'GET' && !isSent(each, 'test'))).toEqual([])
})

test.each(['test', 'live'] as const)('what reaches beyond a mode is not sent from %s', (mode) => {
  for (const [refusal, ids] of Object.entries(never)) {
    expect(idsOf((each) => refusalOf(each, mode) === refusal)).toEqual(ids)
  }
})

test('from live mode the Management API is read, and nothing else is sent', () => {
  const sent = operations.filter((each) => isSent(each, 'live'))
  expect(sent.every(({ api }) => api === 'management')).toBe(true)
  expect(sent.filter(({ method }) => method !== 'GET').map(({ id }) => id)).toEqual([
    'readBulkOrderColumns',
  ])
  const reading = idsOf(({ api, method }) => api === 'management' && method === 'GET')
  expect(idsOf((each) => each.method === 'GET' && isSent(each, 'live'))).toEqual(reading)
})

test('a change of the Management API that is sent names its mode', () => {
  const changes = operations.filter((each) => each.isChange && isSent(each, 'test'))
  expect(changes.filter(({ modeIn }) => modeIn === 'body').map(({ id }) => id)).toEqual([
    'updateWallet',
    'createWebhookEndpoint',
    'resendMessage',
    'correctMessage',
    'revokeClaimLink',
  ])
  const nameless = changes.filter(({ modeIn }) => modeIn === undefined)
  expect(nameless.map(({ id }) => id)).toEqual(['placeOrder'])
})

test('what is not known yet is not sent until its description says what it reaches', () => {
  const [operation] = operationsOf({
    tags: [],
    components: { schemas: {} },
    paths: {
      '/manage/v1/new': {
        put: {
          operationId: 'putNew',
          tags: [],
          summary: 'Put',
          responses: {},
          security: [{ managementToken: ['new:write'] }],
        },
      },
    },
  })
  expect(operation && refusalOf(operation, 'test')).toBe('account')
})
