import { passkey } from '@better-auth/passkey'
import type { BetterAuthOptions } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Database } from '../../storage/database.ts'
import { mailsOf, type PeopleMail } from './mails.ts'
import { ADDRESS_HEADER, AUTH_PATH, type PersonEvent, toPersonEvent } from './model.ts'
import { identityTables } from './store.ts'

const DAY_SECONDS = 86_400

export interface IdentityOptions {
  readonly database: Database
  readonly secret: string
  /** The address that browsers reach the server by. */
  readonly url: string
  send(mail: PeopleMail): Promise<void>
  onPersonEvent(event: PersonEvent): Promise<void>
  /** Hears what better-auth has to complain about; wrong passwords are not among it. */
  onError(message: string, ...details: unknown[]): void
}

/** What better-auth does for us, as data: its tables, limits, mails and second factors. */
export function identityOptions(options: IdentityOptions): BetterAuthOptions {
  const { database, secret, url } = options
  const mails = mailsOf(url, options.send)
  return {
    appName: 'OpenScrip',
    baseURL: url,
    basePath: AUTH_PATH,
    secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => options.onError(message, ...details),
    },
    database: { db: identityTables(database), type: 'postgres' },
    trustedOrigins: (request) => ownOrigins(url, request),
    user: { modelName: 'users', additionalFields: { isOperator: operatorField } },
    account: { modelName: 'userCredentials' },
    verification: { modelName: 'verifications' },
    session: {
      modelName: 'sessions',
      expiresIn: 14 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      freshAge: DAY_SECONDS,
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: 3_600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: mails.resetPassword,
      onPasswordReset: ({ user }, request) =>
        options.onPersonEvent(toPersonEvent(user, 'person.password_reset', request?.headers)),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      expiresIn: DAY_SECONDS,
      sendVerificationEmail: mails.verifyAddress,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimits',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/*': { window: 60, max: 20 },
        '/sign-up/*': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        '/request-password-reset': { window: 60, max: 5 },
        '/send-verification-email': { window: 60, max: 5 },
      },
    },
    advanced: {
      cookiePrefix: 'scrip',
      useSecureCookies: url.startsWith('https:'),
      // Set by the server itself, from the connection or a proxy that it trusts.
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      twoFactor({ issuer: 'OpenScrip', schema: { twoFactor: { modelName: 'twoFactors' } } }),
      passkey({
        rpID: new URL(url).protocol === 'https:' ? new URL(url).hostname : 'localhost',
        rpName: 'OpenScrip',
        schema: { passkey: { modelName: 'passkeys', fields: { credentialID: 'credentialId' } } },
      }),
    ],
  }
}

const operatorField = {
  type: 'boolean',
  required: false,
  defaultValue: false,
  // Nobody makes themselves one.
  input: false,
} as const

/** A local server is reached by several names; what a browser calls it by is its own. */
function ownOrigins(url: string, request: Request | undefined): string[] {
  return request === undefined ? [url] : [url, new URL(request.url).origin]
}
