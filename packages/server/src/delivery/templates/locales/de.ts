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
      ? `Sie haben ${cards(quantity)} erhalten`
      : `${sender} schenkt Ihnen ${cards(quantity)}`,
  preview: ({ brand, amount, quantity }) =>
    quantity === 1
      ? `${brand} im Wert von ${amount}.`
      : `${brand}, ${quantity} Karten zu ${amount}.`,
  giftCards: (quantity) => (quantity === 1 ? 'Geschenkkarte' : 'Geschenkkarten'),
  cardOf: (number, count) => `Karte ${number} von ${count}`,
  code: 'Code',
  pin: 'PIN',
  qrCode: 'QR-Code der Geschenkkarte',
  barcode: 'Strichcode der Geschenkkarte',
  redeem: 'Jetzt einlösen',
  howToRedeem: 'So lösen Sie die Karte ein',
  inEnglish: 'Die Anleitung des Händlers gibt es nur auf Englisch.',
  keepSafe: 'Eine Geschenkkarte ist wie Bargeld: Wer den Code hat, kann sie einlösen.',
  questions: 'Fragen?',
  ask: ({ address, sender, order }) => {
    const whom =
      address === undefined
        ? `Wenden Sie sich an ${sender ?? 'den Absender'}`
        : `Schreiben Sie an ${address}`
    return order === undefined ? `${whom}.` : `${whom} und nennen Sie die Bestellnummer ${order}.`
  },
  openGift: 'Geschenkkarte öffnen',
  linkNote: (until) => `Der Link zeigt den Code nur einmal. Er gilt bis zum ${until}.`,
  sms: {
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `je ${amount}`
      return sender === undefined
        ? `Ihre ${quantity === 1 ? 'Geschenkkarte' : cards(quantity)} von ${brand}, ${worth}.`
        : `${sender} schenkt Ihnen ${cards(quantity)} von ${brand}, ${worth}.`
    },
    code: (code) => `Code: ${code}`,
    pin: (pin) => `PIN: ${pin}`,
    redeem: (url) => `Einlösen: ${url}`,
    open: (url) => `Öffnen: ${url}`,
  },
  claim: {
    show: 'Code anzeigen',
    showNote:
      'Der Code wird nur einmal angezeigt. Schreiben Sie ihn auf oder fotografieren Sie ihn.',
    until: (date) => `Dieser Link gilt bis zum ${date}.`,
    keep: 'Notieren oder fotografieren Sie den Code jetzt: Diese Seite wird nur einmal angezeigt.',
    used: 'Diese Geschenkkarte wurde bereits geöffnet',
    usedNote: 'Der Code wurde angezeigt und erscheint nicht noch einmal.',
    notYou: 'Waren Sie das nicht?',
    gone: 'Dieser Link funktioniert nicht',
    goneNote: 'Er ist unvollständig, abgelaufen oder wurde zurückgezogen.',
  },
}
