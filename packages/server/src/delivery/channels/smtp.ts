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

/** A relay that has not spoken for this long is tried again later. */
const TIMEOUTS = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000 }
const SILENCE_MS = 60_000

/** However slowly a relay speaks, a mail is given up before its lease ends and another begins. */
const MAIL_MS = 100_000

/**
 * Mails through an SMTP relay, over connections that are kept (RFC 5321). A password is sent over
 * TLS or not at all, except to this machine; `?requireTLS=false` in the address says otherwise.
 */
export function createMailer({ url, from, replyTo }: SmtpSettings): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    ...TIMEOUTS,
    requireTLS: hasPassword(url) && !isThisMachine(url),
    socketTimeout: SILENCE_MS,
    // Contents come from here only; nothing is ever fetched or read for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'

  return {
    provider: 'smtp',
    async send({ to, name, content, locale }) {
      const signal = AbortSignal.timeout(MAIL_MS)
      try {
        const info = await transport.sendMail({
          signal,
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
        if (signal.aborted) return deferred(`Not taken within ${MAIL_MS / 1_000} seconds`)
        return toOutcome(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

function hasPassword(url: string): boolean {
  return new URL(url).password !== ''
}

function isThisMachine(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)
}

/** What nodemailer says about a refusal. */
interface SmtpError extends Error {
  readonly code?: string
  /** What the reply was to. */
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

/**
 * RFC 5321, 4.2.1: a 4yz reply may be another one later, a 5yz reply will not. One to the recipient
 * is a bounce and one to the mail a failure; any other, such as to the password, to TLS or to our
 * own address, is for the operator to mend.
 */
function toOutcome(error: SmtpError): Outcome {
  const { code, command, responseCode = 0, response, message } = error
  const answer = response ?? message
  const isToRecipient = command === 'RCPT TO'
  if (responseCode < 500 || !(isToRecipient || code === 'EMESSAGE')) return deferred(answer)
  return { type: isToRecipient && !isAboutSender(answer) ? 'bounced' : 'failed', answer }
}

/** RFC 3463, 3.2: the codes of an address that begin with 7 and 8 are about the sender's. */
function isAboutSender(answer: string): boolean {
  return /\b5\.1\.[78]\b/.test(answer)
}
