import type { Texts } from './texts.ts'

const what = (brand: string, quantity: number) =>
  quantity === 1 ? `a gift card for ${brand}` : `${quantity} gift cards for ${brand}`

export const en: Texts = {
  subject: ({ sender, brand, quantity }) =>
    sender === undefined
      ? `Your gift card${quantity === 1 ? '' : 's'} for ${brand}`
      : `${sender} sent you ${what(brand, quantity)}`,
  heading: ({ sender, quantity }) =>
    sender === undefined
      ? `You have ${quantity === 1 ? 'a gift card' : `${quantity} gift cards`}`
      : `${sender} sent you ${quantity === 1 ? 'a gift card' : `${quantity} gift cards`}`,
  preview: ({ brand, amount, quantity }) =>
    quantity === 1
      ? `${brand}, worth ${amount}.`
      : `${brand}, ${quantity} cards worth ${amount} each.`,
  giftCards: (quantity) => (quantity === 1 ? 'Gift card' : 'Gift cards'),
  cardOf: (number, count) => `Card ${number} of ${count}`,
  code: 'Code',
  pin: 'PIN',
  qrCode: 'QR code of the gift card',
  barcode: 'Barcode of the gift card',
  redeem: 'Redeem now',
  howToRedeem: 'How to redeem',
  inEnglish: undefined,
  keepSafe: 'A gift card is like cash: whoever has the code can spend it.',
  questions: 'Questions?',
  ask: ({ address, sender, order }) => {
    const whom =
      address === undefined ? `Ask ${sender ?? 'whoever sent it'}` : `Write to ${address}`
    return order === undefined ? `${whom}.` : `${whom} and mention order ${order}.`
  },
  openGift: 'Open your gift card',
  linkNote: (until) => `The link shows the code once. It works until ${until}.`,
  sms: {
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${amount} each`
      return sender === undefined
        ? `Your ${quantity === 1 ? 'gift card' : `${quantity} gift cards`} for ${brand}, ${worth}.`
        : `${sender} sent you ${what(brand, quantity)}, ${worth}.`
    },
    code: (code) => `Code: ${code}`,
    pin: (pin) => `PIN: ${pin}`,
    redeem: (url) => `Redeem: ${url}`,
    open: (url) => `Open it: ${url}`,
  },
  claim: {
    show: 'Show the code',
    showNote: 'The code is shown only once. Have a pen ready, or take a picture of it.',
    until: (date) => `This link works until ${date}.`,
    keep: 'Write the code down or take a picture now: this page is not shown again.',
    used: 'This gift card has been opened',
    usedNote: 'Its code was shown and is not shown again.',
    notYou: 'Was that not you?',
    gone: 'This link does not work',
    goneNote: 'It is incomplete, has expired or was withdrawn.',
  },
}
