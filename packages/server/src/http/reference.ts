import { createHash } from 'node:crypto'
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

/**
 * `/openapi.json` describes the API at this server's own address; `/docs` shows
 * it to people, from this server alone. Nothing of either is loaded before it
 * is asked for, and both are for anybody.
 */
export function addReference(server: FastifyInstance, options: ReferenceOptions): void {
  const files: Readonly<Record<string, () => Promise<PreparedAnswer>>> = {
    '/openapi.json': once(() => prepareDocument(options)),
    '/docs': once(async () => prepare('text/html; charset=utf-8', page, policy)),
    '/docs/start.js': once(async () => prepare(SCRIPT, writeStart(options.ownUrl()))),
    '/docs/scalar.js': once(async () => prepare(SCRIPT, await readViewer())),
  }
  for (const [path, answer] of Object.entries(files)) {
    server.get(path, async (_request, reply) => sendPrepared(reply, await answer()))
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
function prepare(
  contentType: string,
  text: string,
  headers?: Readonly<Record<string, string>>,
): PreparedAnswer {
  const bytes = Buffer.from(text)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { bytes, contentType, etag, cacheControl: 'public, no-cache', ...(headers && { headers }) }
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
