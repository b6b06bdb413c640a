/** The order of the API's quickstart of June 2022. */
export function quickstartOrder(customIdentifier: string) {
  return {
    productId: 5,
    countryCode: 'US',
    quantity: 1,
    unitPrice: 5,
    customIdentifier,
    senderName: 'John Doe',
    recipientEmail: 'anyone@email.com',
    recipientPhoneDetails: { countryCode: 'US', phoneNumber: '8579184613' },
  }
}

/** What the quickstart's order takes out of the wallet: 3139.45 less the discount of 25.65. */
export const COST_CENTS = 311_380n

/** The recorded answer, less the fields that are new with every order: id, time and identifier. */
export const recordedAnswer = {
  amount: 3139.45,
  discount: 25.65,
  currencyCode: 'NGN',
  fee: 285,
  smsFee: 4.45,
  recipientEmail: 'anyone@email.com',
  recipientPhone: '18579184613',
  status: 'SUCCESSFUL',
  product: {
    productId: 5,
    productName: 'Amazon US',
    countryCode: 'US',
    quantity: 1,
    unitPrice: 5,
    totalPrice: 5,
    currencyCode: 'USD',
    brand: { brandId: 2, brandName: 'Amazon' },
  },
}
