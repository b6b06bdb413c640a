import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailer } from './smtp.ts'

let relay: Server
let port: number
let heard: string

/** A relay that offers no TLS, and takes every password. */
beforeAll(async () => {
  relay = createServer((socket) => {
    socket.write('220 relay\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      const line = bytes.toString()
      heard += line
      if (line.startsWith('EHLO')) socket.write('250-relay\r\n250 AUTH PLAIN\r\n')
      else if (line.startsWith('AUTH')) socket.write('235 welcome\r\n')
      else socket.write('502 not implemented\r\n')
    })
  })
  relay.listen(0)
  await once(relay, 'listening')
  port = (relay.address() as AddressInfo).port
})

afterAll(() => {
  relay.close()
})

async function send(url: string) {
  heard = ''
  const mailer = createMailer({ url, from: 'cards@shop.example', replyTo: undefined })
  const content = { subject: '', html: '', text: '', images: [] }
  const outcome = await mailer.send({ to: 'a@b.example', name: '1', content, locale: 'en' })
  mailer.close()
  return outcome
}

// An address of this machine that does not look like one.
test('a password is not sent without TLS to another machine', async () => {
  expect(await send(`smtp://user:password@0.0.0.0:${port}`)).toMatchObject({ type: 'deferred' })
  expect(heard).toContain('STARTTLS')
  expect(heard).not.toContain('AUTH')
})

test('a password is sent without TLS to this machine, and wherever the address allows it', async () => {
  for (const host of [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `0.0.0.0:${port}?requireTLS=false`,
  ]) {
    await send(`smtp://user:password@${host}`)
    expect(heard, host).toContain('AUTH PLAIN')
  }
})
