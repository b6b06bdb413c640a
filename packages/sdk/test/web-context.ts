/**
 * Runs a module where there is nothing but the language and what browsers and
 * workers have in common: no `process`, no `Buffer`, no `node:` modules.
 *
 *     node --experimental-vm-modules web-context.ts <module> <file of @openscrip/sdk>
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import vm from 'node:vm'

const [program = '', sdk = ''] = process.argv.slice(2)

const context = vm.createContext({
  ...{ AbortController, AbortSignal, Headers, Request, Response, URL, URLSearchParams },
  ...{ TextDecoder, TextEncoder, clearTimeout, console, crypto, fetch, performance, setTimeout },
})

const modules = new Map<string, vm.SourceTextModule>()

function load(path: string): vm.SourceTextModule {
  const known = modules.get(path)
  if (known !== undefined) return known
  const module = new vm.SourceTextModule(readFileSync(path, 'utf8'), { context, identifier: path })
  modules.set(path, module)
  return module
}

function resolveImport(specifier: string, importer: string): string {
  if (specifier === '@openscrip/sdk') return sdk
  if (specifier.startsWith('.')) return resolve(dirname(importer), specifier)
  throw new Error(`${importer} imports ${specifier}, which a browser does not have.`)
}

const main = load(program)
await main.link((specifier, importer) => load(resolveImport(specifier, importer.identifier)))
await main.evaluate()
