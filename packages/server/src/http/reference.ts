import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import Fastify, { type FastifyInstance } from 'fastify'
import { sendPrepared } from './answer.ts'
import type { Refusals } from './openapi/errors.ts'
import type { PreparedAnswer, Route } from './route.ts'

export interface ReferenceOptions {
  readonly routes: readonly Route[]
  readonly refusals: Refusals
  readonly version: string
  ownUrl(): string
}

/** The same in both: whoever takes no compressed answers gets a plain one. */
type Encoded = Readonly<Record<'gzip' | 'identity', PreparedAnswer>>

/**
 * `/openapi.json` describes the API at this server's own address; `/docs` shows
 * it to people, from this server alone. Nothing of either is loaded before it
 * is asked for, and both are for anybody. They are megabytes, so they are compressed, once.
 */
export function addReference(server: FastifyInstance, options: ReferenceOptions): void {
  const files: Readonly<Record<string, () => Promise<Encoded>>> = {
    '/openapi.json': once(() => prepareDocument(options)),
    '/docs': once(() => prepare('text/html; charset=utf-8', page, policy)),
    '/docs/start.js': once(() => prepare(SCRIPT, writeStart(options.ownUrl()))),
    '/docs/scalar.js': once(async () => prepare(SCRIPT, await readViewer())),
  }
  for (const [path, answer] of Object.entries(files)) {
    server.get(path, async ({ headers }, reply) => {
      const encoding = negotiate(headers['accept-encoding'] ?? '', ['gzip', 'identity'])
      return sendPrepared(reply, (await answer())[encoding ?? 'identity'])
    })
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      // What failed once may succeed the next time.
      made = undefined
      throw error
    })
    return made
  }
}

async function prepareDocument({ ownUrl, ...description }: ReferenceOptions) {
  const { describeApi } = await import('./openapi/document.ts')
  const document = describeApi({ ...description, server: ownUrl() })
  return prepare('application/json', JSON.stringify(document))
}

/** The script of the viewer is inside of a Fastify plugin, which is asked for it. */
async function readViewer(): Promise<string> {
  const { default: plugin } = await import('@scalar/fastify-api-reference')
  const holder = Fastify()
  await holder.register(plugin, { routePrefix: '/docs', configuration: { url: '/openapi.json' } })
  const { body } = await holder.inject('/docs/js/scalar.js')
  await holder.close()
  return body
}

const SCRIPT = 'text/javascript; charset=utf-8'

/** Asked about at each use, so that nobody reads the reference of an older server. */
async function prepare(
  contentType: string,
  text: string,
  headers?: Readonly<Record<string, string>>,
): Promise<Encoded> {
  const whole = Buffer.from(text)
  const hash = createHash('sha256').update(whole).digest('base64url').slice(0, 22)
  const encoded = (encoding: keyof Encoded, bytes: Buffer): PreparedAnswer => ({
    ...{ bytes, contentType, cacheControl: 'public, no-cache' },
    // RFC 9110, 8.8.3.3: each encoding has a validator of its own.
    etag: `"${hash}-${encoding}"`,
    headers: {
      vary: 'accept-encoding',
      ...(encoding === 'gzip' && { 'content-encoding': encoding }),
      ...headers,
    },
  })
  return {
    gzip: encoded('gzip', await promisify(gzip)(whole)),
    identity: encoded('identity', whole),
  }
}

/** The page reaches this server and nothing else; the viewer writes its styles into the page. */
const policy = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>OpenScrip Gift Cards API</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="reference"></div>
    <script src="docs/scalar.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`

/**
 * Opened under another name than its own, the page still talks to where it came
 * from. The server's own address as audience opens both modes.
 */
const writeStart = (audience: string) => `
const here = new URL('.', location.href).href.replace(/\\/$/, '')
const asked = new URLSearchParams(location.search)
const scheme = asked.get('scheme')
Scalar.createApiReference('#reference', {
  url: 'openapi.json',
  servers: [{ url: here }],
  // Everything that would ask another server for something.
  withDefaultFonts: false,
  telemetry: false,
  proxyUrl: '',
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  ...(scheme && { forceDarkModeState: scheme, hideDarkModeToggle: true }),
  orderSchemaPropertiesBy: 'preserve',
  authentication: {
    preferredSecurityScheme: 'clientCredentials',
    securitySchemes: {
      clientCredentials: {
        flows: {
          clientCredentials: {
            tokenUrl: here + '/oauth/token',
            'x-scalar-client-id': asked.get('client_id') || '',
            'x-scalar-credentials-location': 'body',
            'x-scalar-security-body': { audience: ${JSON.stringify(audience)} },
          },
        },
      },
    },
  },
})
`
