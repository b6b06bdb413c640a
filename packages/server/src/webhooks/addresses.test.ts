import type { LookupAddress } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { AddressRefused, checkUrl, createLookup, type Resolve } from './addresses.ts'

const strict = { allowPrivate: false }
const local = { allowPrivate: true }

const open = [
  '8.8.8.8',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '169.253.255.255',
  '192.0.1.1',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001:81b::200e',
  // What a network without IPv4 calls 8.8.8.8.
  '64:ff9b::808:808',
]

/** For development alone. */
const ofPrivateNetworks = [
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '100.127.255.255',
  '::1',
  'fc00::1',
  'fd12:3456:789a::1',
  '64:ff9b::7f00:1',
  '64:ff9b::a00:1',
]

const never = [
  // Metadata of clouds.
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  'fd00:42::42',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b::6464:64c8',
  // Unspecified, link-local, multicast, broadcast, reserved.
  '0.0.0.0',
  '0.1.2.3',
  '169.254.0.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '100::1',
  '4000::1',
  // Documentation, benchmarks, protocols.
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '198.18.0.1',
  '192.88.99.1',
  '2001:db8::1',
  '3fff::1',
  '2001:2::1',
  '2001:20::1',
  // IPv4 inside IPv6: mapped, compatible, translated on one's own, 6to4, Teredo.
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '::127.0.0.1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::1',
  '2002:808:808::1',
  '2001:0:7f00:1::1',
]

const asHost = (address: string) => (address.includes(':') ? `[${address}]` : address)
const isAllowed = (url: string, policy: { allowPrivate: boolean }) =>
  checkUrl(url, policy) instanceof URL

describe('an address in numbers', () => {
  test.each(open)('%s is called', async (address) => {
    expect(isAllowed(`https://${asHost(address)}/hook`, strict)).toBe(true)
    expect(await look(address, strict)).toEqual([address])
  })

  test.each(ofPrivateNetworks)('%s is called in development only', async (address) => {
    expect(isAllowed(`https://${asHost(address)}/hook`, strict)).toBe(false)
    expect(isAllowed(`https://${asHost(address)}/hook`, local)).toBe(true)
    await expect(look(address, strict)).rejects.toThrow(AddressRefused)
    expect(await look(address, local)).toEqual([address])
  })

  test.each(never)('%s is never called', async (address) => {
    for (const policy of [strict, local]) {
      expect(isAllowed(`https://${asHost(address)}/hook`, policy)).toBe(false)
      await expect(look(address, policy)).rejects.toThrow(AddressRefused)
    }
  })

  test.each([
    'http://2130706433',
    'http://0x7f000001',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://017700000001',
    'http://127.1',
    'http://127.0.0.1.',
    'http://1２7.0.0.1',
    'http://①②⑦.⓪.⓪.①',
    'http://[0:0:0:0:0:0:0:1]',
    'http://[::127.0.0.1]',
    'http://[0:0:0:0:0:ffff:7f00:1]',
    'http://0',
    'http://0xa9fea9fe',
    'http://2852039166/latest/meta-data/',
    'http://localhost:8080',
    'http://LOCALHOST.',
    'http://app.localhost',
    'http:\\\\127.0.0.1\\hook',
    ' http://127.0.0.1',
    'ht\ntp://127.0.0.1',
  ])('%j is refused as any spelling of it', (url) => {
    expect(isAllowed(url, strict)).toBe(false)
  })
})

describe('the address of an endpoint', () => {
  test('is any http or https address of the public internet', () => {
    for (const url of [
      'https://hooks.example/openscrip?source=a%20b',
      'http://hooks.example:8080',
      'https://hooks.example./',
      'https://bücher.example/',
    ]) {
      expect(isAllowed(url, strict)).toBe(true)
    }
  })

  test.each([
    ['hooks.example/openscrip', 'is no address'],
    ['', 'is no address'],
    ['https://', 'is no address'],
    ['https://[::1', 'is no address'],
    ['http://256.1.1.1', 'is no address'],
    ['ftp://hooks.example', 'must begin with https:// or http://'],
    ['file:///etc/passwd', 'must begin with https:// or http://'],
    ['javascript:alert(1)', 'must begin with https:// or http://'],
    ['https://user@hooks.example', 'no user name and no password'],
    ['https://:password@hooks.example', 'no user name and no password'],
    ['https://hooks.example@127.0.0.1', 'no user name and no password'],
    [`https://hooks.example/${'a'.repeat(2_000)}`, 'longer than 2000 characters'],
    // As it is sent, an umlaut takes six characters.
    [`https://hooks.example/${'ä'.repeat(400)}`, 'longer than 2000 characters'],
    ['https://10.0.0.1', 'is not on the public internet'],
  ])('%s is refused with a sentence', (url, sentence) => {
    const refusal = checkUrl(url, strict)
    expect(refusal).toBeInstanceOf(AddressRefused)
    expect(refusal).toHaveProperty('message', expect.stringContaining(sentence))
  })
})

describe('a host name', () => {
  test('is refused when a single one of its addresses is', async () => {
    const mixed = answer('8.8.8.8', '2606:4700:4700::1111', '10.0.0.1')
    await expect(lookUp(createLookup(strict, mixed), 'mixed.example')).rejects.toThrow(
      AddressRefused,
    )
  })

  test('is refused without saying what it stands for', async () => {
    const refusal = await lookUp(createLookup(strict, answer('10.1.2.3')), 'db.corp').catch(String)
    expect(refusal).toContain('db.corp')
    expect(refusal).not.toContain('10.1.2.3')
  })

  test('is looked at again at every connection, so a changed answer is refused', async () => {
    const answers = ['8.8.8.8', '127.0.0.1']
    const lookup = createLookup(strict, async () => addressesOf(answers.shift() ?? ''))
    expect(await lookUp(lookup, 'rebinding.example')).toEqual(['8.8.8.8'])
    await expect(lookUp(lookup, 'rebinding.example')).rejects.toThrow(AddressRefused)
  })

  test('that answers with something else than addresses is refused', async () => {
    for (const nonsense of ['', 'localhost', '::1%lo', '1.2.3.4.5']) {
      await expect(look(nonsense, strict)).rejects.toThrow(AddressRefused)
    }
  })

  test('without an address, or none of the family asked for, is not found', async () => {
    const none = createLookup(strict, async () => [])
    await expect(lookUp(none, 'empty.example')).rejects.toHaveProperty('code', 'ENOTFOUND')
    const onlyOld = createLookup(strict, answer('8.8.8.8'))
    const onlyNew = lookUp(onlyOld, 'old.example', 6)
    await expect(onlyNew).rejects.toHaveProperty('code', 'ENOTFOUND')
  })

  test('hands on what its resolver complains about', async () => {
    const broken = createLookup(strict, async () => {
      throw Object.assign(new Error('try again'), { code: 'EAI_AGAIN' })
    })
    await expect(lookUp(broken, 'broken.example')).rejects.toHaveProperty('code', 'EAI_AGAIN')
  })

  test('of this machine is resolved by the system', async () => {
    await expect(lookUp(createLookup(strict), 'localhost')).rejects.toThrow(AddressRefused)
    expect(await lookUp(createLookup(local), 'localhost', 4)).toEqual(['127.0.0.1'])
  })

  test('is answered in the shape that the caller asked for', async () => {
    const lookup = createLookup(strict, answer('8.8.8.8', '2606:4700:4700::1111'))
    const single = await new Promise((resolve) =>
      lookup('two.example', { all: false }, (_error, ...found) => resolve(found)),
    )
    expect(single).toEqual(['8.8.8.8', 4])
    expect(await lookUp(lookup, 'two.example', 6)).toEqual(['2606:4700:4700::1111'])
  })
})

function addressesOf(...addresses: string[]): LookupAddress[] {
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
}

function answer(...addresses: string[]): Resolve {
  return async () => addressesOf(...addresses)
}

/** What a name that stands for this one address is answered with. */
function look(address: string, policy: { allowPrivate: boolean }): Promise<string[]> {
  return lookUp(createLookup(policy, answer(address)), 'name.example')
}

function lookUp(
  lookup: ReturnType<typeof createLookup>,
  name: string,
  family: 0 | 4 | 6 = 0,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    lookup(name, { all: true, family }, (error, found) => {
      if (error !== null) reject(error)
      else resolve((found as LookupAddress[]).map(({ address }) => address))
    })
  })
}
