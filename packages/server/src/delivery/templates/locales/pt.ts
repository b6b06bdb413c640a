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
      : `${brand}, ${quantity} cartões de ${amount} cada.`,
  giftCards: (quantity) => (quantity === 1 ? 'Cartão-presente' : 'Cartões-presente'),
  cardOf: (number, count) => `Cartão ${number} de ${count}`,
  code: 'Código',
  pin: 'PIN',
  qrCode: 'Código QR do cartão-presente',
  barcode: 'Código de barras do cartão-presente',
  redeem: 'Resgatar agora',
  howToRedeem: 'Como resgatar',
  inEnglish: 'As instruções da loja estão apenas em inglês.',
  keepSafe: 'Um cartão-presente é como dinheiro: quem tiver o código pode usá-lo.',
  questions: 'Dúvidas?',
  ask: ({ address, sender, order }) => {
    const whom =
      address === undefined ? `Fale com ${sender ?? 'quem enviou'}` : `Escreva para ${address}`
    return order === undefined ? `${whom}.` : `${whom} e informe o número do pedido ${order}.`
  },
  openGift: 'Abrir o cartão-presente',
  linkNote: (until) => `O link mostra o código uma única vez. É válido até ${until}.`,
  sms: {
    // Without the til and the accents a text stays in the GSM alphabet, which is half as long.
    intro: ({ sender, brand, amount, quantity }) => {
      const worth = quantity === 1 ? amount : `${amount} cada`
      return sender === undefined
        ? `${quantity === 1 ? 'Seu gift card' : `Seus ${quantity} gift cards`} ${brand}, ${worth}.`
        : `${sender} enviou ${quantity === 1 ? 'um gift card' : `${quantity} gift cards`} ${brand}, ${worth}.`
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
    keep: 'Anote o código ou tire uma foto agora: esta página não aparecerá de novo.',
    used: 'Este cartão-presente já foi aberto',
    usedNote: 'O código já foi mostrado e não aparece de novo.',
    notYou: 'Não foi você?',
    gone: 'Este link não funciona',
    goneNote: 'Ele está incompleto, expirou ou foi cancelado.',
  },
}
