// Receives webhooks, and believes only those that are signed.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { signWebhook, verifyWebhook, WebhookVerificationError } from '@openscrip/sdk'

const secret = process.env.WEBHOOK_SECRET ?? 'whsec_only_for_this_example'

const server = createServer(async (request, response) => {
  try {
    const { type, data } = await verifyWebhook({
      body: await text(request), // as it arrived, not parsed
      signature: request.headers['x-reloadly-signature'],
      timestamp: request.headers['x-reloadly-request-timestamp'],
      secret,
    })
    // Calls are repeated: do this once for each order and status.
    console.log(`${type}: order ${data.transactionId} is ${data.status}`)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"received":true}')
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    console.log(`Refused, because of its ${error.reason}`)
    response.writeHead(400).end()
  }
})

// In place of the server that sends webhooks: one call that it signed, and one that it did not.
await once(server.listen(0, '127.0.0.1'), 'listening')
const address = `http://127.0.0.1:${server.address().port}/`
const body = JSON.stringify({
  type: 'giftcard_transaction.status',
  liveMode: false,
  data: { transactionId: 3116, customIdentifier: 'invoice-42', status: 'SUCCESSFUL' },
})
const { headers } = await signWebhook({ body, secret })
for (const sent of [body, body.replace('3116', '3117')]) {
  const { status } = await fetch(address, { method: 'POST', headers, body: sent })
  console.log(`Answered ${status}`)
}
server.close()
server.closeAllConnections()
