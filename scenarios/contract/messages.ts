import { describe, expect } from 'vitest'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage, order } from '../src/contract/manager.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { stranger } from '../src/contract/world.ts'

interface Message {
  readonly id: string
  readonly channel: string
  readonly to: string
  readonly text: string
  readonly html: string
}

const MESSAGES = '/manage/v1/messages'

const recipients = {
  recipientEmail: 'jane@example.com',
  recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
}

/** The messages of a new order: a text message and an e-mail. */
async function writeTo(fields: object): Promise<{ sms: Message; email: Message }> {
  const { transactionId } = await order({ ...recipients, ...fields })
  const answer = await manage(`GET ${MESSAGES}?transactionId=${transactionId}`)
  const { body } = expectAnswer<{ content: Message[]; hasMore: boolean }>(answer, JSON_TYPE)
  const [sms, email] = body.content
  if (sms === undefined || email === undefined) throw new Error('A message is missing')
  const common = { transactionId, state: 'sent', isOriginal: true, isMasked: false, error: null }
  expect(body).toMatchObject({
    content: [
      { ...common, channel: 'sms', to: '+18579184613', html: null },
      { ...common, channel: 'email', to: 'jane@example.com', sms: null },
    ],
    hasMore: false,
  })
  return { sms, email }
}

describe('/manage/v1/messages', () => {
  operated('has what an order’s recipient got, as soon as it is answered', async () => {
    const { sms, email } = await writeTo({})
    const path = `${MESSAGES}/${email.id}`
    expect(expectAnswer(await manage(`GET ${path}`), JSON_TYPE).body).toEqual(email)
    const page = await manage(`GET ${path}/html`)
    expect(page).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' })
    expect(page.text).toBe(email.html)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    countAnswer(page)
    expectError(await manage(`GET ${MESSAGES}/${sms.id}/html`), refusals.noHtml)
  })

  operated('lists messages in short, without codes', async () => {
    const { email } = await writeTo({ senderName: 'Acme' })
    const answer = await manage(`GET ${MESSAGES}/summaries?to=${email.to}&limit=1`)
    expect(expectAnswer(answer, JSON_TYPE).body).toMatchObject({
      content: [{ id: email.id, channel: 'email', preview: expect.stringContaining('Acme') }],
    })
  })

  operated('sends a message again, to the same address or another', async () => {
    const { email } = await writeTo({})
    const path = `${MESSAGES}/${email.id}`
    const again = expectAnswer(await manage(`POST ${path}/resend`, { body: {} }), JSON_TYPE, 201)
    expect(again.body).toMatchObject({ to: email.to, text: email.text, isOriginal: false })
    const to = 'jane.doe@example.com'
    const corrected = await manage(`POST ${path}/correct`, { body: { to } })
    const { body } = expectAnswer(corrected, JSON_TYPE, 201)
    expect(body).toMatchObject({ to, text: email.text, isOriginal: false })
  })

  operated('sends twenty messages of an order to one channel at most', async () => {
    const { email } = await writeTo({})
    const send = (line: string, body: object) =>
      manage(`POST ${MESSAGES}/${email.id}/${line}`, { body })
    for (let copy = 2; copy <= 20; copy++) {
      const body = { to: `jane.${copy}@example.com` }
      expectAnswer(await send('correct', body), JSON_TYPE, 201)
    }
    expectError(await send('resend', {}), refusals.tooManyCopies)
    expectError(await send('correct', { to: 'jane.doe@example.com' }), refusals.tooManyCopies)
  })

  operated('withdraws a link that was not opened, and there has to be one', async () => {
    // The codes of so many cards are too long for a text message.
    const { sms, email } = await writeTo({ quantity: 6 })
    const revoke = (id: string) => manage(`POST ${MESSAGES}/${id}/revoke-link`, { body: {} })
    expectError(await revoke(email.id), refusals.noLink)
    const { body } = expectAnswer(await revoke(sms.id), JSON_TYPE)
    expect(body).toMatchObject({ id: sms.id, link: { claimedAt: null, revokedAt: ISO_TIME } })
    expect((await stranger().get(claimPathOf(sms))).status).toBe(404)
  })

  operated('cannot withdraw a link that was opened', async () => {
    const { sms } = await writeTo({ quantity: 6 })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await stranger().post(claimPathOf(sms), '', form)).status).toBe(200)
    const answer = await manage(`POST ${MESSAGES}/${sms.id}/revoke-link`, { body: {} })
    expectError(answer, refusals.linkClaimed)
  })
})

function claimPathOf({ text }: Message): string {
  const [path] = /\/claim\/[\w-]+/.exec(text) ?? []
  if (path === undefined) throw new Error(`There is no link in: ${text}`)
  return path
}
