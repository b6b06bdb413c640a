// Writes openapi.json at the root of the repository; with --check it only says whether that is due.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeApi } from '../src/http/openapi/document.ts'
import { listRoutes, refusals, type Services } from '../src/routes.ts'
import { version } from '../src/version.ts'

// Routes are described here and never called.
const routes = listRoutes({} as Services)
const document = describeApi({ routes, refusals, version, server: 'http://127.0.0.1:4000' })

const file = join(import.meta.dirname, '../../../openapi.json')
const current = `${JSON.stringify(document, null, 2)}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(file, current)
} else if (readFileSync(file, 'utf8') !== current) {
  console.error('openapi.json is out of date, run: npx node packages/server/scripts/openapi.ts')
  process.exitCode = 1
}
