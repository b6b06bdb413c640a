import { createHash } from 'node:crypto'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type QueryExecutorProvider,
  sql,
} from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'

/** The pool. Statements are `sql` templates, one function each, in the domains' `store.ts`. */
export type Database = Kysely<unknown>

/** Where a statement may run: on the pool, or inside a transaction. */
export type Executor = QueryExecutorProvider

/** One database transaction; stores take it first, so that their callers decide what commits together. */
export interface Tx extends Executor {
  readonly isTransaction: true
}

/** Anything that `pg` accepts as a connection: a URL, or a socket directory. */
export type Connection = pg.ClientConfig

/** Types by their object id in PostgreSQL's catalogue; pg's own list leaves out the arrays. */
const BIGINT = 20
const BIGINT_ARRAY = 1016 as typeof BIGINT
const TEXT_ARRAY = 1009 as typeof BIGINT

// Money and ids are bigint in TypeScript as in SQL; pg's default is text.
pg.types.setTypeParser(BIGINT, (text) => BigInt(text))
const parseTextArray = pg.types.getTypeParser(TEXT_ARRAY) as (text: string) => string[]
pg.types.setTypeParser(BIGINT_ARRAY, (text: string) => parseTextArray(text).map(BigInt))

export interface DatabaseOptions {
  readonly connection: Connection
  readonly poolSize: number
  readonly log: Logger
  /** For work that may take minutes, such as a migration: waits as long as it takes. */
  readonly isPatient?: boolean
}

/**
 * No statement of a request takes seconds. One that does is stuck and holds
 * locks, or its connection is dead without either side having noticed.
 */
const limits: pg.ClientConfig = {
  lock_timeout: 5_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
  query_timeout: 35_000,
}

export function createDatabase(options: DatabaseOptions): Database {
  const { connection, poolSize, log, isPatient = false } = options
  const pool = new pg.Pool({
    ...connection,
    ...(!isPatient && limits),
    max: poolSize,
    Client: PreparingClient,
    // Statements that do not wait for each other's answer are sent in one go.
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: 'openscrip',
  })
  // A pooled connection that breaks while idle is replaced; unheard, the event would end the process.
  // The pool counts as ended before its connections are: the database may stop sooner than they.
  pool.on('error', (error) => {
    if (!pool.ending) log.warn({ err: error }, 'a database connection broke')
  })
  // One that breaks while in use fails its statement, but says so by the same event as well.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}

export interface TransactionOptions {
  /** Every statement sees the database as of one moment, and nothing is written. */
  readonly isSnapshot?: boolean
}

/** The commit was sent and no answer came that says what became of it. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError'
}

/**
 * Runs `work` in one transaction: all of its statements happen, or none. It
 * commits when `work` resolves and rolls back when it rejects.
 *
 * @throws OutcomeUnknownError when it may have been committed or not; after any
 *   other error nothing has happened
 *
 * Unlike Kysely's own, it sends statements that do not wait for each other in
 * one go, `begin` among them. A batch of orders needs three round trips instead
 * of nine that way, all of them while its wallet is locked.
 */
export async function transact<Result>(
  database: Database,
  work: (tx: Tx) => Promise<Result>,
  { isSnapshot = false }: TransactionOptions = {},
): Promise<Result> {
  const executor = database.getExecutor()
  return executor.provideConnection(async (connection) => {
    let hasEnded = false
    const own = executor.withConnectionProvider({
      provideConnection(use) {
        // By then the connection may serve another transaction.
        if (hasEnded) throw new Error('A statement was sent after its transaction had ended')
        return use(connection)
      },
    })
    const begun = command(connection, isSnapshot ? BEGIN_SNAPSHOT : 'begin')
    try {
      const [result] = await Promise.all([
        work({ isTransaction: true, getExecutor: () => own }),
        begun,
      ])
      hasEnded = true
      await commit(connection)
      return result
    } catch (error) {
      hasEnded = true
      // A connection that cannot even roll back is broken, and the pool drops it.
      await command(connection, 'rollback').catch(() => undefined)
      throw error
    }
  })
}

async function commit(connection: DatabaseConnection): Promise<void> {
  const answer = await command(connection, 'commit').catch((error: unknown) => {
    // Only an error that PostgreSQL went on living after says that nothing was committed.
    if (isStatementError(error)) throw error
    throw new OutcomeUnknownError('No answer to the commit', { cause: error })
  })
  if (answer === 'ROLLBACK') {
    throw new Error('The transaction was rolled back because one of its statements failed')
  }
}

const BEGIN_SNAPSHOT = 'begin isolation level repeatable read read only'

async function command(connection: DatabaseConnection, text: string): Promise<string | undefined> {
  const { rows } = await connection.executeQuery<{ command?: string }>(CompiledQuery.raw(text))
  return rows[0]?.command
}

/**
 * Names every statement by its text, so that PostgreSQL parses and plans it
 * once per connection. Texts are templates with bound parameters, so there are
 * only as many as there are places in the code.
 */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own signature is a dozen overloads.
  override query(...[text, values, ...rest]: any[]): any {
    const prepared =
      typeof text === 'string' && !text.startsWith(PLANNED_ANEW) && values?.length > 0
        ? { name: statementName(text), text }
        : text
    return Reflect.apply(super.query, this, [prepared, values, ...rest])
  }
}

/**
 * Begins the text of statements that are put together from optional parts: they
 * are too many to keep, and their best plan depends on the parameters.
 */
export const PLANNED_ANEW = '/* planned anew */'

const statementNames = new Map<string, string>()

function statementName(text: string): string {
  const known = statementNames.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  // Far above the number of statements in the code; the bound is against a template built by mistake.
  if (statementNames.size < 2_000) statementNames.set(text, name)
  return name
}

/** Runs a statement that a library has written, in a transaction of ours. */
export async function runStatement(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<unknown[]> {
  const { rows } = await tx.getExecutor().executeQuery(CompiledQuery.raw(text, [...values]))
  return rows
}

/** True when PostgreSQL refused one statement and can take the next. */
export function isStatementError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR'
}

/** True when a statement waited too long for a lock, or ran too long. */
export function isTimeout(error: unknown): boolean {
  return isStatementError(error) && ['55P03', '57014'].includes(error.code ?? '')
}

/** True when transactions got into each other's way and trying again is the remedy. */
export function isConflict(error: unknown): boolean {
  return isStatementError(error) && ['40P01', '40001'].includes(error.code ?? '')
}

/** True for what a database that is away or overloaded does to a request. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof OutcomeUnknownError || isTimeout(error)) return true
  if (error instanceof pg.DatabaseError) {
    return error.severity !== 'ERROR' || /^(53|57P|58|08)/.test(error.code ?? '')
  }
  if (!(error instanceof Error)) return false
  return (
    typeof (error as NodeJS.ErrnoException).syscall === 'string' ||
    /connection|timeout|not queryable|client was closed/i.test(error.message)
  )
}

/** Resolves when the database answers a query; rejects with the driver's error when it does not. */
export async function ping(database: Database): Promise<void> {
  await sql`select 1`.execute(database)
}
