import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { connect, createServer } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issueLeaf, loadAuthority } from './authority.ts'
import { makeFolder } from './testing/scrip.ts'

let folder: ReturnType<typeof makeFolder>
beforeEach(() => {
  folder = makeFolder()
})
afterEach(() => folder.remove())

test('callers at the same time get one authority, kept private', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => loadAuthority(folder.path)))
  expect(new Set(all.map(({ key }) => key)).size).toBe(1)
  expect(await loadAuthority(folder.path)).toEqual(all[0])
  expect(await readdir(folder.path)).toEqual(['ca'])
  expect(statSync(`${folder.path}/ca`).mode & 0o777).toBe(0o700)
  expect(statSync(`${folder.path}/ca/ca.key`).mode & 0o777).toBe(0o600)
})

test('its certificates are good for the Reloadly hosts and no others', async () => {
  const authority = await loadAuthority(folder.path)
  const leaf = await issueLeaf(authority)
  const server = createServer({ cert: leaf.certificate, key: leaf.key }, (s) => s.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const visit = (servername: string) =>
    new Promise<string>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', servername, ca: authority.certificate })
      socket.once('secureConnect', () => resolve('trusted'))
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
      socket.on('end', () => socket.destroy())
    })
  expect(await visit('auth.reloadly.com')).toBe('trusted')
  expect(await visit('giftcards-sandbox.reloadly.com')).toBe('trusted')
  expect(await visit('example.com')).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  server.close()
})
