import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecrets } from './secrets.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openscrip-secrets-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'secrets.json')

const secrets = {
  masterKey: 'key',
  demoClientId: 'id',
  demoClientSecret: 'secret',
  demoManageToken: 'token',
}

test('secrets are made once and are their owner’s alone', () => {
  expect(loadSecrets(folder, () => secrets)).toEqual(secrets)
  const other = () => ({ ...secrets, masterKey: 'other' })
  expect(loadSecrets(folder, other)).toEqual(secrets)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})

test('a file of an older release gets the token that it lacks, and keeps the rest', () => {
  const { demoManageToken: _, ...older } = secrets
  writeFileSync(file(), JSON.stringify(older), { mode: 0o600 })
  const made = { masterKey: 'x', demoClientId: 'x', demoClientSecret: 'x', demoManageToken: 'new' }
  expect(loadSecrets(folder, () => made)).toEqual({ ...older, demoManageToken: 'new' })
  expect(loadSecrets(folder, () => secrets)).toEqual({ ...older, demoManageToken: 'new' })
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...older, demoManageToken: 'new' })
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})
