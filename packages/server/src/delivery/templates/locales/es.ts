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
      : `${brand}, ${quantity} tarjetas de ${amount} cada una.`,
  giftCards: (quantity) => (quantity === 1 ? 'Tarjeta regalo' : 'Tarjetas regalo'),
  cardOf: (number, count) => `Tarjeta ${number} de ${count}`,
  code: 'Código',
  pin: 'PIN',
  qrCode: 'Código QR de la tarjeta regalo',
  barcode: 'Código de barras de la tarjeta regalo',
  redeem: 'Canjear ahora',
  howToRedeem: 'Cómo canjearla',
  inEnglish: 'Las instrucciones de la tienda solo están en inglés.',
  keepSafe: 'Una tarjeta regalo es como dinero en efectivo: quien tenga el código puede gastarla.',
  questions: '¿Tienes alguna duda?',
  ask: ({ address, sender, order }) => {
    const whom =
      address === undefined
        ? `Ponte en contacto con ${sender ?? 'quien te la envió'}`
        : `Escribe a ${address}`
    return order === undefined ? `${whom}.` : `${whom} e indica el número de pedido ${order}.`
  },
  openGift: 'Abrir la tarjeta regalo',
  linkNote: (until) => `El enlace muestra el código una sola vez. Es válido hasta el ${until}.`,
  sms: {
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${amount} cada una`
      return sender === undefined
        ? `${quantity === 1 ? 'Tu tarjeta regalo' : `Tus ${cards(quantity)}`} de ${brand}, ${worth}.`
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
    keep: 'Anota el código o hazle una foto ahora: esta página no se volverá a mostrar.',
    used: 'Esta tarjeta regalo ya se ha abierto',
    usedNote: 'El código ya se mostró y no se volverá a mostrar.',
    notYou: '¿No fuiste tú?',
    gone: 'Este enlace no funciona',
    goneNote: 'Está incompleto, ha caducado o se ha retirado.',
  },
}
