/** A row of a list of products as the API publishes it, of an invented shop and in US dollars. */
export function listedProduct(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    productId: 900_001,
    productName: 'Lantern & Quill Germany',
    global: false,
    status: 'ACTIVE',
    supportsPreOrder: true,
    senderFee: 0.5,
    senderFeePercentage: 1.25,
    discountPercentage: 2.5,
    denominationType: 'FIXED',
    recipientCurrencyCode: 'EUR',
    minRecipientDenomination: null,
    maxRecipientDenomination: null,
    senderCurrencyCode: 'USD',
    minSenderDenomination: null,
    maxSenderDenomination: null,
    fixedRecipientDenominations: [25, 10, 9.99],
    fixedSenderDenominations: [28.02, 11.21, 11.2],
    fixedRecipientToSenderDenominationsMap: { '25.00': 28.02, '10.00': 11.21, '9.99': 11.2 },
    metadata: { '9.99': '100 pages' },
    logoUrls: ['https://cdn.example.com/lantern.png'],
    brand: {
      brandId: 9_001,
      brandName: 'Lantern & Quill',
      logoUrl: 'https://cdn.example.com/brand.png',
    },
    category: { id: 5, name: 'Shopping' },
    country: { isoName: 'DE', name: 'Deutschland', flagUrl: 'https://cdn.example.com/de.svg' },
    redeemInstruction: { concise: 'Show it at the till.', verbose: 'Show it&#13;at the till.' },
    additionalRequirements: { userIdRequired: false },
    recipientCurrencyToSenderCurrencyExchangeRate: 1.120678,
    ...changes,
  }
}

/** The same shop's card with any value from 50,000 to a million rupiah. */
export function listedRange(changes: Readonly<Record<string, unknown>> = {}) {
  return listedProduct({
    productId: 900_002,
    productName: 'Lantern & Quill Indonesia',
    denominationType: 'RANGE',
    recipientCurrencyCode: 'IDR',
    minRecipientDenomination: 50_000,
    maxRecipientDenomination: 1_000_000,
    minSenderDenomination: 3.06,
    maxSenderDenomination: 61.23,
    fixedRecipientDenominations: [],
    fixedSenderDenominations: null,
    fixedRecipientToSenderDenominationsMap: null,
    metadata: null,
    country: { isoName: 'ID', name: 'Indonesia', flagUrl: 'https://cdn.example.com/id.svg' },
    recipientCurrencyToSenderCurrencyExchangeRate: 0.000061,
    ...changes,
  })
}
