import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Secrets that the server makes for itself and keeps in the data directory. */
export interface Secrets {
  /** 32 bytes as base64. */
  readonly masterKey: string
  readonly demoClientId: string
  readonly demoClientSecret: string
}

/**
 * The secrets of the data directory, made at the first call. The file is
 * readable by its owner only, appears whole or not at all, and two servers that
 * start at once end up with the same one.
 */
export function loadSecrets(dataDir: string, make: () => Secrets): Secrets {
  const file = join(dataDir, 'secrets.json')
  const existing = readSecrets(file)
  if (existing !== undefined) return existing
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600 })
  try {
    // Unlike a rename, a link never replaces what another process has just put there.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  const made = readSecrets(file)
  if (made === undefined) throw new Error(`${file} has vanished while it was being made.`)
  return made
}

function readSecrets(file: string): Secrets | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const { masterKey, demoClientId, demoClientSecret } = parse(text)
  if (!masterKey || !demoClientId || !demoClientSecret) {
    throw new Error(
      `${file} is damaged: it must hold masterKey, demoClientId and demoClientSecret.`,
    )
  }
  return { masterKey, demoClientId, demoClientSecret }
}

/** What cannot be parsed holds nothing. */
function parse(text: string): Partial<Secrets> {
  try {
    return (JSON.parse(text) as Partial<Secrets> | null) ?? {}
  } catch {
    return {}
  }
}

/**
 * Makes the data directory. Its owner alone can list it; root's may be entered
 * by the user that PostgreSQL runs as, who owns nothing in it but the cluster.
 */
export function makeDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}
