// Time limits, and calls that nobody waits for any more.
import { GiftCards, TimeoutError } from '@openscrip/sdk'
import { giftCards, options } from './client.mjs'

// For one call; what only reads is repeated after a failure, each time with as much again.
const { balanceText } = await giftCards.balance.get({ timeoutMs: 5_000 })
console.log(`Balance: ${balanceText}`)

// A signal ends a call with its own reason, wherever the call is.
const controller = new AbortController()
const search = giftCards.products.list({ productName: 'a' }, { signal: controller.signal })
const isEnded = search.catch((reason) => reason.message)
controller.abort(new Error('The user has typed on.'))
console.log(await isEnded)

// For every call of a client, and how often a call is repeated.
const impatient = new GiftCards({ ...options, timeoutMs: 100, retriesMax: 1, fetch: neverAnswer })
try {
  await impatient.countries.list()
} catch (error) {
  if (!(error instanceof TimeoutError)) throw error
  console.log(`${error.name}: ${error.message}`)
}

/** Stands for a server that hangs. */
function neverAnswer(_url, { signal }) {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
