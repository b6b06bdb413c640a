import type { Logger } from 'pino'
import type { Telling } from '../catalog/index.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Events } from '../events/index.ts'
import { createHealth, type Health } from '../health/index.ts'
import {
  type Connection,
  createDatabase,
  type Database,
  type Executor,
} from '../storage/database.ts'
import { version } from '../version.ts'
import { verifyLedger, type Wallets } from '../wallet/index.ts'

/** How accounts hear of products, in both modes. */
export function createTelling(database: Database, events: Events, wallets: Wallets): Telling {
  const ownersOf = async (db: Executor, accountId: bigint | undefined) => {
    const owners = await wallets.listOwners(db)
    return owners.filter((owner) => accountId === undefined || owner.accountId === accountId)
  }
  return {
    async prepare(accountId) {
      await events.catchUpAll(await ownersOf(database, accountId))
    },
    async tell(tx, told, accountId) {
      for (const owner of await ownersOf(tx, accountId)) await events.emit(tx, owner, ...told)
    },
  }
}

interface HealthParts {
  readonly options: {
    readonly config: Config
    readonly connection: Connection
    readonly log: Logger
  }
  readonly database: Database
  readonly clock: Clock
}

/** The ledger is verified on a connection of its own, which may take minutes. */
export function createOwnHealth({ options, database, clock }: HealthParts): Health {
  const { config, connection, log } = options
  return createHealth({
    database,
    clock,
    version,
    dataDir: config.dataDir,
    async verify() {
      const patient = createDatabase({ connection, poolSize: 1, log, isPatient: true })
      return verifyLedger(patient).finally(() => patient.destroy())
    },
    onDiscrepancies: (discrepancies) => log.error({ discrepancies }, 'the ledger is not in order'),
    onError: (error) => log.error({ err: error }, 'the ledger could not be verified'),
  })
}
