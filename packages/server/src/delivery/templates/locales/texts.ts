/** What the sentences of a message are about. */
export interface Said {
  /** Undefined when the order names nobody. */
  readonly sender: string | undefined
  readonly brand: string
  /** Face value of one card, as the reader's country writes it. */
  readonly amount: string
  readonly quantity: number
}

/** Everything that a recipient can read, in one language. */
export interface Texts {
  subject(said: Said): string
  heading(said: Said): string
  /** What a mailbox shows beside the subject. */
  preview(said: Said): string
  giftCard: string
  /** `3 × 25,00 €`, read aloud. */
  cards(said: Said): string
  cardOf(number: number, count: number): string
  code: string
  pin: string
  qrCode: string
  barcode: string
  redeem: string
  howToRedeem: string
  keepSafe: string
  support(address: string, order: string): string
  supportOfSender(order: string): string
  /** Button of a message that holds a link instead of the codes. */
  openGift: string
  linkNote(until: string): string
  sms: {
    intro(said: Said): string
    code(code: string): string
    pin(pin: string): string
    redeem(url: string): string
    open(url: string): string
  }
  claim: {
    show: string
    showNote: string
    until(date: string): string
    used: string
    usedNote: string
    gone: string
    goneNote: string
  }
}
