import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { DEADLINE_MS } from '../../packages/server/test/until.ts'

/** A Node.js that is too old to run OpenScrip itself, if this machine has one. */
export const oldNode = candidates().find(isTooOld)

function candidates(): string[] {
  const { SCENARIOS_OLD_NODE, PATH = '' } = process.env
  const onPath = PATH.split(delimiter).map((folder) => join(folder, 'node'))
  return [...(SCENARIOS_OLD_NODE ? [SCENARIOS_OLD_NODE] : []), ...onPath].filter(existsSync)
}

function isTooOld(node: string): boolean {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8', timeout: DEADLINE_MS })
  const [, major = 'none', minor = ''] = /^v(\d+)\.(\d+)\./.exec(stdout ?? '') ?? []
  return Number(major) < 22 || (Number(major) === 22 && Number(minor) < 18)
}
