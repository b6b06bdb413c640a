import type { Texts } from './texts.ts'

const cards = (quantity: number) =>
  quantity === 1 ? 'una tarjeta regalo' : `${quantity} tarjetas regalo`

export const es: Texts = {
  subject: ({ sender, brand, quantity }) =>
    sender === undefined
      ? `${quantity === 1 ? 'Tu tarjeta' : 'Tus tarjetas'} regalo de ${brand}`
      : `${sender} te ha enviado ${cards(quantity)} de ${brand}`,
  heading: ({ sender, quantity }) =>
    sender === undefined
      ? `Has recibido ${cards(quantity)}`
      : `${sender} te ha enviado ${cards(quantity)}`,
  preview: ({ brand, amount, quantity }) =>
    quantity === 1
      ? `${brand}, por valor de ${amount}.`
      : `${brand}, ${quantity} tarjetas de ${amount}.`,
  giftCard: 'Tarjeta regalo',
  cards: ({ amount, quantity }) => `${quantity} tarjetas de ${amount}`,
  cardOf: (number, count) => `Tarjeta ${number} de ${count}`,
  code: 'Código',
  pin: 'PIN',
  qrCode: 'Código QR de la tarjeta regalo',
  barcode: 'Código de barras de la tarjeta regalo',
  redeem: 'Canjear ahora',
  howToRedeem: 'Cómo canjearla',
  keepSafe: 'Guarda este mensaje como si fuera dinero: quien tenga el código puede gastarlo.',
  support: (address, order) => `¿Preguntas? Escribe a ${address} e indica el pedido ${order}.`,
  supportOfSender: (order) =>
    `¿Preguntas? Dirígete a quien te la envió e indica el pedido ${order}.`,
  openGift: 'Abrir la tarjeta regalo',
  linkNote: (until) => `El enlace muestra el código una sola vez. Es válido hasta el ${until}.`,
  sms: {
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${quantity} x ${amount}`
      return sender === undefined
        ? `${quantity === 1 ? 'Tu tarjeta' : 'Tus tarjetas'} regalo de ${brand}, ${worth}.`
        : `${sender} te ha enviado ${cards(quantity)} de ${brand}, ${worth}.`
    },
    // Without the accent a text stays in the GSM alphabet, which is half as long.
    code: (code) => `Codigo: ${code}`,
    pin: (pin) => `PIN: ${pin}`,
    redeem: (url) => `Canjear: ${url}`,
    open: (url) => `Abrir: ${url}`,
  },
  claim: {
    show: 'Mostrar el código',
    showNote: 'El código se muestra una sola vez. Anótalo o hazle una foto.',
    until: (date) => `Este enlace es válido hasta el ${date}.`,
    used: 'Esta tarjeta regalo ya se ha abierto',
    usedNote:
      'Su código se mostró y no se mostrará de nuevo. Si no fuiste tú, dirígete a quien te la envió.',
    gone: 'Aquí no hay nada',
    goneNote:
      'El enlace está incompleto, ha caducado o se ha retirado. Dirígete a quien te lo envió.',
  },
}
