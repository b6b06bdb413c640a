import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScrip, startOpenScrip } from './openscrip.ts'

const examples = fileURLToPath(new URL('../../../examples/sdk/', import.meta.url))

let server: OpenScrip

beforeAll(async () => {
  server = await startOpenScrip()
})

afterAll(() => server?.stop())

const printed: Record<string, RegExp> = {
  order: /^Balance: [\d.]+ NGN\nOrder \d+: 6270\.00 NGN\n(Card: \w+test {2}PIN: \d+test\n){2}$/,
  catalog: new RegExp(
    String.raw`^United States.*, \d+ categories\n\d+ found, the first \d+:\n(  \d+ .*\n)+` +
      String.raw`Sold from [\d.]+ to [\d.]+ USD\nFee 285\.00 NGN per card\nCommission 0\.90* %\n` +
      String.raw`5\.00 USD are 2850\.[\d]+ NGN\n.+`,
  ),
  paging: /^Page 2 of \d+, 5 products\n(\d+) of \1 products\nThe newest order: \d+, Amazon US\n$/,
  errors: new RegExp(
    String.raw`^InvalidProductError: .+\nWrongPriceError: .+\nInvalidInputError: .+\n` +
      String.raw`InsufficientBalanceError: fund the wallet first\n$`,
  ),
  recovery: /^Recovered: true\nThe same order: true\nBought 1 time\n$/,
  limits: new RegExp(
    String.raw`^Balance: [\d.]+\nThe user has typed on\.\n` +
      String.raw`TimeoutError: .* had no complete answer after 100 ms\.\n$`,
  ),
  webhooks: new RegExp(
    String.raw`^giftcard_transaction\.status: order 3116 is SUCCESSFUL\nAnswered 200\n` +
      String.raw`Refused, because of its signature\nAnswered 400\n$`,
  ),
}

test('every example is run', () => {
  const programs = readdirSync(examples).filter((name) => /(?<!^client)\.mjs$/.test(name))
  expect(programs.sort()).toEqual(
    Object.keys(printed)
      .map((name) => `${name}.mjs`)
      .sort(),
  )
})

test.each(Object.entries(printed))('%s', async (name, output) => {
  const args = ['--conditions=source', `${examples}${name}.mjs`]
  const { url: SCRIP_URL, clientId: SCRIP_CLIENT_ID, clientSecret: SCRIP_CLIENT_SECRET } = server
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, SCRIP_URL, SCRIP_CLIENT_ID, SCRIP_CLIENT_SECRET },
  })
  expect(stdout).toMatch(output)
})
