import { createHash, X509Certificate } from 'node:crypto'

/**
 * Writes a Java trust store in the JKS format, which every Java reads without further settings.
 *
 * JKS rather than PKCS12: a PKCS12 file counts as a trust store only with a vendor attribute,
 * and Java 8 reads none without a password. The password below seals the file and hides nothing;
 * Java checks the seal when the password is given and skips it otherwise.
 */
export function encodeTrustStore(certificates: readonly string[], password: string): Buffer {
  const body = Buffer.concat([
    uint32(0xfeedfeed),
    uint32(2),
    uint32(certificates.length),
    ...certificates.map(encodeEntry),
  ])
  const seal = createHash('sha1')
    .update(Buffer.from(password, 'utf16le').swap16())
    .update('Mighty Aphrodite')
    .update(body)
    .digest()
  return Buffer.concat([body, seal])
}

function encodeEntry(pem: string, index: number): Buffer {
  const der = new X509Certificate(pem).raw
  const trustedCertificate = 2
  return Buffer.concat([
    uint32(trustedCertificate),
    modifiedUtf(`root-${index}`),
    // The entry's creation date, which nobody reads.
    Buffer.alloc(8),
    modifiedUtf('X.509'),
    uint32(der.length),
    der,
  ])
}

function modifiedUtf(text: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(text.length)
  return Buffer.concat([length, Buffer.from(text, 'ascii')])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
