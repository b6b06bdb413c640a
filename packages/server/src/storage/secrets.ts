import { linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile, writeDraft } from './whole-file.ts'

/** Secrets that the server makes for itself and keeps in the data directory. */
export interface Secrets {
  /** 32 bytes as base64. */
  readonly masterKey: string
  readonly demoClientId: string
  readonly demoClientSecret: string
  /** Access token of the demo account for the Management API. */
  readonly demoManageToken: string
}

/**
 * The secrets of the data directory, made at the first call. The file is
 * readable by its owner only, appears whole or not at all, and two servers that
 * start at once end up with the same one.
 */
export function loadSecrets(dataDir: string, make: () => Secrets): Secrets {
  const file = join(dataDir, 'secrets.json')
  const existing = readSecrets(file)
  if (existing !== undefined) return complete(file, existing, make)
  const draft = writeDraft(file, format(make()))
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
  return complete(file, made, make)
}

/** A file of an older release has no token for the Management API; it gets one. */
function complete(file: string, { demoManageToken, ...older }: StoredSecrets, make: () => Secrets) {
  if (demoManageToken !== undefined) return { ...older, demoManageToken }
  const secrets = { ...make(), ...older }
  replaceFile(file, format(secrets))
  return secrets
}

const format = (secrets: Secrets): string => `${JSON.stringify(secrets, null, 2)}\n`

type StoredSecrets = Omit<Secrets, 'demoManageToken'> & Partial<Secrets>

function readSecrets(file: string): StoredSecrets | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const { masterKey, demoClientId, demoClientSecret, demoManageToken } = parse(text)
  if (!masterKey || !demoClientId || !demoClientSecret) {
    throw new Error(
      `${file} is damaged: it must hold masterKey, demoClientId and demoClientSecret.`,
    )
  }
  const own = { masterKey, demoClientId, demoClientSecret }
  return demoManageToken ? { ...own, demoManageToken } : own
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
