import type { Server } from 'node:http'

/**
 * Listens on a free port of this machine, says so on standard output in one
 * line of JSON, and stops when the benchmark asks or is gone.
 */
export function serve(server: Server, close: () => Promise<void> = async () => {}): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port to listen on')
    process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${address.port}` })}\n`)
  })
  // The channel closes when the benchmark asks and with the benchmark, however
  // that ends: no orphan keeps a port or a database.
  process.once('disconnect', async () => {
    server.close()
    server.closeAllConnections()
    await close()
    process.exit(0)
  })
}
