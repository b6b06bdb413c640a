import { X509Certificate } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'

// Debian and Alpine, Fedora and RHEL, openSUSE, older RHEL, macOS and the BSDs.
const systemBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
]

/**
 * The roots that a program trusts today: the configured file or folder, else the system's, else
 * the ones that Node.js carries. Replacing a bundle must not take anything from the program.
 */
export async function readRoots(configured: string | undefined): Promise<string[]> {
  for (const path of configured ? [configured, ...systemBundles] : systemBundles) {
    const roots = splitPem(await readBundle(path))
    if (roots.length > 0) return roots
  }
  return [...rootCertificates]
}

/** The certificates of a PEM text that can be parsed; comments and broken ones are left out. */
export function splitPem(text: string): string[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.filter(isCertificate)
}

async function readBundle(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isDirectory()) return await readFile(path, 'utf8')
    const files = (await readdir(path)).filter((name) => /\.(?:pem|crt|cer|\d)$/.test(name))
    const texts = await Promise.all(files.map((name) => readBundle(join(path, name))))
    return [...new Set(texts)].join('\n')
  } catch {
    return ''
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}
