import { resolve } from 'node:path'
import { type DialectName, dialectNames } from './accounts/index.ts'
import { findCurrency } from './core/currency.ts'
import { MAX_MICROS, type Micros, parseMicros } from './core/money.ts'
import { readTimeZone } from './core/time-zone.ts'
import { smsProviders, tellings } from './delivery/index.ts'

/** One setting: where it comes from, what it means, and how its text is read. */
interface Setting<Value> {
  readonly env: string
  readonly about: string
  /** The default as a person would write it; undefined when there is none. */
  readonly default: string | undefined
  readonly isSecret?: boolean
  /** @throws with a sentence that completes "PORT …" */
  read(text: string): Value
}

const signUps = ['open', 'invited'] as const

const optional = <Value>(setting: Omit<Setting<Value>, 'default'>): Setting<Value | undefined> => ({
  ...setting,
  default: undefined,
})

/**
 * Every setting of the server. This table is the only place that knows the
 * environment's names; `scrip config` prints it.
 */
const settings = {
  port: {
    env: 'PORT',
    about: 'TCP port of the HTTP server; 0 picks a free one.',
    default: '4000',
    read: integer(0, 65_535),
  },
  host: {
    env: 'HOST',
    about: 'Address to listen on. 0.0.0.0 opens the server to the network: put TLS in front of it.',
    default: '127.0.0.1',
    read: text(255),
  },
  publicUrl: optional({
    env: 'SCRIP_PUBLIC_URL',
    about:
      'Address that clients reach the server by, when a proxy stands in front of it. It is accepted ' +
      'as the audience of a token, as the address it listens on is, and answers have the addresses ' +
      'of pictures at it.',
    read: publicUrl,
  }),
  databaseUrl: optional({
    env: 'DATABASE_URL',
    about:
      'PostgreSQL 15 or newer, as postgres://user:password@host:port/name. Without it the server ' +
      'runs a PostgreSQL of its own in the data directory.',
    isSecret: true,
    read: databaseUrl,
  }),
  dataDir: {
    env: 'SCRIP_DATA_DIR',
    about: 'Directory for generated secrets, the private CA of scrip exec and the own PostgreSQL.',
    default: './.scrip',
    read: (value: string) => resolve(value),
  },
  masterKey: optional({
    env: 'SCRIP_MASTER_KEY',
    about:
      'Key of all keys, 32 bytes as base64 or hex: seals codes, hashes client secrets, signs tokens. ' +
      'Generated into the data directory when absent; whoever loses it loses every stored code.',
    isSecret: true,
    read: masterKey,
  }),
  demo: {
    env: 'SCRIP_DEMO',
    about: 'Whether to make a demo account with test credentials at the first start: on or off.',
    default: 'on',
    read: onOff,
  },
  demoClientId: optional({
    env: 'SCRIP_DEMO_CLIENT_ID',
    about: "The demo account's client id in test mode. Generated when absent.",
    read: credential,
  }),
  demoClientSecret: optional({
    env: 'SCRIP_DEMO_CLIENT_SECRET',
    about: "The demo account's client secret in test mode. Generated when absent.",
    isSecret: true,
    read: credential,
  }),
  demoCurrency: {
    env: 'SCRIP_DEMO_CURRENCY',
    about: "Currency of the demo account's test wallet, when it is made.",
    default: 'NGN',
    read: currency,
  },
  demoBalance: {
    env: 'SCRIP_DEMO_BALANCE',
    about: "Test money in the demo account's wallet, when it is made.",
    default: '1000000',
    read: amount,
  },
  demoDialect: {
    env: 'SCRIP_DEMO_DIALECT',
    about: `Dialect of the demo client, when it is made: ${dialectNames.join(', ')}.`,
    default: '2022-06',
    read: dialect,
  },
  strangersDialect: {
    env: 'SCRIP_STRANGERS_DIALECT',
    about: `Dialect of the refusal of requests without a token, whose client nobody knows: ${dialectNames.join(', ')}.`,
    default: '2022-06',
    read: dialect,
  },
  signUp: {
    env: 'SCRIP_SIGN_UP',
    about:
      'Who may sign up in the dashboard: open for anybody, invited for those who were invited to ' +
      'an account. New accounts have test mode only, until an operator enables live mode.',
    default: 'open',
    read: oneOf(signUps),
  },
  databasePoolSize: {
    env: 'SCRIP_DATABASE_POOL_SIZE',
    about: 'Database connections for requests of one server process; it has two more for itself.',
    default: '10',
    read: integer(2, 1_000),
  },
  batchSizeMax: {
    env: 'SCRIP_BATCH_SIZE_MAX',
    about: 'The most orders that share one database transaction.',
    default: '128',
    read: integer(1, 1_000),
  },
  batchConcurrencyMax: {
    env: 'SCRIP_BATCH_CONCURRENCY_MAX',
    about: 'The most order transactions that one server process runs at the same time.',
    default: '2',
    read: integer(1, 100),
  },
  batchSpansAccounts: {
    env: 'SCRIP_BATCH_SPANS_ACCOUNTS',
    about:
      'Whether one transaction may hold orders of several accounts; off for a sharded database.',
    default: 'on',
    read: onOff,
  },
  webhooksAllowPrivate: {
    env: 'SCRIP_WEBHOOKS_ALLOW_PRIVATE',
    about:
      'Whether webhooks may be sent to this machine and its private network, and in live mode without ' +
      'TLS: for local development.',
    default: 'off',
    read: onOff,
  },
  messages: {
    env: 'SCRIP_MESSAGES',
    about: 'What recipients are sent: the code itself, or a link that shows it once: code or link.',
    default: 'code',
    read: oneOf(tellings),
  },
  claimDays: {
    env: 'SCRIP_CLAIM_DAYS',
    about: 'How many days such a link works.',
    default: '30',
    read: integer(1, 3_650),
  },
  smtpUrl: optional({
    env: 'SCRIP_SMTP_URL',
    about:
      'Mail relay, as smtp://user:password@host:587, or smtps: for TLS from the first byte. Without ' +
      'it messages of live mode wait; those of test mode never leave the machine.',
    isSecret: true,
    read: smtpUrl,
  }),
  mailFrom: optional({
    env: 'SCRIP_MAIL_FROM',
    about: 'Sender of e-mail, as an address or as Name <address>.',
    read: mailbox,
  }),
  mailSupport: optional({
    env: 'SCRIP_MAIL_SUPPORT',
    about: 'Address that recipients write to with questions; answers to e-mail go there as well.',
    read: mailbox,
  }),
  smsProvider: optional({
    env: 'SCRIP_SMS_PROVIDER',
    about: `Who sends text messages: ${smsProviders.join(', ')}. Without one those of live mode wait.`,
    read: oneOf(smsProviders),
  }),
  smsFrom: optional({
    env: 'SCRIP_SMS_FROM',
    about: 'Sender of text messages: a number, a name, or a messaging service of Twilio’s.',
    read: text(40),
  }),
  smsUser: optional({
    env: 'SCRIP_SMS_USER',
    about: 'Account at the provider of text messages: Twilio’s account SID, Vonage’s API key.',
    read: text(255),
  }),
  smsPassword: optional({
    env: 'SCRIP_SMS_PASSWORD',
    about: 'Its password: Twilio’s auth token, Vonage’s API secret, the bearer token of http.',
    isSecret: true,
    read: text(255),
  }),
  smsUrl: optional({
    env: 'SCRIP_SMS_URL',
    about: 'Address that the provider http posts to; for the others another root of their API.',
    read: webUrl,
  }),
  fundingInstructions: optional({
    env: 'SCRIP_FUNDING_INSTRUCTIONS',
    about:
      'How accounts pay for live money: the bank account that they are told with a funding request.',
    read: text(2_000),
  }),
  reportTimeZone: {
    env: 'SCRIP_REPORT_TIME_ZONE',
    about:
      'Time zone that startDate and endDate of reports are in, by its IANA name. The original ' +
      'service reads them in America/New_York.',
    default: 'UTC',
    read: timeZone,
  },
  shutdownTimeoutMs: {
    env: 'SCRIP_SHUTDOWN_TIMEOUT_MS',
    about: 'How long requests in flight may take after SIGTERM, in milliseconds.',
    default: '10000',
    read: integer(100, 600_000),
  },
  logLevel: {
    env: 'LOG_LEVEL',
    about: 'trace, debug, info, warn, error or silent. Requests are logged at debug.',
    default: 'info',
    read: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
  },
} as const satisfies Record<string, Setting<unknown>>

type Settings = typeof settings

/** All settings of a server, read and checked. */
export type Config = {
  readonly [Name in keyof Settings]: ReturnType<Settings[Name]['read']> | DefaultOf<Settings[Name]>
}

type DefaultOf<S> = S extends { readonly default: undefined } ? undefined : never

/** A setting that cannot be used; the message names it and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** @throws ConfigError naming the first setting that cannot be used */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const entries = Object.entries(settings).map(([name, setting]) => {
    const given = env[setting.env]
    const value = given === undefined || given === '' ? setting.default : given
    if (value === undefined) return [name, undefined]
    try {
      return [name, setting.read(value)]
    } catch (error) {
      throw new ConfigError(`${setting.env} ${error instanceof Error ? error.message : error}`)
    }
  })
  return Object.fromEntries(entries) as Config
}

export interface SettingDescription {
  readonly env: string
  readonly about: string
  readonly default: string | undefined
  readonly isSecret: boolean
}

/** The settings as documentation, in the order of the table. */
export function describeSettings(): SettingDescription[] {
  return Object.values(settings).map((setting: Setting<unknown>) => ({
    env: setting.env,
    about: setting.about,
    default: setting.default,
    isSecret: setting.isSecret ?? false,
  }))
}

function integer(min: number, max: number) {
  return (value: string): number => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < min || number > max) {
      throw new Error(`must be a whole number from ${min} to ${max}, not "${value}".`)
    }
    return number
  }
}

function text(lengthMax: number) {
  return (value: string): string => {
    if (value.length > lengthMax) throw new Error(`is longer than ${lengthMax} characters.`)
    return value
  }
}

function oneOf<Word extends string>(words: readonly Word[]) {
  return (value: string): Word => {
    const word = words.find((candidate) => candidate === value)
    if (word === undefined) throw new Error(`must be one of ${words.join(', ')}, not "${value}".`)
    return word
  }
}

function onOff(value: string): boolean {
  if (['on', 'true', '1', 'yes'].includes(value)) return true
  if (['off', 'false', '0', 'no'].includes(value)) return false
  throw new Error(`must be on or off, not "${value}".`)
}

function timeZone(value: string): string {
  const zone = readTimeZone(value)
  if (zone !== undefined) return zone
  throw new Error(`must be a time zone such as UTC or America/New_York, not "${value}".`)
}

function databaseUrl(value: string): string {
  if (!/^postgres(ql)?:\/\//.test(value)) {
    throw new Error('must begin with postgres:// (for example postgres://user:password@host/name).')
  }
  // A socket's address has no host, which URL refuses after a user name.
  if (!URL.canParse(value.replace(/@\//, '@socket/'))) {
    throw new Error('is no address: write special characters of the password as %23 and the like.')
  }
  return value
}

function publicUrl(value: string): string {
  if (!/^https?:\/\/[^/?#\s]+\/?$/.test(value)) {
    throw new Error(`must be an address such as https://cards.example, not "${value}".`)
  }
  return value.replace(/\/$/, '')
}

function smtpUrl(value: string): string {
  if (!/^smtps?:\/\/\S+$/.test(value) || !URL.canParse(value)) {
    throw new Error('must be an address such as smtp://user:password@host:587.')
  }
  return value
}

function mailbox(value: string): string {
  if (!/^([^<>@\r\n]{0,200}<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value)) {
    throw new Error(`must be an address such as Gift cards <cards@shop.example>, not "${value}".`)
  }
  return value
}

function webUrl(value: string): string {
  if (!/^https?:\/\/\S+$/.test(value) || !URL.canParse(value)) {
    throw new Error(`must be an address such as https://sms.example/send, not "${value}".`)
  }
  return value.replace(/\/$/, '')
}

function masterKey(value: string): Buffer {
  const isKey = /^[0-9a-f]{64}$/i.test(value) || /^[A-Za-z0-9+/_-]{43}=?$/.test(value)
  const key = /^[0-9a-f]{64}$/i.test(value)
    ? Buffer.from(value, 'hex')
    : Buffer.from(value, 'base64')
  if (!isKey || key.length !== 32) {
    throw new Error('must be 32 bytes as base64 or hex (openssl rand -base64 32 makes one).')
  }
  return key
}

function credential(value: string): string {
  if (!/^[\x21-\x7e]{8,200}$/.test(value)) {
    throw new Error('must be 8 to 200 printable characters without spaces.')
  }
  return value
}

function currency(value: string): string {
  if (findCurrency(value) === undefined) throw new Error(`is no ISO 4217 currency: "${value}".`)
  return value
}

function amount(value: string): Micros {
  const micros = parseMicros(value)
  if (micros === undefined || micros < 0n || micros > MAX_MICROS) {
    throw new Error(`must be an amount such as 1000000 or 25.50, not "${value}".`)
  }
  return micros
}

function dialect(value: string): DialectName {
  return oneOf(dialectNames)(value)
}
