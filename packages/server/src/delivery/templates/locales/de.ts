import type { Texts } from './texts.ts'

const cards = (quantity: number) =>
  quantity === 1 ? 'eine Geschenkkarte' : `${quantity} Geschenkkarten`

export const de: Texts = {
  subject: ({ sender, brand, quantity }) =>
    sender === undefined
      ? `Ihre ${quantity === 1 ? 'Geschenkkarte' : 'Geschenkkarten'} von ${brand}`
      : `${sender} schenkt Ihnen ${cards(quantity)} von ${brand}`,
  heading: ({ sender, quantity }) =>
    sender === undefined
      ? `Sie haben ${cards(quantity)} bekommen`
      : `${sender} schenkt Ihnen ${cards(quantity)}`,
  preview: ({ brand, amount, quantity }) =>
    quantity === 1
      ? `${brand} im Wert von ${amount}.`
      : `${brand}, ${quantity} Karten zu ${amount}.`,
  giftCard: 'Geschenkkarte',
  cards: ({ amount, quantity }) => `${quantity} Karten zu ${amount}`,
  cardOf: (number, count) => `Karte ${number} von ${count}`,
  code: 'Code',
  pin: 'PIN',
  qrCode: 'QR-Code der Geschenkkarte',
  barcode: 'Strichcode der Geschenkkarte',
  redeem: 'Jetzt einlösen',
  howToRedeem: 'So lösen Sie die Karte ein',
  keepSafe: 'Behandeln Sie diese Nachricht wie Bargeld: Wer den Code hat, kann ihn ausgeben.',
  support: (address, order) =>
    `Fragen? Schreiben Sie an ${address} und nennen Sie die Bestellung ${order}.`,
  supportOfSender: (order) =>
    `Fragen? Wenden Sie sich an den Absender und nennen Sie die Bestellung ${order}.`,
  openGift: 'Geschenkkarte öffnen',
  linkNote: (until) => `Der Link zeigt den Code einmal. Er gilt bis zum ${until}.`,
  sms: {
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${quantity} x ${amount}`
      return sender === undefined
        ? `Ihre ${quantity === 1 ? 'Geschenkkarte' : 'Geschenkkarten'} von ${brand}, ${worth}.`
        : `${sender} schenkt Ihnen ${cards(quantity)} von ${brand}, ${worth}.`
    },
    code: (code) => `Code: ${code}`,
    pin: (pin) => `PIN: ${pin}`,
    redeem: (url) => `Einlösen: ${url}`,
    open: (url) => `Öffnen: ${url}`,
  },
  claim: {
    show: 'Code anzeigen',
    showNote: 'Der Code wird einmal angezeigt. Schreiben Sie ihn auf, oder fotografieren Sie ihn.',
    until: (date) => `Dieser Link gilt bis zum ${date}.`,
    used: 'Diese Geschenkkarte wurde schon geöffnet',
    usedNote:
      'Ihr Code wurde angezeigt und wird nicht noch einmal angezeigt. Wenn Sie das nicht waren, wenden Sie sich an den Absender.',
    gone: 'Hier ist nichts',
    goneNote:
      'Der Link ist unvollständig, abgelaufen oder wurde zurückgezogen. Wenden Sie sich an den Absender.',
  },
}
