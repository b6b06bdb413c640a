import type { LoadPlan } from './plan.ts'

const ZERO = 48

/** A request whose bytes are ready before the load begins; only the unique digits change. */
export class PreparedRequest {
  readonly bytes: Buffer
  readonly #digitsEnd: number
  readonly #digitsLength: number

  constructor(plan: LoadPlan) {
    const { body = '' } = plan
    this.bytes = Buffer.from(head(plan) + body)
    const digits = plan.uniqueDigits ?? ''
    const start = this.bytes.indexOf(digits, this.bytes.length - Buffer.byteLength(body))
    if (start === -1) throw new Error(`the body does not contain its unique digits ${digits}`)
    this.#digitsLength = digits.length
    this.#digitsEnd = start + digits.length
  }

  /** Writes the number where the body's unique digits are, and gives the bytes to send. */
  numbered(sequence: number): Buffer {
    let rest = sequence
    const first = this.#digitsEnd - this.#digitsLength
    for (let at = this.#digitsEnd - 1; at >= first; at -= 1) {
      this.bytes[at] = ZERO + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    return this.bytes
  }
}

function head(plan: LoadPlan): string {
  const lines = [
    `${plan.body === undefined ? 'GET' : 'POST'} ${plan.path} HTTP/1.1`,
    `Host: ${plan.host}:${plan.port}`,
    ...Object.entries(plan.headers).map(([name, value]) => `${name}: ${value}`),
    ...(plan.body === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(plan.body)}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}
