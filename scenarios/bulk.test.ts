import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { TEST_DEADLINE_MS, until } from '../packages/server/test/until.ts'
import { call, connect } from './src/api.ts'
import { createRandom } from './src/random.ts'
import type { Installation, ServerInfo, ServerProcess } from './src/server-process.ts'
import { test } from './src/test.ts'

interface BulkOrder {
  readonly id: number
  readonly state: string
  readonly rows: Readonly<Record<'total' | 'ready' | 'placed' | 'skipped' | 'failed', number>>
  readonly spent: number
}

const seed = Number(process.env.SCENARIOS_SEED || randomInt(2 ** 31))

/** Enough that several kills find it in the middle. */
const ROWS = 3_000
const KILLS = 4
const BALANCE = '100000000'

async function manage<Body>(
  { url, manageToken }: ServerInfo,
  line: string,
  body?: object,
): Promise<Body> {
  const [method, path] = line.split(' ') as ['GET', string]
  const options = { method, token: manageToken, ...(body && { body }) }
  const answer = await call<Body>(`${url}/manage/v1${path}`, options)
  if (answer.status >= 300) throw new Error(`${line}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

const fileOf = (rows: number) =>
  `productId,unitPrice,recipientEmail\n${Array.from(
    { length: rows },
    (_, index) => `5,5,person-${index}@example.com\n`,
  ).join('')}`

describe(`with SCENARIOS_SEED=${seed}`, () => {
  test('every row is bought once although the server is killed again and again', {
    timeout: 2 * TEST_DEADLINE_MS,
  }, async ({ install }) => {
    const random = createRandom(seed)
    const installation = install({ env: { SCRIP_DEMO_BALANCE: BALANCE, LOG_LEVEL: 'error' } })
    let server = await installation.start()
    const before = await balanceOf(server)
    const { id } = await manage<BulkOrder>(server.info, 'POST /bulk-orders', {
      name: 'Everybody',
      csv: fileOf(ROWS),
    })
    await manage(server.info, `POST /bulk-orders/${id}/start`)
    for (let kill = 1; kill <= KILLS; kill++) {
      const some = (ROWS / (KILLS + 1)) * kill
      await until('some rows are bought', async () => {
        const { state, rows } = await manage<BulkOrder>(server.info, `GET /bulk-orders/${id}`)
        return state !== 'running' || rows.placed > some - ROWS / KILLS / 2
      })
      await sleep(random.integer(0, 40))
      server = await killAndStart(installation, server)
    }
    const done = await until('it is completed', async () => {
      const order = await manage<BulkOrder>(server.info, `GET /bulk-orders/${id}`)
      return order.state === 'completed' && order
    })

    expect(done.rows).toMatchObject({ total: ROWS, placed: ROWS, skipped: 0, failed: 0 })
    const api = await connect(server.info.url, server.info)
    const list = await api.get<{ totalElements: number }>('/reports/transactions?size=1')
    expect(list.body.totalElements, 'one order for each row').toBe(ROWS)
    expect(Number(before - (await balanceOf(server))) / 100).toBeCloseTo(done.spent, 2)
    expect((await installation.scrip(['ledger', 'verify'])).code).toBe(0)
  })

  test('scrip bulk import buys a file, says what it did not buy, and the same file buys nothing', async ({
    install,
  }) => {
    const installation = install()
    const server = await installation.start()
    const file = join(installation.dataDir, 'rewards.csv')
    writeFileSync(file, `${fileOf(3)}5,5,nobody\n`)
    const dry = await installation.scrip(['bulk', 'import', file, '--dry-run'])
    expect(dry).toMatchObject({ code: 1, stderr: '' })
    expect(dry.stdout).toContain('3  to buy, for ')
    expect(dry.stdout).toContain('line 5: recipientEmail: ')
    expect(dry.stdout).toContain('Nothing was bought')

    const bought = await installation.scrip(['bulk', 'import', file, '--start'])
    expect(bought).toMatchObject({ code: 1, stderr: '' })
    expect(bought.stdout).toContain('is completed: 3 bought for ')

    const again = await installation.scrip(['bulk', 'import', file, '--start', '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({
      name: 'rewards',
      state: 'draft',
      rows: { total: 4, ready: 0, skipped: 3, invalid: 1 },
    })
    const api = await connect(server.info.url, server.info)
    const list = await api.get<{ totalElements: number }>('/reports/transactions?size=1')
    expect(list.body.totalElements).toBe(3)
  })
})

async function killAndStart(
  installation: Installation,
  server: ServerProcess,
): Promise<ServerProcess> {
  await server.kill()
  return installation.start()
}

async function balanceOf({ info }: ServerProcess): Promise<bigint> {
  return (await connect(info.url, info)).balance()
}
