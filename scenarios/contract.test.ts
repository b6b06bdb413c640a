import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInOwner } from './src/contract/people.ts'
import { elsewhere } from './src/contract/reach.ts'
import { closeWorld, needsOperator, openWorld, theWorld } from './src/contract/world.ts'
import './contract/token.ts'
import './contract/callers.ts'
import './contract/accounts.ts'
import './contract/balance.ts'
import './contract/countries.ts'
import './contract/products.ts'
import './contract/pages.ts'
import './contract/categories.ts'
import './contract/redeem-instructions.ts'
import './contract/fx-rate.ts'
import './contract/discounts.ts'
import './contract/orders.ts'
import './contract/order-refusals.ts'
import './contract/order-prices.ts'
import './contract/recipients.ts'
import './contract/cards.ts'
import './contract/reports.ts'
import './contract/trouble.ts'
import './contract/requests.ts'
import './contract/validators.ts'
import './contract/pictures.ts'
import './contract/manage.ts'
import './contract/people.ts'
import './contract/accounts-of-people.ts'
import './contract/webhook-endpoints.ts'
import './contract/webhook-receivers.ts'
import './contract/wallet.ts'
import './contract/messages.ts'
import './contract/bulk-orders.ts'
import './contract/clients.ts'
import './contract/request-log.ts'
import './contract/browsing.ts'
import './contract/managed-orders.ts'
import './contract/operating.ts'
import './contract/document.ts'

// One file, so that all groups share one server and what they assert is counted in one place.
beforeAll(async () => {
  await openWorld()
  // The link of the start line is over when another server on the database starts.
  if (needsOperator === undefined) await signInOwner()
})
afterAll(closeWorld)

describe.skipIf(needsOperator !== undefined)('Coverage', () => {
  test('every answer of openapi.json is asserted in every dialect that has it', () => {
    expect(theWorld().coverage.missing()).toEqual([])
  })

  test('COVERAGE.md says so (npx vitest run scenarios/contract -u writes it)', async () => {
    await expect(theWorld().coverage.print()).toMatchFileSnapshot('COVERAGE.md')
  })

  test('what cannot be asserted here is tested where COVERAGE.md says', () => {
    for (const { test: file } of Object.values(elsewhere)) {
      expect({ file, exists: existsSync(new URL(`../${file}`, import.meta.url)) }).toEqual({
        file,
        exists: true,
      })
    }
  })
})
