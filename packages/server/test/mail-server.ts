import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a relay got it. */
export interface ReceivedMail {
  readonly to: readonly string[]
  /** As it came over the wire. */
  readonly raw: string
  /** The same with the transfer encoding of its texts undone. */
  readonly readable: string
  readonly messageId: string | undefined
}

/** A reply that refuses, at one of the steps of a mail. */
export interface Refusal {
  readonly step: 'RCPT' | 'DATA'
  readonly code: number
  readonly text: string
}

/** An SMTP relay on this machine. */
export interface MailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** What it says to a mail; undefined for 250. */
  refuse: (to: string) => Refusal | undefined
  /** A promise that it waits for before it answers the data. */
  hold: () => Promise<void>
  close(): Promise<void>
}

export async function createMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const refusalAt = (step: Refusal['step'], to: readonly string[]) => {
    const refusal = to.map((address) => mail.refuse(address)).find((one) => one?.step === step)
    return refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code })
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => done(refusalAt('RCPT', [address])),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      const to = session.envelope.rcptTo.map(({ address }) => address)
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        await mail.hold()
        const refusal = refusalAt('DATA', to)
        const raw = Buffer.concat(chunks).toString('utf8')
        const messageId = /^message-id: (.+)$/im.exec(raw)?.[1]?.trim()
        if (refusal === undefined) {
          received.push({ to, raw, readable: decodeQuotedPrintable(raw), messageId })
        }
        done(refusal ?? null)
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: () => undefined,
    hold: async () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mail
}

function decodeQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
