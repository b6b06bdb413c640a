import type { Texts } from './texts.ts'

const cards = (quantity: number) =>
  quantity === 1 ? 'um cartão-presente' : `${quantity} cartões-presente`

export const pt: Texts = {
  subject: ({ sender, brand, quantity }) =>
    sender === undefined
      ? `${quantity === 1 ? 'Seu cartão-presente' : 'Seus cartões-presente'} ${brand}`
      : `${sender} enviou ${cards(quantity)} ${brand} para você`,
  heading: ({ sender, quantity }) =>
    sender === undefined
      ? `Você recebeu ${cards(quantity)}`
      : `${sender} enviou ${cards(quantity)} para você`,
  preview: ({ brand, amount, quantity }) =>
    quantity === 1
      ? `${brand}, no valor de ${amount}.`
      : `${brand}, ${quantity} cartões de ${amount}.`,
  giftCard: 'Cartão-presente',
  cards: ({ amount, quantity }) => `${quantity} cartões de ${amount}`,
  cardOf: (number, count) => `Cartão ${number} de ${count}`,
  code: 'Código',
  pin: 'PIN',
  qrCode: 'Código QR do cartão-presente',
  barcode: 'Código de barras do cartão-presente',
  redeem: 'Resgatar agora',
  howToRedeem: 'Como resgatar',
  keepSafe: 'Guarde esta mensagem como dinheiro: quem tiver o código pode usá-lo.',
  support: (address, order) => `Dúvidas? Escreva para ${address} e informe o pedido ${order}.`,
  supportOfSender: (order) => `Dúvidas? Fale com quem enviou e informe o pedido ${order}.`,
  openGift: 'Abrir o cartão-presente',
  linkNote: (until) => `O link mostra o código uma única vez. É válido até ${until}.`,
  sms: {
    // Without the til and the accents a text stays in the GSM alphabet, which is half as long.
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${quantity} x ${amount}`
      return sender === undefined
        ? `${quantity === 1 ? 'Seu gift card' : 'Seus gift cards'} ${brand}, ${worth}.`
        : `${sender} enviou ${quantity === 1 ? 'um gift card' : 'gift cards'} ${brand}, ${worth}.`
    },
    code: (code) => `Codigo: ${code}`,
    pin: (pin) => `PIN: ${pin}`,
    redeem: (url) => `Resgatar: ${url}`,
    open: (url) => `Abrir: ${url}`,
  },
  claim: {
    show: 'Mostrar o código',
    showNote: 'O código aparece uma única vez. Anote-o ou tire uma foto.',
    until: (date) => `Este link é válido até ${date}.`,
    used: 'Este cartão-presente já foi aberto',
    usedNote:
      'O código já foi mostrado e não aparece de novo. Se não foi você, fale com quem enviou.',
    gone: 'Não há nada aqui',
    goneNote: 'O link está incompleto, expirou ou foi retirado. Fale com quem enviou.',
  },
}
