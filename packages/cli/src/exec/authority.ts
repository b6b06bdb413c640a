import 'reflect-metadata'
import { KeyObject, randomBytes, webcrypto } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { reloadlyHosts } from './hosts.ts'

/** A certificate and its key, both PEM. */
export interface KeyPair {
  certificate: string
  key: string
}

const days = 24 * 60 * 60 * 1000
const lifetimeOfAuthorityMs = 3650 * days
const lifetimeOfLeafMs = 90 * days
// Clocks of containers and virtual machines lag; a certificate from the future is refused.
const backdatedMs = 2 * days
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/**
 * Returns the private authority of the data directory, the same one to every caller.
 *
 * A new one is written beside its final place and renamed onto it. The rename fails when another
 * process was first, and then that other authority is the one returned, so two commands started
 * at once never trust different roots. Programs that cached the root keep working: it lives for
 * ten years and is replaced only when less than three months are left.
 */
export async function loadAuthority(dataDir: string): Promise<KeyPair> {
  const folder = join(dataDir, 'ca')
  const existing = await readAuthority(folder)
  if (existing !== undefined && isFresh(existing)) return existing
  if (existing !== undefined) await moveAside(folder)
  const created = await createAuthority()
  const draft = `${folder}-${process.pid}-${randomBytes(4).toString('hex')}`
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await writeFile(join(draft, 'ca.pem'), created.certificate, { mode: 0o644 })
  await writeFile(join(draft, 'ca.key'), created.key, { mode: 0o600 })
  try {
    await rename(draft, folder)
    return created
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    const winner = await readAuthority(folder)
    if (winner !== undefined) return winner
    throw new Error(`${folder} holds no complete authority. Delete the folder and try again.`, {
      cause: error,
    })
  }
}

/**
 * Issues one certificate for all Reloadly hosts; it is never written to disk.
 *
 * One certificate instead of one per host, because clients that send no server name (a bare
 * `tls.connect`) must also get one that fits.
 */
export async function issueLeaf(authority: KeyPair): Promise<KeyPair> {
  const issuer = new x509.X509Certificate(authority.certificate)
  const signingKey = await importKey(authority.key)
  const keys = await generateKeys()
  const now = Date.now()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: `CN=${reloadlyHosts[0]}`,
    issuer: issuer.subject,
    notBefore: new Date(now - backdatedMs),
    notAfter: new Date(now + lifetimeOfLeafMs),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        reloadlyHosts.map((value) => ({ type: 'dns' as const, value })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return { certificate: toPem(certificate), key: exportKey(keys.privateKey) }
}

async function createAuthority(): Promise<KeyPair> {
  const keys = await generateKeys()
  const now = Date.now()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: 'CN=OpenScrip local authority for reloadly.com, O=OpenScrip',
    notBefore: new Date(now - backdatedMs),
    notAfter: new Date(now + lifetimeOfAuthorityMs),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      nameConstraints(),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: toPem(certificate), key: exportKey(keys.privateKey) }
}

/**
 * Limits the authority to reloadly.com and its subdomains, so that a stolen key cannot
 * impersonate any other site, even to a program that trusts the authority.
 *
 * A constraint binds only the kind of name that it mentions, hence the exclusion of every
 * IP address as well. Encoded by hand because the x509 library has no class for it.
 */
function nameConstraints(): x509.Extension {
  const permittedName = der(0x82, Buffer.from('reloadly.com', 'ascii'))
  const excludedAddresses = [8, 32].map((length) => der(0x30, der(0x87, Buffer.alloc(length))))
  const value = der(
    0x30,
    Buffer.concat([
      der(0xa0, der(0x30, permittedName)),
      der(0xa1, Buffer.concat(excludedAddresses)),
    ]),
  )
  return new x509.Extension('2.5.29.30', true, value)
}

/** One DER element; short lengths only, which everything above fits. */
function der(tag: number, content: Buffer): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from([tag, content.length]), content])
}

async function readAuthority(folder: string): Promise<KeyPair | undefined> {
  try {
    const certificate = await readFile(join(folder, 'ca.pem'), 'utf8')
    const key = await readFile(join(folder, 'ca.key'), 'utf8')
    // A copied or restored data directory may have lost its modes.
    await chmod(folder, 0o700)
    await chmod(join(folder, 'ca.key'), 0o600)
    return { certificate, key }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function moveAside(folder: string): Promise<void> {
  const expired = `${folder}-expired-${randomBytes(4).toString('hex')}`
  await rename(folder, expired).catch((error: NodeJS.ErrnoException) => {
    // Another process has just done the same.
    if (error.code !== 'ENOENT') throw error
  })
}

function isFresh(authority: KeyPair): boolean {
  const { notAfter } = new x509.X509Certificate(authority.certificate)
  return notAfter.getTime() - Date.now() > lifetimeOfLeafMs
}

async function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

async function importKey(pem: string): Promise<CryptoKey> {
  const bytes = x509.PemConverter.decodeFirst(pem)
  return webcrypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign'])
}

function exportKey(key: CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString()
}

function toPem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`
}

// Positive and at most 20 octets, as RFC 5280 demands.
function newSerialNumber(): string {
  return `40${randomBytes(15).toString('hex')}`
}
