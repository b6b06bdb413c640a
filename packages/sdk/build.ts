/**
 * Builds what is published: `dist/esm` and `dist/cjs`, each with its types.
 * Needs nothing but TypeScript.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = import.meta.dirname
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

rmSync(join(folder, 'dist'), { recursive: true, force: true })
emit('esm', 'module', [])
emit('cjs', 'commonjs', [
  ...['--module', 'commonjs', '--moduleResolution', 'bundler'],
  ...['--verbatimModuleSyntax', 'false'],
])

function emit(format: string, type: 'module' | 'commonjs', options: readonly string[]): void {
  const outDir = join(folder, 'dist', format)
  const project = ['-p', join(folder, 'tsconfig.build.json'), '--outDir', outDir]
  execFileSync(process.execPath, [join(typescript, 'bin', 'tsc'), ...project, ...options], {
    stdio: 'inherit',
  })
  // Says how Node.js and TypeScript are to read the files of this folder.
  writeFileSync(join(outDir, 'package.json'), `${JSON.stringify({ type })}\n`)
  nameEmittedFiles(outDir)
}

/** TypeScript renames the imports of its code from `.ts` to `.js`, but not those of its types. */
function nameEmittedFiles(outDir: string): void {
  for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const path = join(outDir, name)
    const types = readFileSync(path, 'utf8')
    writeFileSync(path, types.replace(/(from |import\()'(\.[^']+)\.ts'/g, "$1'$2.js'"))
  }
}
