// The client that the examples share. A program has one, for as long as it runs.
import { GiftCards } from '@openscrip/sdk'

const { SCRIP_URL, SCRIP_CLIENT_ID, SCRIP_CLIENT_SECRET } = process.env

export const options = {
  clientId: SCRIP_CLIENT_ID,
  clientSecret: SCRIP_CLIENT_SECRET,
  // An OpenScrip server, or else the Reloadly sandbox.
  environment: SCRIP_URL ? { baseUrl: SCRIP_URL } : 'sandbox',
}

export const giftCards = new GiftCards(options)
