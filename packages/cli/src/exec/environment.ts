import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { reloadlyHosts } from './hosts.ts'
import { javaOptions } from './java.ts'
import { rewriteNoProxy } from './no-proxy.ts'
import { readRoots } from './roots.ts'
import type { ServerInfo } from './server-file.ts'
import { encodeTrustStore } from './trust-store.ts'

export interface EnvironmentOptions {
  original: NodeJS.ProcessEnv
  proxy: { port: number; tlsPort: number; token: string }
  /** The private authority's certificate, PEM. */
  authority: string
  server: ServerInfo
  /** A private folder for the files that the variables name; it must outlive the program. */
  folder: string
  /** Where the package keeps the files that Node.js and PHP load before a program. */
  preloadFolder: string
  offline: boolean
  quiet: boolean
}

type Variables = Record<string, string>

// Java wants one to load a trust store; the store holds public certificates only.
const trustStorePassword = 'changeit'

/**
 * Prepares the variables that make a program's Reloadly calls reach the proxy; the files they
 * name are written first. The variables come on top of the original environment.
 *
 * Every bundle of roots still holds what the program trusted before, because calls to other
 * hosts are passed through and meet those hosts' own certificates.
 */
export async function prepareEnvironment(options: EnvironmentOptions): Promise<Variables> {
  return {
    ...proxyVariables(options),
    ...(await trustVariables(options)),
    ...preloadVariables(options),
    ...(await javaVariables(options)),
    ...(await phpVariables(options)),
    ...serverVariables(options),
  }
}

// HTTP_PROXY too, although the hosts speak https only: Ruby consults it for https as well.
function proxyVariables({ original, proxy, offline }: EnvironmentOptions): Variables {
  const url = `http://scrip:${proxy.token}@127.0.0.1:${proxy.port}`
  const noProxy = original.no_proxy || original.NO_PROXY || ''
  // ALL_PROXY comes after the others, so only a program that ignores those would escape by it.
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', ...(offline ? ['ALL_PROXY'] : [])]
  return {
    ...inBothCases(names, url),
    ...inBothCases(['NO_PROXY'], rewriteNoProxy(noProxy, { offline })),
  }
}

async function trustVariables(options: EnvironmentOptions): Promise<Variables> {
  const { original, authority, folder } = options
  const { SSL_CERT_FILE, CURL_CA_BUNDLE, REQUESTS_CA_BUNDLE, HTTPLIB2_CA_CERTS } = original
  const bundles: Record<string, string | undefined> = {
    SSL_CERT_FILE,
    CURL_CA_BUNDLE: CURL_CA_BUNDLE || SSL_CERT_FILE,
    REQUESTS_CA_BUNDLE: REQUESTS_CA_BUNDLE || CURL_CA_BUNDLE || SSL_CERT_FILE,
    HTTPLIB2_CA_CERTS: HTTPLIB2_CA_CERTS || SSL_CERT_FILE,
  }
  const variables: Variables = {}
  for (const [name, configured] of Object.entries(bundles)) {
    const file = join(folder, `${name.toLowerCase()}.pem`)
    await writePem(file, [...(await readRoots(configured)), authority])
    variables[name] = file
  }
  // These two add to built-in roots instead of replacing them.
  for (const name of ['NODE_EXTRA_CA_CERTS', 'DENO_CERT']) {
    const file = join(folder, `${name.toLowerCase()}.pem`)
    const extra = original[name] ? await readRoots(original[name]) : []
    await writePem(file, [...extra, authority])
    variables[name] = file
  }
  return variables
}

function preloadVariables(options: EnvironmentOptions): Variables {
  const { original, proxy, authority, preloadFolder, offline, quiet } = options
  const settings = {
    hosts: reloadlyHosts,
    proxyPort: proxy.port,
    tlsPort: proxy.tlsPort,
    authority,
    offline,
    quiet,
  }
  const preload = join(preloadFolder, 'reloadly-hosts.cjs')
  const quoted = `"${preload.replace(/[\\"]/g, '\\$&')}"`
  return {
    SCRIP_EXEC: JSON.stringify(settings),
    NODE_OPTIONS: joinWords(original.NODE_OPTIONS, `--require ${quoted}`),
    // Bun has no way to quote a space there; its fetch finds the proxy without it.
    ...(!/\s/.test(preload) && {
      BUN_OPTIONS: joinWords(original.BUN_OPTIONS, `--preload ${preload}`),
    }),
  }
}

async function javaVariables(options: EnvironmentOptions): Promise<Variables> {
  const { original, authority, folder, offline, proxy } = options
  const roots = await readRoots(original.SSL_CERT_FILE)
  const file = join(folder, 'trust-store.jks')
  const certificates = [...new Set([...roots, ...rootCertificates, authority])]
  await writeFile(file, encodeTrustStore(certificates, trustStorePassword))
  const trustStore = { file, password: trustStorePassword }
  const noProxy = rewriteNoProxy(original.no_proxy || original.NO_PROXY || '', { offline })
  const added = javaOptions({ port: proxy.port, trustStore, noProxy, offline })
  return { JAVA_TOOL_OPTIONS: joinWords(original.JAVA_TOOL_OPTIONS, added) }
}

async function phpVariables(options: EnvironmentOptions): Promise<Variables> {
  const folder = join(options.folder, 'php')
  await mkdir(folder)
  const settings = {
    'curl.cainfo': join(options.folder, 'ssl_cert_file.pem'),
    'openssl.cafile': join(options.folder, 'ssl_cert_file.pem'),
    auto_prepend_file: join(options.preloadFolder, 'reloadly-hosts.php'),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = "${value}"\n`)
  // The name sorts after a distribution's own files, which PHP reads in this order too.
  await writeFile(join(folder, 'zz-scrip.ini'), lines.join(''))
  const separator = process.platform === 'win32' ? ';' : ':'
  // An empty first element stands for the folder that PHP was built with.
  return { PHP_INI_SCAN_DIR: `${options.original.PHP_INI_SCAN_DIR ?? ''}${separator}${folder}` }
}

function serverVariables({ original, server }: EnvironmentOptions): Variables {
  const { url, clientId, clientSecret } = server
  const isConfigured = original.RELOADLY_CLIENT_ID || original.RELOADLY_CLIENT_SECRET
  if (isConfigured || clientId === undefined || clientSecret === undefined) {
    return { SCRIP_URL: url }
  }
  // Both or none: half of one pair and half of another is refused with no hint why.
  return {
    SCRIP_URL: url,
    RELOADLY_CLIENT_ID: clientId,
    RELOADLY_CLIENT_SECRET: clientSecret,
  }
}

function inBothCases(names: string[], value: string): Variables {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, value],
      [name.toLowerCase(), value],
    ]),
  )
}

function joinWords(...words: (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' ')
}

async function writePem(file: string, certificates: string[]): Promise<void> {
  await writeFile(file, `${certificates.map((pem) => pem.trim()).join('\n')}\n`)
}
