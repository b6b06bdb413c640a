import type { Redemption } from '../../catalog/index.ts'
import type { Ids } from '../../core/ids.ts'
import type { Card } from '../../vault/index.ts'
import type { InstantSupplier, Purchase } from '../port.ts'

/**
 * Issues fake cards for every product in test mode, at once and without end.
 * Codes end in `test`, as the original sandbox's do, so that nobody mistakes
 * them for money.
 */
export function createSandboxSupplier(ids: Ids): InstantSupplier {
  return {
    name: 'sandbox',
    kind: 'instant',
    supplies: (_product, mode) => mode === 'test',
    issue: (purchases) => purchases.map((purchase) => issueOne(ids, purchase)),
  }
}

function issueOne(ids: Ids, { product, quantity }: Purchase): Card[] {
  // 62^10 numbers: a repeat within a billion cards has a chance of less than one half.
  const number = () => `${ids.alphanumeric(10)}test`
  const pin = () => `${ids.digits(5)}test`
  const make: Record<Redemption, () => Card> = {
    code: () => ({ number: number(), pin: null, url: null }),
    codeAndPin: () => ({ number: number(), pin: pin(), url: null }),
    link: () => ({ number: null, pin: pin(), url: `https://redeem.example/${number()}` }),
  }
  return Array.from({ length: quantity }, make[product.redemption])
}
