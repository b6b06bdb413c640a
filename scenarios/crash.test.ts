import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { TEST_DEADLINE_MS, until } from '../packages/server/test/until.ts'
import { type Api, connect } from './src/api.ts'
import {
  type Books,
  checkAll,
  checkBalance,
  checkPlaced,
  enter,
  openBooks,
  settleUnknown,
} from './src/books.ts'
import { type Load, startLoad } from './src/load.ts'
import { isAlive } from './src/processes.ts'
import { quickstartOrder } from './src/quickstart.ts'
import { createRandom, type Random } from './src/random.ts'
import type { Installation, ServerProcess } from './src/server-process.ts'
import { test } from './src/test.ts'

const ROUNDS = 20
const VERIFY_EVERY = 5
const CONNECTIONS = 16
/** Orders of earlier rounds that each round looks at again. */
const OLD_ORDERS = 50
/** A round has seen the recovery when so many orders have been answered after it. */
const ORDERS_AFTER_RECOVERY = 50
const MOMENT_MAX_MS = 400
const START_BALANCE = '1000000000'

const victims = ['server', 'database', 'both'] as const
type Victim = (typeof victims)[number]

const seed = Number(process.env.SCENARIOS_SEED || randomInt(2 ** 31))

describe(`with SCENARIOS_SEED=${seed}`, () => {
  test('what was answered survives kill -9 of server and database, and nothing is bought twice', {
    timeout: 5 * TEST_DEADLINE_MS,
  }, async ({ install }) => {
    const installation = install({
      env: { SCRIP_DEMO_BALANCE: START_BALANCE, LOG_LEVEL: 'error' },
    })
    const random = createRandom(seed)
    const books = openBooks()
    let server = await installation.start()
    const start = await (await connectTo(server)).balance()

    for (let round = 1; round <= ROUNDS; round++) {
      const victim = random.pick(victims)
      const where = `round ${round}, kill -9 of ${victim}`
      try {
        const old = random.sample([...books.placed.keys()], OLD_ORDERS)
        const load = startLoad({
          api: await connectTo(server),
          connections: CONNECTIONS,
          name: `round-${round}`,
        })
        const before = server
        server = await crashUnder(load, { installation, server, victim, random }).finally(load.stop)
        expect(server === before, 'the same server goes on').toBe(victim === 'database')

        const api = await connectTo(server)
        enter(books, load)
        await checkPlaced(api, books, [...load.placed.keys(), ...old])
        await settleUnknown(api, books, [...load.unknown], random)
        if (round % VERIFY_EVERY === 0) await verify(installation, api, start)
      } catch (error) {
        throw new Error(`${where}: ${(error as Error).message}\n${server.stderr().slice(-2_000)}`, {
          cause: error,
        })
      }
    }
    await checkEverything(installation, await connectTo(server), books, start)
  })

  test('a server that is killed at any moment of its first start starts at the next attempt', {
    timeout: 2 * TEST_DEADLINE_MS,
  }, async ({ install }) => {
    const random = createRandom(seed)
    for (let attempt = 1; attempt <= 8; attempt++) {
      const installation = install()
      const running = installation.launch({}, { ownGroup: true })
      await until('it makes its cluster', () => installation.cluster.folder())
      const moment = random.integer(0, 1_200)
      await sleep(moment)
      // With the whole group the programs that it has started die too, as in a power failure.
      const whole = random.pick([true, false])
      process.kill(whole ? -Number(running.child.pid) : Number(running.child.pid), 'SIGKILL')
      await running.ended

      const server = await installation.start().catch((error: unknown) => {
        throw new Error(`killed ${moment} ms into making its cluster, group: ${whole}`, {
          cause: error,
        })
      })
      const api = await connectTo(server)
      expect((await api.post('/orders', quickstartOrder('first'))).status).toBe(200)
      expect((await installation.scrip(['ledger', 'verify'])).code).toBe(0)
      await installation.remove()
    }
  })
})

interface Scene {
  readonly installation: Installation
  readonly server: ServerProcess
  readonly victim: Victim
  readonly random: Random
}

/** Kills at some moment under load, and answers the server that serves orders again. */
async function crashUnder(load: Load, scene: Scene): Promise<ServerProcess> {
  const { installation, victim, random } = scene
  await until('orders are answered', () => load.placed.size > CONNECTIONS)
  await sleep(random.integer(0, MOMENT_MAX_MS))
  const postmaster = installation.cluster.pid()
  expect(postmaster, 'PostgreSQL runs').toBeDefined()

  const server = await kill(load, scene)
  if (victim === 'server') {
    expect(installation.cluster.pid(), 'PostgreSQL was taken over').toBe(postmaster)
  } else {
    await until('the old PostgreSQL is gone', () => !isAlive(Number(postmaster)))
  }
  const before = load.placed.size
  const areAnswered = () => {
    expect(server.child.exitCode ?? server.child.signalCode, 'the server has ended').toBeNull()
    return load.placed.size >= before + ORDERS_AFTER_RECOVERY
  }
  await until('orders are answered again', areAnswered)
  return server
}

async function kill(load: Load, { installation, server, victim, random }: Scene) {
  if (victim === 'database') {
    installation.cluster.kill()
    return server
  }
  const databaseFirst = random.pick([true, false])
  if (victim === 'both' && databaseFirst) installation.cluster.kill()
  server.child.kill('SIGKILL')
  if (victim === 'both' && !databaseFirst) installation.cluster.kill()
  load.redirect(undefined)
  await server.ended
  const next = await installation.start()
  load.redirect(await connectTo(next))
  return next
}

async function verify(installation: Installation, api: Api, start: bigint): Promise<void> {
  const { code, stdout, stderr } = await installation.scrip(['ledger', 'verify'])
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stderr: '' })
  await checkBalance(api, start)
}

async function checkEverything(
  installation: Installation,
  api: Api,
  books: Books,
  start: bigint,
): Promise<void> {
  await verify(installation, api, start)
  await checkAll(api, books)
}

function connectTo({ info }: ServerProcess): Promise<Api> {
  return connect(info.url, info)
}
