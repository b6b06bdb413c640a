// Plays `scrip serve --json`: prints its line, writes server.json, ends on SIGTERM.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoClient, startStandIn } from './stand-in.ts'

const dataDir = process.env.SCRIP_DATA_DIR ?? ''
if (process.env.FAIL_WITH) {
  console.error(process.env.FAIL_WITH)
  process.exit(3)
}
const { url } = await startStandIn()
mkdirSync(dataDir, { recursive: true })
const line = JSON.stringify({ url, ...demoClient, dataDir, pid: process.pid, version: '0' })
writeFileSync(join(dataDir, 'server.json'), line, { mode: 0o600 })
appendFileSync(join(dataDir, 'life.log'), 'started\n')
process.on('SIGTERM', () => {
  appendFileSync(join(dataDir, 'life.log'), 'stopped\n')
  process.exit(0)
})
console.log('warming up')
console.log(line)
