import type { Mode } from '../accounts/index.ts'
import type { MessageKey } from './model.ts'
import type { DueMessage } from './port.ts'

/** What a job needs to know to send a message: JSON, without anything that a recipient reads. */
export interface SendJob {
  readonly accountId: string
  readonly mode: Mode
  readonly id: string
}

/** More than the lease of a message, so that a job that is done again finds it free. */
const SECONDS_MAX = 150

/** Mails that are written together; each holds some hundred kilobytes while it is sent. */
const LOT = 5

/** The job that sends a message. */
export function sendJob({ send }: { send(message: MessageKey): Promise<void> }) {
  return {
    name: 'send-message',
    lot: LOT,
    secondsMax: SECONDS_MAX,
    run: ({ accountId, mode, id }: SendJob) =>
      send({ accountId: BigInt(accountId), mode, id: BigInt(id) }),
  }
}

export function sendJobsOf(due: readonly DueMessage[]) {
  return due.map(({ key, at }) => ({
    data: { accountId: key.accountId.toString(), mode: key.mode, id: key.id.toString() },
    at,
    key: `${key.accountId}.${key.mode}.${key.id}`,
  }))
}
