#!/usr/bin/env node
// Starts the scrip command on any Node.js: kept in syntax that old versions
// parse, so that they can say what they need instead of failing on line one.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)))

if (isNewEnough(process.versions.node)) {
  runHere()
} else {
  runOnPinnedNode()
}

function isNewEnough(version) {
  const parts = version.split('.').map(Number)
  return parts[0] > 22 || (parts[0] === 22 && parts[1] >= 18)
}

/** In a checkout the sources run as they are; the published package has only `dist`. */
function runHere() {
  const source = join(packageRoot, 'src', 'main.ts')
  if (!existsSync(source)) {
    import(pathToFileURL(join(packageRoot, 'dist', 'main.js')).href)
    return
  }
  // What was compiled once makes the next start twice as fast, and spares 25 MB. Kept where nobody
  // else can put something; where that cannot be written, nothing is kept.
  nodeModule.enableCompileCache(join(packageRoot, 'node_modules', '.cache'))
  // The same as `node --conditions=source`, without a second process.
  nodeModule.registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: [...context.conditions, 'source'] }),
  })
  import(pathToFileURL(source).href)
}

function runOnPinnedNode() {
  const pinned = findPinnedNode()
  if (pinned === undefined) {
    console.error(
      `OpenScrip needs Node.js 22.18 or newer; this is ${process.versions.node}. ` +
        'Run `npm ci` in the checkout, which installs a newer one beside it, or update Node.js.',
    )
    process.exit(1)
  }
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of signals) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

/** The Node.js that the checkout pins as a dependency, if `npm ci` has installed it. */
function findPinnedNode() {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'node', 'bin', 'node')
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) return undefined
  }
}
