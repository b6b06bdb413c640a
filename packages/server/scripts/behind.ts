import { readConfig } from '../src/config.ts'
import { startServer } from '../src/main.ts'

/**
 * A server like any other but for its clock: whoever forks it says by how many milliseconds it is
 * behind, as an argument and in messages. What it is made to show was then not all done at once.
 */
let behind = Number(process.argv[2] ?? 0)
process.on('message', (milliseconds: number) => {
  behind = milliseconds
  process.send?.(milliseconds)
})
process.on('SIGTERM', () => void server.stop().then(() => process.exit()))

const clock = { now: () => new Date(Date.now() - behind) }
const server = await startServer(readConfig(process.env), { clock })
process.stdout.write(`${JSON.stringify(server)}\n`)
