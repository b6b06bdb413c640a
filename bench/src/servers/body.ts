import type { IncomingMessage, ServerResponse } from 'node:http'

/** Calls back with the whole body; without promises, as the baselines shall be fast. */
export function readBody(request: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const [first] = chunks
    done(
      chunks.length === 1 && first !== undefined ? first.toString() : String(Buffer.concat(chunks)),
    )
  })
}

export function answerJson(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}

/** Some JSON of that many bytes. */
export function jsonOfSize(bytes: number): Buffer {
  const frame = Buffer.byteLength(JSON.stringify({ padding: '' }))
  return Buffer.from(JSON.stringify({ padding: 'x'.repeat(Math.max(0, bytes - frame)) }))
}
