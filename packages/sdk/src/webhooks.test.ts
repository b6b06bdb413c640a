import { expect, test } from 'vitest'
import { signWebhook, verifyWebhook, WebhookVerificationError } from './index.ts'

/** Section 5.3 of the contract. */
const vector = {
  secret: 'whsec_example_123',
  timestamp: '1654848364000',
  body:
    '{"type":"giftcard_transaction.status","liveMode":false,"data":{"transactionId":3116,' +
    '"customIdentifier":"gift-card-amazon-order","status":"SUCCESSFUL"}}',
  signature: 'e1e241c40d7fc0ce22abfbaef5454e16c1357bbf63bd7ebd5686cf1c64db1624',
}

test('the test vector of the contract is signed and verified', async () => {
  expect(await signWebhook(vector)).toMatchObject({
    signature: vector.signature,
    timestamp: vector.timestamp,
  })
  const toleranceSeconds = Number.POSITIVE_INFINITY
  for (const body of [vector.body, new TextEncoder().encode(vector.body), toArrayBuffer()]) {
    const event = await verifyWebhook({ ...vector, body, toleranceSeconds })
    expect(event.type).toBe('giftcard_transaction.status')
    expect(event.data).toMatchObject({ transactionId: 3116, status: 'SUCCESSFUL' })
  }
})

test('a call that was signed just now is believed, with exact amounts', async () => {
  const body = '{"type":"giftcard_transaction.status","liveMode":true,"data":{"amount":6.00000}}'
  const { secret } = vector
  const signed = await signWebhook({ body, secret })
  const event = await verifyWebhook({ body, secret, ...signed })
  expect(event.data.amountText).toBe('6.00000')
  const headers = new Headers(signed.headers)
  await verifyWebhook({
    body,
    secret,
    signature: headers.get('x-reloadly-signature'),
    timestamp: headers.get('x-reloadly-request-timestamp'),
  })
})

test('a call that is old, or from the future, is not believed', async () => {
  for (const ageMs of [301_000, -301_000]) {
    const signed = await signWebhook({ ...vector, timestamp: Date.now() - ageMs })
    const call = { ...vector, ...signed }
    await expect(verifyWebhook(call)).rejects.toMatchObject({ reason: 'timestamp' })
    await expect(verifyWebhook({ ...call, toleranceSeconds: 600 })).resolves.toBeDefined()
    const toleranceSeconds = Number.NaN
    await expect(verifyWebhook({ ...call, toleranceSeconds })).rejects.toThrow()
  }
})

test('what was changed on the way is not believed', async () => {
  const call = { ...vector, ...(await signWebhook({ ...vector, timestamp: Date.now() })) }
  const changes = [
    { body: call.body.replace('3116', '3117') },
    { body: `${call.body}\n` },
    { timestamp: `${Number(call.timestamp) + 1}` },
    { secret: 'another' },
    { signature: call.signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
    { signature: call.signature.slice(2) },
    { signature: '' },
    { signature: null },
    { signature: undefined },
  ]
  for (const change of changes) {
    const error = await verifyWebhook({ ...call, ...change }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(WebhookVerificationError)
    expect(error).toMatchObject({ reason: 'signature' })
  }
  for (const timestamp of [null, undefined, '', 'now', `${call.timestamp}.0`, `-${Date.now()}`]) {
    const changed = verifyWebhook({ ...call, timestamp })
    await expect(changed).rejects.toMatchObject({ reason: 'timestamp' })
  }
})

test('what is signed but is no event is refused', async () => {
  const { secret } = vector
  for (const body of ['', 'null', '[]', '"text"', '{"type":"x"}', '{"data":{}}', '<html>']) {
    const signed = await signWebhook({ body, secret })
    await expect(verifyWebhook({ body, secret, ...signed })).rejects.toMatchObject({
      reason: 'body',
    })
  }
})

test('a parsed body and a missing secret are mistakes of the program', async () => {
  const body = JSON.parse(vector.body) as string
  await expect(verifyWebhook({ ...vector, body })).rejects.toThrow(TypeError)
  await expect(verifyWebhook({ ...vector, secret: '' })).rejects.toThrow(TypeError)
})

function toArrayBuffer(): ArrayBuffer {
  return new TextEncoder().encode(vector.body).buffer
}
