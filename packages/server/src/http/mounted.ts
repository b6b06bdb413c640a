import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Sent to what is mounted: where the request came from, as this server knows it. */
const ADDRESS_HEADER = 'x-scrip-address'

export interface Mounted {
  readonly path: string
  handle(request: Request): Promise<Response>
}

/** Hands everything below a path to a handler of the web's kind, with bodies as they came. */
export function mount(server: FastifyInstance, { path, handle }: Mounted): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer' },
      async (_: FastifyRequest, body: Buffer) => body,
    )
    scope.route({
      method: ['GET', 'POST'],
      url: `${path}/*`,
      handler: async (request, reply) => answer(reply, await handle(toWebRequest(request))),
    })
  })
}

function toWebRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  headers.set(ADDRESS_HEADER, request.ip)
  const body = request.method === 'POST' ? (request.body as Buffer | undefined) : undefined
  return new Request(new URL(request.url, originOf(request)), {
    method: request.method,
    headers,
    ...(body && body.length > 0 && { body: new Uint8Array(body) }),
  })
}

/** A host that is none is nobody's, and no reason to fail. */
function originOf({ protocol, host }: FastifyRequest): string {
  const origin = `${protocol}://${host}`
  return URL.canParse(origin) ? origin : `${protocol}://localhost`
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status).header('cache-control', 'no-store')
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  return reply.send(Buffer.from(await response.arrayBuffer()))
}
