import { expectError } from '../src/contract/assertions.ts'
import { orderOf } from '../src/contract/order.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

const priced = ['/products', '/products/5', '/countries/US/products']

inEveryDialect(
  'An account without a wallet',
  (scenario) => {
    scenario('has no balance and sees no prices', async (caller) => {
      const fxRate = '/fx-rate?currencyCode=USD&amount=5'
      for (const path of ['/accounts/balance', ...priced, fxRate]) {
        expectError(await caller.get(path), refusals.noWallet)
      }
    })

    scenario('cannot order', async (caller) => {
      expectError(await caller.post('/orders', orderOf()), refusals.noWallet)
    })
  },
  { account: 'penniless', mode: 'live' },
)

inEveryDialect(
  'An account in a currency without a rate',
  (scenario) => {
    scenario('sees no prices', async (caller) => {
      for (const path of priced) {
        expectError(await caller.get(path), refusals.noRate('USD', 'XDR'))
      }
      const answer = await caller.get('/fx-rate?currencyCode=EUR&amount=5')
      expectError(answer, refusals.noRate('EUR', 'XDR'))
    })

    scenario('cannot order', async (caller) => {
      expectError(await caller.post('/orders', orderOf()), refusals.noRate('USD', 'XDR'))
    })
  },
  { account: 'drawingRights' },
)
