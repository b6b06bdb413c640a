/** What the sentences of a message are about. */
export interface Said {
  /** Undefined when the order names nobody. */
  readonly sender: string | undefined
  readonly brand: string
  /** Face value of one card, as the reader's country writes it. */
  readonly amount: string
  readonly quantity: number
}

/** Whom somebody can ask, and about which order; what nobody knows is undefined. */
export interface Asking {
  readonly address: string | undefined
  readonly sender?: string | undefined
  readonly order?: string | undefined
}

/** Everything that a recipient can read, in one language. */
export interface Texts {
  subject(said: Said): string
  heading(said: Said): string
  /** What a mailbox shows beside the subject. */
  preview(said: Said): string
  /** Under what they are worth, which says how many there are. */
  giftCards(quantity: number): string
  cardOf(number: number, count: number): string
  code: string
  pin: string
  qrCode: string
  barcode: string
  redeem: string
  howToRedeem: string
  /** Above instructions that are in English; undefined where the reader reads English. */
  inEnglish: string | undefined
  keepSafe: string
  questions: string
  ask(asking: Asking): string
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
    /** Above the codes, which the page shows this once. */
    keep: string
    used: string
    usedNote: string
    notYou: string
    gone: string
    goneNote: string
  }
}
