import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'

/**
 * The operating system user that PostgreSQL runs as. PostgreSQL refuses to run
 * as root, so a server that was started by root gives its cluster to the user
 * `postgres`, as every distribution's package does.
 */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Undefined when the server's own user will do, which is whenever it is not root. */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const existing = lookUp('postgres')
  if (existing !== undefined) return existing
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    })
  } catch {
    throw new Error(
      'PostgreSQL does not run as root, and the user "postgres" that it would run as does not exist ' +
        'and could not be created. Start OpenScrip as an ordinary user, or set DATABASE_URL.',
    )
  }
  const created = lookUp('postgres')
  if (created === undefined) throw new Error('The user "postgres" was created but is not found.')
  return created
}

function lookUp(user: string): Owner | undefined {
  const id = (flag: string) => spawnSync('id', [flag, user], { encoding: 'utf8' })
  const uid = id('-u')
  const gid = id('-g')
  if (uid.status !== 0 || gid.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** True when the owner may enter the folder; every folder above it counts. */
export function canEnter(folder: string, owner: Owner | undefined): boolean {
  if (owner === undefined) return true
  const result = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...owner, cwd: '/' })
  return result.status === 0
}

export function giveTo(path: string, owner: Owner | undefined): void {
  if (owner !== undefined) chownSync(path, owner.uid, owner.gid)
}
