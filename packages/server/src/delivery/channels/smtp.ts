import nodemailer from 'nodemailer'
import type { Rendered } from '../rendering.ts'
import { deferred, type Outcome } from './outcome.ts'

export interface OutgoingMail {
  readonly to: string
  /** Unique and the same at every attempt, so that a mail that was sent twice is one mail. */
  readonly name: string
  readonly content: Rendered
  readonly locale: string
}

/** Sends mail; an outcome is data, never an exception. */
export interface Mailer {
  readonly provider: string
  send(mail: OutgoingMail): Promise<Outcome>
  close(): void
}

export interface SmtpSettings {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. */
  readonly url: string
  /** An address, or `Name <address>`. */
  readonly from: string
  readonly replyTo: string | undefined
}

/** As many as mails that one process sends at a time, so that none waits for another. */
const CONNECTIONS_MAX = 10

/** A relay that has not spoken for this long is tried again later; together less than a lease. */
const TIMEOUTS = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000 }
const SILENCE_MS = 30_000

/** Mails through an SMTP relay, over connections that are kept (RFC 5321). */
export function createMailer({ url, from, replyTo }: SmtpSettings): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    ...TIMEOUTS,
    socketTimeout: SILENCE_MS,
    // Contents come from here only; nothing is ever fetched or read for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'

  return {
    provider: 'smtp',
    async send({ to, name, content, locale }) {
      try {
        const info = await transport.sendMail({
          from,
          to: { name: '', address: to },
          ...(replyTo !== undefined && { replyTo }),
          subject: content.subject ?? '',
          html: content.html ?? '',
          text: content.text,
          messageId: `<${name}@${domain}>`,
          headers: {
            'Content-Language': locale,
            // RFC 3834: answered by nobody's holiday notice.
            'Auto-Submitted': 'auto-generated',
          },
          attachments: content.images.map(({ cid, png }) => ({
            cid,
            content: png,
            contentType: 'image/png',
            contentDisposition: 'inline',
            filename: `${cid.split('@')[0]}.png`,
          })),
        })
        return { type: 'accepted', reference: info.messageId, answer: info.response }
      } catch (error) {
        return toOutcome(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

/** What nodemailer says about a refusal. */
interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
}

/**
 * RFC 5321, 4.2.1: a 4yz reply may be another one later, a 5yz reply will not. One to the recipient
 * is a bounce, one to the mail a failure, and one to the password is for the operator to mend.
 */
function toOutcome({ code, responseCode = 0, response, message }: SmtpError): Outcome {
  const answer = response ?? message
  if (responseCode < 500 || code === 'EAUTH') return deferred(answer)
  return { type: code === 'EENVELOPE' && !isAboutSender(answer) ? 'bounced' : 'failed', answer }
}

/** RFC 3463, 3.2: the codes of an address that begin with 7 and 8 are about the sender's. */
function isAboutSender(answer: string): boolean {
  return /\b5\.1\.[78]\b/.test(answer)
}
