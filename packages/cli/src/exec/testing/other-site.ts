import 'reflect-metadata'
import { KeyObject, webcrypto } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, connect, type Server, type Socket } from 'node:net'
import * as x509 from '@peculiar/x509'

export interface OtherSite {
  port: number
  /** Its certificate, which is its own root. */
  certificate: string
  close: () => Promise<void>
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** A TLS site that has nothing to do with Reloadly: `other.test` and 127.0.0.2. */
export async function startOtherSite(): Promise<OtherSite> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=other.test',
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'other.test' },
        { type: 'ip', value: '127.0.0.2' },
      ]),
    ],
  })
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString()
  const cert = certificate.toString('pem')
  const server = createServer({ key, cert }, (_, response) => response.end('the other site'))
  return { port: await listen(server, '0.0.0.0'), certificate: cert, close: () => close(server) }
}

export interface UserProxy {
  port: number
  /** The CONNECT lines and absolute URLs that it was asked for, with their credentials. */
  asked: string[]
  close: () => Promise<void>
}

/** The proxy of a company network: it leads every host to the other site. */
export async function startUserProxy(sitePort: number): Promise<UserProxy> {
  const asked: string[] = []
  const note = (url: string | undefined, authorization: string | undefined) => {
    const encoded = authorization?.replace('Basic ', '') ?? ''
    asked.push(`${url} ${Buffer.from(encoded, 'base64')}`.trim())
  }
  const server = createHttpServer((request, response) => {
    note(request.url, request.headers['proxy-authorization'])
    response.end('the plain other site')
  })
  server.on('connect', (request, socket: Socket) => {
    note(request.url, request.headers['proxy-authorization'])
    const target = connect(sitePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(target).pipe(socket)
    })
    for (const end of [socket, target]) {
      end.on('error', () => {})
      end.on('close', () => [socket, target].map((each) => each.destroy()))
    }
  })
  return { port: await listen(server, '127.0.0.1'), asked, close: () => close(server) }
}

async function listen(server: Server, host: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return (server.address() as AddressInfo).port
}

async function close(server: ReturnType<typeof createHttpServer | typeof createServer>) {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
