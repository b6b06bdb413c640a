import { manage, type TestAccount, type TestApp } from '../../../test/harness.ts'

export type Caller = Pick<TestAccount, 'headers'>

interface MessageBody {
  readonly id: string
  readonly channel: 'email' | 'sms'
  readonly to: string
  readonly transactionId: number
  readonly state: string
  readonly subject: string | null
  readonly html: string | null
  readonly text: string
  readonly locale: string
  readonly isOriginal: boolean
  readonly sms: { readonly encoding: string; readonly segments: number } | null
}

interface PageBody {
  readonly content: readonly MessageBody[]
  readonly hasMore: boolean
}

/** A page of the inbox over HTTP. */
export async function listMessages(
  app: Pick<TestApp, 'http'>,
  caller: Caller,
  query = '',
): Promise<PageBody> {
  const response = await manage(app, caller, `GET /messages${query}`)
  if (response.statusCode !== 200) throw new Error(`The inbox: ${response.body}`)
  return response.json() as PageBody
}
