import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actions } from './actions.ts'

interface Operation {
  readonly operationId: string
}

const { paths } = JSON.parse(
  readFileSync(new URL('../../../../../openapi.json', import.meta.url), 'utf8'),
) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

// These write nothing that belongs to an account, so no log has them.
const unrecorded = ['quoteOrder', 'lookAtInvitation', 'setFirstPassword']

test('each write of the Management API has words in the audit log', () => {
  const writes = Object.entries(paths)
    .filter(([path]) => path.startsWith('/manage/'))
    .flatMap(([, operations]) => Object.entries(operations))
    .filter(([method]) => ['post', 'put', 'patch', 'delete'].includes(method))
    .map(([, { operationId }]) => operationId)
    .filter((name) => !unrecorded.includes(name))
  const named = Object.values(actions).flatMap(Object.keys)
  expect(named.filter((name) => !name.startsWith('person.')).toSorted()).toEqual(writes.toSorted())
})
