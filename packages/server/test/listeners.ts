import http from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import {
  createSender,
  type Outcome,
  type Sender,
  type SenderOptions,
} from '../src/webhooks/sender.ts'

/** A server that really listens until its test has ended, and what has connected to it. */
export interface Sink {
  readonly port: number
  readonly url: string
  readonly connections: readonly Socket[]
  close(): Promise<void>
}

export async function listen(server: net.Server, scheme = 'http'): Promise<Sink> {
  const connections: Socket[] = []
  server.on('connection', (socket: Socket) => {
    connections.push(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    for (const socket of connections) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  onTestFinished(close)
  const { port } = server.address() as AddressInfo
  return { port, url: `${scheme}://127.0.0.1:${port}/hook`, connections, close }
}

export function openSink(handler: http.RequestListener): Promise<Sink> {
  return listen(http.createServer(handler))
}

/** A server that is asked what to do whenever bytes come; its connections are numbered from 0. */
export function openRawSink(answer: (socket: Socket, connection: number) => void): Promise<Sink> {
  let connections = 0
  return listen(
    net.createServer((socket) => {
      const connection = connections++
      socket.on('data', () => answer(socket, connection))
    }),
  )
}

/** A port that nothing listens on. */
export async function findClosedPort(): Promise<number> {
  const { port, close } = await listen(net.createServer())
  await close()
  return port
}

/** A sender for sinks of this machine. */
export function openSender(options: Partial<SenderOptions> = {}): Sender {
  const sender = createSender({ allowPrivate: true, ...options })
  onTestFinished(() => sender.close())
  return sender
}

export function post(sender: Sender, { url }: Pick<Sink, 'url'>): Promise<Outcome> {
  return sender.send({ url, headers: {}, body: Buffer.from('{"name":"Zoë"}') })
}

export function expectClosed(socket: Socket | undefined): Promise<void> {
  return expect.poll(() => socket?.destroyed).toBe(true)
}
