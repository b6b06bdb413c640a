import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, describeSettings, readConfig } from './config.ts'

test('without any setting there is a configuration that is safe', () => {
  expect(readConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: undefined,
    databaseUrl: undefined,
    dataDir: resolve('.scrip'),
    masterKey: undefined,
    demo: true,
    demoClientId: undefined,
    demoClientSecret: undefined,
    demoCurrency: 'NGN',
    demoBalance: 1_000_000_000_000n,
    demoDialect: '2022-06',
    strangersDialect: '2022-06',
    signUp: 'open',
    databasePoolSize: 10,
    batchSizeMax: 128,
    batchConcurrencyMax: 2,
    batchSpansAccounts: true,
    webhooksAllowPrivate: false,
    messages: 'code',
    claimDays: 30,
    smtpUrl: undefined,
    mailFrom: undefined,
    mailSupport: undefined,
    smsProvider: undefined,
    smsFrom: undefined,
    smsUser: undefined,
    smsPassword: undefined,
    smsUrl: undefined,
    fundingInstructions: undefined,
    reportTimeZone: 'UTC',
    shutdownTimeoutMs: 10_000,
    logLevel: 'info',
  })
})

test('a setting that is empty counts as absent', () => {
  const empty = Object.fromEntries(describeSettings().map((setting) => [setting.env, '']))
  expect(readConfig(empty)).toEqual(readConfig({}))
})

test('what is none of its settings does not matter', () => {
  expect(readConfig({ HOME: '/root', SCRIP_NONSENSE: '1' })).toEqual(readConfig({}))
})

const key = Buffer.alloc(32, 1)

describe('a setting is read', () => {
  test.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['HOST', '::', { host: '::' }],
    ['SCRIP_PUBLIC_URL', 'https://cards.example', { publicUrl: 'https://cards.example' }],
    ['SCRIP_PUBLIC_URL', 'http://10.0.0.1:4000/', { publicUrl: 'http://10.0.0.1:4000' }],
    ['DATABASE_URL', 'postgres://u:p@db/x', { databaseUrl: 'postgres://u:p@db/x' }],
    ['DATABASE_URL', 'postgresql://db/x', { databaseUrl: 'postgresql://db/x' }],
    ['SCRIP_DATA_DIR', 'data', { dataDir: resolve('data') }],
    ['SCRIP_MASTER_KEY', key.toString('base64'), { masterKey: key }],
    ['SCRIP_MASTER_KEY', key.toString('hex'), { masterKey: key }],
    ['SCRIP_DEMO', 'off', { demo: false }],
    ['SCRIP_DEMO', 'no', { demo: false }],
    ['SCRIP_DEMO', 'true', { demo: true }],
    ['SCRIP_DEMO_CURRENCY', 'KWD', { demoCurrency: 'KWD' }],
    ['SCRIP_DEMO_BALANCE', '0', { demoBalance: 0n }],
    ['SCRIP_DEMO_BALANCE', '25.50', { demoBalance: 25_500_000n }],
    ['SCRIP_DEMO_DIALECT', '2026-10', { demoDialect: '2026-10' }],
    ['SCRIP_STRANGERS_DIALECT', '2026-10', { strangersDialect: '2026-10' }],
    ['SCRIP_BATCH_SPANS_ACCOUNTS', 'off', { batchSpansAccounts: false }],
    ['SCRIP_WEBHOOKS_ALLOW_PRIVATE', '1', { webhooksAllowPrivate: true }],
    ['SCRIP_MESSAGES', 'link', { messages: 'link' }],
    ['SCRIP_SMTP_URL', 'smtp://u:p%40@relay:587', { smtpUrl: 'smtp://u:p%40@relay:587' }],
    ['SCRIP_MAIL_FROM', 'Cards <a@b.example>', { mailFrom: 'Cards <a@b.example>' }],
    ['SCRIP_MAIL_SUPPORT', 'help@b.example', { mailSupport: 'help@b.example' }],
    ['SCRIP_SMS_PROVIDER', 'vonage', { smsProvider: 'vonage' }],
    ['SCRIP_SMS_URL', 'https://sms.example/send/', { smsUrl: 'https://sms.example/send' }],
    ['SCRIP_REPORT_TIME_ZONE', 'America/New_York', { reportTimeZone: 'America/New_York' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
  ])('%s from "%s"', (env, text, expected) => {
    expect(readConfig({ [env]: text })).toMatchObject(expected)
  })
})

const bad: readonly (readonly [env: string, ...texts: string[]])[] = [
  ['PORT', 'http', '-1', '65536', '4000.5', '1e3', ' 4000', '0x10', '٤'],
  ['HOST', 'h'.repeat(256)],
  [
    'SCRIP_PUBLIC_URL',
    'cards.example',
    'ftp://cards.example',
    'https://a.example/path',
    'https://',
  ],
  ['DATABASE_URL', 'mysql://db/x', 'db', 'http://postgres://'],
  ['SCRIP_MASTER_KEY', 'short', key.subarray(1).toString('base64'), 'ab'.repeat(33)],
  ['SCRIP_DEMO', 'maybe', 'ON', '2'],
  ['SCRIP_DEMO_CLIENT_ID', 'short', 'with a space', 'ümlaut-ümlaut', 'x'.repeat(201)],
  ['SCRIP_DEMO_CLIENT_SECRET', 'short', 'with a space', 'line\nbreak'],
  ['SCRIP_DEMO_CURRENCY', 'ngn', 'ZZZ', '₦'],
  ['SCRIP_DEMO_BALANCE', 'much', '-1', '1,000', '1e30', '0.0000001'],
  ['SCRIP_DEMO_DIALECT', '2023-01', 'latest'],
  ['SCRIP_STRANGERS_DIALECT', '2022', 'newest'],
  ['SCRIP_SIGN_UP', 'closed', 'OPEN'],
  ['SCRIP_DATABASE_POOL_SIZE', '1', '1001', 'many'],
  ['SCRIP_BATCH_SIZE_MAX', '0', '1001', '-5'],
  ['SCRIP_BATCH_CONCURRENCY_MAX', '0', '101', '1.5'],
  ['SCRIP_BATCH_SPANS_ACCOUNTS', 'some'],
  ['SCRIP_WEBHOOKS_ALLOW_PRIVATE', 'all'],
  ['SCRIP_MESSAGES', 'both', 'CODE'],
  ['SCRIP_CLAIM_DAYS', '0', '3651', 'ever'],
  ['SCRIP_SMTP_URL', 'relay:25', 'http://relay', 'smtp://', 'smtp://re lay'],
  ['SCRIP_MAIL_FROM', 'Cards', '@b.example', 'a@b.example\nBcc: c@d.example', '<a@b.example'],
  ['SCRIP_MAIL_SUPPORT', 'help', 'help@'],
  ['SCRIP_SMS_PROVIDER', 'pigeon', 'Twilio'],
  ['SCRIP_SMS_FROM', 'n'.repeat(41)],
  ['SCRIP_SMS_USER', 'n'.repeat(256)],
  ['SCRIP_SMS_PASSWORD', 'n'.repeat(256)],
  ['SCRIP_FUNDING_INSTRUCTIONS', 'n'.repeat(2_001)],
  ['SCRIP_SMS_URL', 'sms.example', 'ftp://sms.example', 'https://'],
  ['SCRIP_REPORT_TIME_ZONE', 'New York', 'Mars/Phobos'],
  ['SCRIP_SHUTDOWN_TIMEOUT_MS', '99', '600001', '10s'],
  ['LOG_LEVEL', 'verbose', 'INFO'],
]

describe('a setting that cannot be used is refused by its name', () => {
  test.each(bad.flatMap(([env, ...texts]) => texts.map((text) => ({ env, text }))))(
    '$env "$text"',
    ({ env, text }) => {
      const read = () => readConfig({ [env]: text })
      expect(read).toThrow(ConfigError)
      expect(read).toThrow(new RegExp(`^${env} (must|is) .+\\.$|^${env} (must|is) .+\\)\\.$`, 's'))
    },
  )

  test('every setting that can be wrong is in this list', () => {
    const tested = new Set(bad.map(([env]) => env))
    const rest = describeSettings().filter((setting) => !tested.has(setting.env))
    // Any text at all is a path.
    expect(rest.map((setting) => setting.env)).toEqual(['SCRIP_DATA_DIR'])
  })

  test('without its secret in the message', () => {
    const secrets = [
      'SCRIP_MASTER_KEY',
      'SCRIP_DEMO_CLIENT_SECRET',
      'DATABASE_URL',
      'SCRIP_SMTP_URL',
    ]
    for (const env of secrets) {
      const secret = 'hush hush'
      expect(() => readConfig({ [env]: secret })).toThrow(env)
      expect(() => readConfig({ [env]: secret })).not.toThrow(secret)
    }
  })
})

test('the description has every setting, with a sentence and its default', () => {
  const described = describeSettings()
  expect(described).toHaveLength(Object.keys(readConfig({})).length)
  expect(new Set(described.map((setting) => setting.env)).size).toBe(described.length)
  for (const setting of described) {
    expect(setting.env).toMatch(/^[A-Z][A-Z_]+$/)
    expect(setting.about).toMatch(/^\w.{20,}\.$/)
    if (setting.default !== undefined) {
      expect(readConfig({ [setting.env]: setting.default })).toEqual(readConfig({}))
    }
  }
})

test('what opens the platform is marked as a secret, and has no default', () => {
  const secrets = describeSettings().filter((setting) => setting.isSecret)
  expect(secrets.map((setting) => setting.env)).toEqual([
    'DATABASE_URL',
    'SCRIP_MASTER_KEY',
    'SCRIP_DEMO_CLIENT_SECRET',
    'SCRIP_SMTP_URL',
    'SCRIP_SMS_PASSWORD',
  ])
  for (const secret of secrets) expect(secret.default).toBeUndefined()
})
