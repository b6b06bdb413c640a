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
      : `${brand}, ${quantity} cartes de ${amount} chacune.`,
  giftCards: (quantity) => (quantity === 1 ? 'Carte cadeau' : 'Cartes cadeaux'),
  cardOf: (number, count) => `Carte ${number} sur ${count}`,
  code: 'Code',
  pin: 'Code PIN',
  qrCode: 'Code QR de la carte cadeau',
  barcode: 'Code-barres de la carte cadeau',
  redeem: 'Utiliser la carte',
  howToRedeem: 'Comment utiliser la carte',
  inEnglish: 'Les instructions de l’enseigne ne sont disponibles qu’en anglais.',
  keepSafe:
    'Une carte cadeau, c’est comme de l’argent liquide\u00a0: quiconque possède le code peut l’utiliser.',
  questions: 'Des questions\u00a0?',
  ask: ({ address, sender, order }) => {
    const whom =
      address === undefined ? `Adressez-vous à ${sender ?? 'l’expéditeur'}` : `Écrivez à ${address}`
    return order === undefined ? `${whom}.` : `${whom} en indiquant le numéro de commande ${order}.`
  },
  openGift: 'Ouvrir la carte cadeau',
  linkNote: (until) => `Le lien affiche le code une seule fois. Il est valable jusqu’au ${until}.`,
  sms: {
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${amount} chacune`
      return sender === undefined
        ? `${quantity === 1 ? 'Votre carte cadeau' : `Vos ${cards(quantity)}`} ${brand}, ${worth}.`
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
    keep: 'Notez le code ou prenez-le en photo maintenant\u00a0: cette page ne s’affichera plus.',
    used: 'Cette carte cadeau a déjà été ouverte',
    usedNote: 'Son code a été affiché et ne s’affichera plus.',
    notYou: 'Ce n’était pas vous\u00a0?',
    gone: 'Ce lien ne fonctionne pas',
    goneNote: 'Il est incomplet, a expiré ou a été retiré.',
  },
}
