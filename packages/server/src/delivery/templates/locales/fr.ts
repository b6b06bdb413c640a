import type { Texts } from './texts.ts'

const cards = (quantity: number) =>
  quantity === 1 ? 'une carte cadeau' : `${quantity} cartes cadeaux`

export const fr: Texts = {
  subject: ({ sender, brand, quantity }) =>
    sender === undefined
      ? `${quantity === 1 ? 'Votre carte cadeau' : 'Vos cartes cadeaux'} ${brand}`
      : `${sender} vous offre ${cards(quantity)} ${brand}`,
  heading: ({ sender, quantity }) =>
    sender === undefined
      ? `Vous avez reçu ${cards(quantity)}`
      : `${sender} vous offre ${cards(quantity)}`,
  preview: ({ brand, amount, quantity }) =>
    quantity === 1
      ? `${brand}, d’une valeur de ${amount}.`
      : `${brand}, ${quantity} cartes de ${amount}.`,
  giftCard: 'Carte cadeau',
  cards: ({ amount, quantity }) => `${quantity} cartes de ${amount}`,
  cardOf: (number, count) => `Carte ${number} sur ${count}`,
  code: 'Code',
  pin: 'Code PIN',
  qrCode: 'Code QR de la carte cadeau',
  barcode: 'Code-barres de la carte cadeau',
  redeem: 'Utiliser la carte',
  howToRedeem: 'Comment utiliser la carte',
  keepSafe:
    'Conservez ce message comme de l’argent liquide : quiconque possède le code peut l’utiliser.',
  support: (address, order) =>
    `Des questions ? Écrivez à ${address} en indiquant la commande ${order}.`,
  supportOfSender: (order) =>
    `Des questions ? Adressez-vous à l’expéditeur en indiquant la commande ${order}.`,
  openGift: 'Ouvrir la carte cadeau',
  linkNote: (until) => `Le lien affiche le code une seule fois. Il est valable jusqu’au ${until}.`,
  sms: {
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${quantity} x ${amount}`
      return sender === undefined
        ? `${quantity === 1 ? 'Votre carte cadeau' : 'Vos cartes cadeaux'} ${brand}, ${worth}.`
        : `${sender} vous offre ${cards(quantity)} ${brand}, ${worth}.`
    },
    code: (code) => `Code: ${code}`,
    pin: (pin) => `PIN: ${pin}`,
    redeem: (url) => `Utiliser: ${url}`,
    open: (url) => `Ouvrir: ${url}`,
  },
  claim: {
    show: 'Afficher le code',
    showNote: 'Le code ne s’affiche qu’une fois. Notez-le ou prenez-le en photo.',
    until: (date) => `Ce lien est valable jusqu’au ${date}.`,
    used: 'Cette carte cadeau a déjà été ouverte',
    usedNote:
      'Son code a été affiché et ne s’affichera plus. Si ce n’était pas vous, adressez-vous à l’expéditeur.',
    gone: 'Il n’y a rien ici',
    goneNote: 'Le lien est incomplet, expiré ou a été retiré. Adressez-vous à l’expéditeur.',
  },
}
