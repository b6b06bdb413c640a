import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from './answer.ts'

/** Where the dashboard is when it has been built; both packages lie beside each other. */
const folder = fileURLToPath(new URL('../../../dashboard/dist/', import.meta.url))

/** Changes with every build, so that a browser may keep them for ever: their names do too. */
const ASSETS = { immutable: true, maxAge: '1y' } as const
/** These keep their names: a browser asks whether they have changed. */
const ASKED = { maxAge: 0, etag: true } as const

type NotFound = (request: FastifyRequest, reply: FastifyReply) => FastifyReply

/**
 * The dashboard, below `/dashboard`: files as the build left them, compressed beforehand, and one
 * page for every other address, because the page itself knows what its addresses mean. A browser
 * that opens the server's own address is sent there; programs still get the wire's 404.
 *
 * @param notFound answers what no route knows
 */
export function addDashboard(server: FastifyInstance, notFound: NotFound): void {
  server.get('/', async (request, reply) =>
    isBrowser(request) ? reply.redirect('/dashboard/') : notFound(request, reply),
  )
  server.get('/dashboard', async (_request, reply) => reply.redirect('/dashboard/'))
  if (existsSync(folder)) addFiles(server, notFound)
  server.get('/dashboard/*', async (_request, reply) => sendIndex(reply))
}

/** What has not been built has no files, and says so where its page would be. */
function addFiles(server: FastifyInstance, notFound: NotFound): void {
  server.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  const sendFrom = (kind: string, options: fastifyStatic.SendOptions) =>
    server.get(`/dashboard/${kind}/*`, async (request, reply) => {
      const name = (request.params as { readonly '*': string })['*']
      return FILE_NAME.test(name)
        ? sendFile(reply, `${kind}/${name}`, options)
        : notFound(request, reply)
    })
  sendFrom('assets', ASSETS)
  sendFrom('icons', ASKED)
  server.get('/dashboard/scheme.js', async (_request, reply) => sendFile(reply, 'scheme.js', ASKED))
}

const isBrowser = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('text/html') ?? false

/** What a build names its files; anything else is tried by nobody who means well. */
const FILE_NAME = /^[\w-]+(\.[\w-]+)+$/

function sendFile(
  reply: FastifyReply,
  name: string,
  options: fastifyStatic.SendOptions,
): FastifyReply {
  return reply.header('x-content-type-options', 'nosniff').sendFile(name, options)
}

async function sendIndex(reply: FastifyReply): Promise<FastifyReply> {
  // Read each time: a new build shows at once, and the file is smaller than its head.
  const index = await readFile(`${folder}index.html`, 'utf8').catch(() => undefined)
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'content-security-policy': policyWith(nonce),
    'cache-control': 'no-cache',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  }
  return index === undefined
    ? sendPage(reply, { status: 503, headers, html: notBuilt })
    : sendPage(reply, { status: 200, headers, html: index.replace('{{nonce}}', nonce) })
}

/** The page reaches this server and nothing else; style elements carry the nonce of their page. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Bars of charts and the like: values, which cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

const notBuilt = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>OpenScrip</title>
  </head>
  <body>
    <h1>The dashboard has not been built</h1>
    <p>Run <code>npm run build --workspace packages/dashboard</code> and load this page again.</p>
    <p>The API works without it: see <a href="/docs">the reference</a>.</p>
  </body>
</html>
`
