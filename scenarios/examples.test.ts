import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInstallation, type Installation } from './src/server-process.ts'

const examples = fileURLToPath(new URL('../examples/quickstart/', import.meta.url))

// One data directory for all: no server runs on it, so each command starts one for itself.
let installation: Installation

beforeAll(() => {
  installation = createInstallation()
})

afterAll(() => installation.remove())

/** Whether a program is there to run an example with. */
function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0
}

const programs = [
  {
    name: 'Python with requests',
    command: ['python3', 'quickstart.py'],
    missing: has('python3', '-c', 'import requests') ? undefined : 'requests is not installed',
  },
  { name: 'Node.js with fetch', command: ['node', 'quickstart.mjs'], missing: undefined },
  {
    name: 'curl',
    command: ['sh', 'quickstart.sh'],
    missing: has('curl', '--version') ? undefined : 'curl is not installed',
  },
]

describe('the quickstart, with the real host names in it, buys a card through scrip exec', () => {
  for (const { name, command, missing } of programs) {
    const title = missing === undefined ? name : `${name} (skipped: ${missing})`
    test.skipIf(missing !== undefined)(title, async () => {
      const [program = '', file = ''] = command
      const { code, stdout, stderr } = await installation.scrip([
        ...['exec', '--offline', '--'],
        ...[program, `${examples}${file}`],
      ])
      expect(stderr).not.toContain('Error')
      expect(code).toBe(0)
      expect(stdout).toMatch(/"amount": ?3139\.45/)
      expect(stdout).toMatch(/"status": ?"SUCCESSFUL"/)
      expect(stdout).toMatch(/[A-Za-z0-9]+test.*\d{5}test/)
      const verified = await installation.scrip(['ledger', 'verify', '--json'])
      expect(JSON.parse(verified.stdout)).toMatchObject({ discrepancies: [] })
    })
  }
})

test('an example that the server refuses ends with its message and a failure', async () => {
  const { code, stderr } = await installation.scrip(
    ['exec', '--offline', '--', 'node', `${examples}quickstart.mjs`],
    { RELOADLY_CLIENT_ID: 'nobody', RELOADLY_CLIENT_SECRET: 'nothing' },
  )
  expect(stderr).toContain('401 Access Denied')
  expect(code).toBe(1)
})
