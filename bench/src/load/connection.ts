import { connect, type Socket } from 'node:net'
import { type Answer, parseAnswer } from './answer.ts'

const READ_BUFFER_BYTES = 64 * 1024

export interface ConnectionEvents {
  /** One whole answer came; `bytes` is only valid during the call. */
  answered(answer: Answer, bytes: Buffer, micros: number): void
  /** The connection cannot go on: refused, reset, or closed by the server. */
  failed(error: Error): void
}

/** A keep-alive connection with exactly one request in flight. */
export class Connection {
  readonly #socket: Socket
  readonly #events: ConnectionEvents
  #sentAtMs = 0
  /** The beginning of an answer that came in pieces. */
  #held: Buffer | undefined
  #isClosing = false

  constructor(address: { host: string; port: number }, events: ConnectionEvents) {
    this.#events = events
    // One buffer for all reads of this connection: none is allocated per answer.
    this.#socket = connect({
      ...address,
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(READ_BUFFER_BYTES),
        callback: (length, buffer) =>
          this.#read(Buffer.from(buffer.buffer, buffer.byteOffset, length)),
      },
    })
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('the server closed a connection in use')))
  }

  /** The request may be changed again once its answer came, not before. */
  send(request: Buffer): void {
    this.#sentAtMs = performance.now()
    this.#socket.write(request)
  }

  close(): void {
    this.#isClosing = true
    this.#socket.destroy()
  }

  #read(chunk: Buffer): boolean {
    const micros = (performance.now() - this.#sentAtMs) * 1000
    const bytes = this.#held === undefined ? chunk : Buffer.concat([this.#held, chunk])
    try {
      const answer = parseAnswer(bytes)
      // A copy, because the next read overwrites the buffer.
      this.#held = answer === undefined ? Buffer.from(bytes) : undefined
      if (answer !== undefined) this.#events.answered(answer, bytes, micros)
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)))
    }
    return true
  }

  #fail(error: Error): void {
    if (this.#isClosing) return
    this.close()
    this.#events.failed(error)
  }
}
