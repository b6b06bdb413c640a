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
