// Writes the types of the Management API from openapi.json; with --check it only says whether that is due.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'

const PREFIX = '/manage/v1/'

interface Document {
  paths: Record<string, object>
}

const root = join(import.meta.dirname, '../..')
const document = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as Document
document.paths = Object.fromEntries(
  Object.entries(document.paths).filter(([path]) => path.startsWith(PREFIX)),
)
// Examples are for people; here they would be comments that are longer than the types.
const withoutExamples = JSON.parse(JSON.stringify(document), (key, value: unknown) =>
  key === 'example' || key === 'examples' ? undefined : value,
) as Document

const nodes = await openapiTS(JSON.stringify(withoutExamples), { immutable: true })
const head = '// Made from openapi.json by packages/sdk-codegen/main.ts; not for editing.\n\n'
const current = head + astToString(nodes)

const file = join(root, 'packages/sdk/src/management/schema.ts')
if (!process.argv.includes('--check')) {
  writeFileSync(file, current)
} else if (readFileSync(file, 'utf8') !== current) {
  console.error('The types of the SDK are out of date, run: npx node packages/sdk-codegen/main.ts')
  process.exitCode = 1
}
