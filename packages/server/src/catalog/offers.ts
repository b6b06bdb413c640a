import type { Redemption } from './model.ts'

/** A product as `data/products.json` states it. Amounts and percentages are decimal text. */
export interface ProductSeed {
  readonly productId: number
  readonly productName: string
  readonly brandId: number
  readonly countryCode: string
  readonly currencyCode: string
  readonly global: boolean
  readonly denominationType: 'FIXED' | 'RANGE'
  readonly denominations?: readonly string[]
  readonly minDenomination?: string
  readonly maxDenomination?: string
  readonly senderFeeUsd: string
  readonly senderFeePercentage: string
  readonly discountPercentage: string
  readonly supportsPreOrder: boolean
  readonly userIdRequired: boolean
  readonly redemption: Redemption
  readonly metadata?: Readonly<Record<string, string>>
}

/** What a brand sells alike in several countries: one product in each. */
interface Offer {
  /** Tells apart what a brand sells in one country, 0 to 99; 0, its usual card, unless stated. */
  readonly variant?: number
  /** What is sold, where that is not called like the brand. */
  readonly name?: string
  /** Names of lists and codes of countries, separated by spaces. `world` is a product for all. */
  readonly in: string
  /** The currency in all of these countries, where it is not their own. */
  readonly currency?: string
  /**
   * Face values by country code or else by currency, or the name of such a ladder:
   * `5 10 25`, a range `5..100`, or with labels `0.99: 60 UC; 4.99: 325 UC`.
   */
  readonly values: string | Ladder
  /** Flat fee in US dollars, 0.5 unless stated. */
  readonly fee?: string
  readonly feePercentage?: string
  readonly discount?: string
  /** `code` unless stated. */
  readonly redemption?: Redemption
  readonly preOrder?: boolean
  readonly userId?: boolean
}

type Ladder = Readonly<Record<string, string>>

export interface SellingBrand {
  readonly brandId: number
  readonly brandName: string
  readonly offers: readonly Offer[]
}

/** Where something is sold. */
export interface Places {
  readonly countries: Readonly<Record<string, Country>>
  /** Country codes separated by spaces, by the name of the list. */
  readonly lists: Readonly<Record<string, string>>
}

/** Face values that several offers have, by name. */
export type Ladders = Readonly<Record<string, Ladder>>

interface OfferTerms extends Places {
  readonly ladders: Ladders
}

interface Country {
  /** ISO 3166-1 numeric code. */
  readonly numeric: number
  /** As product names say it, e.g. `UK`. */
  readonly name: string
  readonly currency: string
}

/** A product that is good everywhere still has a country on the wire. */
const WORLD = 'world'
const WORLD_COUNTRY = 'US'
const WORLD_TERMS: Country = { numeric: 0, name: 'Global', currency: 'USD' }

/**
 * The products of the brands' offers, each with an id for ever: it follows from the brand, the
 * variant and the country alone, so that no other entry can change it. A brand's usual card is
 * left out in the countries where `stated` has a product of that brand.
 */
export function expandOffers(
  brands: readonly SellingBrand[],
  stated: readonly ProductSeed[],
  terms: OfferTerms,
): ProductSeed[] {
  const covered = new Set(
    stated.map((product) =>
      coverage(product.brandId, product.global ? WORLD : product.countryCode),
    ),
  )
  return brands.flatMap((brand) =>
    brand.offers.flatMap((offer) =>
      placesOf(offer, terms)
        .filter((place) => (offer.variant ?? 0) > 0 || !covered.has(coverage(brand.brandId, place)))
        .map((place) => toProductSeed(brand, offer, place, terms)),
    ),
  )
}

function coverage(brandId: number, place: string): string {
  return `${brandId} ${place}`
}

function placesOf(offer: Offer, terms: OfferTerms): string[] {
  return words(offer.in).flatMap((name) => {
    const list = terms.lists[name]
    return list === undefined ? [name] : words(list)
  })
}

function toProductSeed(
  brand: SellingBrand,
  offer: Offer,
  place: string,
  terms: OfferTerms,
): ProductSeed {
  const country = place === WORLD ? WORLD_TERMS : terms.countries[place]
  if (country === undefined) throw new Error(`${brand.brandName} is sold in an unknown "${place}"`)
  const currency = offer.currency ?? country.currency
  const ladder = typeof offer.values === 'string' ? terms.ladders[offer.values] : offer.values
  const values = ladder?.[place] ?? ladder?.[currency]
  if (values === undefined) throw new Error(`${brand.brandName} has no values in ${place}`)
  return {
    productId: productIdOf(brand.brandId, offer.variant ?? 0, country.numeric),
    productName: `${offer.name ?? brand.brandName} ${country.name}`,
    brandId: brand.brandId,
    countryCode: place === WORLD ? WORLD_COUNTRY : place,
    currencyCode: currency,
    global: place === WORLD,
    ...parseValues(values),
    senderFeeUsd: offer.fee ?? '0.5',
    senderFeePercentage: offer.feePercentage ?? '0',
    discountPercentage: offer.discount ?? '0',
    supportsPreOrder: offer.preOrder ?? false,
    userIdRequired: offer.userId ?? false,
    redemption: offer.redemption ?? 'code',
  }
}

/** E.g. 7200276: brand 72, variant 00, Germany 276. Stated products have ids below 100,000. */
function productIdOf(brandId: number, variant: number, numericCountry: number): number {
  return brandId * 100_000 + variant * 1_000 + numericCountry
}

function parseValues(values: string) {
  const [min, max] = values.split('..')
  if (min !== undefined && max !== undefined) {
    return { denominationType: 'RANGE', minDenomination: min, maxDenomination: max } as const
  }
  if (!values.includes(':')) {
    return { denominationType: 'FIXED', denominations: words(values) } as const
  }
  const labelled = values.split('; ').map((entry) => {
    const [value = '', label = ''] = entry.split(': ')
    return [value, label] as const
  })
  return {
    denominationType: 'FIXED',
    denominations: labelled.map(([value]) => value),
    metadata: Object.fromEntries(labelled),
  } as const
}

function words(text: string): string[] {
  return text.split(' ')
}
