import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBinaries } from './binaries.ts'
import { readPostmaster } from './lock-files.ts'
import { findOwner } from './owner.ts'
import { placeBinaries, placeCluster, placeSocket } from './placement.ts'
import { connectionTo, ensureRunning, initialise, type Place, shutDown } from './postmaster.ts'

const ROUNDS = 15

let folder: string
let place: Place

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openscrip-test-'))
  chmodSync(folder, 0o711)
  const owner = findOwner()
  const binaries = placeBinaries(await findBinaries(), owner)
  const cluster = await placeCluster(folder, owner, (made) => initialise(made, { binaries, owner }))
  place = { cluster, socket: placeSocket(cluster, owner), binaries, owner }
  await ensureRunning(place)
})

afterEach(async () => {
  await shutDown(place, 5_000)
  rmSync(folder, { recursive: true, force: true })
})

async function setting(name: string): Promise<string> {
  const client = new pg.Client(connectionTo(place))
  await client.connect()
  const { rows } = await client.query('select current_setting($1) as value', [name])
  await client.end()
  return rows[0].value
}

describe('several that start a killed PostgreSQL at the same time', () => {
  it('end up with one, with our settings', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const killed = Number(readPostmaster(place))
      process.kill(killed, 'SIGKILL')
      // Spread, so that one writes the settings while the PostgreSQL of another reads them.
      const starts = [0, 5, 10, 15, 20].map((delay) =>
        sleep(delay).then(() => ensureRunning(place)),
      )
      await Promise.all(starts)
      expect(readPostmaster(place)).not.toBe(killed)
      expect(await setting('listen_addresses')).toBe('')
      expect(await setting('unix_socket_directories')).toBe(place.socket)
    }
  })
})
