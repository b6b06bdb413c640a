// Writes docs/events: a JSON Schema and an example for each type of event.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeEvents } from '../src/events/shapes.ts'
import { TransactionOut } from '../src/orders/index.ts'

const folder = join(import.meta.dirname, '../../../docs/events')

mkdirSync(folder, { recursive: true })
for (const { type, schema, example } of describeEvents(TransactionOut)) {
  for (const [kind, content] of Object.entries({ schema, example })) {
    writeFileSync(join(folder, `${type}.${kind}.json`), `${JSON.stringify(content, null, 2)}\n`)
  }
}
